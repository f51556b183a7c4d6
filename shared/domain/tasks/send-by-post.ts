import { dayField } from "./common-fields.ts";
import type { TaskKind } from "./task-kind.ts";

/** A letter to somebody without a working mail address is brought over otherwise, in the same time (B9, B27). */
export const sendByPost = {
  kind: "send-by-post",
  phase: "intake",
  who: "writer",
  whenExpired: "next-up",
  beside: true,
  hurry: true,
  duties: ["B9", "B22", "B27"],
  title: { nl: "Breng een brief over", en: "Bring a letter over" },
  purpose: {
    nl: "Deze persoon kan onze mail niet krijgen. Druk de brief af en stuur hem met de post. Bel ook als u een nummer hebt.",
    en: "This person cannot get our mail. Print the letter and send it by post. Call too if you have a number.",
  },
  fields: [
    {
      name: "sentHow",
      label: { nl: "Hoe bracht u de brief over?", en: "How did you bring the letter over?" },
      control: {
        type: "choice",
        options: [
          { id: "post", label: { nl: "Met de post", en: "By post" } },
          { id: "phone", label: { nl: "Voorgelezen aan de telefoon", en: "Read out on the phone" } },
          { id: "in-person", label: { nl: "In een gesprek", en: "In person" } },
        ],
      },
      keep: "fact",
    },
    dayField("sentOn", { nl: "Op welke dag?", en: "On which day?" }),
  ],
  outcomes: [{ id: "sent", label: { nl: "Gedaan", en: "Done" }, fields: ["sentHow", "sentOn"] }],
} as const satisfies TaskKind;
