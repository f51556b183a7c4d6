import { overview } from "../../shared/domain/learning/overview.ts";
import type { MeasureSeen, OverviewWords, SignalSeen } from "../../shared/domain/learning/overview-input.ts";
import type { Overview } from "../../shared/domain/learning/overview-schema.ts";
import type { Procedure } from "../../shared/domain/procedure.ts";
import type { RegisterRow } from "../../shared/domain/register/register-row.ts";
import { recount } from "../../shared/domain/register/totals.ts";
import { procedures } from "../support/case-under-test.ts";

/** The same numbers every time: a linear congruential generator, 0 to 1. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

const months = ["2025-07", "2025-08", "2025-09", "2025-10", "2025-11", "2025-12"];
const period = ["2026-01", "2026-02", "2026-03", "2026-04", "2026-05", "2026-06"];

/** So many complaints filed in the first half of 2026, as many in the half year before it, and now and then advice or a compliment. */
export function rowsOf(count: number, procedure: Procedure = procedures.learnworks, seed = 7): readonly RegisterRow[] {
  const chance = seeded(seed);
  const pick = <One>(list: readonly [One, ...One[]] | readonly One[]): One => {
    // The first ones come more often, as in life.
    const one = list[Math.floor(chance() ** 2 * list.length)];
    if (one === undefined) throw new Error("Nothing to pick from.");
    return one;
  };
  const row = (month: string, index: number): RegisterRow => {
    const closed = chance() < 0.85;
    const colleague = chance() < 0.5;
    const kind = chance() < 0.9 || count < 5 ? "complaint" : pick(["advice", "not-a-complaint"] as const);
    return {
      organisation: procedure.id,
      caseId: `${month}-${index}`,
      number: `LW-${month}-${index}`,
      kind,
      status: closed ? "closed" : "open",
      channel: pick(["email", "web", "phone", "counter", "letter"]),
      filedAt: `${month}-10T09:00:00.000Z`,
      month,
      category: pick(procedure.categories).id,
      cause: closed ? pick(procedure.causes).id : undefined,
      finding: closed ? pick(["founded", "partly-founded", "unfounded", "cannot-be-established"]) : undefined,
      severity: chance() < 0.9 ? "ordinary" : "serious",
      claim: "no",
      takenUp: "handle",
      outcome: closed ? pick(["founded", "partly-founded", "unfounded", "solved-at-first-contact"]) : undefined,
      course: chance() < 0.7 ? pick(["omgaan-met-agressie", "feedback-geven", "leiding-geven"]) : undefined,
      courseName: undefined,
      respondentKinds: colleague ? ["colleague"] : ["other"],
      ...(closed && { closedAt: `${month}-28T09:00:00.000Z` }),
      withdrawn: closed && chance() < 0.05,
      reopened: false,
      daysIn: closed ? { intake: 2, analysis: Math.floor(chance() * 14), handling: 9, feedback: 4 } : { intake: 2 },
      ...(closed && { duties: dutiesOf(procedure, chance) }),
      delayWhy: chance() < 0.1 ? [pick(["waiting-respondent", "absence"])] : [],
      satisfaction: {
        ...(closed && { complainant: chance() < 0.6 ? { score: 5 - Math.floor(chance() ** 2 * 5), heard: 4 } : {} }),
        respondents: closed && chance() < 0.4 ? [{ score: 4, heard: 3 }] : [],
      },
      measures: 0,
    };
  };
  const spread = (list: readonly string[]) =>
    Array.from({ length: count }, (_, index) => row(list[index % list.length] ?? "2026-01", index));
  return [...spread(months), ...spread(period)];
}

function dutiesOf(procedure: Procedure, chance: () => number): NonNullable<RegisterRow["duties"]> {
  return Object.fromEntries(
    procedure.duties.map(({ id, proof }) => [
      id,
      proof === "organisation" ? "not-applicable" : chance() < 0.93 ? "met" : "late",
    ]),
  );
}

const agreed = {
  measureType: "process",
  source: "signal",
  owner: "person:joost",
  agreedAt: "2026-01-20T10:00:00.000Z",
  counted: { dimension: "category", value: "trainer" },
  judgments: [],
} as const;

/** A measure that was carried out, one that is late, and a promise that still runs. */
export const measures: readonly MeasureSeen[] = [
  {
    ...agreed,
    caseId: "m1",
    number: "LW-M-2026-0001",
    dueAt: "2026-02-27T16:00:00.000Z",
    status: "done",
    endedAt: "2026-02-20T16:00:00.000Z",
    judgments: ["helped"],
  },
  {
    ...agreed,
    caseId: "m2",
    number: "LW-M-2026-0002",
    measureType: "retraining",
    source: "case",
    owner: "role:project-leader",
    dueAt: "2026-06-01T16:00:00.000Z",
    status: "open",
  },
  {
    ...agreed,
    caseId: "m3",
    number: "LW-M-2026-0003",
    measureType: "promise",
    dueAt: "2026-09-01T16:00:00.000Z",
    status: "open",
  },
];

/** A signal of seven complaints about one course, and one of three about one person. */
export const signals: readonly SignalSeen[] = [
  {
    caseId: "s1",
    number: "LW-S-2026-0001",
    rule: "repeated",
    dimension: "course",
    code: "omgaan-met-agressie",
    raisedAt: "2026-03-12T06:30:00.000Z",
    count: 7,
    answer: "measures",
  },
  {
    caseId: "s2",
    number: "LW-S-2026-0002",
    rule: "repeated",
    dimension: "respondent",
    raisedAt: "2026-05-04T06:30:00.000Z",
    count: 3,
  },
];

export const words: OverviewWords = {
  measures: { "LW-M-2026-0001": "De planner belt elke trainer een week van tevoren." },
  review: {
    checkNote: "De cijfers kloppen met het register.",
    analysis:
      "De meeste klachten gaan over trainers die te laat kwamen.\n\nDat komt vooral doordat afspraken niet vastliggen.",
    adviceMemo: "Leg afspraken met trainers schriftelijk vast.",
    decisions: [
      { proposal: "Een bevestiging aan elke trainer", accepted: true },
      { proposal: "Een boete bij te laat komen", accepted: false, why: "Dat lost de oorzaak niet op." },
    ],
    evaluation: { works: "De regeling is goed te vinden.", change: "De termijn voor een reactie kan korter." },
    directorNote: "Gezien. Ga zo door.",
  },
};

/** The overview of the first half of 2026, in which so many complaints were filed. */
export function overviewOf(count: number, procedure: Procedure = procedures.learnworks, seed = 7): Overview {
  const eventful = count >= 5;
  return overview({
    totals: recount(rowsOf(count, procedure, seed)),
    from: "2026-01-01",
    until: "2026-07-01",
    now: "2026-07-01T06:30:00.000Z",
    signals: eventful ? signals : [],
    measures: eventful ? measures : [],
    procedure,
  });
}
