/**
 * A sudden rise against the own history (B36): a control chart for counts (c-chart). A month lies outside when so many complaints, or
 * more, would come by chance less often than 0.00135 of the time, the tail above three standard deviations of a normal distribution. The
 * limit is exact for a Poisson distribution and not the usual approximation `mean + 3√mean`, which rings too often for small counts.
 * NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.3.1 "Counts Control Charts".
 */
const tail = 0.00135;

/** Fewer months than this say too little about what is usual. */
export const fewestBaselineMonths = 6;

/** What is usual, and from how many complaints in a month on it is a rise. */
export interface ControlLimit {
  /** Complaints a month on average in the months before. */
  readonly mean: number;
  /** The smallest number that is a rise. */
  readonly limit: number;
}

/** One month of the chart; without a limit when there is too little history. */
export interface ControlPoint {
  readonly month: string;
  readonly count: number;
  readonly usual?: ControlLimit;
  readonly rise: boolean;
}

/** The limit that follows from the counts of earlier months, one number a month; `undefined` with fewer than six of them. */
export function controlLimit(baseline: readonly number[]): ControlLimit | undefined {
  if (baseline.length < fewestBaselineMonths) return undefined;
  const mean = baseline.reduce((total, count) => total + count, 0) / baseline.length;
  return { mean, limit: upperLimit(mean) };
}

/** The smallest n with P(X ≥ n) < 0.00135, for a Poisson distribution with this mean; summed by logarithms, so any mean will do. */
export function upperLimit(mean: number): number {
  if (mean === 0) return 1;
  let n = 0;
  let logarithm = -mean;
  let atLeast = 1;
  while (atLeast >= tail) {
    atLeast -= Math.exp(logarithm);
    n += 1;
    logarithm += Math.log(mean / n);
  }
  return n;
}

/**
 * Judges each month by the `baselineMonths` before it in the series. The series has every month once, in order, also those without
 * complaints. A rise has at least `atLeast` complaints, whatever the limit.
 */
export function controlChart(
  series: readonly { readonly month: string; readonly count: number }[],
  { baselineMonths, atLeast }: { readonly baselineMonths: number; readonly atLeast: number },
): readonly ControlPoint[] {
  return series.map(({ month, count }, index) => {
    const before = series.slice(Math.max(0, index - baselineMonths), index);
    const usual = controlLimit(before.map((one) => one.count));
    if (usual === undefined) return { month, count, rise: false };
    const limit = Math.max(usual.limit, atLeast);
    return { month, count, usual: { ...usual, limit }, rise: count >= limit };
  });
}
