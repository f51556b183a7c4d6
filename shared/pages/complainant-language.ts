import type { Dossier } from "../domain/dossier.ts";
import type { Procedure } from "../domain/procedure.ts";
import type { Language, Text } from "../domain/text.ts";

const names: { readonly [In in Language]: Text } = {
  nl: { nl: "Nederlands", en: "Dutch" },
  en: { nl: "Engels", en: "English" },
};

/** What somebody must know about the language of the complainant, who does not read what the house writes in. */
export interface OtherLanguage {
  /** `De klager leest Engels.` */
  readonly reads: Text;
  /** For whoever writes to the complainant. */
  readonly write: Text;
}

/** `undefined` when the page, the house and the complainant all use one language. */
export function otherLanguage(dossier: Dossier, procedure: Procedure, language: Language): OtherLanguage | undefined {
  const reader = dossier.language;
  if (reader === language && reader === procedure.house.language) return undefined;
  const theirs = names[reader];
  const ours = names[reader === "nl" ? "en" : "nl"];
  const reads: Text = { nl: `De klager leest ${theirs.nl}.`, en: `The complainant reads ${theirs.en}.` };
  return {
    reads,
    write: {
      nl: `${reads.nl} Schrijf deze brief in het ${theirs.nl}. Het voorstel hieronder is nog (deels) ${ours.nl}.`,
      en: `${reads.en} Write this letter in ${theirs.en}. The proposal below may still be partly in ${ours.en}.`,
    },
  };
}
