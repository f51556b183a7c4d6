import type { Procedure, Role } from "./procedure.ts";
import { phases, type TaskKindId, taskKindIds } from "./tasks/task-kind.ts";
import type { Language } from "./text.ts";

/** What is wrong with one field: `roles[0].above`, and why in one sentence. */
export interface Mistake {
  readonly field: string;
  readonly reason: string;
}

/** What each field alone does not show: names that refer to nothing, and people who would be told in vain. `path` = the tasks this procedure has. */
export function inconsistencies(procedure: Procedure, path: readonly TaskKindId[]): readonly Mistake[] {
  return [
    ...idsUsedTwice(procedure),
    ...languageMistakes(procedure),
    ...mailboxMistakes(procedure),
    ...roleMistakes(procedure),
    ...responsibilityMistakes(procedure),
    ...listedRoleMistakes(procedure),
    ...dutyMistakes(procedure),
    ...stepMistakes(procedure),
    ...termMistakes(procedure, path),
    ...learningMistakes(procedure),
    ...calendarMistakes(procedure),
  ];
}

function idsUsedTwice(procedure: Procedure): Mistake[] {
  return (["people", "roles", "clocks", "categories", "causes", "duties"] as const).flatMap((list) =>
    repeated(procedure[list].map(({ id }) => id)).map(({ at, value }) => ({
      field: `${list}[${at}].id`,
      reason: `\`${value}\` is used twice; ids must differ`,
    })),
  );
}

function languageMistakes({ house, people, administrator }: Procedure): Mistake[] {
  const unwritten = (one: Language | undefined) => one !== undefined && !house.languages.includes(one);
  return [
    ...(unwritten(house.language) ? [{ field: "house.language", reason: "is not among `house.languages`" }] : []),
    ...(unwritten(administrator.language)
      ? [{ field: "administrator.language", reason: "is not among `house.languages`" }]
      : []),
    ...people.flatMap((one, index) =>
      unwritten(one.language) ? [{ field: `people[${index}].language`, reason: "is not among `house.languages`" }] : [],
    ),
  ];
}

/** Whoever writes is recognised by the mailbox, and a reply by the `+key` that goes behind the complaints address. */
function mailboxMistakes({ house, people, administrator }: Procedure): Mistake[] {
  const complaints = mailbox(house.complaintsAddress);
  const boxes = people.map(({ email }) => mailbox(email));
  return [
    ...(house.complaintsAddress.includes("+")
      ? [{ field: "house.complaintsAddress", reason: "leave out the `+`: what follows it tells replies apart" }]
      : []),
    ...(mailbox(administrator.email) === complaints
      ? [{ field: "administrator.email", reason: "is the complaints address; name a mailbox that somebody reads" }]
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

function listedRoleMistakes({ copies, consultable, roles, branches }: Procedure): Mistake[] {
  const known = new Set(roles.map(({ id }) => id));
  const unknown = Object.entries({ copies, consultable }).flatMap(([list, named]) =>
    named.flatMap((id, index) =>
      known.has(id) ? [] : [{ field: `${list}[${index}]`, reason: `there is no role \`${id}\`` }],
    ),
  );
  return branches.consult && consultable.length === 0
    ? [...unknown, { field: "consultable", reason: "name a role at least, or set branches.consult to false" }]
    : unknown;
}

/** Whatever names a duty names one that is on the list. */
function dutyMistakes({ duties, clocks, tasks }: Procedure): Mistake[] {
  const known = new Set(["house", ...duties.map(({ id }) => id)]);
  const unknown = (field: string, duty: string) =>
    known.has(duty) ? [] : [{ field, reason: `there is no duty \`${duty}\` in \`duties\`` }];
  return [
    ...clocks.flatMap(({ duty }, index) => unknown(`clocks[${index}].duty`, duty)),
    ...Object.entries(tasks).flatMap(([kind, term]) => unknown(`tasks.${kind}.duty`, term.duty)),
  ];
}

function stepMistakes({ steps }: Procedure): Mistake[] {
  return phases
    .filter((phase) => !steps.some((step) => step.phases.includes(phase)))
    .map((phase) => ({ field: "steps", reason: `no step shows the phase \`${phase}\`` }));
}

function termMistakes({ tasks, clocks }: Procedure, path: readonly TaskKindId[]): Mistake[] {
  const missing = path.filter((kind) => tasks[kind] === undefined);
  const strange = taskKindIds.filter((kind) => !path.includes(kind) && tasks[kind] !== undefined);
  const silent = (["receipt", "response", "decision"] as const).filter((id) => !clocks.some((one) => one.id === id));
  return [
    ...missing.map((kind) => ({ field: `tasks.${kind}`, reason: "is missing: say how long this task may take" })),
    ...strange.map((kind) => ({
      field: `tasks.${kind}`,
      reason: "this task does not exist with these branches",
    })),
    ...silent.map((id) => ({ field: "clocks", reason: `the clock \`${id}\` is missing` })),
  ];
}

function learningMistakes({ learning, categories, causes }: Procedure): Mistake[] {
  return [
    ...repeated(learning.reviews).map(({ at, value }) => ({
      field: `learning.reviews[${at}]`,
      reason: `\`${value}\` is there twice`,
    })),
    ...Object.entries({ categories, causes }).flatMap(([list, entries]) =>
      entries.every(({ retired }) => retired === true)
        ? [{ field: list, reason: "all are retired; nothing is left to choose" }]
        : [],
    ),
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
