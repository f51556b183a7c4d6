import { unlessFew } from "./overview-groups.ts";
import { countsOf } from "./overview-months.ts";
import type { OverviewSurvey } from "./overview-schema.ts";
import { fewestShown } from "./small-groups.ts";

type Score = OverviewSurvey["scores"][number];

/** How satisfied those were who answered (B35): no mean and no scores where fewer than five did. */
export function surveyOf(numbers: Readonly<Record<string, number>>, who: "complainant" | "respondent"): OverviewSurvey {
  const asked = numbers[`survey:${who}:asked`] ?? 0;
  const answered = numbers[`survey:${who}:answered`] ?? 0;
  const scores = countsOf(numbers, `survey:${who}:score:`);
  return {
    asked: unlessFew(asked),
    answered: unlessFew(asked) === null ? null : unlessFew(answered),
    rate: answered < fewestShown || asked === 0 ? null : Math.round((answered / asked) * 100) / 100,
    mean: meanScore(scores),
    heard: meanScore(countsOf(numbers, `survey:${who}:heard:`)),
    scores: mergeNeighbours(scores),
  };
}

function meanScore(scores: Readonly<Record<string, number>>): number | null {
  const given = Object.entries(scores);
  const count = given.reduce((total, [, times]) => total + times, 0);
  if (count < fewestShown) return null;
  return Math.round((given.reduce((total, [score, times]) => total + Number(score) * times, 0) / count) * 10) / 10;
}

/** The scores from 1 to 5, each together with its higher neighbours until five people gave them; what is left over joins the last. */
function mergeNeighbours(scores: Readonly<Record<string, number>>): readonly Score[] {
  const merged: Score[] = [];
  let from = 1;
  let count = 0;
  for (let to = 1; to <= 5; to += 1) {
    count += scores[to] ?? 0;
    if (count < fewestShown && count > 0) continue;
    merged.push({ from, to, count });
    from = to + 1;
    count = 0;
  }
  if (count === 0) return merged.some((score) => score.count > 0) ? merged : [];
  for (let last = merged.pop(); last !== undefined; last = merged.pop()) {
    if (last.count > 0) return [...merged, { from: last.from, to: 5, count: last.count + count }];
  }
  return [];
}
