import type { Dossier } from "../../domain/dossier.ts";
import type { Text } from "../../domain/text.ts";

/** What somebody is involved in, who therefore does not work on this file: the complaint, or one that it comes from. */
export function involvedIn({ matter }: Dossier): Text {
  return matter.kind === "complaint"
    ? { nl: "deze klacht", en: "this complaint" }
    : { nl: "een klacht die erbij hoort", en: "a complaint behind it" };
}
