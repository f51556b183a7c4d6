import { describe, expect, test } from "vitest";
import { dutyLedger } from "../../shared/domain/duties/ledger.ts";
import { answers, procedures, trainer } from "../support/case-under-test.ts";
import { DutyCase } from "../support/duty-case.ts";

const { learnworks, sterker } = procedures;

describe("steps and roles", () => {
  test.each([
    ["A3", sterker, 3],
    ["B2", learnworks, 7],
  ] as const)("every part of the path belongs to a step of the procedure (A3, B2): %s", (id, procedure, steps) => {
    expect(procedure.steps).toHaveLength(steps);
    const subject = new DutyCase(procedure).established().told().perform("draw-lessons", answers.lessons);
    for (const phase of ["intake", "analysis", "handling", "feedback", "learning"] as const) {
      expect(procedure.steps.filter(({ phases }) => phases.includes(phase)).length).toBeGreaterThan(0);
    }
    expect(subject.duty(id).status).toBe("met");
  });

  test("a procedure that leaves a part without a step shows it (A3)", () => {
    const steps = sterker.steps.filter(({ phases }) => !phases.includes("intake"));
    expect(new DutyCase({ ...sterker, steps }).duty("A3").status).toBe("open");
  });

  test("each step is the work of its own role (B3)", () => {
    const subject = new DutyCase(learnworks);
    expect(subject.duty("B3").status).toBe("open");
    subject.established().told().perform("draw-lessons", answers.lessons);
    const roles = subject.dossier.tasks.flatMap(({ kind, role }) => (role === undefined ? [] : [`${kind}: ${role}`]));
    expect(roles).toEqual([
      "assess: office-manager",
      "establish-facts: project-manager",
      "write-outcome: office-manager",
      "approve-outcome: project-manager",
      "draw-lessons: project-manager",
    ]);
    expect(subject.duty("B3").status).toBe("met");
  });

  test("a step that went to another role than the procedure names shows (B3)", () => {
    const { happened, now } = new DutyCase(learnworks).assessed();
    const responsibilities = { ...learnworks.responsibilities, intake: "director" };
    const entry = dutyLedger(happened, { ...learnworks, responsibilities }, now).find(({ id }) => id === "B3");
    expect(entry?.status).toBe("open");
  });
});

describe("the owner", () => {
  test("is there from the first moment: one, by role (B16)", () => {
    const subject = new DutyCase(learnworks);
    expect(subject.dossier.owner).toBe("role:project-manager");
    expect(subject.duty("B16")).toMatchObject({
      status: "met",
      at: "2026-01-05T09:00:00.000Z",
      event: { type: "OwnerAssigned" },
    });
  });

  test("is somebody else the moment the complaint proves to be about the owner (B16)", () => {
    const subject = new DutyCase(learnworks).assessed({ ...answers.handle, respondentStaff: "farah" });
    expect(subject.dossier.owner).toBe("deputy:project-manager");
    expect(subject.duty("B16").status).toBe("met");
  });

  test("who is complained about and stays owner shows (B16)", () => {
    const subject = new DutyCase(learnworks).assessed({ ...answers.handle, respondentStaff: "farah" });
    const kept = subject.happened.filter(({ event }, index) => event.type !== "OwnerAssigned" || index === 1);
    const procedure = { ...learnworks, duties: learnworks.duties.filter(({ id }) => id === "B16") };
    expect(dutyLedger(kept, procedure, subject.now)[0]?.status).toBe("open");
  });

  test("after a hand-over is still one person, who is told (B16, B17)", () => {
    const subject = new DutyCase(learnworks).assessed().send("copies");
    subject
      .at("2026-01-06T09:00:00.000Z")
      .act("hand-over-case", "role:project-manager", { handTo: "joost", reason: "Vakantie." });
    expect(subject.dossier.owner).toBe("person:joost");
    expect(subject.duty("B16").status).toBe("met");
    expect(subject.duty("B17")).toMatchObject({ status: "met", at: "2026-01-06T09:00:00.000Z" });
  });

  test("knows of the case: by a task, a copy or the letter that says so (B17)", () => {
    const subject = new DutyCase(learnworks).assessed();
    expect(subject.duty("B17").status).toBe("open");
    subject.send("copies");
    expect(subject.duty("B17")).toMatchObject({ status: "met", event: { type: "LetterSent" } });
  });

  test("hears afterwards that personal data go, which is no guarding any more (B17)", () => {
    const subject = new DutyCase(learnworks).assessed(answers.notAComplaint).send("referral").close();
    const before = subject.duty("B17").status;
    const announced = subject.at("2028-02-01T09:00:00.000Z").announceErasure();
    expect(announced.dossier.letters.at(-1)).toMatchObject({ letter: "erasure-announced", to: "role:project-manager" });
    expect([before, announced.duty("B17").status]).toEqual(["not-applicable", "not-applicable"]);
  });

  test("hears it when a term of the case runs out (B17)", () => {
    const subject = new DutyCase(learnworks).heard().at("2026-01-22T09:00:00.000Z").ask("establish-facts");
    subject.letPass("establish-facts");
    const told = subject.dossier.letters.filter(
      ({ letter, to }) => letter === "case-warning" && to === subject.dossier.owner,
    );
    expect(told.map(({ alarmId }) => alarmId)).toEqual(["case:decision:1", "case:decision:2"]);
  });
});

describe("copies (B15)", () => {
  test("go to the person concerned, the project leader and the project manager (B15)", () => {
    const subject = new DutyCase(learnworks).assessed();
    expect(subject.duty("B15").status).toBe("open");
    subject.send("copies");
    const told = subject.dossier.letters.filter(({ letter }) => letter.startsWith("copy"));
    expect(told.map(({ to }) => to).sort()).toEqual(["respondent:1", "role:project-leader", "role:project-manager"]);
    expect(subject.duty("B15")).toMatchObject({ status: "met", event: { type: "LetterSent" } });
  });

  test("that did not arrive everywhere are not sent yet (B15)", () => {
    const subject = new DutyCase(learnworks).assessed().send("copies", { arrives: false }).refuse("copy").post();
    expect(subject.duty("B15").status).toBe("open");
    expect(subject.performBeside("send-by-post", { sentHow: "post", sentOn: "2026-01-05" }).duty("B15").status).toBe(
      "met",
    );
  });

  test("can be held back with a reason, and go once the owner lets them (B15)", () => {
    const held = { ...answers.handle, ...trainer, hold: "yes", holdReason: "De klager voelt zich onveilig." };
    const subject = new DutyCase(learnworks).assessed(held).send("copies");
    expect(subject.dossier.letters.map(({ letter }) => letter)).not.toContain("copy");
    expect(subject.duty("B15")).toMatchObject({ status: "open", why: { en: "The copy is held back for a reason." } });
    subject.at("2026-01-06T09:00:00.000Z").perform("release-copy", {}).send("copies");
    expect(subject.duty("B15").status).toBe("met");
    expect(new DutyCase(learnworks).isTaken("assess", { ...held, holdReason: "" })).toBe(false);
  });

  test("also go to who is named later (B15)", () => {
    const subject = new DutyCase(learnworks).heard().at("2026-01-06T09:00:00.000Z");
    subject.act("name-respondent", "role:project-manager", { respondentOthers: "Els Smit, els.smit@trainers.example" });
    expect(subject.dossier.letters.some(({ letter, to }) => letter === "copy" && to === "respondent:2")).toBe(true);
    expect(subject.duty("B15").status).toBe("met");
  });
});

describe("serious complaints (B19)", () => {
  test.each([
    ["a serious one", { severity: "serious" }],
    ["one that may lead to a claim", { claim: "yes" }],
  ] as const)("%s goes to the director at once (B19)", (_what, more) => {
    const subject = new DutyCase(learnworks)
      .assessed({ ...answers.handle, ...trainer, ...more })
      .ask("decide-urgently");
    expect(subject.dossier.tasks.at(-1)).toMatchObject({
      assignee: "role:director",
      dueAt: "2026-01-06T16:00:00.000Z",
    });
    expect(subject.duty("B19")).toMatchObject({ status: "open", dueAt: "2026-01-06T16:00:00.000Z" });
    expect(subject.duty("B19", "2026-01-06T16:00:00.001Z").status).toBe("late");
    subject.answer("decide-urgently", { direction: "Vandaag bellen." });
    expect(subject.duty("B19").status).toBe("met");
    // Who has to get to work on it is told (B17).
    const { letter, to, mailId } = subject.dossier.letters.at(-1) ?? {};
    expect([letter, to]).toEqual(["message-filed", "role:project-manager"]);
    expect(subject.dossier.messages).toMatchObject([{ mailId, from: "staff", text: "Vandaag bellen." }]);
  });

  test("an ordinary one does not (B19)", () => {
    const subject = new DutyCase(learnworks).assessed();
    expect(() => subject.ask("decide-urgently")).toThrow("No open decide-urgently");
    expect(subject.duty("B19").status).toBe("not-applicable");
  });
});
