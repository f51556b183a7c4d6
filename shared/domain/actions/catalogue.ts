import type { Instant } from "../../ports.ts";
import type { Dossier } from "../dossier.ts";
import type { Procedure } from "../procedure.ts";
import type { ActionId, ActionKind, Actor } from "./action-kind.ts";
import { actionIds } from "./action-kind.ts";
import { addToCase } from "./add-to-case.ts";
import { announceDelay, pauseClock, restartClock } from "./clock.ts";
import { holdErasure, liftHold } from "./erasure.ts";
import { handOverCase, handOverTask } from "./hand-over.ts";
import { aboutAHandler, nameRespondent } from "./name-respondent.ts";
import { withdraw } from "./withdraw.ts";

/** Everything that one may do at any moment. */
export const actions: { readonly [Id in ActionId]: ActionKind } = {
  withdraw,
  "add-to-case": addToCase,
  "announce-delay": announceDelay,
  "hand-over-task": handOverTask,
  "hand-over-case": handOverCase,
  "pause-clock": pauseClock,
  "restart-clock": restartClock,
  "name-respondent": nameRespondent,
  "about-a-handler": aboutAHandler,
  "hold-erasure": holdErasure,
  "lift-hold": liftHold,
};

/** What this party may do in this case now. */
export function actionsFor(actor: Actor, dossier: Dossier, procedure: Procedure, now: Instant): readonly ActionKind[] {
  return actionIds.map((id) => actions[id]).filter(({ isFor }) => isFor(actor, dossier, procedure, now));
}
