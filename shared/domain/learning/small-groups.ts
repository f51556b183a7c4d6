/** A group of fewer people than this is not shown by itself: somebody in it could be recognised. */
export const fewestShown = 5;

/** A group by its code; `code: null` stands for the small groups together. */
export interface Group {
  readonly code: string | null;
  readonly count: number;
}

/**
 * Merges every group of fewer than five into one, and the next smallest with it as long as that one has fewer than five itself. Largest
 * first, the merged one last; their sum is that of all groups. Empty groups are left out. Fewer than five altogether stay one group.
 */
export function mergeSmallGroups(counts: Readonly<Record<string, number>>): readonly Group[] {
  const groups = Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([code, count]) => ({ code, count }))
    .sort((one, other) => other.count - one.count || compare(one.code, other.code));
  const large = groups.filter(({ count }) => count >= fewestShown);
  const small = groups.slice(large.length);
  const [only] = small;
  if (only === undefined) return large;
  let merged = sum(small);
  while (merged < fewestShown) {
    const next = large.pop();
    if (next === undefined) break;
    merged += next.count;
  }
  return [...large, { code: null, count: merged }];
}

function sum(groups: readonly { readonly count: number }[]): number {
  return groups.reduce((total, { count }) => total + count, 0);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
