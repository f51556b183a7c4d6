import type { Instant } from "../../ports.ts";
import type { Dossier } from "../dossier.ts";
import { catalogue } from "../tasks/catalogue.ts";
import type { Phase } from "../tasks/task-kind.ts";
import type { RegisterRow } from "./register-row.ts";

/** The case is in this phase from here on, or in none: it was closed. */
interface Mark {
  readonly at: Instant;
  readonly phase: Phase | undefined;
}

const dayMs = 24 * 60 * 60_000;

/**
 * How many days, of 24 hours and rounded to whole ones, a case was in each phase that ended. A phase begins with its first task on the path;
 * after closing none runs until the case is opened again.
 */
export function daysInPhases(dossier: Dossier): RegisterRow["daysIn"] {
  const marks = marksOf(dossier);
  const spent = new Map<Phase, number>();
  for (const [index, { at, phase }] of marks.entries()) {
    const next = marks[index + 1];
    if (phase === undefined || next === undefined) continue;
    spent.set(phase, (spent.get(phase) ?? 0) + Math.max(0, Date.parse(next.at) - Date.parse(at)));
  }
  const last = marks.at(-1)?.phase;
  // A phase that the case is in again is not at its end.
  const ended = [...spent].filter(([phase]) => phase !== last);
  return Object.fromEntries(ended.map(([phase, ms]) => [phase, Math.round(ms / dayMs)]));
}

/** Where the case changed phase, in order. */
function marksOf(dossier: Dossier): readonly Mark[] {
  const onPath = dossier.tasks
    .filter(({ kind }) => catalogue[kind].beside !== true && !isAfterwards(kind))
    .map(({ kind, openedAt }): Mark => ({ at: openedAt, phase: catalogue[kind].phase }));
  const all: readonly Mark[] = [{ at: dossier.receivedAt, phase: "intake" }, ...onPath, ...closings(dossier)];
  const sorted = all.toSorted((one, other) => one.at.localeCompare(other.at));
  return sorted.filter(({ phase }, index) => index === 0 || phase !== sorted[index - 1]?.phase);
}

/** Asked of people when the case is closed. */
const isAfterwards = (kind: Dossier["tasks"][number]["kind"]) => kind === "satisfaction" || kind === "follow-up";

function closings(dossier: Dossier): readonly Mark[] {
  const { reopened, tasks } = dossier;
  const last: readonly Mark[] = dossier.status === "closed" ? [{ at: dossier.closedAt, phase: undefined }] : [];
  if (reopened === undefined) return last;
  // The first closing followed its lessons at once.
  const lessons = tasks.findLast(({ kind, openedAt }) => kind === "draw-lessons" && openedAt < reopened.at);
  const first: readonly Mark[] = lessons?.status === "answered" ? [{ at: lessons.answeredAt, phase: undefined }] : [];
  return [...first, { at: reopened.at, phase: "analysis" }, ...last];
}
