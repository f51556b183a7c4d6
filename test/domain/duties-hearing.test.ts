import { describe, expect, test } from "vitest";
import { answers, procedures, trainer } from "../support/case-under-test.ts";
import { DutyCase } from "../support/duty-case.ts";

const { learnworks, sterker } = procedures;

describe("hearing both sides before anything is judged (A16)", () => {
  test("each side is asked for its story, also each of several respondents (A16, B23)", () => {
    const two = { respondentOthers: `${trainer.respondentOthers}\nEls Smit, els.smit@trainers.example` };
    const subject = new DutyCase(sterker).assessed({ ...answers.handle, ...two }).send("copies");
    for (const party of subject.sides()) subject.ask("statement", party);
    expect(subject.sides()).toHaveLength(3);
    subject.answer("statement", answers.account, "complainant").answer("statement", answers.account, "respondent:1");
    expect(subject.duty("A16").status).toBe("open");
    subject.answer("statement", { outcome: "declined" }, "respondent:2");
    expect(subject.duty("A16")).toMatchObject({ status: "met", event: { type: "TaskAnswered" } });
  });

  test("nothing can be established while somebody can still tell their side (A16, B23)", () => {
    const subject = new DutyCase(sterker)
      .assessed()
      .send("copies")
      .perform("statement", answers.account, "complainant");
    expect(subject.isTaken("establish-facts", answers.facts)).toBe(false);
    subject.ask("statement", "respondent:1");
    expect(subject.isTaken("establish-facts", answers.facts)).toBe(false);
    subject.answer("statement", answers.account, "respondent:1");
    expect(subject.isTaken("establish-facts", answers.facts)).toBe(true);
  });

  test("silence until the end date counts as the chance that was given (A16)", () => {
    const subject = new DutyCase(sterker)
      .assessed()
      .send("copies")
      .perform("statement", answers.account, "complainant");
    subject.ask("statement", "respondent:1").letPass("statement", "respondent:1");
    expect(subject.duty("A16")).toMatchObject({ status: "met", event: { type: "TaskExpired" } });
  });

  test("who is named later is heard too, before anything is established (A16)", () => {
    const subject = new DutyCase(sterker).heard();
    subject.act("name-respondent", "role:manager-io", { respondentOthers: "Els Smit, els.smit@trainers.example" });
    expect(subject.duty("A16").status).toBe("open");
    expect(subject.isTaken("establish-facts", answers.facts)).toBe(false);
  });

  test("a side that is heard after the finding was heard too late (A16)", () => {
    const subject = new DutyCase(sterker).established().at("2026-01-06T09:00:00.000Z");
    subject.act("name-respondent", "role:manager-io", { respondentOthers: "Els Smit, els.smit@trainers.example" });
    expect(subject.duty("A16").status).toBe("late");
  });

  test("a complainant without a mail address tells their side to the owner (A16, B24)", () => {
    const subject = new DutyCase(learnworks, {
      personal: { complainant: { name: "Sanne de Wit", phone: "06 555 01 23" } },
    });
    subject.perform("assess", { ...answers.handle, ...trainer }).ask("statement", "complainant");
    expect(subject.dossier.tasks.at(-1)).toMatchObject({ assignee: "role:project-manager", onBehalfOf: "complainant" });
  });
});

describe("mapping what happened", () => {
  test("the project manager asks those involved and sets out what happened (B23)", () => {
    const subject = new DutyCase(learnworks).heard();
    expect(subject.duty("B23").status).toBe("open");
    subject.perform("establish-facts", answers.facts);
    expect(subject.dossier.tasks.at(-1)?.assignee).toBe("role:project-manager");
    expect(subject.duty("B23").status).toBe("met");
  });

  test("a complaint about nobody has nobody to ask (B23)", () => {
    const subject = new DutyCase(learnworks).assessed(answers.handle);
    expect(subject.duty("B23")).toMatchObject({ status: "not-applicable", why: { en: "Nobody is complained about." } });
  });

  test("the complainant is asked for more where the owner needs it (B24)", () => {
    const subject = new DutyCase(learnworks).heard();
    expect(subject.duty("B24").status).toBe("not-applicable");
    subject.perform("establish-facts", { outcome: "ask-more", question: "Hoe laat was het?" });
    expect(subject.duty("B24").status).toBe("open");
    subject.ask("answer-question");
    expect(subject.dossier.letters.at(-1)).toMatchObject({ letter: "question", to: "complainant" });
    expect(subject.duty("B24")).toMatchObject({ status: "met", event: { type: "TaskOpened" } });
  });

  test("every complaint gets a category of the house's list (B30)", () => {
    expect(new DutyCase(learnworks).duty("B30").status).toBe("open");
    expect(new DutyCase(learnworks).isTaken("assess", { ...answers.handle, category: "no-such" })).toBe(false);
    expect(new DutyCase(learnworks).assessed().duty("B30").status).toBe("met");
    expect(new DutyCase(learnworks).assessed(answers.notAComplaint).duty("B30").status).toBe("not-applicable");
  });

  test("the cause is a question of its own, without which nothing is established (B32)", () => {
    const subject = new DutyCase(learnworks).heard();
    expect(subject.duty("B32").status).toBe("open");
    expect(subject.isTaken("establish-facts", { ...answers.facts, cause: "" })).toBe(false);
    subject.answer("establish-facts", answers.facts);
    expect(subject.duty("B32").status).toBe("met");
  });

  test("a complaint that was solved at once gets its cause with the lesson (B32)", () => {
    const subject = new DutyCase(learnworks).assessed(answers.solvedAtOnce).told();
    expect(subject.duty("B32").status).toBe("open");
    expect(subject.perform("draw-lessons", answers.lessons).duty("B32").status).toBe("met");
  });
});
