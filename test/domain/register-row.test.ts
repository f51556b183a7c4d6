import { describe, expect, test } from "vitest";
import type { Happened } from "../../shared/domain/dossier.ts";
import { replay } from "../../shared/domain/evolve.ts";
import { closingLedger } from "../../shared/domain/register/closing-ledger.ts";
import { contributions } from "../../shared/domain/register/contributions.ts";
import type { RegisterRow } from "../../shared/domain/register/register-row.ts";
import { registerRowOf } from "../../shared/domain/register/register-row-of.ts";
import { answers, CaseUnderTest, mondayMorning, procedures, trainer } from "../support/case-under-test.ts";
import { DutyCase } from "../support/duty-case.ts";
import { act, send } from "../support/steps.ts";

const { learnworks, sterker } = procedures;

type Walked = CaseUnderTest | DutyCase;

function rowOf({ happened, procedure }: Pick<Walked, "happened" | "procedure">): RegisterRow {
  const dossier = replay(happened);
  const row = registerRowOf(dossier, closingLedger(happened, dossier, procedure), procedure);
  if (row === undefined) throw new Error("No complaint.");
  return row;
}

/** The same events as they are once personal data are erased. */
function erased({ happened, procedure }: Walked): Pick<Walked, "happened" | "procedure"> {
  return {
    happened: happened.map(({ event, ...rest }): Happened => ({ ...rest, event: { ...event, private: null } })),
    procedure,
  };
}

const course = "Omgaan met lastig gedrag (Début)";
const toTheEnd = () =>
  new DutyCase(learnworks)
    .at("2026-01-05T12:00:00.000Z")
    .assessed({ ...answers.handle, ...trainer, course, severity: "serious", claim: "yes" })
    .send("copies")
    .at("2026-01-07T09:00:00.000Z")
    .perform("statement", answers.account, "complainant")
    .perform("statement", answers.account, "respondent:1")
    .at("2026-01-12T09:00:00.000Z")
    .perform("establish-facts", { ...answers.facts, category: "materials", cause: "agreements" })
    .at("2026-01-20T09:00:00.000Z")
    .perform("solve", answers.solution)
    .at("2026-01-21T09:00:00.000Z")
    .told()
    .at("2026-01-26T09:00:00.000Z")
    .closed();

describe("the row of a complaint in the register (A23, A24, B11)", () => {
  test("begins with what is known on arrival, and stands in the local month of filing", () => {
    // Half past midnight in Amsterdam on the first of February.
    expect(rowOf(new CaseUnderTest(learnworks, "2026-01-31T23:30:00.000Z"))).toEqual({
      organisation: "learnworks",
      caseId: "case1",
      number: "LW-2026-0001",
      kind: "undecided",
      status: "open",
      channel: "email",
      filedAt: "2026-01-31T23:30:00.000Z",
      month: "2026-02",
      respondentKinds: [],
      withdrawn: false,
      reopened: false,
      daysIn: {},
      delayWhy: [],
      satisfaction: { respondents: [] },
      measures: 0,
    });
  });

  test("says in the end when, on what ground, how taken up, with what outcome, and why", () => {
    expect(rowOf(toTheEnd())).toMatchObject({
      kind: "complaint",
      status: "closed",
      category: "materials",
      cause: "agreements",
      finding: "founded",
      severity: "serious",
      claim: "yes",
      takenUp: "handle",
      outcome: "founded",
      course: "omgaan-met-lastig-gedrag-debut",
      courseName: course,
      respondentKinds: ["other"],
      closedAt: "2026-01-26T09:00:00.000Z",
    });
  });

  test("counts whole days in each phase", () => {
    expect(rowOf(toTheEnd()).daysIn).toEqual({ intake: 2, analysis: 13, handling: 1, feedback: 5, learning: 0 });
  });

  test("keeps the duties as they stood at closing, however late somebody looks (B12)", () => {
    const subject = toTheEnd();
    expect(rowOf(subject).duties).toEqual(
      Object.fromEntries(subject.ledger("2026-01-26T09:00:00.000Z").map(({ id, status }) => [id, status])),
    );
    expect(rowOf(subject).duties).toMatchObject({ B9: "met", B30: "met" });
  });

  test("has no duties while it is open: what is still to come is neither met nor late", () => {
    expect(rowOf(new DutyCase(learnworks).heard()).duties).toBeUndefined();
  });

  test("is the same when personal data have been erased (A23)", () => {
    for (const subject of [toTheEnd(), new DutyCase(sterker).heard(), delayed()]) {
      expect(rowOf(erased(subject))).toEqual(rowOf(subject));
    }
  });

  test("says whether it is about a colleague or somebody from outside, each once (B31)", () => {
    const both = { respondentOthers: "Bram Kuipers, bram@trainers.example\nNoor Smit" };
    const colleague = learnworks.people.at(-1)?.id ?? "";
    const subject = new CaseUnderTest(learnworks).perform("assess", {
      ...answers.handle,
      ...both,
      respondentStaff: colleague,
    });
    expect(rowOf(subject).respondentKinds).toEqual(["colleague", "other"]);
  });

  test("says why the outcome came later, each reason once (B22)", () => {
    expect(rowOf(delayed()).delayWhy).toEqual(["absence"]);
  });

  test.each<[string, Readonly<Record<string, string>>, Partial<RegisterRow>]>([
    ["taken up", { ...answers.handle }, { kind: "complaint", takenUp: "handle" }],
    ["no complaint", { ...answers.notAComplaint }, { kind: "not-a-complaint", takenUp: "not-a-complaint" }],
    ["advice", { ...answers.handle, outcome: "advice" }, { kind: "advice", takenUp: "advice" }],
  ])("%s: that is what it counts as (A8)", (_what, posted, expected) => {
    expect(rowOf(new CaseUnderTest(sterker).perform("assess", posted))).toMatchObject(expected);
  });

  test("becomes a complaint when that is chosen after advice (A8)", () => {
    const subject = new CaseUnderTest(sterker)
      .perform("assess", { ...answers.handle, outcome: "advice" })
      .perform("advise", { advice: "Praat er eerst over." })
      .perform("choose-after-advice", { outcome: "official" });
    expect(rowOf(subject).kind).toBe("complaint");
  });

  test("is not decided upon while somebody is consulted (B8)", () => {
    const consult = { ...answers.handle, outcome: "consult", question: "Wat vind jij?", consultWhom: "director" };
    expect(rowOf(new CaseUnderTest(learnworks).perform("assess", consult))).toMatchObject({
      kind: "undecided",
      category: "trainer",
    });
  });

  test("withdrawn before anybody looked at it, it stays a complaint that was filed", () => {
    const subject = new CaseUnderTest(learnworks);
    act(subject, "withdraw", "complainant", {});
    subject.perform("draw-lessons", answers.lessons).events({ type: "CloseCase" });
    expect(rowOf(subject)).toMatchObject({ kind: "complaint", withdrawn: true, outcome: "withdrawn" });
  });

  test("has what each side said afterwards; who stayed silent was asked (B35)", () => {
    const subject = toTheEnd().at("2026-02-09T09:00:00.000Z");
    subject.perform("satisfaction", { score: "4", heardScore: "5" }, "complainant").ask("satisfaction", "respondent:1");
    expect(rowOf(subject).satisfaction).toEqual({ complainant: { score: 4, heard: 5 }, respondents: [{}] });
  });

  test("counts the measures that came of it (A28, B37)", () => {
    const measure = { measure1: "Vaste locatie.", measureType1: "process", measureDue1: "2026-06-01" };
    const owner = learnworks.people[0]?.id ?? "";
    const subject = new DutyCase(learnworks).established().perform("solve", answers.solution).told();
    subject.perform("draw-lessons", { ...answers.lessons, ...measure, measureOwner1: owner }).close();
    expect(rowOf(subject).measures).toBe(1);
  });

  test("opened again it is open, without duties and outcome, and the time in between counts for no phase", () => {
    const closed = new CaseUnderTest(learnworks).perform("assess", { ...answers.handle, ...trainer });
    closed.round("hearing", { complainant: answers.account }).perform("establish-facts", answers.facts);
    const later = "2026-03-02T09:00:00.000Z";
    closed.perform("solve", answers.solution, later);
    send(closed, "outcome", later);
    closed.perform("draw-lessons", answers.lessons, later).events({ type: "CloseCase" }, later);
    closed.perform("satisfaction", { score: "1" }, "2026-03-20T09:00:00.000Z");
    const followUp = closed.open("follow-up", "2026-04-01T09:00:00.000Z");
    const again = { outcome: "reopen", reopenReason: "Het is niet opgelost." };
    closed.events(
      { type: "AnswerTask", taskId: followUp.taskId, by: followUp.assignee, posted: again },
      "2026-04-06T09:00:00.000Z",
    );
    const row = rowOf(closed);
    expect(row).toMatchObject({ status: "open", reopened: true });
    expect([row.outcome, row.duties, row.closedAt]).toEqual([undefined, undefined, undefined]);
    expect(row.daysIn).toEqual({ intake: 0, handling: 0, learning: 0 });
  });
});

function delayed(): CaseUnderTest {
  const subject = new CaseUnderTest(learnworks);
  subject.perform("assess", { ...answers.handle, ...trainer });
  const delay = { delayWhy: "absence", delayReason: "De trainer is ziek." };
  act(subject, "announce-delay", subject.dossier.owner, { ...delay, newDate: "2026-03-02" }, mondayMorning);
  act(
    subject,
    "announce-delay",
    subject.dossier.owner,
    { ...delay, newDate: "2026-03-20" },
    "2026-01-06T09:00:00.000Z",
  );
  return subject;
}

describe("what a row adds to the totals", () => {
  const row = rowOf(toTheEnd());

  test("one of everything it is, and the sum of its days", () => {
    expect(contributions({ ...row, duties: { B9: "met", B20: "late" }, delayWhy: ["complex"], measures: 2 })).toEqual({
      complaints: 1,
      closed: 1,
      "channel:email": 1,
      "category:materials": 1,
      "cause:agreements": 1,
      "category+cause:materials+agreements": 1,
      "finding:founded": 1,
      "severity:serious": 1,
      "claim:yes": 1,
      "taken-up:handle": 1,
      "course:omgaan-met-lastig-gedrag-debut": 1,
      "outcome:founded": 1,
      "respondent:other": 1,
      "duty:B9:met": 1,
      "duty:B20:late": 1,
      "delay:complex": 1,
      "phases:intake": 1,
      "phases:analysis": 1,
      "phases:handling": 1,
      "phases:feedback": 1,
      "phases:learning": 1,
      "days:intake": 2,
      "days:analysis": 13,
      "days:handling": 1,
      "days:feedback": 5,
      measures: 2,
    });
  });

  test.each(["advice", "not-a-complaint", "undecided"] as const)(
    "%s is counted as that and as nothing else (A8)",
    (kind) => {
      expect(contributions({ ...row, kind })).toEqual({ [kind]: 1 });
    },
  );

  test("two respondents who say the same count twice (B35)", () => {
    const satisfaction = { complainant: { score: 2 }, respondents: [{ score: 5, heard: 4 }, { score: 5 }, {}] };
    const counted = contributions({ ...row, satisfaction });
    expect(Object.fromEntries(Object.entries(counted).filter(([name]) => name.startsWith("survey:")))).toEqual({
      "survey:complainant:asked": 1,
      "survey:complainant:answered": 1,
      "survey:complainant:score:2": 1,
      "survey:respondent:asked": 3,
      "survey:respondent:answered": 2,
      "survey:respondent:score:5": 2,
      "survey:respondent:heard:4": 1,
    });
  });

  test("there is nothing in it by which anybody is recognised", () => {
    const told = JSON.stringify([row, contributions(row)]).toLowerCase();
    for (const name of ["sanne", "de wit", "kuipers", "@"]) expect(told).not.toContain(name);
  });
});
