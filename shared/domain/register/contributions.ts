import type { RegisterRow } from "./register-row.ts";

/** Numbers by name. */
export type Numbers = Readonly<Record<string, number>>;

/**
 * What one row adds to the totals of its month. Advice and what was no complaint are counted as such and nowhere else, so that no number
 * about complaints has them in it (A8). Numbers are whole, so that adding and taking away leaves nothing behind.
 */
export function contributions(row: RegisterRow): Numbers {
  switch (row.kind) {
    case "advice":
    case "not-a-complaint":
    case "undecided":
      return { [row.kind]: 1 };
    case "complaint":
      return tally(namesOf(row), sumsOf(row));
  }
}

/** What is counted once for a complaint. */
function namesOf(row: RegisterRow): readonly string[] {
  const { category, cause, status } = row;
  return [
    "complaints",
    status,
    ...(row.withdrawn ? ["withdrawn"] : []),
    ...(row.reopened ? ["reopened"] : []),
    `channel:${row.channel}`,
    ...coded("category", category),
    ...coded("cause", cause),
    ...(category === undefined || cause === undefined ? [] : [`category+cause:${category}+${cause}`]),
    ...coded("finding", row.finding),
    ...coded("severity", row.severity),
    ...coded("claim", row.claim),
    ...coded("taken-up", row.takenUp),
    ...coded("course", row.course),
    ...coded("outcome", row.outcome),
    ...row.respondentKinds.map((kind) => `respondent:${kind}`),
    ...Object.entries(row.duties ?? {}).map(([id, status]) => `duty:${id}:${status}`),
    ...row.delayWhy.map((code) => `delay:${code}`),
    ...Object.keys(row.daysIn).map((phase) => `phases:${phase}`),
    ...(row.satisfaction.complainant === undefined ? [] : surveyed("complainant", row.satisfaction.complainant)),
    ...row.satisfaction.respondents.flatMap((one) => surveyed("respondent", one)),
  ];
}

function sumsOf({ daysIn, measures }: RegisterRow): Numbers {
  const days = Object.entries(daysIn).map(([phase, number]) => [`days:${phase}`, number] as const);
  return { ...Object.fromEntries(days), measures };
}

const coded = (about: string, code: string | undefined) => (code === undefined ? [] : [`${about}:${code}`]);

type Asked = NonNullable<RegisterRow["satisfaction"]["complainant"]>;

function surveyed(side: "complainant" | "respondent", { score, heard }: Asked): readonly string[] {
  return [
    `survey:${side}:asked`,
    ...(score === undefined ? [] : [`survey:${side}:answered`, `survey:${side}:score:${score}`]),
    ...(heard === undefined ? [] : [`survey:${side}:heard:${heard}`]),
  ];
}

/** Respondents of one case can give the same answer, so a name may come more than once. */
function tally(names: readonly string[], sums: Numbers): Numbers {
  const counted: Record<string, number> = {};
  for (const name of names) counted[name] = (counted[name] ?? 0) + 1;
  for (const [name, number] of Object.entries(sums)) if (number !== 0) counted[name] = number;
  return counted;
}
