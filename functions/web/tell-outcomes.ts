import { deliverAnswer } from "../../shared/cases/deliver-answer.ts";
import type { ComplaintEvent } from "../../shared/domain/events.ts";
import type { OpenedLink } from "./opened-link.ts";
import type { CaseDependencies } from "./web-dependencies.ts";

/**
 * Tells the state machines which tasks came to an end: by an answer, or because the complaint was withdrawn. That is safe in the case
 * already; when a state machine cannot be told now, the sweeper tells it.
 */
export async function tellOutcomes(
  events: readonly ComplaintEvent[],
  { organisation, caseId }: OpenedLink,
  dependencies: CaseDependencies,
): Promise<void> {
  for (const event of events) {
    const outcome = outcomeIn(event);
    if (outcome === undefined) continue;
    await deliverAnswer({ organisation, caseId, ...outcome }, dependencies).catch(() => undefined);
  }
}

function outcomeIn(event: ComplaintEvent): { readonly taskId: string; readonly outcome: string } | undefined {
  switch (event.type) {
    case "TaskAnswered":
      return { taskId: event.facts.taskId, outcome: event.facts.outcome };
    case "TaskCancelled":
      return { taskId: event.facts.taskId, outcome: "withdrawn" };
    default:
      return undefined;
  }
}
