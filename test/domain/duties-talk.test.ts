import { describe, expect, test } from "vitest";
import { answers, procedures, trainer } from "../support/case-under-test.ts";
import { DutyCase } from "../support/duty-case.ts";

const { sterker } = procedures;
const talkFirst = { ...answers.handle, ...trainer, outcome: "talk-first" } as const;
const advice = { ...answers.handle, outcome: "advice" } as const;

describe("talking it over first", () => {
  test("the complainant is invited to talk with the person it concerns (A5)", () => {
    const subject = new DutyCase(sterker).assessed(talkFirst);
    expect(subject.duty("A5").status).toBe("open");
    subject.send("invitation");
    expect(subject.duty("A5")).toMatchObject({ status: "met", event: { type: "LetterSent" } });
  });

  test("both get a ready invitation, the trainer too (A7, A15)", () => {
    const subject = new DutyCase(sterker).assessed(talkFirst);
    expect(subject.duty("A7").status).toBe("open");
    expect(subject.duty("A15").status).toBe("open");
    subject.send("invitation");
    expect(subject.dossier.letters.slice(-2).map(({ letter, to }) => `${letter} → ${to}`)).toEqual([
      "talk-invitation → complainant",
      "talk-invitation-respondent → respondent:1",
    ]);
    expect(subject.duty("A7").status).toBe("met");
    expect(subject.duty("A15").status).toBe("met");
  });

  test("who talked already needs no encouragement (A5, A15)", () => {
    const subject = new DutyCase(sterker).assessed({ ...answers.handle, ...trainer, talked: "yes" });
    expect(subject.duty("A5").status).toBe("met");
    expect(subject.duty("A15")).toMatchObject({
      status: "not-applicable",
      why: { en: "They had talked about it with each other already." },
    });
  });

  test("who did not talk first is asked to later, together with the manager (A15)", () => {
    const subject = new DutyCase(sterker).established();
    expect(subject.duty("A15").status).toBe("open");
    for (const party of subject.sides()) subject.ask("consent-to-talk", party);
    expect(subject.duty("A15")).toMatchObject({ status: "met", event: { type: "TaskOpened" } });
  });

  test("a complaint about nobody has nobody to talk with (A5, A7, A15)", () => {
    const subject = new DutyCase(sterker).assessed(answers.handle);
    for (const id of ["A5", "A7", "A15"]) {
      expect(subject.duty(id)).toMatchObject({ status: "not-applicable", why: { en: "Nobody is complained about." } });
    }
  });

  test("what was solved in the talk is put to both, and ends the case without a judgment (A6, A7, A18)", () => {
    const subject = new DutyCase(sterker).assessed(talkFirst).send("invitation");
    subject.perform("talk-result", { outcome: "solved", agreement: "Excuses gemaakt en aanvaard." });
    expect(subject.duty("A6").status).toBe("met");
    expect(subject.duty("A18").status).toBe("open");
    for (const party of subject.sides()) subject.perform("confirm-agreement", { outcome: "confirmed" }, party);
    expect(subject.duty("A18").status).toBe("met");
    expect(subject.duty("A22")).toMatchObject({
      status: "not-applicable",
      why: { en: "They talked it out together." },
    });
    subject.told().closed();
    expect(subject.dossier).toMatchObject({ status: "closed", fourFacts: { outcome: "solved-by-talking" } });
  });
});

describe("looking for a solution inside the house (A6)", () => {
  test("is open until something is tried (A6)", () => {
    expect(new DutyCase(sterker).heard().duty("A6").status).toBe("open");
  });

  test("is met by solving it at once, and by asking both to talk (A6)", () => {
    expect(new DutyCase(sterker).assessed(answers.solvedAtOnce).duty("A6").status).toBe("met");
    const subject = new DutyCase(sterker).established();
    for (const party of subject.sides()) subject.ask("consent-to-talk", party);
    expect(subject.duty("A6").status).toBe("met");
  });
});

describe("advice instead of a complaint (A8)", () => {
  test("comes from the policy adviser, and is kept apart from complaints (A8)", () => {
    const subject = new DutyCase(sterker).assessed(advice).ask("advise");
    expect(subject.dossier.tasks.at(-1)?.assignee).toBe("role:policy-adviser");
    expect(subject.duty("A8").status).toBe("open");
    subject.answer("advise", { advice: "Bespreek het met uw leidinggevende." });
    expect(subject.duty("A8").status).toBe("met");
    subject.perform("choose-after-advice", { outcome: "settled" }).close();
    expect(subject.dossier).toMatchObject({ status: "closed", fourFacts: { outcome: "advice" } });
    expect(subject.duty("A16").why?.en).toBe("The complainant wanted advice and no complaint.");
  });

  test("can still become a complaint (A8)", () => {
    const subject = new DutyCase(sterker).assessed({ ...advice, ...trainer });
    subject.perform("advise", { advice: "Bespreek het." }).perform("choose-after-advice", { outcome: "official" });
    expect(subject.duty("A8").status).toBe("met");
    expect(subject.duty("A16").status).toBe("open");
  });

  test("is no duty when nobody asks for it (A8)", () => {
    expect(new DutyCase(sterker).assessed().duty("A8").status).toBe("not-applicable");
  });
});

test("complainant and trainer are both asked to look for a solution (A18)", () => {
  const subject = new DutyCase(sterker).established();
  expect(subject.duty("A18").status).toBe("open");
  subject.ask("consent-to-talk", "complainant");
  expect(subject.duty("A18").status).toBe("open");
  subject.ask("consent-to-talk", "respondent:1");
  expect(subject.duty("A18").status).toBe("met");
});

test("the trainer is asked for a side of the story where there is no talk first (A7)", () => {
  const subject = new DutyCase(sterker).assessed().send("copies");
  expect(subject.duty("A7").status).toBe("open");
  expect(subject.ask("statement", "respondent:1").duty("A7").status).toBe("met");
});
