import type { AnsweredTask, Dossier } from "../dossier.ts";
import { proposalsAtMost } from "../tasks/analyse-overview.ts";
import type { TaskKindId } from "../tasks/task-kind.ts";
import type { ReviewWords } from "./overview-input.ts";
import { type Overview, overviewSchema } from "./overview-schema.ts";

/** The figures that a review was begun with, as they were then; `undefined` for another file, and for figures of a form that is not known any more. */
export function frozenOverview({ matter }: Dossier): Overview | undefined {
  return matter.kind === "review" ? overviewSchema.safeParse(matter.review.figures).data : undefined;
}

/** What people wrote in a review so far; what was erased stays away. */
export function reviewWordsOf(dossier: Dossier): ReviewWords {
  const said = (kind: TaskKindId, name: string) => nonEmpty(lastAnswer(dossier, kind)?.answer.private[name]);
  const works = said("evaluate-procedure", "works");
  const change = said("evaluate-procedure", "change");
  const decisions = decisionsOf(dossier);
  return {
    ...present("checkNote", said("check-overview", "checkNote")),
    ...present("analysis", said("analyse-overview", "analysis")),
    ...present("adviceMemo", said("analyse-overview", "adviceMemo")),
    ...(decisions.length > 0 && { decisions }),
    ...(works !== undefined && { evaluation: { works, ...present("change", change) } }),
    ...present("directorNote", said("acknowledge-review", "directorNote")),
  };
}

/** Each proposal, with what was decided on it as far as that was done. */
function decisionsOf(dossier: Dossier): NonNullable<ReviewWords["decisions"]> {
  const proposed = lastAnswer(dossier, "analyse-overview")?.answer;
  const decided = lastAnswer(dossier, "go-through-measures")?.answer;
  if (proposed === undefined) return [];
  return Array.from({ length: proposalsAtMost }, (_, index) => index + 1).flatMap((n) => {
    const proposal = nonEmpty(proposed.private[`proposal${n}`]);
    if (proposal === undefined) return [];
    const decision = decided?.facts[`decision${n}`];
    const accepted = decision === undefined ? {} : { accepted: decision === "accept" };
    return [{ proposal, ...accepted, ...present("why", nonEmpty(decided?.private[`why${n}`])) }];
  });
}

function lastAnswer({ tasks }: Dossier, kind: TaskKindId): AnsweredTask | undefined {
  return tasks.findLast((task): task is AnsweredTask => task.kind === kind && task.status === "answered");
}

function nonEmpty(words: string | undefined): string | undefined {
  return words === "" ? undefined : words;
}

function present<Name extends string>(name: Name, words: string | undefined): { readonly [One in Name]?: string } {
  // A computed key loses its name in the type of the result.
  const named: { [One in Name]?: string } = {};
  if (words !== undefined) named[name] = words;
  return named;
}
