import type { Instant } from "../../ports.ts";
import type { Dossier, Task } from "../dossier.ts";
import type { Party } from "../party.ts";
import type { Procedure } from "../procedure.ts";
import type { Form } from "../tasks/task-kind.ts";

export const actionIds = [
  "withdraw",
  "add-to-case",
  "announce-delay",
  "hand-over-task",
  "hand-over-case",
  "pause-clock",
  "restart-clock",
  "name-respondent",
  "about-a-handler",
  "hold-erasure",
  "lift-hold",
] as const;
export type ActionId = (typeof actionIds)[number];

/** Who wants to act, and through which task's link, when it is one. */
export interface Actor {
  readonly by: Party;
  readonly task?: Task | undefined;
}

/** Something that one may do at any moment, beside the path: its form, and for whom and when it is there. */
export interface ActionKind extends Form {
  readonly action: ActionId;
  /** The obligations that this action carries out. */
  readonly duties: readonly string[];
  readonly isFor: (actor: Actor, dossier: Dossier, procedure: Procedure, now: Instant) => boolean;
}
