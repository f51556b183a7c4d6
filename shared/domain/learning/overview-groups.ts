import type { Text } from "../text.ts";
import type { LabelOf } from "./overview-labels.ts";
import type { OverviewGroup } from "./overview-schema.ts";
import { fewestShown, type Group, mergeSmallGroups } from "./small-groups.ts";

/** The code of complaints of which this was not recorded, or is not known yet. No list of a procedure can have it. */
export const notKnown = "?";

const notKnownLabel: Text = { nl: "Niet bekend of nog niet bekend", en: "Not known, or not yet" };
const together: Text = { nl: "Kleine groepen samen", en: "Small groups together" };
const undivided: Text = { nl: "Te weinig om te verdelen", en: "Too few to divide" };

/**
 * These counts as an overview shows them: small groups merged, and what is missing to the total as a group of its own, so that the groups
 * add up to it.
 */
export function shownGroups(
  counts: Readonly<Record<string, number>>,
  labelOf: LabelOf,
  total = sum(Object.values(counts)),
): readonly OverviewGroup[] {
  const missing = total - sum(Object.values(counts));
  const merged = mergeSmallGroups(missing > 0 ? { ...counts, [notKnown]: missing } : counts);
  const groups = [...merged.filter(isNamed), ...merged.filter((group) => !isNamed(group))];
  return groups.map(({ code, count }) => ({ code, label: labelled(code, groups, labelOf), count }));
}

/** What is not known comes after what is, however much it is. */
function isNamed({ code }: Group): boolean {
  return code !== null && code !== notKnown;
}

function labelled(code: string | null, groups: readonly Group[], labelOf: LabelOf): Text {
  if (code === notKnown) return notKnownLabel;
  if (code !== null) return labelOf(code);
  return groups.length === 1 ? undivided : together;
}

/** A number of people of whom something is told: `null` for one to four. */
export function unlessFew(count: number): number | null {
  return count > 0 && count < fewestShown ? null : count;
}

/** An average to one decimal; `null` for fewer than five. */
export function meanUnlessFew(total: number, count: number): number | null {
  return count < fewestShown ? null : Math.round((total / count) * 10) / 10;
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
