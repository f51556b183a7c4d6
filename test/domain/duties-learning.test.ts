import { describe, expect, test } from "vitest";
import { isSurveyed } from "../../shared/domain/survey.ts";
import { answers, procedures } from "../support/case-under-test.ts";
import { DutyCase } from "../support/duty-case.ts";

const { learnworks, sterker } = procedures;
const measure = {
  measure1: "Bevestiging vooraf mailen",
  measureType1: "process",
  measureOwner1: "farah",
  measureDue1: "2026-03-01",
} as const;

describe("learning from each complaint", () => {
  test("a case says what there is to learn, by whose work it is (B1)", () => {
    const subject = new DutyCase(learnworks).established().told();
    expect(subject.duty("B1").status).toBe("open");
    subject.ask("draw-lessons");
    expect(subject.dossier.tasks.at(-1)?.assignee).toBe("role:project-manager");
    const { dueAt = "" } = subject.duty("B1");
    expect(subject.duty("B1", dueAt).status).toBe("open");
    expect(subject.duty("B1", "2027-01-01T00:00:00.000Z").status).toBe("late");
    expect(subject.answer("draw-lessons", answers.lessons).duty("B1").status).toBe("met");
  });

  test("also one that was withdrawn (B1)", () => {
    const subject = new DutyCase(learnworks).assessed().act("withdraw", "complainant", {});
    expect(subject.duty("B1").status).toBe("open");
    expect(subject.perform("draw-lessons", answers.lessons).duty("B1").status).toBe("met");
  });

  test("a lesson is needed to have one (B1)", () => {
    expect(new DutyCase(learnworks).established().told().isTaken("draw-lessons", { cause: "agreements" })).toBe(false);
  });
});

describe("improvements", () => {
  test.each([
    ["A28", sterker, "yasmina"],
    ["B37", learnworks, "farah"],
  ] as const)(
    "an improvement has an owner and a date, or does not exist (A28, B37): %s",
    (id, procedure, measureOwner1) => {
      const proposed = { ...answers.lessons, ...measure, measureOwner1 };
      const subject = new DutyCase(procedure).established().told();
      expect(subject.duty(id).status).toBe("open");
      expect(subject.isTaken("draw-lessons", { ...proposed, measureOwner1: "" })).toBe(false);
      expect(subject.isTaken("draw-lessons", { ...proposed, measureDue1: "" })).toBe(false);
      subject.answer("draw-lessons", proposed);
      expect(subject.duty(id).status).toBe("met");
    },
  );

  test("an improvement counts wherever on the form it stands (A28)", () => {
    const third = Object.fromEntries(Object.entries(measure).map(([name, value]) => [name.replace("1", "3"), value]));
    const subject = new DutyCase(sterker).established().told().ask("draw-lessons");
    const posted = { ...answers.lessons, ...third, measureOwner3: "yasmina" };
    expect(subject.answer("draw-lessons", posted).duty("A28").status).toBe("met");
  });

  test("a complaint from which none follows has none to look after (A28, B37)", () => {
    expect(new DutyCase(sterker).established().told().closed().duty("A28").status).toBe("not-applicable");
    expect(new DutyCase(learnworks).established().told().closed().duty("B37").status).toBe("not-applicable");
  });
});

describe("satisfaction afterwards (B35)", () => {
  test("is asked of the complainant once the case is closed (B35)", () => {
    const subject = new DutyCase(learnworks).established().told().closed();
    expect(isSurveyed(subject.dossier, learnworks)).toBe(true);
    expect(subject.duty("B35", "2030-01-01T00:00:00.000Z").status).toBe("open");
    subject.at("2026-01-19T09:00:00.000Z").ask("satisfaction");
    expect(subject.dossier.letters.at(-1)).toMatchObject({ letter: "question", to: "complainant" });
    expect(subject.duty("B35")).toMatchObject({ status: "met", at: "2026-01-19T09:00:00.000Z" });
  });

  test("that is low gets a follow-up by the owner, who may open the case again (B35)", () => {
    const subject = new DutyCase(learnworks).established().told().closed().at("2026-01-19T09:00:00.000Z");
    subject.perform("satisfaction", { score: "1" });
    subject.perform("follow-up", { outcome: "reopen", reopenReason: "De afspraak is niet nagekomen." });
    expect(subject.dossier.status).toBe("open");
    expect(subject.duty("B35").status).toBe("open");
  });

  test.each([
    ["who withdrew", (subject: DutyCase) => subject.assessed().act("withdraw", "complainant", {}).closed()],
    [
      "whose mail was no complaint",
      (subject: DutyCase) => subject.assessed(answers.notAComplaint).send("referral").close(),
    ],
  ] as const)("is not asked of somebody %s (B35)", (_who, walk) => {
    const subject = walk(new DutyCase(learnworks));
    expect(isSurveyed(subject.dossier, learnworks)).toBe(false);
    expect(subject.duty("B35").status).toBe("not-applicable");
  });
});
