import type { Dossier } from "../../domain/dossier.ts";
import type { Procedure } from "../../domain/procedure.ts";
import type { Language } from "../../domain/text.ts";
import { fileWords } from "../../letters/wording/file-words.ts";
import { dateInWords } from "../../letters/wording/moment.ts";
import { speaking } from "../../letters/wording/say.ts";
import { signalInWords } from "../../letters/wording/signal-words.ts";

/** What a file is about, in a line: the subject of a complaint, the words of a measure. Never empty. */
export function fileTitle(dossier: Dossier, procedure: Procedure, language: Language): string {
  const say = speaking(language);
  const { matter, subject } = dossier;
  switch (matter.kind) {
    case "complaint":
      return subject === "" ? say({ nl: "Klacht zonder onderwerp", en: "Complaint without a subject" }) : subject;
    case "measure":
      return matter.measure.text === "" ? named(dossier, language) : matter.measure.text;
    case "signal":
      return signalInWords(matter.signal, procedure, language);
    case "mail":
      return matter.mail.subject === "" ? named(dossier, language) : matter.mail.subject;
    case "review": {
      const [from, until] = [matter.review.from, matter.review.until].map((date) => dateInWords(date, language));
      return say({ nl: `Terugblik van ${from} tot ${until}`, en: `Review from ${from} until ${until}` });
    }
  }
}

/** `Maatregel` */
function named(dossier: Dossier, language: Language): string {
  const name = speaking(language)(fileWords(dossier).name);
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}
