import { describe, expect, test } from "vitest";
import { actionsFor } from "../../shared/domain/actions/catalogue.ts";
import { dueAt, isPaused } from "../../shared/domain/clocks.ts";
import type { Party } from "../../shared/domain/party.ts";
import { type CaseUnderTest, procedures } from "../support/case-under-test.ts";
import { decisionAlarms, handled, ring } from "../support/handled-case.ts";
import { act, lettersIn, problemsOf, tryTo } from "../support/steps.ts";

const { learnworks, sterker } = procedures;
const owner: Party = "role:project-manager";
/** The month of a complaint of Monday 5 January 10:00 ends on Thursday 5 February 10:00; this is five working days before. */
const warnedAt = "2026-01-29T08:00:00.000Z";
const later = { newDate: "2026-02-20", delayWhy: "other", delayReason: "De trainer is ziek." };
const closingTime = "2026-02-20T16:00:00.000Z";

describe("the clock of the outcome (B17, B21)", () => {
  const because = "De klager is op vakantie.";
  const stopped = (subject: CaseUnderTest, until = "2026-01-19", at = "2026-01-12T16:00:00.000Z") =>
    act(subject, "pause-clock", owner, { pauseUntil: until, reason: because }, at);
  const due = (subject: CaseUnderTest) => dueAt("decision", subject.dossier, learnworks);

  test("stands still until the day that was named, and the outcome moves by exactly that time", () => {
    const subject = handled();
    stopped(subject);
    // From Monday 12 January 17:00 until Monday 19 January 17:00.
    expect(due(subject)).toBe("2026-02-12T09:00:00.000Z");
    expect(isPaused(subject.dossier, "2026-01-19T15:59:59.999Z")).toBe(true);
    expect(isPaused(subject.dossier, "2026-01-19T16:00:00.000Z")).toBe(false);
    expect(subject.dossier.pauses).toMatchObject([{ by: owner, reason: because }]);
  });

  test("is told with its reason to both sides when it stops and when it runs again, for the outcome moves (B22)", () => {
    const subject = handled();
    const both = ["delay to complainant", "delay-respondent to respondent:1"];
    expect(lettersIn(stopped(subject))).toEqual(both);
    const restart = { reason: "De klager belde." };
    expect(lettersIn(act(subject, "restart-clock", owner, restart, "2026-01-13T16:00:00.000Z"))).toEqual(both);
  });

  test("runs again before that day with a reason, and counts what it stood still in truth", () => {
    const subject = handled();
    stopped(subject);
    act(subject, "restart-clock", owner, { reason: "De klager belde." }, "2026-01-13T16:00:00.000Z");
    expect(due(subject)).toBe("2026-02-06T09:00:00.000Z");
    expect(isPaused(subject.dossier, "2026-01-13T16:00:00.000Z")).toBe(false);
    expect(subject.dossier.pauses[0]?.restarted).toEqual({
      at: "2026-01-13T16:00:00.000Z",
      by: owner,
      reason: "De klager belde.",
      instead: "2026-01-19T16:00:00.000Z",
    });
  });

  test("two stops add up", () => {
    const subject = handled();
    stopped(subject, "2026-01-13");
    stopped(subject, "2026-01-16", "2026-01-14T16:00:00.000Z");
    expect(due(subject)).toBe("2026-02-08T09:00:00.000Z");
  });

  test("moves an announced date too, when it stands still after that was announced", () => {
    const subject = handled();
    stopped(subject, "2026-01-13");
    act(subject, "announce-delay", owner, later, "2026-01-20T09:00:00.000Z");
    expect(due(subject)).toBe(closingTime);
    stopped(subject, "2026-01-23", "2026-01-21T16:00:00.000Z");
    expect(due(subject)).toBe("2026-02-22T16:00:00.000Z");
  });

  test("warns of the moved date, and no more of the old one", () => {
    const subject = handled();
    stopped(subject);
    expect(decisionAlarms(subject).map(([, at]) => at)).toEqual([
      "2026-02-05T08:00:00.000Z",
      "2026-02-12T09:00:00.000Z",
    ]);
    expect(lettersIn(ring(subject, warnedAt)).filter((letter) => letter.startsWith("case-"))).toEqual([]);
  });

  test.each([
    ["without a reason", { pauseUntil: "2026-01-19" }, "reason"],
    ["without a day", { reason: because }, "pauseUntil"],
    ["until a day that has been", { pauseUntil: "2026-01-09", reason: because }, "pauseUntil"],
    ["until today, when the day is over", { pauseUntil: "2026-01-12", reason: because }, "pauseUntil"],
  ])("is not stopped %s", (_what, posted, field) => {
    expect(problemsOf(tryTo(handled(), "pause-clock", owner, posted, "2026-01-12T16:00:00.000Z"))).toEqual([field]);
  });

  test("is restarted with a reason only", () => {
    const subject = handled();
    stopped(subject);
    expect(problemsOf(tryTo(subject, "restart-clock", owner, {}, "2026-01-13T09:00:00.000Z"))).toEqual(["reason"]);
  });

  test("is stopped while it runs, restarted while it stands still, and neither by anybody but the owner", () => {
    const subject = handled();
    const may = (by: Party, at: string) =>
      actionsFor({ by }, subject.dossier, learnworks, at).flatMap(({ action }) =>
        /clock/.test(action) ? [action] : [],
      );
    expect(may(owner, "2026-01-12T16:00:00.000Z")).toEqual(["pause-clock"]);
    stopped(subject);
    expect(may(owner, "2026-01-13T09:00:00.000Z")).toEqual(["restart-clock"]);
    for (const by of ["complainant", "respondent:1", "role:office-manager", "role:director"] as const) {
      expect(may(by, "2026-01-13T09:00:00.000Z")).toEqual([]);
    }
    // Once it has run out there is nothing to stop: a new date is due.
    expect(may(owner, "2026-02-12T09:00:00.000Z")).toEqual([]);
  });

  test("never moves receipt or first response (B9, B20)", () => {
    const subject = handled(sterker);
    act(
      subject,
      "pause-clock",
      "role:manager-io",
      { pauseUntil: "2026-01-19", reason: because },
      "2026-01-06T09:00:00.000Z",
    );
    expect(dueAt("receipt", subject.dossier, sterker)).toBe("2026-01-06T09:00:00.000Z");
    expect(dueAt("response", subject.dossier, sterker)).toBe("2026-01-12T09:00:00.000Z");
  });
});
