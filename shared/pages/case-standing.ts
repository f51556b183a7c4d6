import type { Dossier } from "../domain/dossier.ts";
import type { Procedure } from "../domain/procedure.ts";
import type { Language, Text } from "../domain/text.ts";
import { nameAndTitle } from "../letters/wording/people.ts";

/** How a file stands, and whose it is, in two short sentences. */
export function standing(dossier: Dossier, procedure: Procedure, language: Language): Text {
  const owner = nameAndTitle(dossier.owner, dossier, procedure, language);
  if (dossier.status === "closed") return { nl: `Gesloten. Eigenaar: ${owner}.`, en: `Closed. Owner: ${owner}.` };
  if (dossier.withdrawn !== undefined) {
    return { nl: `Ingetrokken. Eigenaar: ${owner}.`, en: `Withdrawn. Owner: ${owner}.` };
  }
  return dossier.matter.kind === "complaint"
    ? { nl: `In behandeling. Eigenaar: ${owner}.`, en: `In progress. Owner: ${owner}.` }
    : { nl: `Nog open. Eigenaar: ${owner}.`, en: `Still open. Owner: ${owner}.` };
}
