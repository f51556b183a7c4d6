import { optionalParagraph } from "./common-fields.ts";
import { halfMeasures, measureFieldNames, measureFields } from "./measure-fields.ts";
import type { TaskKind } from "./task-kind.ts";

/** Three and six months after a measure: did it help? With the numbers before and after (A28, B37). */
export const judgeEffect = {
  kind: "judge-effect",
  phase: "learning",
  who: "learning",
  matter: "measure",
  whenExpired: "next-up",
  duties: ["A28", "A30", "B37"],
  title: { nl: "Kijk of de maatregel hielp", en: "See whether the measure helped" },
  purpose: {
    nl: "De maatregel is een tijd geleden uitgevoerd. Kijk naar de cijfers van voor en na, en vraag zo nodig rond. Weinig klachten zeggen nog niet alles.",
    en: "The measure was carried out some time ago. Look at the numbers before and after, and ask around where needed. Few complaints do not say everything.",
  },
  fields: [
    optionalParagraph("effectNote", { nl: "Waaraan ziet u dat?", en: "How can you tell?" }),
    ...measureFields(1),
  ],
  outcomes: [
    { id: "helped", label: { nl: "Ja, het hielp", en: "Yes, it helped" }, fields: ["effectNote"] },
    { id: "partly", label: { nl: "Voor een deel", en: "Partly" }, fields: ["effectNote"] },
    {
      id: "not-helped",
      label: { nl: "Nee, het hielp niet", en: "No, it did not help" },
      hint: { nl: "U kunt meteen een andere maatregel afspreken.", en: "You can agree on another measure at once." },
      fields: ["effectNote", ...measureFieldNames(1)],
    },
  ],
  check: (answer) => halfMeasures(answer, 1),
} as const satisfies TaskKind;
