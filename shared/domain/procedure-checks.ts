import type { Procedure, Role } from "./procedure.ts";
import { type TaskKindId, taskKindIds } from "./tasks/task-kind.ts";

/** What is wrong with one field: `roles[0].above`, and why in one sentence. */
export interface Mistake {
  readonly field: string;
  readonly reason: string;
}

/** What each field alone does not show: names that refer to nothing, and people who would be told in vain. `path` = the tasks this procedure has. */
export function inconsistencies(procedure: Procedure, path: readonly TaskKindId[]): readonly Mistake[] {
  return [
    ...idsUsedTwice(procedure),
    ...mailboxMistakes(procedure),
    ...roleMistakes(procedure),
    ...responsibilityMistakes(procedure),
    ...termMistakes(procedure, path),
    ...calendarMistakes(procedure),
  ];
}

function idsUsedTwice(procedure: Procedure): Mistake[] {
  return (["people", "roles", "clocks", "categories", "causes"] as const).flatMap((list) =>
    repeated(procedure[list].map(({ id }) => id)).map(({ at, value }) => ({
      field: `${list}[${at}].id`,
      reason: `\`${value}\` is used twice; ids must differ`,
    })),
  );
}

/** Whoever writes is recognised by the mailbox, and a reply by the `+key` that goes behind the complaints address. */
function mailboxMistakes({ house, people }: Procedure): Mistake[] {
  const complaints = mailbox(house.complaintsAddress);
  const boxes = people.map(({ email }) => mailbox(email));
  return [
    ...(house.complaintsAddress.includes("+")
      ? [{ field: "house.complaintsAddress", reason: "leave out the `+`: what follows it tells replies apart" }]
      : []),
    ...boxes.flatMap((box, index) =>
      box === complaints
        ? [{ field: `people[${index}].email`, reason: "is the complaints address; name a mailbox of their own" }]
        : [],
    ),
    ...repeated(boxes).map(({ at, first }) => ({
      field: `people[${at}].email`,
      reason: `is the mailbox of \`${people[first]?.id}\` too; everybody needs one of their own`,
    })),
  ];
}

function roleMistakes({ people, roles }: Procedure): Mistake[] {
  const known = new Set(people.map(({ id }) => id));
  const byId = new Map(roles.map((one) => [one.id, one]));
  return roles.flatMap((one, index) => {
    const reasons: (readonly ["holder" | "deputy" | "above", string])[] = [];
    for (const field of ["holder", "deputy"] as const) {
      if (!known.has(one[field])) reasons.push([field, `there is no person \`${one[field]}\``]);
    }
    if (one.holder === one.deputy) reasons.push(["deputy", "the deputy must be somebody else than the holder"]);
    const above = one.above === undefined ? undefined : byId.get(one.above);
    if (one.above !== undefined && above === undefined) reasons.push(["above", `there is no role \`${one.above}\``]);
    if (above !== undefined && climbsInCircle(one.id, byId)) {
      reasons.push(["above", "the roles above it lead back to itself"]);
    } else if (above?.holder === one.holder) {
      reasons.push([
        "above",
        `\`${above.id}\` has the same holder; when chasing does not help, somebody else must hear of it`,
      ]);
    }
    return reasons.map(([field, reason]) => ({ field: `roles[${index}].${field}`, reason }));
  });
}

function responsibilityMistakes({ responsibilities, roles }: Procedure): Mistake[] {
  const known = new Set(roles.map(({ id }) => id));
  const top = roles.findIndex(({ id }) => id === responsibilities.director);
  const unknown = Object.entries(responsibilities).filter(([, given]) => !known.has(given));
  return [
    ...unknown.map(([name, given]) => ({ field: `responsibilities.${name}`, reason: `there is no role \`${given}\`` })),
    ...(roles[top]?.above === undefined
      ? []
      : [{ field: `roles[${top}].above`, reason: "the director is the last who is told; no role is above this one" }]),
  ];
}

function termMistakes({ tasks, clocks, branches }: Procedure, path: readonly TaskKindId[]): Mistake[] {
  const missing = path.filter((kind) => tasks[kind] === undefined);
  const strange = taskKindIds.filter((kind) => !path.includes(kind) && tasks[kind] !== undefined);
  const silent = (["receipt", "response", "decision"] as const).filter((id) => !clocks.some((one) => one.id === id));
  return [
    ...missing.map((kind) => ({ field: `tasks.${kind}`, reason: "is missing: say how long this task may take" })),
    ...strange.map((kind) => ({
      field: `tasks.${kind}`,
      reason: `this task does not exist where branches.handling is \`${branches.handling}\``,
    })),
    ...silent.map((id) => ({ field: "clocks", reason: `the clock \`${id}\` is missing` })),
  ];
}

function calendarMistakes({ calendar }: Procedure): Mistake[] {
  return isTimeZone(calendar.timeZone)
    ? []
    : [
        {
          field: "calendar.timeZone",
          reason: `there is no time zone \`${calendar.timeZone}\`; write one such as \`Europe/Amsterdam\``,
        },
      ];
}

/** Each value that was there before, with where it is and where it was first. */
function repeated(values: readonly string[]) {
  return values.flatMap((value, at) => {
    const first = values.indexOf(value);
    return first === at ? [] : [{ value, at, first }];
  });
}

/** Where mail to this address ends up: capitals and a `+label` make no other mailbox of it. */
function mailbox(address: string): string {
  return address.toLowerCase().replace(/\+[^@]*(?=@)/, "");
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

function climbsInCircle(start: string, roles: ReadonlyMap<string, Role>): boolean {
  const seen = new Set<string>();
  for (let at: string | undefined = start; at !== undefined; at = roles.get(at)?.above) {
    if (seen.has(at)) return true;
    seen.add(at);
  }
  return false;
}
