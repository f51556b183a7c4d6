import { describe, expect, test } from "vitest";
import { answers, CaseUnderTest, mondayMorning, procedures, trainer } from "../support/case-under-test.ts";
import { eventsOf, lettersIn, send } from "../support/steps.ts";

const { learnworks, sterker } = procedures;

describe("closing (A24)", () => {
  const heard = (procedure = learnworks) =>
    new CaseUnderTest(procedure).perform("assess", answers.handle).round("hearing", { complainant: answers.account });

  test("is refused until the four facts are there, and says which are not", () => {
    expect(new CaseUnderTest(learnworks).when({ type: "CloseCase" })).toEqual({
      ok: false,
      refusal: { reason: "facts-missing", missing: ["ground", "takenUp", "outcome"] },
    });
    // Found, but the complainant has not been told yet.
    const found = heard().perform("establish-facts", answers.facts);
    expect(found.when({ type: "CloseCase" })).toMatchObject({ ok: false, refusal: { missing: ["outcome"] } });
  });

  test.each([
    [
      "handled",
      learnworks,
      (subject: CaseUnderTest) => {
        subject
          .perform("assess", answers.handle)
          .round("hearing", { complainant: answers.account })
          .perform("establish-facts", { ...answers.facts, category: "materials" })
          .perform("solve", answers.solution);
        send(subject, "outcome");
      },
      { ground: "materials", takenUp: "handle", outcome: "founded" },
    ],
    [
      "solved at once",
      sterker,
      (subject: CaseUnderTest) => {
        subject.perform("assess", answers.solvedAtOnce);
        send(subject, "outcome");
      },
      { ground: "other", takenUp: "solved", outcome: "solved-at-first-contact" },
    ],
    [
      "talked over",
      sterker,
      (subject: CaseUnderTest) => {
        subject
          .perform("assess", { ...answers.handle, ...trainer, outcome: "talk-first" })
          .perform("talk-result", { outcome: "solved", agreement: "Excuses." });
        send(subject, "outcome");
      },
      { ground: "trainer", takenUp: "talk-first", outcome: "solved-by-talking" },
    ],
    [
      "advised",
      sterker,
      (subject: CaseUnderTest) => {
        subject
          .perform("assess", { ...answers.handle, outcome: "advice" })
          .perform("advise", { advice: "Praat eerst met uw leidinggevende." });
        send(subject, "closing");
      },
      { ground: "trainer", takenUp: "advice", outcome: "advice" },
    ],
    [
      "not a complaint",
      sterker,
      (subject: CaseUnderTest) => {
        subject.perform("assess", answers.notAComplaint);
        send(subject, "referral");
      },
      { ground: "not-a-complaint", takenUp: "not-a-complaint", outcome: "referred" },
    ],
  ] as const)("%s: when, on what ground, how taken up, with what outcome", (_how, procedure, handle, facts) => {
    const subject = new CaseUnderTest(procedure);
    handle(subject);
    const [closed] = eventsOf(subject.events({ type: "CloseCase" }, "2026-02-02T09:00:00.000Z"), "CaseClosed");
    expect(closed?.facts).toEqual({ filedAt: mondayMorning, ...facts });
    expect(subject.dossier).toMatchObject({ status: "closed", closedAt: "2026-02-02T09:00:00.000Z" });
  });

  test("a consultation is no way in which a complaint was taken up (B8)", () => {
    const subject = new CaseUnderTest(learnworks)
      .perform("assess", { ...answers.handle, outcome: "consult", question: "Wat nu?", consultWhom: "director" })
      .perform("consult", { consultAdvice: "Behandel de klacht." });
    expect(subject.when({ type: "CloseCase" })).toMatchObject({
      refusal: { missing: ["ground", "takenUp", "outcome"] },
    });
  });

  test("tells a complainant who has not heard how it ended, and nobody twice", () => {
    const advised = new CaseUnderTest(sterker)
      .perform("assess", { ...answers.handle, outcome: "advice" })
      .perform("advise", { advice: "Praat eerst met uw leidinggevende." });
    expect(lettersIn(advised.events({ type: "CloseCase" }))).toEqual(["closing to complainant"]);
    const referred = new CaseUnderTest(sterker).perform("assess", answers.notAComplaint);
    send(referred, "referral");
    expect(lettersIn(referred.events({ type: "CloseCase" }))).toEqual([]);
  });

  test("ends what is still asked beside the path, but for letters that somebody brings over", () => {
    const subject = new CaseUnderTest(sterker, mondayMorning, {}, { complainant: { name: "Sanne de Wit" } });
    subject.events({ type: "SendLetters", letter: "receipt", requestId: "r1" });
    subject.open("send-by-post", mondayMorning, "letter-1");
    subject.perform("assess", { ...answers.handle, outcome: "advice" });
    const { taskId } = subject.open("first-response");
    subject.perform("advise", { advice: "Praat eerst met uw leidinggevende." });
    const cancelled = eventsOf(subject.events({ type: "CloseCase" }), "TaskCancelled");
    expect(cancelled.map(({ facts }) => facts.taskId)).toEqual([taskId]);
    // Started and not yet asked when the case closed: there is nothing to ask any more, and nothing fails.
    expect(subject.events({ type: "OpenTask", kind: "announce-delay", requestId: "late" })).toEqual([]);
  });

  test("closes once and takes no more tasks", () => {
    const subject = new CaseUnderTest(sterker).perform("assess", answers.notAComplaint);
    subject.events({ type: "CloseCase" });
    expect(subject.events({ type: "CloseCase" })).toEqual([]);
    expect(subject.when({ type: "OpenTask", kind: "draw-lessons", requestId: "late" })).toMatchObject({
      ok: false,
      refusal: { reason: "case-closed" },
    });
  });

  test.each([
    ["satisfaction", { score: "4" }],
    ["follow-up", { outcome: "done", followUp: "Gebeld." }],
  ] as const)("is followed by %s, where the complainant had an outcome (B35)", (kind, posted) => {
    const subject = heard(sterker).perform("establish-facts", answers.facts);
    send(subject, "outcome");
    subject.events({ type: "CloseCase" });
    if (kind === "follow-up") subject.perform("satisfaction", { score: "1" });
    expect(() => subject.perform(kind, posted)).not.toThrow();
    expect(subject.dossier.status).toBe("closed");
  });
});
