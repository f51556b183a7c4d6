import { notKnown } from "./overview-groups.ts";
import type { Overview, OverviewGroup } from "./overview-schema.ts";
import { fewestShown } from "./small-groups.ts";

type Cell = Overview["combinations"]["cells"][number];

/**
 * Which causes lie behind which categories (B31, B32). A combination is shown from five complaints on; and only as far as nothing smaller
 * follows by subtraction: what a category or a cause counts outside its combinations shown is nothing, or five or more.
 *
 * @param pairs complaints by `category+cause`, as the totals count them.
 */
export function shownCombinations(
  pairs: Readonly<Record<string, number>>,
  categories: readonly OverviewGroup[],
  causes: readonly OverviewGroup[],
): Overview["combinations"] {
  const total = sum(categories);
  const cells = cellsOf(pairs, categories, causes).filter(({ count }) => count >= fewestShown);
  cells.sort((one, other) => other.count - one.count);
  const margins = [
    { count: total, has: () => true },
    ...categories.map(({ code, count }) => ({ count, has: (cell: Cell) => cell.category === code })),
    ...causes.map(({ code, count }) => ({ count, has: (cell: Cell) => cell.cause === code })),
  ];
  for (;;) {
    const telling = margins.find(({ count, has }) => isFew(count - sum(cells.filter(has))));
    const smallest = telling === undefined ? -1 : cells.findLastIndex(telling.has);
    if (smallest === -1) break;
    cells.splice(smallest, 1);
  }
  return { cells, others: total - sum(cells) };
}

/** The combinations of the groups that are shown: what was merged there is merged here. */
function cellsOf(
  pairs: Readonly<Record<string, number>>,
  categories: readonly OverviewGroup[],
  causes: readonly OverviewGroup[],
): Cell[] {
  const cells = new Map<string, Cell>();
  const add = (category: string | null, cause: string | null, count: number) => {
    const name = JSON.stringify([category, cause]);
    cells.set(name, { category, cause, count: (cells.get(name)?.count ?? 0) + count });
  };
  for (const [pair, count] of Object.entries(pairs)) {
    const [category = notKnown, cause = notKnown] = pair.split("+");
    add(groupOf(category, categories), groupOf(cause, causes), count);
  }
  return [...cells.values()];
}

function groupOf(code: string, groups: readonly OverviewGroup[]): string | null {
  return groups.some((group) => group.code === code) ? code : null;
}

function isFew(count: number): boolean {
  return count > 0 && count < fewestShown;
}

function sum(counted: readonly { readonly count: number }[]): number {
  return counted.reduce((total, { count }) => total + count, 0);
}
