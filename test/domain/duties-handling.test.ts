import { describe, expect, test } from "vitest";
import { decide } from "../../shared/domain/decide.ts";
import { rounds } from "../../shared/domain/rounds.ts";
import { answers, procedures } from "../support/case-under-test.ts";
import { DutyCase } from "../support/duty-case.ts";

const { learnworks, sterker } = procedures;
const agreement = {
  outcome: "agreement",
  talkDate: "2026-01-05",
  minutes: "Goed gesprek.",
  agreement: "Excuses.",
} as const;
const separate = { talkDates: "5 en 6 januari", minutes: "Ieder apart gesproken." } as const;
const addressed = {
  addressedOn: "2026-01-05",
  addressedNote: "Besproken.",
  condition: "Voortaan een kwartier eerder aanwezig.",
  measureType: "none",
} as const;

/** The facts are established and each side said whether it is willing to talk. */
function asked(willing: Readonly<Record<string, "yes" | "no">>) {
  const subject = new DutyCase(sterker).established();
  for (const party of subject.sides()) subject.perform("consent-to-talk", { outcome: willing[party] ?? "no" }, party);
  return subject;
}
const bothWilling = { complainant: "yes", "respondent:1": "yes" } as const;
const unwilling = { complainant: "yes", "respondent:1": "no" } as const;

describe("a talk between the three of them", () => {
  test("is examined by asking both (A19)", () => {
    const subject = new DutyCase(sterker).established();
    expect(subject.duty("A19").status).toBe("open");
    subject.perform("consent-to-talk", { outcome: "yes" }, "complainant").ask("consent-to-talk", "respondent:1");
    expect(subject.duty("A19").status).toBe("open");
    subject.answer("consent-to-talk", { outcome: "no" }, "respondent:1");
    expect(subject.duty("A19").status).toBe("met");
  });

  test("is examined when one lets the time pass: silence is no consent (A19, A21)", () => {
    const subject = new DutyCase(sterker).established().perform("consent-to-talk", { outcome: "yes" }, "complainant");
    subject.ask("consent-to-talk", "respondent:1").letPass("consent-to-talk", "respondent:1");
    expect(rounds.consent.conclude(subject.dossier)).toBe("unwilling");
    expect(subject.duty("A19").status).toBe("met");
    expect(subject.duty("A20").status).toBe("not-applicable");
    expect(subject.duty("A21").status).toBe("open");
  });

  test("is held when both are willing, and both confirm what they agreed (A20)", () => {
    const subject = asked(bothWilling);
    expect(rounds.consent.conclude(subject.dossier)).toBe("willing");
    expect(subject.duty("A20").status).toBe("open");
    subject.perform("three-way-talk", agreement);
    expect(subject.duty("A20").status).toBe("open");
    for (const party of subject.sides()) subject.perform("confirm-agreement", { outcome: "confirmed" }, party);
    expect(subject.duty("A20").status).toBe("met");
    expect(subject.duty("A21")).toMatchObject({ status: "not-applicable", why: { en: "They talked together." } });
    expect(subject.duty("A22")).toMatchObject({
      status: "not-applicable",
      why: { en: "They agreed. No judgment was needed." },
    });
  });

  test("does not apply when one of them does not want to; then each is talked with apart (A20, A21)", () => {
    const subject = asked(unwilling);
    expect(rounds.consent.conclude(subject.dossier)).toBe("unwilling");
    expect(subject.duty("A20")).toMatchObject({
      status: "not-applicable",
      why: { en: "Not everybody wanted to talk together." },
    });
    expect(subject.duty("A21").status).toBe("open");
    subject.perform("separate-talks", separate);
    expect(subject.duty("A21").status).toBe("met");
  });

  test("that cannot be held makes room for talks apart (A20, A21)", () => {
    const subject = asked(bothWilling).perform("three-way-talk", { outcome: "not-held", notHeldReason: "Ziek." });
    expect(subject.duty("A20").status).toBe("not-applicable");
    expect(subject.duty("A21").status).toBe("open");
  });
});

describe("the binding judgment (A22)", () => {
  test("is given after talks apart, and both have it in writing (A22)", () => {
    const subject = asked(unwilling).perform("separate-talks", separate);
    expect(subject.duty("A22").status).toBe("open");
    subject.perform("give-judgment", answers.judgment);
    expect(subject.duty("A22").status).toBe("open");
    subject.told();
    expect(subject.dossier.letters.slice(-2).map(({ letter, to }) => `${letter} → ${to}`)).toEqual([
      "outcome → complainant",
      "outcome-respondent → respondent:1",
    ]);
    expect(subject.duty("A22")).toMatchObject({ status: "met", event: { type: "LetterSent" } });
  });

  test("follows a talk without agreement and an agreement that one disputes (A22)", () => {
    const noAgreement = { outcome: "no-agreement", talkDate: "2026-01-05", minutes: "Geen oplossing." };
    expect(asked(bothWilling).perform("three-way-talk", noAgreement).duty("A22").status).toBe("open");
    const disputed = asked(bothWilling).perform("three-way-talk", agreement);
    disputed.perform("confirm-agreement", { outcome: "confirmed" }, "complainant");
    disputed.perform("confirm-agreement", { outcome: "disputed", objection: "Zo was het niet." }, "respondent:1");
    expect(rounds.confirmation.conclude(disputed.dossier)).toBe("disputed");
    expect(disputed.duty("A22").status).toBe("open");
  });

  test("is never given by the person it is about (A22)", () => {
    const subject = new DutyCase(sterker).assessed({ ...answers.handle, respondentStaff: "yasmina" }).send("copies");
    expect(subject.ask("give-judgment").dossier.tasks.at(-1)?.assignee).toBe("deputy:manager-io");
  });

  test("stands: a second answer is refused (A22)", () => {
    const subject = asked(unwilling).perform("give-judgment", answers.judgment);
    const { taskId = "", assignee = "complainant" } = subject.dossier.tasks.at(-1) ?? {};
    const again = decide(
      { type: "AnswerTask", taskId, by: assignee, posted: { judgment: "Toch niet.", consequence: "Niets." } },
      subject.dossier,
      sterker,
      subject.now,
    );
    expect(again).toMatchObject({ ok: false, refusal: { reason: "task-ended" } });
  });
});

test("a solution is put to complainant and respondent (B18)", () => {
  const subject = new DutyCase(learnworks).established().perform("solve", answers.solution);
  expect(rounds.confirmation.parties(subject.dossier)).toEqual(["complainant", "respondent:1"]);
  subject
    .perform("confirm-agreement", { outcome: "confirmed" }, "complainant")
    .ask("confirm-agreement", "respondent:1");
  expect(subject.duty("B18").status).toBe("open");
  subject.letPass("confirm-agreement", "respondent:1");
  expect(subject.duty("B18").status).toBe("met");
});

describe("addressing those involved (B25, B26, B38)", () => {
  test("is asked of the owner for each respondent of a founded complaint (B25)", () => {
    const subject = new DutyCase(learnworks).established();
    expect(rounds.addressing.parties(subject.dossier)).toEqual(["respondent:1"]);
    expect(subject.duty("B25").status).toBe("open");
    subject.ask("address-respondent", "respondent:1");
    expect(subject.dossier.tasks.at(-1)?.assignee).toBe("role:project-manager");
    subject.answer("address-respondent", addressed, "respondent:1");
    expect(subject.duty("B25")).toMatchObject({ status: "met", event: { type: "TaskAnswered" } });
  });

  test("needs a condition that keeps it from happening again (B26)", () => {
    const subject = new DutyCase(learnworks).established().ask("address-respondent", "respondent:1");
    expect(subject.duty("B26").status).toBe("open");
    expect(() => subject.answer("address-respondent", { ...addressed, condition: "" }, "respondent:1")).toThrow(
      "condition",
    );
    expect(subject.answer("address-respondent", addressed, "respondent:1").duty("B26").status).toBe("met");
  });

  test("takes a measure for somebody who fell short, or says that none was needed (B38)", () => {
    const without = new DutyCase(learnworks).established();
    expect(without.duty("B38").status).toBe("open");
    without.perform("address-respondent", addressed, "respondent:1");
    expect(without.duty("B38").status).toBe("not-applicable");
    const retraining = { ...addressed, measureType: "retraining", measureDue: "2026-03-01" };
    const subject = new DutyCase(learnworks).established().perform("address-respondent", retraining, "respondent:1");
    expect(subject.duty("B38").status).toBe("met");
  });

  test("is late after its term (B25)", () => {
    const subject = new DutyCase(learnworks).established().ask("address-respondent", "respondent:1");
    const { dueAt } = subject.duty("B25");
    expect(subject.duty("B25", `${dueAt?.slice(0, -5)}.001Z`).status).toBe("late");
  });

  test("is not asked about a complaint that is not founded (B25, B26, B38)", () => {
    const subject = new DutyCase(learnworks).established({ ...answers.facts, finding: "unfounded" });
    expect(rounds.addressing.parties(subject.dossier)).toEqual([]);
    for (const id of ["B25", "B26", "B38"]) {
      expect(subject.duty(id)).toMatchObject({
        status: "not-applicable",
        why: { en: "The complaint is not founded." },
      });
    }
  });
});
