import type { Dossier } from "../dossier.ts";
import { optionalParagraph, paragraphField } from "./common-fields.ts";
import type { Field } from "./task-kind.ts";

/** The letters that tell an outcome: one for each kind of reader, because not everybody may read the same (B27, B28). */
export const outcomeFields = [
  paragraphField(
    "letter",
    { nl: "Brief aan de klager", en: "Letter to the complainant" },
    {
      nl: "Aanhef, zaaknummer en ondertekening komen er vanzelf bij. Geef antwoord op elk punt. Lees de tekst na: het voorstel komt uit de zaak.",
      en: "Salutation, case number and signature are added for you. Answer every point. Read it through: the proposal is taken from the case.",
    },
  ),
  {
    ...paragraphField(
      "respondentLetter",
      { nl: "Brief aan degene over wie het gaat", en: "Letter to the person it is about" },
      {
        nl: "Schrijf alleen wat deze persoon mag weten. Gaat het over meer mensen? Dan krijgen zij allemaal deze tekst.",
        en: "Only write what this person may know. Is it about more people? Then all of them get this text.",
      },
    ),
    askedWhen: (dossier: Dossier) => dossier.respondents.length > 0,
  },
  {
    ...optionalParagraph(
      "clientLetter",
      { nl: "Brief aan de opdrachtgever", en: "Letter to the client" },
      {
        nl: "Geen namen of bijzonderheden die niet nodig zijn.",
        en: "No names or details that are not needed.",
      },
    ),
    askedWhen: (dossier: Dossier) => dossier.client !== undefined,
  },
  optionalParagraph(
    "teamLetter",
    { nl: "Bericht aan het team", en: "Message to the team" },
    { nl: "Wat moeten collega's weten? Zonder namen.", en: "What should colleagues know? Without names." },
  ),
] as const satisfies readonly Field[];

export const outcomeFieldNames = ["letter", "respondentLetter", "clientLetter", "teamLetter"] as const;
