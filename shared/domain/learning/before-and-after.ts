/**
 * Whether complaints became fewer or more after a measure. Two counts over two lengths of time are compared exactly: if nothing changed, the
 * complaints of both times together fall in the second with a chance equal to its share of the time, so their number there is binomial.
 * J. Przyborowski and H. Wilenski, "Homogeneity of results in testing samples from Poisson series", Biometrika 31 (1940), 313-323.
 */
export interface BeforeAndAfter {
  readonly before: number;
  readonly monthsBefore: number;
  readonly after: number;
  readonly monthsAfter: number;
  /** The chance of a difference this large, either way, if nothing had changed: twice the smaller tail, at most 1. */
  readonly chance: number;
  readonly verdict: Verdict;
}

/** `too-few`: so few complaints, or so little time, that even none at all could be chance. */
export const verdicts = ["fewer", "more", "could-be-chance", "too-few"] as const;
export type Verdict = (typeof verdicts)[number];

const unlikely = 0.05;

/** A number of complaints in a number of whole months. */
export interface CountedMonths {
  readonly count: number;
  readonly months: number;
}

export function compareBeforeAndAfter(before: CountedMonths, after: CountedMonths): BeforeAndAfter {
  const compared = {
    before: before.count,
    monthsBefore: before.months,
    after: after.count,
    monthsAfter: after.months,
  };
  if (before.months < 1 || after.months < 1) return { ...compared, chance: 1, verdict: "too-few" };
  const total = before.count + after.count;
  const share = after.months / (before.months + after.months);
  const chance = twoSided(after.count, total, share);
  if (chance < unlikely) {
    return { ...compared, chance, verdict: after.count < total * share ? "fewer" : "more" };
  }
  const noneAfter = twoSided(0, total, share);
  return { ...compared, chance, verdict: noneAfter < unlikely ? "could-be-chance" : "too-few" };
}

function twoSided(count: number, total: number, share: number): number {
  const atMost = cumulative(count, total, share);
  const atLeast = 1 - (count === 0 ? 0 : cumulative(count - 1, total, share));
  return Math.min(1, 2 * Math.min(atMost, atLeast));
}

/** P(X ≤ count) of a binomial distribution, summed by logarithms so that hundreds of complaints do not underflow. */
function cumulative(count: number, total: number, share: number): number {
  let logarithm = total * Math.log1p(-share);
  let sum = Math.exp(logarithm);
  for (let n = 1; n <= count; n += 1) {
    logarithm += Math.log((total - n + 1) / n) + Math.log(share) - Math.log1p(-share);
    sum += Math.exp(logarithm);
  }
  return Math.min(1, sum);
}
