import { describe, expect, test } from "vitest";
import { procedures } from "../../procedures/all.ts";
import { dueAt } from "../../shared/domain/clocks.ts";
import { dutyLedger } from "../../shared/domain/duties/ledger.ts";
import { parseProcedure } from "../../shared/domain/procedure.ts";
import { rounds } from "../../shared/domain/rounds.ts";
import { catalogue, everyTaskKindOf } from "../../shared/domain/tasks/catalogue.ts";
import { statesOf } from "../../workflows/asl.ts";
import { synthesise } from "../../workflows/definitions.ts";
import { CaseUnderTest } from "../support/case-under-test.ts";
import { exampleAnswer } from "../support/example-answers.ts";
import { ring } from "../support/handled-case.ts";
import { act, lettersIn, send } from "../support/steps.ts";
import { school as file } from "./school.ts";

/** Everything that differs stands in its file: nothing of the product knows this school. */
const school = parseProcedure("test/procedures/school.ts", file);
const definitions = synthesise([...procedures, school]);

/** Monday 5 January 2026, 10:00 in London. */
const start = "2026-01-05T10:00:00.000Z";
const teacher = { respondentOthers: "Rhys Colbert, rhys.colbert@harbourlane-staff.example" };
const complainant = { name: "Amina Yusuf", email: "amina@parents.example" };

const complained = (at = start) =>
  new CaseUnderTest(school, at, { language: "en" }, { complainant, text: "He shouted." });
const day = (from: number) => new Date(Date.parse(start) + from * 86_400_000).toISOString();

function statesIn(name: string): readonly string[] {
  const definition = definitions[name];
  if (definition === undefined) throw new Error(`There is no machine ${name}.`);
  return statesOf(definition).map(([state]) => state);
}

describe("an organisation that is described by its file alone", () => {
  test("is read without a mistake, beside the others", () => {
    expect(school.id).toBe("school");
    expect(school.house.languages).toEqual(["en"]);
    // Its words are there for whoever asks for Dutch, too.
    expect(school.roles[0]?.title).toEqual({ nl: "committee secretary", en: "committee secretary" });
  });

  test("has a machine with a hearing of the committee and a judgment, and without what it does not do", () => {
    const states = statesIn("complaint-school");
    for (const its of ["Assess", "Hear both sides", "Hold the session", "Give judgment", "Draw lessons"]) {
      expect(states).toContain(its);
    }
    for (const others of ["Consult", "Advise", "Invite to talk", "Solve", "Three-way talk", "Ask satisfaction"]) {
      expect(states).not.toContain(others);
    }
    expect(statesIn("complaint-learnworks")).not.toContain("Hold the session");
    expect(statesIn("side-task-school").length).toBeGreaterThan(3);
  });

  test("has its own clocks, in its own time zone and with its own days off", () => {
    const { dossier } = complained();
    expect(dueAt("receipt", dossier, school)).toBe("2026-01-08T17:00:00.000Z");
    expect(dueAt("response", dossier, school)).toBe("2026-01-19T10:00:00.000Z");
    expect(dueAt("decision", dossier, school)).toBe("2026-02-16T10:00:00.000Z");
    // Over the night in March on which clocks change in London too, and over the 2nd of February.
    expect(dueAt("decision", complained("2026-03-02T10:00:00.000Z").dossier, school)).toBe("2026-04-13T09:00:00.000Z");
    expect(dueAt("receipt", complained("2026-01-30T10:00:00.000Z").dossier, school)).toBe("2026-02-05T17:00:00.000Z");
  });

  test("warns as it says: two weeks ahead the owner, a week ahead the head too", () => {
    const subject = complained();
    send(subject, "receipt");
    subject
      .perform("assess", exampleAnswer("assess", start))
      .perform("first-response", exampleAnswer("first-response", start));
    subject.open("hold-session", day(27));
    const warned = (at: string) =>
      lettersIn(ring(subject, at, "hold-session")).filter((one) => one.startsWith("case-"));
    expect(warned("2026-02-02T09:59:59.999Z")).toEqual([]);
    expect(warned("2026-02-02T10:00:00.000Z")).toEqual(["case-warning to role:chair"]);
    expect(warned("2026-02-09T09:00:00.000Z")).toEqual(["case-warning to role:chair", "case-warning to role:head"]);
  });

  test("asks each task of whose work it is there, the deputy while they are away", () => {
    const subject = complained("2026-08-03T10:00:00.000Z");
    expect(subject.dossier.owner).toBe("role:chair");
    expect(subject.open("draw-lessons", "2026-08-03T10:00:00.000Z")).toMatchObject({
      assignee: "deputy:tutor",
      because: "away",
    });
  });
});

test("a case of it goes from complaint to lessons, and every duty of its procedure is shown", () => {
  const subject = complained();
  let at = start;
  const next = (days: number) => {
    at = day(days);
  };
  const does = (kind: Parameters<typeof exampleAnswer>[0], about?: string) =>
    subject.perform(kind, exampleAnswer(kind, at), at, about);

  send(subject, "receipt");
  next(1);
  subject.perform(
    "assess",
    { ...exampleAnswer("assess", at), ...teacher, severity: "ordinary", category: "conduct" },
    at,
  );
  expect(subject.dossier.sideTasks.map(({ kind }) => kind)).toEqual(["first-response"]);
  does("first-response");
  send(subject, "copies", at);
  next(3);
  for (const party of rounds.hearing.parties(subject.dossier)) does("statement", party);
  next(20);
  does("hold-session");
  does("establish-facts");
  next(25);
  does("give-judgment");
  does("write-outcome");
  expect(subject.open("approve-outcome", at).assignee).toBe("role:chair");
  does("approve-outcome");
  send(subject, "outcome", at);
  next(30);
  subject.perform("react", { outcome: "satisfied" }, at);
  does("draw-lessons");
  subject.events({ type: "CloseCase" }, at);

  expect(subject.dossier).toMatchObject({
    status: "closed",
    fourFacts: { filedAt: start, ground: "other", takenUp: "handle", outcome: "founded" },
  });
  const told = lettersIn(subject.happened.map(({ event }) => event));
  for (const letter of ["receipt to complainant", "copy to respondent:1", "copy-inside to role:head"]) {
    expect(told).toContain(letter);
  }
  for (const letter of [
    "outcome to complainant",
    "outcome-respondent to respondent:1",
    "outcome-inside to role:head",
  ]) {
    expect(told).toContain(letter);
  }
  const ledger = dutyLedger(subject.happened, school, at);
  expect(ledger.map(({ id, status }) => [id, status])).toEqual([
    ...["S1", "S2", "S3", "S4", "S5", "S6", "S7", "S8"].map((id) => [id, "met"]),
    ["S9", "not-applicable"],
  ]);
});

test("what is asked, moved and withdrawn works there as anywhere", () => {
  const subject = complained();
  send(subject, "receipt");
  subject.perform("assess", { ...exampleAnswer("assess", start), respondentStaff: "priya" });
  // The chair is what it is about: her deputy owns the case and judges it.
  expect(subject.dossier.owner).toBe("deputy:chair");
  expect(subject.open("give-judgment").assignee).toBe("deputy:chair");
  act(subject, "announce-delay", "deputy:chair", {
    newDate: "2026-03-02",
    delayWhy: "other",
    delayReason: "The hearing is later.",
  });
  expect(dueAt("decision", subject.dossier, school)).toBe("2026-03-02T17:00:00.000Z");
  act(subject, "withdraw", "complainant");
  expect(subject.dossier.tasks.every(({ status }) => status !== "open")).toBe(true);
});

test("who sends in a complaint there is not asked for a language: there is one", () => {
  const subject = new CaseUnderTest(school, start, { passedOnBy: "person:olive", language: "en" }, { complainant });
  const { complainantLanguage: _none, ...posted } = exampleAnswer("complete-registration", start);
  subject.perform("complete-registration", posted, start);
  expect(subject.dossier).toMatchObject({ identified: true, language: "en" });
});

test("every task that it has has a term and can be asked, and no other", () => {
  const kinds = everyTaskKindOf(school);
  expect(Object.keys(school.tasks).toSorted()).toEqual([...kinds].toSorted());
  expect(kinds).toContain("hold-session");
  expect(kinds.every((kind) => catalogue[kind].branch === undefined || kind === "hold-session")).toBe(true);
});
