import { deliverAnswer } from "../../shared/cases/deliver-answer.ts";
import { isToTell } from "../../shared/domain/deciding/tell-measure.ts";
import type { ComplaintEvent } from "../../shared/domain/events.ts";
import { shieldRespondent } from "../../shared/learning/shield-respondent.ts";
import { tellWhatWeDid } from "../../shared/learning/tell-what-we-did.ts";
import type { OpenedLink } from "./opened-link.ts";
import type { CaseDependencies } from "./web-dependencies.ts";

/**
 * Tells the state machines which tasks came to an end: by an answer, or because the complaint was withdrawn; complainants what we did, where
 * an answer says so; and measures and signals whom the complaint is about too. That is safe in the case already; what cannot be told now,
 * the sweeper tells.
 */
export async function tellOutcomes(
  events: readonly ComplaintEvent[],
  { organisation, caseId }: OpenedLink,
  dependencies: CaseDependencies,
): Promise<void> {
  for (const event of events) {
    if (event.type === "RespondentNamed" && event.facts.colleague === true) {
      const named = { organisation, caseId, respondent: event.facts.respondent };
      await shieldRespondent(named, dependencies).catch(() => undefined);
    }
    const outcome = outcomeIn(event);
    if (outcome === undefined) continue;
    await deliverAnswer({ organisation, caseId, ...outcome }, dependencies).catch(() => undefined);
    if (event.type !== "TaskAnswered" || !isToTell(event.facts)) continue;
    await tellWhatWeDid({ organisation, caseId, taskId: outcome.taskId }, dependencies).catch(() => undefined);
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
