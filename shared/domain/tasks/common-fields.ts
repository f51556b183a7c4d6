import type { Text } from "../text.ts";
import type { Field } from "./task-kind.ts";

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

/** The hint of a field whose words are put in the outcome letter: whoever fills it in must know who will read it. */
export function proposedToComplainant(hint: Text): Text {
  return {
    nl: `${hint.nl} Deze tekst komt als voorstel in de brief aan de klager.`,
    en: `${hint.en} This text is put in the letter to the complainant as a proposal.`,
  };
}
