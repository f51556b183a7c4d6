import { isStopped } from "../alarms.ts";
import { dueAt, isPaused } from "../clocks.ts";
import type { Dossier } from "../dossier.ts";
import type { Procedure } from "../procedure.ts";
import { isSamePerson } from "../roles.ts";
import { mayReadFile } from "../seats.ts";
import { announceDelay as delayForm } from "../tasks/announce-delay.ts";
import type { Text } from "../text.ts";
import type { ActionKind, Actor } from "./action-kind.ts";
import { reason } from "./reason.ts";

function isOwnerOfRunning({ by }: Actor, dossier: Dossier, procedure: Procedure): boolean {
  return (
    mayReadFile(by, dossier, procedure) &&
    isSamePerson(by, dossier.owner, procedure, dossier) &&
    !isStopped("decision", dossier)
  );
}

/** The date of the outcome moves with the clock, and those who wait for it hear why. */
const toldToBoth: Text = {
  nl: "De klager en degene over wie het gaat lezen dit.",
  en: "The complainant and the person it is about read this.",
};

/** The owner says that the outcome comes later, before anybody asks (B22). */
export const announceDelay = {
  action: "announce-delay",
  duties: ["B22"],
  isFor: (actor, dossier, procedure) => isOwnerOfRunning(actor, dossier, procedure),
  title: delayForm.title,
  purpose: delayForm.purpose,
  fields: delayForm.fields,
  outcomes: [delayForm.outcomes[0]],
  check: delayForm.check,
} as const satisfies ActionKind;

/** The clock of the outcome stands still until a day, for a reason; not once it has run out: then a new date is due (B22). */
export const pauseClock = {
  action: "pause-clock",
  duties: ["B17", "B21"],
  isFor: (actor, dossier, procedure, now) =>
    isOwnerOfRunning(actor, dossier, procedure) &&
    !isPaused(dossier, now) &&
    dueAt("decision", dossier, procedure) > now,
  title: { nl: "Zet de klok even stil", en: "Stop the clock for a while" },
  purpose: {
    nl: "Doe dit alleen als wij echt moeten wachten, bijvoorbeeld op de klager. De klok loopt vanzelf weer op de dag die u kiest.",
    en: "Only do this when we really have to wait, for example for the complainant. The clock runs again by itself on the day you choose.",
  },
  fields: [
    {
      name: "pauseUntil",
      label: { nl: "Tot welke dag?", en: "Until which day?" },
      control: { type: "date", when: "coming" },
      keep: "fact",
    },
    { ...reason, hint: toldToBoth },
  ],
  outcomes: [
    { id: "paused", label: { nl: "Klok stilzetten", en: "Stop the clock" }, fields: ["pauseUntil", "reason"] },
  ],
} as const satisfies ActionKind;

export const restartClock = {
  action: "restart-clock",
  duties: ["B17", "B21"],
  isFor: (actor, dossier, procedure, now) => isOwnerOfRunning(actor, dossier, procedure) && isPaused(dossier, now),
  title: { nl: "Laat de klok weer lopen", en: "Let the clock run again" },
  purpose: {
    nl: "De klok staat stil. Hij loopt weer vanaf nu.",
    en: "The clock stands still. It runs again from now.",
  },
  fields: [{ ...reason, hint: toldToBoth }],
  outcomes: [{ id: "restarted", label: { nl: "Klok laten lopen", en: "Start the clock" }, fields: ["reason"] }],
} as const satisfies ActionKind;
