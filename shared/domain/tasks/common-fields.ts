import type { Text } from "../text.ts";
import type { Field, Option } from "./task-kind.ts";

/** The ground of a complaint, from the house's list (A24, B30). Asked anew when the facts are known. */
export const category = {
  name: "category",
  label: { nl: "Waar gaat de klacht over?", en: "What is the complaint about?" },
  control: { type: "choice", from: "categories" },
  keep: "fact",
} as const satisfies Field;

/** Why it could go wrong, not what went wrong (B32). */
export const cause = {
  name: "cause",
  label: { nl: "Wat is de oorzaak?", en: "What is the cause?" },
  hint: {
    nl: "Niet wat er misging, maar waardoor het kon misgaan.",
    en: "Not what went wrong, but what made it possible.",
  },
  control: { type: "choice", from: "causes" },
  keep: "fact",
} as const satisfies Field;

export const yesOrNo = [
  { id: "yes", label: { nl: "Ja", en: "Yes" } },
  { id: "no", label: { nl: "Nee", en: "No" } },
] as const satisfies readonly Option[];

/** What to put in a `people` field. */
export const onePerLine: Text = {
  nl: "Eén per regel: naam, mailadres. Weet u het mailadres niet? Schrijf dan alleen de naam.",
  en: "One on each line: name, mail address. Do you not know the address? Then write the name only.",
};

/** A day on which something was done. */
export function dayField<const Name extends string>(name: Name, label: Text) {
  return { name, label, control: { type: "date", when: "past" }, keep: "fact" } as const;
}

/** The hint of a field whose words are put in the outcome letter: whoever fills it in must know who will read it. */
export function proposedToComplainant(hint: Text): Text {
  return {
    nl: `${hint.nl} Deze tekst komt als voorstel in de brief aan de klager.`,
    en: `${hint.en} This text is put in the letter to the complainant as a proposal.`,
  };
}

/** Something to add for whoever wants to. */
export const remark = {
  name: "remark",
  label: { nl: "Wilt u er iets bij zeggen?", en: "Would you like to add something?" },
  control: { type: "paragraph" },
  optional: true,
  keep: "private",
} as const satisfies Field;

/** A paragraph of words that can be erased. */
export function paragraphField<const Name extends string>(name: Name, label: Text, hint?: Text) {
  return { name, label, ...(hint !== undefined && { hint }), control: { type: "paragraph" }, keep: "private" } as const;
}

/** The same, which may be left out. */
export function optionalParagraph<const Name extends string>(name: Name, label: Text, hint?: Text) {
  return { ...paragraphField(name, label, hint), optional: true } as const;
}
