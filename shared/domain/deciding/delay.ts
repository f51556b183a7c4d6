import { closingOn } from "../calendar.ts";
import { calendarOf, dueAt } from "../clocks.ts";
import type { Dossier } from "../dossier.ts";
import type { ComplaintEvent } from "../events.ts";
import type { Party } from "../party.ts";
import type { Procedure } from "../procedure.ts";
import { queue, whoKnow } from "./letters.ts";

/** The outcome comes later: told to the complainant and to every respondent who knows of the complaint (B22). */
export function announced(
  newDate: string,
  reason: string,
  by: Party,
  dossier: Dossier,
  procedure: Procedure,
): readonly ComplaintEvent[] {
  const from = dueAt("decision", dossier, procedure);
  const to = closingOn(newDate, calendarOf(procedure));
  const told = [
    { letter: "delay" as const, to: "complainant" as const },
    ...whoKnow(dossier).map((respondent) => ({ letter: "delay-respondent" as const, to: respondent })),
  ];
  return [{ type: "DelayAnnounced", facts: { by, from, to }, private: { reason } }, ...queue(told, dossier, procedure)];
}
