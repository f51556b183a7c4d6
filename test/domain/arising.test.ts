import { describe, expect, test } from "vitest";
import { arising } from "../../shared/domain/deciding/arising.ts";
import type { ComplaintEvent } from "../../shared/domain/events.ts";
import type { Measure } from "../../shared/domain/matter.ts";
import { parseAnswer } from "../../shared/domain/tasks/answer.ts";
import { catalogue } from "../../shared/domain/tasks/catalogue.ts";
import type { TaskKindId } from "../../shared/domain/tasks/task-kind.ts";
import { answers, CaseUnderTest, mondayMorning, procedures, trainer } from "../support/case-under-test.ts";
import { FileUnderTest, measureOf, reviewOf, signalOf } from "../support/file-under-test.ts";

const { learnworks, sterker } = procedures;
type Posted = Readonly<Record<string, string>>;

const measure = (n: number, more: Posted = {}): Posted => ({
  [`measure${n}`]: `Maatregel nummer ${n}`,
  [`measureType${n}`]: "process",
  [`measureOwner${n}`]: "joost",
  [`measureDue${n}`]: "2026-03-02",
  ...more,
});

/** What follows from the events of one more answer. */
function follows(
  subject: CaseUnderTest | FileUnderTest,
  kind: TaskKindId,
  posted: Posted,
  about?: string,
): readonly Measure[] {
  subject.events({ type: "OpenTask", kind, requestId: `r-${kind}`, about });
  const task = subject.dossier.tasks.findLast((one) => one.kind === kind);
  const events = subject.events({
    type: "AnswerTask",
    taskId: task?.taskId ?? "",
    by: task?.assignee ?? "complainant",
    posted,
  });
  return arising(events, subject.dossier, subject.procedure);
}

const established = (procedure = learnworks, named: Posted = trainer) =>
  new CaseUnderTest(procedure)
    .perform("assess", { ...answers.handle, ...named })
    .round("hearing", { complainant: answers.account, "respondent:1": answers.account })
    .perform("establish-facts", answers.facts);

describe("the lessons of a complaint (A28, B37, B38)", () => {
  test("become a measure for each that was filled in, with owner and date, counted by the cause", () => {
    const found = follows(established(), "draw-lessons", { ...answers.lessons, ...measure(1), ...measure(3) });
    expect(found).toEqual([
      {
        measureType: "process",
        source: "case",
        sourceId: "case1",
        agreedBy: "role:project-manager",
        owner: "person:joost",
        dueAt: "2026-03-02T16:00:00.000Z",
        cases: ["case1"],
        counted: { dimension: "cause", value: "agreements" },
        text: "Maatregel nummer 1",
        why: "Wij bevestigen afspraken voortaan schriftelijk.",
        shielded: [],
      },
      expect.objectContaining({ text: "Maatregel nummer 3" }),
    ]);
  });

  test("are none when nothing was filled in, and half a measure is refused", () => {
    expect(follows(established(), "draw-lessons", answers.lessons)).toEqual([]);
    const half = { ...answers.lessons, ...measure(2, { measureType2: "" }) };
    const { dossier } = established();
    expect(
      parseAnswer(catalogue["draw-lessons"], half, { procedure: learnworks, dossier, now: mondayMorning }),
    ).toEqual({
      ok: false,
      problems: [{ field: "measureType2", message: expect.anything() }],
    });
  });

  test("of a complaint about a colleague are kept from that colleague, who is not offered as owner either (B16)", () => {
    const subject = established(learnworks, { respondentStaff: "joost" });
    expect(() => follows(subject, "draw-lessons", { ...answers.lessons, ...measure(1) })).toThrow("measureOwner1");
    const other = established(learnworks, { respondentStaff: "joost" });
    const posted = { ...answers.lessons, ...measure(1, { measureOwner1: "farah" }) };
    expect(follows(other, "draw-lessons", posted)).toMatchObject([{ owner: "person:farah", shielded: ["joost"] }]);
  });

  test("are not due on a day that is over, or in a far future", () => {
    for (const measureDue1 of ["2026-01-04", "2026-10-06"]) {
      const posted = { ...answers.lessons, ...measure(1, { measureDue1 }) };
      expect(() => follows(established(), "draw-lessons", posted)).toThrow("measureDue1");
    }
  });
});

describe("what must change with somebody whom a founded complaint was about (B25, B26, B38)", () => {
  const addressed = { addressedOn: "2026-01-05", addressedNote: "Besproken.", condition: "Eerst meelopen." };

  test("is a measure of the owner of the case, where it takes one", () => {
    const posted = { ...addressed, measureType: "placement", measureDue: "2026-03-02" };
    expect(follows(established(), "address-respondent", posted, "respondent:1")).toMatchObject([
      {
        measureType: "placement",
        owner: "role:project-manager",
        dueAt: "2026-03-02T16:00:00.000Z",
        text: "Eerst meelopen.",
      },
    ]);
  });

  test("has a date then (A28), and is nothing where no measure is needed", () => {
    const none = { ...addressed, measureType: "none" };
    expect(follows(established(), "address-respondent", none, "respondent:1")).toEqual([]);
    const undated = { ...addressed, measureType: "retraining" };
    expect(() => follows(established(), "address-respondent", undated, "respondent:1")).toThrow("measureDue");
  });
});

describe("a promise to the complainant", () => {
  const promised = { promise: "Wij bellen u.", promiseDue: "2026-02-02" };
  const told = (subject: CaseUnderTest, requestId: string): readonly Measure[] =>
    arising(subject.events({ type: "SendLetters", letter: "outcome", requestId }), subject.dossier, subject.procedure);
  const later = "2026-01-12T09:00:00.000Z";

  test("is a measure once the letter that makes it goes out, not before", () => {
    const subject = established();
    expect(follows(subject, "solve", { ...answers.solution, ...promised })).toEqual([]);
    expect(told(subject, "r1")).toMatchObject([
      {
        measureType: "promise",
        owner: "role:project-manager",
        agreedBy: "role:project-manager",
        dueAt: "2026-02-02T16:00:00.000Z",
        cases: ["case1"],
        text: "Wij bellen u.",
      },
    ]);
  });

  test("that a second solution does not repeat is not made", () => {
    const subject = established();
    follows(subject, "solve", { ...answers.solution, ...promised });
    subject.perform("solve", { ...answers.solution, promise: "", promiseDue: "" }, "2026-01-06T09:00:00.000Z");
    expect(told(subject, "r1")).toEqual([]);
  });

  test("is made once: the final outcome has only what it promises itself (B29)", () => {
    const subject = established();
    follows(subject, "solve", { ...answers.solution, ...promised });
    told(subject, "r1");
    expect(told(subject, "again")).toEqual([]);
    subject.perform(
      "final-outcome",
      { ...answers.outcomeLetter, promise: "U krijgt uw geld terug.", promiseDue: "2026-03-02" },
      later,
    );
    const events = subject.events({ type: "SendLetters", letter: "final-outcome", requestId: "r2" }, later);
    expect(arising(events, subject.dossier, learnworks).map(({ text }) => text)).toEqual(["U krijgt uw geld terug."]);
  });

  test("of a talk counts when the talk was the end of it, and not after a judgment", () => {
    const talk = {
      outcome: "agreement",
      talkDate: "2026-01-05",
      minutes: "Ja.",
      agreement: "Nieuwe training.",
      ...promised,
    };
    const agreed = established(sterker);
    follows(agreed, "three-way-talk", talk);
    expect(told(agreed, "r1")).toMatchObject([{ measureType: "promise", owner: "role:manager-io" }]);
    const judged = established(sterker);
    follows(judged, "three-way-talk", talk);
    judged.perform("give-judgment", answers.judgment, "2026-01-06T09:00:00.000Z");
    expect(told(judged, "r1")).toEqual([]);
  });
});

describe("other files", () => {
  test("a signal gives measures for the complaints behind it, counted by what they have in common (B36)", () => {
    const posted = { outcome: "measures", finding: "Niemand bevestigt.", ...measure(1), ...measure(2) };
    const subject = new FileUnderTest(learnworks, signalOf({ shielded: ["farah"] }));
    expect(follows(subject, "look-into-signal", posted)).toMatchObject([
      {
        source: "signal",
        sourceId: "file1",
        cases: ["case1", "case2", "case3"],
        counted: { dimension: "cause", value: "agreements" },
        why: "Niemand bevestigt.",
        shielded: ["farah"],
      },
      { text: "Maatregel nummer 2" },
    ]);
  });

  test.each([
    ["respondent", undefined],
    ["duty", "B9"],
  ] as const)("a signal about a %s is not counted by a code that complaints have", (dimension, code) => {
    const { code: _none, ...rest } = { code };
    const signal = signalOf({ dimension, ...rest, ...(code !== undefined && { code }) });
    const posted = { outcome: "measures", finding: "Ja.", ...measure(1) };
    const [found] = follows(new FileUnderTest(learnworks, signal), "look-into-signal", posted);
    expect(found).not.toHaveProperty("counted");
  });

  test("a review gives a measure for each proposal that was accepted (A27, B37)", () => {
    const subject = new FileUnderTest(learnworks, reviewOf());
    const proposals = {
      proposal1: "Mail vooraf",
      proposalType1: "process",
      proposal2: "Reader",
      proposalType2: "material",
    };
    subject.perform("analyse-overview", { analysis: "Zie boven.", ...proposals });
    const decided = {
      decision1: "reject",
      why1: "Te duur.",
      decision2: "accept",
      measureOwner2: "ingrid",
      measureDue2: "2026-03-02",
    };
    expect(follows(subject, "go-through-measures", decided)).toEqual([
      expect.objectContaining({ source: "review", measureType: "material", owner: "person:ingrid", text: "Reader" }),
    ]);
  });

  test("a measure that did not help can be followed by another, for the same complaints", () => {
    const subject = new FileUnderTest(learnworks, measureOf(learnworks));
    subject.perform("report-measure", { outcome: "done", evidence: "Klaar.", doneOn: "2026-01-05" });
    expect(follows(subject, "judge-effect", { outcome: "not-helped", ...measure(1) })).toMatchObject([
      { source: "other", sourceId: "file1", cases: ["case1"], counted: { value: "agreements" } },
    ]);
    const other = new FileUnderTest(learnworks, measureOf(learnworks));
    other.perform("report-measure", { outcome: "done", evidence: "Klaar.", doneOn: "2026-01-05" });
    expect(follows(other, "judge-effect", { outcome: "helped", ...measure(1) })).toEqual([]);
  });
});

test("nothing else makes a measure", () => {
  const subject = established();
  const events: readonly ComplaintEvent[] = subject.happened.map(({ event }) => event);
  expect(arising(events, subject.dossier, learnworks)).toEqual([]);
});
