import { describe, expect, test } from "vitest";
import { dueAt } from "../../shared/domain/clocks.ts";
import type { Party } from "../../shared/domain/party.ts";
import { answers, CaseUnderTest, procedures, trainer } from "../support/case-under-test.ts";
import { decisionAlarms, handled, ring } from "../support/handled-case.ts";
import { act, eventsOf, lettersIn, problemsOf, send, tryTo } from "../support/steps.ts";

const { learnworks } = procedures;
const owner: Party = "role:project-manager";
/** The month of a complaint of Monday 5 January 10:00 ends on Thursday 5 February 10:00; the owner is warned a week before. */
const warnedAt = "2026-01-29T08:00:00.000Z";
const monthEnds = "2026-02-05T09:00:00.000Z";
const later = { newDate: "2026-02-20", delayWhy: "other", delayReason: "De trainer is ziek." };
const closingTime = "2026-02-20T16:00:00.000Z";

describe("before the term ends (B22)", () => {
  test("the owner is warned five working days ahead and asked for a new date", () => {
    const subject = handled();
    expect(eventsOf(ring(subject, "2026-01-29T07:59:59.999Z"), "SideTaskRequested")).toEqual([]);
    const events = ring(subject, warnedAt);
    expect(lettersIn(events)).toContain("case-warning to role:project-manager");
    expect(eventsOf(events, "SideTaskRequested").map(({ facts }) => facts.kind)).toEqual(["announce-delay"]);
    expect(lettersIn(events).filter((letter) => letter.startsWith("delay"))).toEqual([]);
  });

  test("a holiday in between is no working day: the warning comes a day earlier", () => {
    const received = "2026-03-13T09:00:00.000Z";
    const subject = new CaseUnderTest(learnworks, received);
    subject.open("assess", received);
    // A month later is Monday 13 April; Easter Monday is the 6th.
    expect(decisionAlarms(subject)[0]).toEqual(["case:decision:1", "2026-04-03T07:00:00.000Z"]);
  });

  test("an owner who does not answer in time is passed by: the director is asked before the month ends", () => {
    const subject = handled();
    ring(subject, warnedAt);
    const { taskId, dueAt: due } = subject.open("announce-delay", warnedAt);
    expect(due).toBe("2026-02-03T16:00:00.000Z");
    subject.expire(taskId);
    const asked = subject.open("announce-delay", "2026-02-04T08:00:00.000Z");
    expect(asked.assignee).toBe("role:director");
    expect("2026-02-04T08:00:00.000Z" < monthEnds).toBe(true);
  });

  test("that it will be in time needs no letter", () => {
    const subject = handled();
    const { taskId } = subject.open("announce-delay", warnedAt);
    const events = subject.events({ type: "AnswerTask", taskId, by: owner, posted: { outcome: "on-time" } }, warnedAt);
    expect(lettersIn(events)).toEqual([]);
    expect(dueAt("decision", subject.dossier, learnworks)).toBe(monthEnds);
  });
});

describe("a new date (B22)", () => {
  test.each<[string, (subject: CaseUnderTest) => readonly ReturnType<typeof ring>[number][]]>([
    [
      "by the task that asks for it",
      (subject) => {
        const { taskId } = subject.open("announce-delay", warnedAt);
        return subject.events(
          { type: "AnswerTask", taskId, by: owner, posted: { outcome: "delay", ...later } },
          warnedAt,
        );
      },
    ],
    ["before anybody asks", (subject) => act(subject, "announce-delay", owner, later, warnedAt)],
  ])("%s: the complainant and the respondents who know read it before the term ends", (_how, announce) => {
    const subject = handled();
    const events = announce(subject);
    expect(eventsOf(events, "DelayAnnounced")).toEqual([
      {
        type: "DelayAnnounced",
        facts: { by: owner, from: monthEnds, to: closingTime, why: "other" },
        private: { reason: "De trainer is ziek." },
      },
    ]);
    expect(lettersIn(events)).toEqual(["delay to complainant", "delay-respondent to respondent:1"]);
    expect(dueAt("decision", subject.dossier, learnworks)).toBe(closingTime);
  });

  test.each([
    [
      "was named before anybody answered",
      (subject: CaseUnderTest) => act(subject, "announce-delay", owner, later, warnedAt),
    ],
    [
      "is not needed, for the outcome is there",
      (subject: CaseUnderTest) => subject.events({ type: "SendLetters", letter: "outcome", requestId: "o1" }, warnedAt),
    ],
  ] as const)("that %s is asked for no longer", (_how, end) => {
    const subject = handled();
    const { taskId } = subject.open("announce-delay", warnedAt);
    expect(eventsOf(end(subject), "TaskCancelled").map(({ facts }) => facts.taskId)).toEqual([taskId]);
  });

  test("is not told to a respondent who has not heard of the complaint yet (B15)", () => {
    const subject = new CaseUnderTest(learnworks).perform("assess", {
      ...answers.handle,
      ...trainer,
      hold: "yes",
      holdReason: "Eerst veiligheid.",
    });
    send(subject, "copies");
    expect(lettersIn(act(subject, "announce-delay", owner, later, warnedAt))).toEqual(["delay to complainant"]);
  });

  test("has its own warning and end; those of the old date are gone", () => {
    const subject = handled();
    ring(subject, warnedAt);
    act(subject, "announce-delay", owner, later, warnedAt);
    expect(decisionAlarms(subject)).toEqual([
      [`case:decision:1@${closingTime}`, "2026-02-13T08:00:00.000Z"],
      [`case:decision:2@${closingTime}`, closingTime],
    ]);
    expect(lettersIn(ring(subject, monthEnds)).filter((letter) => /delay|case-warning/.test(letter))).toEqual([]);
    // Meanwhile the task of the owner went one role up; the terms of the case ring through whatever is open.
    subject.expire(subject.dossier.tasks.find(({ status }) => status === "open")?.taskId ?? "");
    subject.open("establish-facts", "2026-02-16T09:00:00.000Z");
    expect(lettersIn(ring(subject, closingTime))).toContain("delay-unknown to complainant");
  });

  test("that is only days away is not asked for again at once", () => {
    const subject = handled();
    ring(subject, warnedAt);
    act(subject, "announce-delay", owner, { ...later, newDate: "2026-02-06" }, "2026-02-04T09:00:00.000Z");
    // Five working days before the 6th was before this was said.
    expect(decisionAlarms(subject)).toEqual([["case:decision:2@2026-02-06T16:00:00.000Z", "2026-02-06T16:00:00.000Z"]]);
    expect(eventsOf(ring(subject, "2026-02-04T09:00:00.000Z"), "SideTaskRequested")).toEqual([]);
  });

  test("can be moved again, with the old and the new date and a reason each time", () => {
    const subject = handled();
    act(subject, "announce-delay", owner, later, warnedAt);
    const again = { newDate: "2026-03-06", delayWhy: "other", delayReason: "Een getuige is op reis." };
    act(subject, "announce-delay", owner, again, "2026-02-16T09:00:00.000Z");
    expect(subject.dossier.delays).toEqual([
      { at: warnedAt, by: owner, from: monthEnds, to: closingTime, why: "other", reason: "De trainer is ziek." },
      {
        at: "2026-02-16T09:00:00.000Z",
        by: owner,
        from: closingTime,
        to: "2026-03-06T16:00:00.000Z",
        why: "other",
        reason: "Een getuige is op reis.",
      },
    ]);
  });

  test.each<[string, Readonly<Record<string, string>>, string, string]>([
    ["no reason to count", { newDate: "2026-02-20", delayReason: "De trainer is ziek." }, warnedAt, "delayWhy"],
    ["no reason", { ...later, delayReason: " " }, warnedAt, "delayReason"],
    ["no date", { ...later, newDate: "" }, warnedAt, "newDate"],
    ["the date that holds already", { ...later, newDate: "2026-02-05" }, warnedAt, "newDate"],
    ["an earlier date", { ...later, newDate: "2026-02-04" }, warnedAt, "newDate"],
    ["a date that has been", { ...later, newDate: "2026-02-10" }, "2026-02-11T09:00:00.000Z", "newDate"],
    ["today, when the day is over", { ...later, newDate: "2026-02-11" }, "2026-02-11T16:00:00.000Z", "newDate"],
  ])("is refused with %s", (_what, posted, at, field) => {
    const subject = handled();
    expect(problemsOf(tryTo(subject, "announce-delay", owner, posted, at))).toEqual([field]);
    const { taskId } = subject.open("announce-delay", at);
    const answer = { type: "AnswerTask", taskId, by: owner, posted: { outcome: "delay", ...posted } } as const;
    expect(problemsOf(subject.when(answer, at))).toEqual([field]);
  });

  test("is for the owner to name, and only while the complainant waits", () => {
    const subject = handled();
    expect(problemsOf(tryTo(subject, "announce-delay", "role:office-manager", later, warnedAt))).toEqual(["not-now"]);
    expect(problemsOf(tryTo(subject, "announce-delay", "complainant", later, warnedAt))).toEqual(["not-now"]);
    send(subject, "outcome", warnedAt);
    expect(problemsOf(tryTo(subject, "announce-delay", owner, later, warnedAt))).toEqual(["not-now"]);
  });
});

describe("when the term ends without a new date (B22)", () => {
  test("the complainant and the respondents who know are told honestly, owner and director are, and somebody is asked", () => {
    const subject = handled();
    ring(subject, warnedAt);
    const events = ring(subject, monthEnds);
    const letters = lettersIn(events).filter((letter) => /delay|case-warning/.test(letter));
    expect(letters).toEqual([
      "case-warning to role:project-manager",
      "case-warning to role:director",
      "delay-unknown to complainant",
      "delay-unknown-respondent to respondent:1",
    ]);
    expect(eventsOf(events, "SideTaskRequested").map(({ facts }) => facts.kind)).toEqual(["announce-delay"]);
  });

  test("who is asked already is not asked twice, also when nothing ran over both moments", () => {
    const asking = handled();
    asking.open("announce-delay", warnedAt);
    expect(eventsOf(ring(asking, monthEnds), "SideTaskRequested")).toEqual([]);
    expect(eventsOf(ring(handled(), monthEnds), "SideTaskRequested")).toHaveLength(1);
  });

  test("nobody can say any more that it will be in time, but still name a date", () => {
    const subject = handled();
    const { taskId } = subject.open("announce-delay", warnedAt);
    const answer = (posted: Readonly<Record<string, string>>) =>
      subject.when({ type: "AnswerTask", taskId, by: owner, posted }, monthEnds);
    expect(problemsOf(answer({ outcome: "on-time" }))).toEqual(["outcome"]);
    expect(problemsOf(answer({ outcome: "delay", ...later }))).toEqual([]);
  });

  test("nothing of it happens to who was told the outcome, or withdrew", () => {
    const told = handled();
    send(told, "outcome", warnedAt);
    expect(decisionAlarms(told)).toEqual([]);
    const withdrawn = handled();
    act(withdrawn, "withdraw", "complainant", {}, warnedAt);
    withdrawn.open("draw-lessons", warnedAt);
    expect(lettersIn(ring(withdrawn, monthEnds, "draw-lessons")).filter((one) => /delay|case-/.test(one))).toEqual([]);
  });
});
