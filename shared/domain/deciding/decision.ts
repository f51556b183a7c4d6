import type { CancelledTask, Dossier, EndedTask, FourFacts } from "../dossier.ts";
import type { ComplaintEvent } from "../events.ts";
import { evolve } from "../evolve.ts";
import type { Problem } from "../tasks/task-kind.ts";

/** Why a command cannot be carried out. */
export type Refusal =
  | { readonly reason: "unknown-task" }
  | { readonly reason: "task-ended"; readonly task: EndedTask | CancelledTask }
  | { readonly reason: "not-yours" }
  | { readonly reason: "invalid-answer"; readonly problems: readonly Problem[] }
  | { readonly reason: "not-now" }
  | { readonly reason: "case-closed" }
  | { readonly reason: "facts-missing"; readonly missing: readonly (keyof FourFacts)[] };

export type Decision =
  | { readonly ok: true; readonly events: readonly ComplaintEvent[] }
  | { readonly ok: false; readonly refusal: Refusal };

export const nothing: Decision = { ok: true, events: [] };
export const done = (events: readonly ComplaintEvent[]): Decision => ({ ok: true, events });
export const refuse = (refusal: Refusal): Decision => ({ ok: false, refusal });

/** The case as it will be once these events have happened, for rules that follow from them. */
export function after(dossier: Dossier, events: readonly ComplaintEvent[], at: string): Dossier {
  return events.reduce<Dossier>(
    (before, event) => evolve(before, { version: before.version + 1, at, event }) ?? before,
    dossier,
  );
}
