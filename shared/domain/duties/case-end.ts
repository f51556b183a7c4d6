import type { Instant } from "../../ports.ts";
import type { Task } from "../dossier.ts";
import type { TaskKindId } from "../tasks/task-kind.ts";
import type { Text } from "../text.ts";
import type { CaseSoFar } from "./case-so-far.ts";

/** A way in which a case ends without being looked into, since when, and why the duties of looking into it do not apply. */
export interface CaseEnd {
  readonly end: "withdrawn" | "not-a-complaint" | "solved-at-once" | "solved-in-talk" | "advice";
  readonly at: Instant;
  readonly why: Text;
}

/** Every way: what belongs to looking into a complaint does not apply to any of them. */
export const everyEnd = ["withdrawn", "not-a-complaint", "solved-at-once", "solved-in-talk", "advice"] as const;

/** Ends before there is anything to tell the complainant but that it ended. */
export const withoutOutcome = ["withdrawn", "not-a-complaint", "advice"] as const;

const why: { readonly [End in CaseEnd["end"]]: Text } = {
  withdrawn: { nl: "De klager heeft de klacht ingetrokken.", en: "The complainant withdrew the complaint." },
  "not-a-complaint": { nl: "Dit bleek geen klacht.", en: "This turned out not to be a complaint." },
  "solved-at-once": { nl: "De klacht is bij het eerste contact opgelost.", en: "This was solved at first contact." },
  "solved-in-talk": { nl: "Zij hebben het samen uitgepraat.", en: "They talked it out together." },
  advice: { nl: "De klager wilde advies en geen klacht.", en: "The complainant wanted advice and no complaint." },
};

/** The tasks at which a case can leave the long way. */
const forks: ReadonlySet<TaskKindId> = new Set([
  "assess",
  "talk-result",
  "decide-after-silence",
  "choose-after-advice",
]);

/** How the case ended without being looked into; `undefined` while it is, was, or may still be. */
export function howItEnded({ dossier }: CaseSoFar): CaseEnd | undefined {
  const { withdrawn, reopened, tasks } = dossier;
  if (withdrawn !== undefined) return { end: "withdrawn", at: withdrawn.at, why: why.withdrawn };
  if (reopened !== undefined) return undefined;
  const last = tasks.findLast(({ kind, status }) => forks.has(kind) && (status === "answered" || status === "expired"));
  const disputed = tasks.some(({ kind, answer }) => kind === "confirm-agreement" && answer?.outcome === "disputed");
  const end = last === undefined ? undefined : endAt(last, disputed);
  if (last === undefined || end === undefined) return undefined;
  return { end, at: last.status === "answered" ? last.answeredAt : last.dueAt, why: why[end] };
}

function endAt({ kind, status, answer }: Task, disputed: boolean): CaseEnd["end"] | undefined {
  switch (kind) {
    case "assess":
      if (answer?.outcome === "not-a-complaint") return "not-a-complaint";
      return answer?.outcome === "solved" ? "solved-at-once" : undefined;
    case "talk-result":
      return answer?.outcome === "solved" && !disputed ? "solved-in-talk" : undefined;
    case "decide-after-silence":
      return answer?.outcome === "solved" ? "solved-in-talk" : undefined;
    case "choose-after-advice":
      return answer?.outcome === "settled" || status === "expired" ? "advice" : undefined;
    default:
      return undefined;
  }
}
