import type { Dossier } from "../domain/dossier.ts";
import type { Procedure } from "../domain/procedure.ts";
import type { Language, Text } from "../domain/text.ts";
import { dateInWords, dayInWords } from "../letters/wording/moment.ts";
import { nameAndTitle } from "../letters/wording/people.ts";

/** How a file stands, and whose it is, in two or three short sentences. */
export function standing(dossier: Dossier, procedure: Procedure, language: Language): Text {
  const owner = nameAndTitle(dossier.owner, dossier, procedure, language);
  if (dossier.status === "closed") {
    const { nl, en } = personalData(dossier, procedure);
    return { nl: `Gesloten. ${nl}Eigenaar: ${owner}.`, en: `Closed. ${en}Owner: ${owner}.` };
  }
  if (dossier.withdrawn !== undefined) {
    return { nl: `Ingetrokken. Eigenaar: ${owner}.`, en: `Withdrawn. Owner: ${owner}.` };
  }
  return dossier.matter.kind === "complaint"
    ? { nl: `In behandeling. Eigenaar: ${owner}.`, en: `In progress. Owner: ${owner}.` }
    : { nl: `Nog open. Eigenaar: ${owner}.`, en: `Still open. Owner: ${owner}.` };
}

/** Whether names and words are still there, and until when; with a space behind it. */
function personalData({ erasure }: Dossier, { calendar }: Procedure): Text {
  const { erasedAt, held, announcedFor } = erasure;
  if (erasedAt !== undefined)
    return { nl: "De persoonsgegevens zijn gewist. ", en: "The personal data have been erased. " };
  const until = held?.until;
  const isPast = until !== undefined && announcedFor !== undefined && announcedFor > until;
  if (held !== undefined && !isPast) {
    return until === undefined
      ? { nl: "De persoonsgegevens blijven langer bewaard. ", en: "The personal data are kept longer. " }
      : {
          nl: `De persoonsgegevens blijven bewaard tot ${dateInWords(until, "nl")}. `,
          en: `The personal data are kept until ${dateInWords(until, "en")}. `,
        };
  }
  if (announcedFor === undefined) return { nl: "", en: "" };
  const day = (language: Language) => dayInWords(announcedFor, language, calendar.timeZone);
  return {
    nl: `Op ${day("nl")} wissen wij de persoonsgegevens. `,
    en: `On ${day("en")} we erase the personal data. `,
  };
}
