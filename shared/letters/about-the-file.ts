import { mailsHeld } from "../domain/held-mail.ts";
import { measureSeen } from "../domain/learning/measure-seen.ts";
import { type Block, heading, paragraph, quotation, type Row, rows } from "./content.ts";
import { type LetterContext, wordsFor } from "./letter-context.ts";
import { doubtInWords } from "./wording/doubt-words.ts";
import { fileKindOf, fileWords } from "./wording/file-words.ts";
import { measureSources, measureTypeInWords } from "./wording/measure-words.ts";
import { nameAndTitle } from "./wording/people.ts";
import { reviewPeriod } from "./wording/review-words.ts";
import { signalInWords, signalPeriod, signalUsual } from "./wording/signal-words.ts";

/** Characters of a mail that a letter shows; the page has more. */
const quotedAtMost = 2_000;

/** What a measure, a promise, a pattern, a review or a held mail is about, for the colleague who has work in it; of a complaint nothing. */
export function theFile(context: LetterContext): readonly Block[] {
  const { dossier, procedure, language } = context;
  const { say } = wordsFor(context);
  const { matter } = dossier;
  switch (matter.kind) {
    case "complaint":
      return [];
    case "measure":
      return [
        heading(
          fileKindOf(dossier) === "promise"
            ? say({ nl: "Dit beloofden wij", en: "This is what we promised" })
            : say({ nl: "Dit is de maatregel", en: "This is the measure" }),
        ),
        matter.measure.text === "" ? erased(context) : quotation(matter.measure.text),
      ];
    case "signal":
      return [
        heading(say({ nl: "Dit zien wij", en: "This is what we see" })),
        paragraph(signalInWords(matter.signal, procedure, language)),
      ];
    case "mail": {
      const { text, doubt } = matter.mail;
      const quoted = doubt !== "spam" && text !== "" ? [quotation(text.slice(0, quotedAtMost).toWellFormed())] : [];
      return [paragraph(say(doubtInWords[doubt])), rows(fileRows(context)), ...quoted];
    }
    case "review": {
      const period = reviewPeriod(matter.review, language);
      return [
        paragraph(
          say({
            nl: `Deze terugblik gaat over ${period}. Ook een tijd zonder klachten telt.`,
            en: `This review is about ${period}. A time without complaints counts too.`,
          }),
        ),
      ];
    }
  }
}

function erased(context: LetterContext): Block {
  return paragraph(wordsFor(context).say({ nl: "Deze tekst is gewist.", en: "This text has been erased." }));
}

/** The facts of such a file, a row each. */
export function fileRows(context: LetterContext): readonly Row[] {
  const { dossier, procedure, language } = context;
  const { say, moment } = wordsFor(context);
  const { matter } = dossier;
  switch (matter.kind) {
    case "complaint":
      return [
        { term: say({ nl: "Van", en: "From" }), detail: nameAndTitle("complainant", dossier, procedure, language) },
        { term: say({ nl: "Kwam op", en: "Came on" }), detail: moment(dossier.receivedAt) },
      ];
    case "measure": {
      const { measureType, source } = matter.measure;
      return [
        ...(measureType === "promise"
          ? []
          : [
              { term: say({ nl: "Soort", en: "Kind" }), detail: say(measureTypeInWords(measureType)) },
              { term: say({ nl: "Komt uit", en: "Comes from" }), detail: say(measureSources[source]) },
            ]),
        {
          term: say({ nl: "Klaar op", en: "Done by" }),
          detail: moment(measureSeen(dossier, procedure)?.dueAt ?? matter.measure.dueAt),
        },
      ];
    }
    case "signal": {
      const usual = signalUsual(matter.signal, language);
      return [
        { term: say({ nl: "Wanneer", en: "When" }), detail: signalPeriod(matter.signal, procedure, language) },
        ...(usual === undefined ? [] : [{ term: say({ nl: "Gewoonlijk", en: "Usually" }), detail: usual }]),
      ];
    }
    case "mail": {
      const { from, subject, receivedAt } = matter.mail;
      const others = mailsHeld(dossier).length - 1;
      return [
        { term: say({ nl: "Van", en: "From" }), detail: from === "" ? say({ nl: "onbekend", en: "unknown" }) : from },
        {
          term: say({ nl: "Onderwerp", en: "Subject" }),
          detail: subject === "" ? say({ nl: "zonder onderwerp", en: "no subject" }) : subject,
        },
        { term: say({ nl: "Kwam op", en: "Came on" }), detail: moment(receivedAt) },
        ...(others > 0 ? [{ term: say({ nl: "Andere mails", en: "Other mails" }), detail: String(others) }] : []),
      ];
    }
    case "review":
      return [{ term: say({ nl: "Waarover", en: "About" }), detail: reviewPeriod(matter.review, language) }];
  }
}

/** Who or what waits for a task that is late. */
export function whoWaits(context: LetterContext): string {
  const { say } = wordsFor(context);
  switch (fileKindOf(context.dossier)) {
    case "complaint":
      return say({ nl: "De klager wacht erop.", en: "The complainant waits for it." });
    case "promise":
      return say({ nl: "De klager rekent op ons.", en: "The complainant counts on us." });
    case "measure":
      return say({
        nl: "Zolang dat niet is gebeurd, kan hetzelfde weer misgaan.",
        en: "As long as it is not done, the same thing can go wrong again.",
      });
    case "signal":
      return say({
        nl: "Zolang niemand kijkt, kan het weer misgaan.",
        en: "As long as nobody looks, it can go wrong again.",
      });
    case "mail":
      return say({
        nl: "Misschien wacht iemand op antwoord.",
        en: "Perhaps somebody waits for an answer.",
      });
    case "review":
      return say({ nl: "Uw collega's wachten erop.", en: "Your colleagues wait for it." });
  }
}

/** What one finds behind the link of a task. */
export function whatIsThere(context: LetterContext): string {
  const { say } = wordsFor(context);
  const { the } = fileWords(context.dossier);
  return context.dossier.matter.kind === "complaint"
    ? say({ nl: "U ziet daar de klacht en de vragen.", en: "There you see the complaint and the questions." })
    : say({ nl: `U ziet daar ${the.nl} en de vragen.`, en: `There you see ${the.en} and the questions.` });
}
