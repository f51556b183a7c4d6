import type { Instant } from "../../ports.ts";
import type { Dossier } from "../dossier.ts";
import { erasureState, isHeld } from "../erasure.ts";
import type { ComplaintEvent } from "../events.ts";
import type { Procedure } from "../procedure.ts";
import { ownerSeat } from "../seats.ts";
import { type Decision, done, nothing, refuse } from "./decision.ts";
import { queue } from "./letters.ts";

/** The owner hears, once, when the personal data of a closed file will be erased. */
export function announceErasure(dossier: Dossier, procedure: Procedure, now: Instant): Decision {
  const state = erasureState(dossier, procedure, now);
  if (state.kind !== "to-announce") return nothing;
  const { eraseAt } = state;
  const letter = { letter: "erasure-announced" as const, to: ownerSeat(dossier, procedure, now) };
  return done([{ type: "ErasureAnnounced", facts: { eraseAt }, private: {} }, ...queue([letter], dossier, procedure)]);
}

/**
 * Nothing personal is left of the file as it was at `version`; refused when something came in since. What still waited ends: nobody could do
 * it without the words.
 */
export function recordErasure(version: number, dossier: Dossier, procedure: Procedure, now: Instant): Decision {
  if (dossier.erasure.erasedAt !== undefined) return nothing;
  const isKept = dossier.status === "open" || isHeld(dossier, procedure, now);
  if (isKept || dossier.version !== version) return refuse({ reason: "not-now" });
  const tasks = dossier.tasks
    .filter(({ status }) => status === "open")
    .map(({ taskId }): ComplaintEvent => ({ type: "TaskCancelled", facts: { taskId }, private: {} }));
  const letters = dossier.letters
    .filter(({ status, by }) => status === "queued" && by === "mail")
    .map(
      ({ letterId }): ComplaintEvent => ({ type: "LetterRefused", facts: { letterId, withheld: true }, private: {} }),
    );
  return done([...tasks, ...letters, { type: "PersonalDataErased", facts: {}, private: {} }]);
}
