import { latestAnswerOf } from "./prefill.ts";
import type { TaskKind } from "./task-kind.ts";

/** A serious complaint, or one that may lead to a claim, goes to the director at once (B19). */
export const decideUrgently = {
  kind: "decide-urgently",
  phase: "intake",
  who: "director",
  branch: "urgent",
  duties: ["B19"],
  whenExpired: "next-up",
  hurry: true,
  needed: (dossier) => {
    const { severity, claim } = latestAnswerOf(dossier, "assess");
    return severity === "serious" || claim === "yes";
  },
  title: { nl: "Bepaal de koers bij een ernstige klacht", en: "Set the course of a serious complaint" },
  purpose: {
    nl: "Deze klacht is ernstig, of er kan een claim uit komen. Zeg wat er nu meteen moet gebeuren, en wie dat doet.",
    en: "This complaint is serious, or it may lead to a claim. Say what has to happen right now, and who does it.",
  },
  fields: [
    {
      name: "direction",
      label: { nl: "Wat moet er nu gebeuren?", en: "What has to happen now?" },
      hint: {
        nl: "De eigenaar van de zaak leest dit en gaat ermee aan de slag.",
        en: "The owner of the case reads this and gets to work on it.",
      },
      control: { type: "paragraph" },
      keep: "private",
    },
  ],
  outcomes: [{ id: "directed", label: { nl: "Zo doen wij het", en: "This is what we do" }, fields: ["direction"] }],
} as const satisfies TaskKind;
