import { describe, expect, test } from "vitest";
import { actionsFor } from "../../shared/domain/actions/catalogue.ts";
import { isStopped, wasAnswered } from "../../shared/domain/alarms.ts";
import { passedBy } from "../../shared/domain/deciding/open-task.ts";
import { isSurveyed } from "../../shared/domain/survey.ts";
import { outcomesOf } from "../../shared/domain/tasks/answer.ts";
import { catalogue } from "../../shared/domain/tasks/catalogue.ts";
import { answers, CaseUnderTest, mondayMorning, procedures, trainer } from "../support/case-under-test.ts";
import { decisionAlarms, ring } from "../support/handled-case.ts";
import { act, eventsOf, lettersIn, problemsOf, send } from "../support/steps.ts";

const { learnworks } = procedures;
const reopens = { outcome: "reopen", reopenReason: "De beloofde training kwam er niet." };
/** After the month of the complaint, which ended on 5 February. */
const march = "2026-03-02T09:00:00.000Z";
/** Before that. */
const january = "2026-01-26T09:00:00.000Z";

/** Handled, told, closed, and rated. */
function closed(score = "1", at = march) {
  const subject = new CaseUnderTest(learnworks);
  send(subject, "receipt");
  subject
    .perform("assess", { ...answers.handle, ...trainer })
    .perform("first-response", answers.contact)
    .round("hearing", { complainant: answers.account })
    .perform("establish-facts", answers.facts)
    .perform("solve", answers.solution);
  send(subject, "outcome");
  subject.perform("draw-lessons", answers.lessons).events({ type: "CloseCase" });
  return subject.perform("satisfaction", { score }, at);
}

function reopened(at = march) {
  const subject = closed("1", at);
  const { taskId, assignee: by } = subject.open("follow-up", at);
  return { subject, events: subject.events({ type: "AnswerTask", taskId, by, posted: reopens }, at) };
}

describe("a low score (B35)", () => {
  test.each(["1", "2"])("of %s is followed up by the owner", (score) => {
    expect(closed(score).open("follow-up", march).assignee).toBe("role:project-manager");
  });

  test.each(["3", "4", "5"])("is not one of %s", (score) => {
    const subject = closed(score);
    expect(passedBy("follow-up", subject.dossier, learnworks)).toBe("skipped");
  });

  test("can be talked over without opening the case again", () => {
    const subject = closed().perform("follow-up", { outcome: "done", followUp: "Gebeld." }, march);
    expect(subject.dossier).toMatchObject({ status: "closed", reopened: undefined });
  });
});

describe("a case is opened again (B18, B35)", () => {
  test("with a reason, by who follows it up, and both sides are told", () => {
    const { subject, events } = reopened();
    expect(eventsOf(events, "CaseReopened")).toEqual([
      {
        type: "CaseReopened",
        facts: { by: "role:project-manager" },
        private: { reason: "De beloofde training kwam er niet." },
      },
    ]);
    expect(lettersIn(events)).toEqual(["reopened to complainant", "reopened-respondent to respondent:1"]);
    expect(subject.dossier).toMatchObject({ status: "open", owner: "role:project-manager" });
    expect(isStopped("response", subject.dossier)).toBe(true);
    expect(subject.open("establish-facts", march).status).toBe("open");
    expect(subject.dossier.phase).toBe("analysis");
  });

  test("not without a reason, and not twice", () => {
    const subject = closed();
    const { taskId, assignee: by } = subject.open("follow-up", march);
    const answer = (posted: Readonly<Record<string, string>>) =>
      problemsOf(subject.when({ type: "AnswerTask", taskId, by, posted }, march));
    expect(answer({ outcome: "reopen" })).toEqual(["reopenReason"]);
    expect(answer(reopens)).toEqual([]);

    send(subject, "outcome", "2026-03-10T09:00:00.000Z");
    subject.events({ type: "CloseCase" }, "2026-03-11T09:00:00.000Z");
    subject.perform("satisfaction", { score: "1" }, "2026-03-30T09:00:00.000Z");
    const again = subject.open("follow-up", "2026-03-30T09:00:00.000Z");
    const second = subject.when({ type: "AnswerTask", taskId: again.taskId, by: again.assignee, posted: reopens });
    expect(problemsOf(second)).toEqual(["outcome"]);
  });

  test("after its term: somebody names a new date, and nothing is said again of the old one (B22)", () => {
    const { subject, events } = reopened();
    expect(eventsOf(events, "SideTaskRequested").map(({ facts }) => facts.kind)).toEqual(["announce-delay"]);
    subject.open("establish-facts", march);
    expect(decisionAlarms(subject)).toEqual([]);
    expect(lettersIn(ring(subject, march)).filter((letter) => /delay|case-/.test(letter))).toEqual([]);

    subject.open("announce-delay", march);
    const posted = {
      outcome: "delay",
      newDate: "2026-03-27",
      delayWhy: "other",
      delayReason: "Wij zoeken het opnieuw uit.",
    };
    subject.perform("announce-delay", posted, march);
    expect(lettersIn(subject.happened.map(({ event }) => event))).toContain("delay to complainant");
    // From now on this date is guarded as the first one was.
    expect(decisionAlarms(subject).map(([, at]) => at)).toEqual([
      "2026-03-20T08:00:00.000Z",
      "2026-03-27T16:00:00.000Z",
    ]);
    expect(lettersIn(ring(subject, "2026-03-12T09:00:00.000Z"))).not.toContain("delay-unknown to complainant");
  });

  test("the accounts of both sides can be exchanged once more (A16)", () => {
    const subject = new CaseUnderTest(learnworks)
      .perform("assess", { ...answers.handle, ...trainer })
      .round("hearing", { complainant: answers.account, "respondent:1": answers.account })
      .round("exchange", {});
    const offered = () => outcomesOf(catalogue["establish-facts"], learnworks, subject.dossier).map(({ id }) => id);
    expect(offered()).not.toContain("exchange");
    subject.perform("establish-facts", answers.facts).perform("solve", answers.solution);
    send(subject, "outcome");
    subject.perform("draw-lessons", answers.lessons).events({ type: "CloseCase" });
    subject.perform("satisfaction", { score: "1" }, march).perform("follow-up", reopens, march);
    expect(offered()).toContain("exchange");
    subject.open("reply-to-account", "2026-03-03T09:00:00.000Z", "complainant");
    expect(offered()).not.toContain("exchange");
  });

  test("nobody can answer then that the old date will be met", () => {
    const { subject } = reopened();
    const { taskId, assignee: by } = subject.open("announce-delay", march);
    const answer = { type: "AnswerTask", taskId, by, posted: { outcome: "on-time" } } as const;
    expect(problemsOf(subject.when(answer, march))).toEqual(["outcome"]);
  });

  test("within its term: the old date holds, and the owner is warned of it", () => {
    const { subject, events } = reopened(january);
    expect(eventsOf(events, "SideTaskRequested")).toEqual([]);
    subject.open("establish-facts", january);
    expect(decisionAlarms(subject).map(([, at]) => at)).toEqual([
      "2026-01-29T08:00:00.000Z",
      "2026-02-05T09:00:00.000Z",
    ]);
  });

  test("the complainant waits again: they may withdraw, and the owner may say that it takes longer", () => {
    const { subject } = reopened();
    expect(wasAnswered(subject.dossier)).toBe(false);
    const may = (by: "complainant" | "role:project-manager") =>
      actionsFor({ by }, subject.dossier, learnworks, march).map(({ action }) => action);
    expect(may("complainant")).toContain("withdraw");
    expect(may("role:project-manager")).toContain("announce-delay");
    send(subject, "outcome", "2026-03-10T09:00:00.000Z");
    expect(wasAnswered(subject.dossier)).toBe(true);
    expect(may("complainant")).not.toContain("withdraw");
  });

  test("it closes again with its four facts, and is asked about once more (A24, B35)", () => {
    const { subject } = reopened();
    subject.perform("establish-facts", { ...answers.facts, finding: "partly-founded" }, march);
    send(subject, "outcome", "2026-03-10T09:00:00.000Z");
    subject.perform("draw-lessons", answers.lessons, "2026-03-10T09:00:00.000Z");
    subject.events({ type: "CloseCase" }, "2026-03-11T09:00:00.000Z");
    expect(subject.dossier).toMatchObject({
      status: "closed",
      closedAt: "2026-03-11T09:00:00.000Z",
      fourFacts: { filedAt: mondayMorning, ground: "trainer", takenUp: "handle", outcome: "partly-founded" },
    });
    expect(isSurveyed(subject.dossier, learnworks)).toBe(true);
    expect(subject.open("satisfaction", "2026-03-25T09:00:00.000Z").status).toBe("open");
  });

  test("a withdrawn second round ends it too", () => {
    const { subject } = reopened();
    act(subject, "withdraw", "complainant", {}, march);
    subject.events({ type: "CloseCase" }, march);
    expect(subject.dossier).toMatchObject({ status: "closed", fourFacts: { outcome: "withdrawn" } });
    expect(isSurveyed(subject.dossier, learnworks)).toBe(false);
  });
});
