import { dueAt } from "../clocks.ts";
import type { Dossier, OpenTask } from "../dossier.ts";
import { measureSeen } from "../learning/measure-seen.ts";
import { isStaff } from "../party.ts";
import type { Procedure } from "../procedure.ts";
import { isInvolved } from "../seats.ts";
import type { Listing } from "./listing.ts";
import type { RegisterRow } from "./register-row.ts";
import { listOfToken, tokensOf } from "./word-tokens.ts";

/**
 * Every list in which a file stands, the words by which it is found last. `row` is its row in the register, which a complaint has. The list
 * of a month is the register itself.
 */
export function listingsOf(dossier: Dossier, row: RegisterRow | undefined, procedure: Procedure): readonly Listing[] {
  return [
    ...(row === undefined ? ofMatter(dossier, procedure) : ofComplaint(dossier, row, procedure)),
    ...openTasks(dossier),
    ...involved(dossier, procedure),
    ...erasable(dossier),
    ...found(dossier),
  ];
}

function ofComplaint(dossier: Dossier, row: RegisterRow, procedure: Procedure): readonly Listing[] {
  const { registeredAt: sort } = dossier;
  const coded = Object.entries({
    category: row.category,
    cause: row.cause,
    channel: row.channel,
    outcome: row.outcome,
    of: row.course,
  });
  return [
    { list: "complaints", sort },
    ...(dossier.status === "open"
      ? [
          { list: "open", sort: dueAt("decision", dossier, procedure) },
          { list: `owner:${dossier.owner}`, sort },
        ]
      : [{ list: "closed", sort: dossier.closedAt }]),
    ...coded.flatMap(([about, code]) => (code === undefined ? [] : [{ list: `${about}:${code}`, sort }])),
  ];
}

/** The list of all measures that a complaint is behind, also those that came of a pattern in which it is. */
export const measuresOf = (caseId: string) => `measures-of:${caseId}`;

/** The list of all signals that a complaint is behind. */
export const signalsOf = (caseId: string) => `signals-of:${caseId}`;

function ofMatter(dossier: Dossier, procedure: Procedure): readonly Listing[] {
  const { registeredAt: sort, matter } = dossier;
  switch (matter.kind) {
    case "complaint":
      return [];
    case "measure": {
      const seen = measureSeen(dossier, procedure);
      const due: readonly Listing[] = seen?.status === "open" ? [{ list: "measures-open", sort: seen.dueAt }] : [];
      const { sourceId, cases } = matter.measure;
      const from: readonly Listing[] = sourceId === undefined ? [] : [{ list: `from:${sourceId}`, sort }];
      return [{ list: "measures", sort }, ...due, ...from, ...cases.map((one) => ({ list: measuresOf(one), sort }))];
    }
    case "signal":
      return [{ list: "signals", sort }, ...matter.signal.cases.map((one) => ({ list: signalsOf(one), sort }))];
    case "review":
      return [{ list: "reviews", sort }];
    case "mail":
      return [{ list: "mails", sort }];
  }
}

function openTasks({ tasks }: Dossier): readonly Listing[] {
  return tasks
    .filter((task): task is OpenTask => task.status === "open" && isStaff(task.assignee))
    .map(({ taskId, assignee, dueAt: sort }) => ({ list: `tasks:${assignee}`, sort, name: taskId }));
}

/** From whom the file is kept, so that it can be left out of what they see. */
function involved(dossier: Dossier, procedure: Procedure): readonly Listing[] {
  return procedure.people
    .filter(({ id }) => isInvolved(id, dossier, procedure))
    .map(({ id }) => ({ list: `involved:${id}`, sort: dossier.registeredAt }));
}

function erasable(dossier: Dossier): readonly Listing[] {
  const waits = dossier.status === "closed" && dossier.erasure.erasedAt === undefined;
  return waits ? [{ list: "erasable", sort: dossier.closedAt }] : [];
}

function found(dossier: Dossier): readonly Listing[] {
  return tokensOf(dossier).map((token) => ({
    list: listOfToken(token),
    sort: `${token}#${dossier.registeredAt}`,
    name: token,
  }));
}
