import { describe, expect, test } from "vitest";
import { alarmsOf, isStopped, wasInTouch } from "../../shared/domain/alarms.ts";
import { dueAt } from "../../shared/domain/clocks.ts";
import { passedBy } from "../../shared/domain/deciding/open-task.ts";
import type { OpenTask } from "../../shared/domain/dossier.ts";
import { answers, CaseUnderTest, procedures, trainer } from "../support/case-under-test.ts";
import { eventsOf, lettersIn, problemsOf, send } from "../support/steps.ts";

const { learnworks, sterker } = procedures;
const weekEnds = "2026-01-12T09:00:00.000Z";
const monday = "2026-01-05T09:00:00.000Z";

const alarmIds = (subject: CaseUnderTest, task: OpenTask) =>
  alarmsOf(task, subject.dossier, subject.procedure).map(({ alarmId }) => alarmId);
const caseIds = (subject: CaseUnderTest, task: OpenTask) =>
  alarmIds(subject, task).filter((id) => /^case:re(ceipt|sponse)/.test(id));

describe("receipt and first response are two clocks (B9, B20)", () => {
  test("a day for the one and a week for the other, both from the moment that the complaint came in", () => {
    const { dossier } = new CaseUnderTest(learnworks);
    expect(dueAt("receipt", dossier, learnworks)).toBe("2026-01-06T09:00:00.000Z");
    expect(dueAt("response", dossier, learnworks)).toBe(weekEnds);
  });

  test("the automatic receipt stops its own clock and never that of the response (B20)", () => {
    const subject = new CaseUnderTest(learnworks);
    const task = subject.open("assess");
    expect(caseIds(subject, task)).toEqual(["case:receipt:1", "case:response:1", "case:response:2"]);
    send(subject, "receipt");
    expect(caseIds(subject, task)).toEqual(["case:response:1", "case:response:2"]);
    expect(wasInTouch(subject.dossier)).toBe(false);
  });

  test("nor does a mail of the complainant, a copy, or a question that we send", () => {
    const subject = new CaseUnderTest(learnworks).perform("assess", { ...answers.handle, ...trainer });
    send(subject, "copies");
    subject
      .perform("answer-question", { questionAnswer: "Op dinsdag." })
      .perform("statement", answers.account, monday, "complainant");
    const words = { address: "sanne.dewit@zorggroep.example", subject: "?", text: "Nog iets.", attachments: [] };
    subject.events({ type: "FileMessage", facts: { mailId: "m1", from: "complainant" }, private: words });
    expect(wasInTouch(subject.dossier)).toBe(false);
    expect(passedBy("first-response", subject.dossier, learnworks)).toBeUndefined();
  });

  test("the owner is warned a working day before the week ends, and when it has, while nobody has assessed it", () => {
    const subject = new CaseUnderTest(learnworks);
    send(subject, "receipt");
    const { taskId } = subject.open("assess");
    const warning = (at: string) =>
      eventsOf(subject.events({ type: "RingAlarms", taskId }, at), "AlarmRang").flatMap(({ facts }) =>
        facts.alarmId.startsWith("case:response") ? [[facts.reason, facts.told]] : [],
      );
    expect(warning("2026-01-09T07:59:59.999Z")).toEqual([]);
    expect(warning("2026-01-09T08:00:00.000Z")).toEqual([["case-warning", ["role:project-manager"]]]);
    expect(warning(weekEnds)).toEqual([["case-deadline", ["role:project-manager"]]]);
  });
});

describe("being in touch (B20)", () => {
  test.each([
    ["handle", answers.handle],
    ["talk-first", { ...answers.handle, ...trainer, outcome: "talk-first" }],
    ["advice", { ...answers.handle, outcome: "advice" }],
  ])("is asked of the owner beside the path once it is assessed: %s", (_way, posted) => {
    const subject = new CaseUnderTest(sterker).perform("assess", posted);
    expect(subject.dossier.sideTasks).toEqual([{ kind: "first-response", sideTaskId: "side-1" }]);
    expect(subject.open("first-response")).toMatchObject({ assignee: "role:manager-io", dueAt: weekEnds });
    // It holds nothing up: the phase is that of the path.
    expect(subject.dossier.phase).toBe("intake");
  });

  test.each([
    ["what was solved with the complainant already", answers.solvedAtOnce],
    ["what is no complaint", answers.notAComplaint],
  ])("is not asked for %s", (_what, posted) => {
    expect(new CaseUnderTest(learnworks).perform("assess", posted).dossier.sideTasks).toEqual([]);
  });

  test("is asked once, also when somebody was consulted first (B8)", () => {
    const subject = new CaseUnderTest(learnworks)
      .perform("assess", { ...answers.handle, outcome: "consult", question: "?", consultWhom: "director" })
      .perform("consult", { consultAdvice: "Ja." })
      .perform("assess", answers.handle, "2026-01-06T09:00:00.000Z");
    expect(subject.dossier.sideTasks.map(({ kind }) => kind)).toEqual(["first-response"]);
  });

  test("is recorded with how, when and what, and then the clock stops", () => {
    const subject = new CaseUnderTest(learnworks).perform("assess", answers.handle);
    const task = subject.open("first-response");
    subject.perform("first-response", answers.contact);
    expect(subject.dossier.tasks.at(-1)?.answer).toEqual({
      outcome: "done",
      facts: { contactChannel: "phone", contactDate: "2026-01-05" },
      private: { contactSummary: "Uitgelegd wat er gebeurt." },
    });
    expect(wasInTouch(subject.dossier)).toBe(true);
    expect(isStopped("response", subject.dossier)).toBe(true);
    expect(subject.events({ type: "RingAlarms", taskId: task.taskId }, "2026-02-02T09:00:00.000Z")).toEqual([]);
  });

  test.each([
    ["contactDate", { ...answers.contact, contactDate: "2026-01-06" }],
    ["contactDate", { ...answers.contact, contactDate: "" }],
    ["contactChannel", { ...answers.contact, contactChannel: "automatic" }],
    ["contactSummary", { ...answers.contact, contactSummary: "" }],
  ])(
    "is not recorded with a wrong %s: no contact in the future, none by itself, none without words",
    (field, posted) => {
      const subject = new CaseUnderTest(learnworks).perform("assess", answers.handle);
      const { taskId, assignee: by } = subject.open("first-response");
      expect(problemsOf(subject.when({ type: "AnswerTask", taskId, by, posted }))).toEqual([field]);
    },
  );

  test("is chased by its own task alone from then on, which goes to the director the day after the week", () => {
    const subject = new CaseUnderTest(learnworks);
    send(subject, "receipt");
    subject.perform("assess", answers.handle);
    expect(caseIds(subject, subject.open("establish-facts"))).toEqual([]);
    // Nobody was in touch yet: the term itself still runs.
    expect(isStopped("response", subject.dossier)).toBe(false);
    const task = subject.open("first-response");
    subject.expire(task.taskId);
    expect(subject.dossier.tasks.at(-1)).toMatchObject({ status: "expired", expiredAt: "2026-01-13T08:00:00.000Z" });
    // The week is over: the director has the term of the task itself.
    expect(subject.open("first-response", "2026-01-13T08:00:00.000Z")).toMatchObject({
      assignee: "role:director",
      dueAt: "2026-01-14T16:00:00.000Z",
    });
  });

  test("is needed no more once the complainant has the outcome, or was told where to go", () => {
    const subject = new CaseUnderTest(learnworks).perform("assess", answers.handle);
    subject.events({ type: "SendLetters", letter: "outcome", requestId: "r1" });
    expect(passedBy("first-response", subject.dossier, learnworks)).toBeUndefined();
    subject.post();
    expect(passedBy("first-response", subject.dossier, learnworks)).toBe("skipped");
    expect(lettersIn(subject.events({ type: "OpenTask", kind: "first-response", requestId: "side-1" }))).toEqual([]);
  });

  test("what the complainant tells us, or what we find without them, is no contact of ours", () => {
    const talked = new CaseUnderTest(sterker)
      .perform("assess", { ...answers.handle, ...trainer, outcome: "talk-first" })
      .perform("talk-result", { outcome: "solved", agreement: "Excuses." });
    const solved = new CaseUnderTest(learnworks).perform("assess", answers.handle).perform("solve", answers.solution);
    for (const { dossier } of [talked, solved]) expect(wasInTouch(dossier)).toBe(false);
  });

  test("a complaint that is solved at first contact had that contact", () => {
    const subject = new CaseUnderTest(learnworks).perform("assess", answers.solvedAtOnce);
    expect(wasInTouch(subject.dossier)).toBe(true);
    expect(isStopped("response", subject.dossier)).toBe(true);
  });
});
