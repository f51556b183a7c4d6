import { hasGone } from "../letter-status.ts";
import { dayField } from "./common-fields.ts";
import type { TaskKind } from "./task-kind.ts";

/** Somebody is in touch with the complainant; the automatic receipt is no such contact (B20). */
export const firstResponse = {
  kind: "first-response",
  phase: "analysis",
  who: "owner",
  duties: ["B20"],
  whenExpired: "next-up",
  beside: true,
  hurry: true,
  needed: ({ letters, tasks }) => {
    const told = letters.some((one) => (one.letter === "outcome" || one.letter === "referral") && hasGone(one));
    const inTouch = tasks.some(
      ({ kind, answer }) =>
        (kind === "first-response" && answer !== undefined) || (kind === "assess" && answer?.outcome === "solved"),
    );
    return !told && !inTouch;
  },
  title: { nl: "Neem contact op met de klager", en: "Get in touch with the complainant" },
  purpose: {
    nl: "Bel of mail de klager, of maak een afspraak. Vraag hoe het gaat en leg uit wat u gaat doen. De automatische bevestiging telt niet als contact.",
    en: "Call or mail the complainant, or meet. Ask how they are and tell what you are going to do. The automatic receipt does not count.",
  },
  fields: [
    {
      name: "contactChannel",
      label: { nl: "Hoe had u contact?", en: "How were you in touch?" },
      control: {
        type: "choice",
        options: [
          { id: "phone", label: { nl: "Per telefoon", en: "By phone" } },
          { id: "mail", label: { nl: "Per mail", en: "By mail" } },
          { id: "in-person", label: { nl: "In een gesprek", en: "In person" } },
        ],
      },
      keep: "fact",
    },
    dayField("contactDate", { nl: "Op welke dag was dat?", en: "On which day was that?" }),
    {
      name: "contactSummary",
      label: { nl: "Wat is er besproken?", en: "What did you talk about?" },
      control: { type: "paragraph" },
      keep: "private",
    },
  ],
  outcomes: [
    {
      id: "done",
      label: { nl: "Er was contact", en: "We were in touch" },
      fields: ["contactChannel", "contactDate", "contactSummary"],
    },
  ],
} as const satisfies TaskKind;
