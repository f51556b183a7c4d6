import type { ActionId } from "../../shared/domain/actions/action-kind.ts";
import { isPaused } from "../../shared/domain/clocks.ts";
import type { Instant } from "../../shared/ports.ts";
import type { OpenedLink } from "./opened-link.ts";

/**
 * Whether the case is as this act leaves it. Tells a second submit from somebody for whom the act is not there; without `posted`, whether
 * there is anything to tell about at all.
 */
export function isInPlace(
  action: ActionId,
  posted: Readonly<Record<string, string>>,
  { by, task, dossier }: Pick<OpenedLink, "by" | "task" | "dossier">,
  now: Instant,
): boolean {
  const { handTo } = posted;
  const isGiven = (to: string | undefined) =>
    to?.startsWith("person:") === true && (handTo === undefined || to === `person:${handTo}`);
  switch (action) {
    case "withdraw":
      return by === "complainant" && dossier.withdrawn !== undefined;
    case "add-to-case":
      return dossier.messages.some((one) => one.by === by);
    case "announce-delay":
      return dossier.delays.at(-1)?.by === by;
    case "hand-over-task":
      return task?.because === "handed-over" && isGiven(task.assignee);
    case "hand-over-case":
      return isGiven(dossier.owner);
    case "pause-clock":
      return isPaused(dossier, now);
    case "restart-clock":
      return dossier.pauses.at(-1)?.restarted !== undefined;
    case "name-respondent":
    case "about-a-handler":
      return dossier.respondents.length > 0;
    case "hold-erasure":
      return dossier.erasure.held !== undefined;
    case "lift-hold":
      return dossier.erasure.held === undefined;
  }
}
