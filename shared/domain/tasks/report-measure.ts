import type { Dossier } from "../dossier.ts";
import { dayField, optionalParagraph, paragraphField } from "./common-fields.ts";
import type { TaskKind } from "./task-kind.ts";

/** Whoever owns a measure carries it out and shows that it was done (A28, B37, B38). */
export const reportMeasure = {
  kind: "report-measure",
  phase: "learning",
  who: "owner",
  matter: "measure",
  whenExpired: "next-up",
  duties: ["A27", "A28", "B37", "B38"],
  title: { nl: "Voer de maatregel uit", en: "Carry out the measure" },
  purpose: {
    nl: "Doe wat is afgesproken, en laat zien dat het is gedaan. Lukt het niet op tijd? Kies dan een nieuwe datum en zeg waarom.",
    en: "Do what was agreed, and show that it was done. Can it not be done in time? Then choose a new date and say why.",
  },
  fields: [
    paragraphField(
      "evidence",
      { nl: "Wat is er gedaan?", en: "What was done?" },
      {
        nl: "Schrijf het zo dat een ander het kan nagaan. Geen namen van klagers.",
        en: "Write it so that somebody else can check it. No names of complainants.",
      },
    ),
    dayField("doneOn", { nl: "Op welke dag was het klaar?", en: "On which day was it done?" }),
    optionalParagraph(
      "toldComplainants",
      { nl: "Wat schrijven wij hierover aan klagers?", en: "What do we write to complainants about it?" },
      {
        nl: "Wie erom vroeg, krijgt deze tekst. Schrijf geen namen. Laat u dit leeg, dan schrijven wij alleen dat wij iets hebben gedaan.",
        en: "Whoever asked for it gets this text. Write no names. If you leave this empty, we only write that we did something.",
      },
    ),
    {
      name: "newDue",
      label: { nl: "Wat is de nieuwe datum?", en: "What is the new date?" },
      control: { type: "date", when: "coming" },
      keep: "fact",
    },
    paragraphField("extendReason", { nl: "Waarom duurt het langer?", en: "Why does it take longer?" }),
    paragraphField("dropReason", { nl: "Waarom gaat het niet door?", en: "Why is it not going ahead?" }),
  ],
  outcomes: [
    {
      id: "done",
      label: { nl: "De maatregel is uitgevoerd", en: "The measure has been carried out" },
      fields: ["evidence", "doneOn", "toldComplainants"],
      offeredWhen: (dossier) => !isPromise(dossier),
    },
    {
      id: "kept",
      label: { nl: "Wij hebben gedaan wat wij beloofden", en: "We have done what we promised" },
      fields: ["evidence", "doneOn"],
      offeredWhen: isPromise,
    },
    {
      id: "extended",
      label: { nl: "Het duurt langer", en: "It takes longer" },
      hint: { nl: "Wij vragen het u dan opnieuw.", en: "Then we ask you again." },
      fields: ["newDue", "extendReason"],
    },
    {
      id: "dropped",
      label: { nl: "Het gaat niet door", en: "It is not going ahead" },
      fields: ["dropReason"],
    },
  ],
} as const satisfies TaskKind;

/** Made to a complainant: it is kept or not, and nobody asks later whether it helped. */
export function isPromise({ matter }: Dossier): boolean {
  return matter.kind === "measure" && matter.measure.measureType === "promise";
}
