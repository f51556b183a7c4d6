import { describe, expect, test } from "vitest";
import { answers, procedures, trainer } from "../support/case-under-test.ts";
import { DutyCase } from "../support/duty-case.ts";

const { learnworks, sterker } = procedures;
const passedOn = { facts: { passedOnBy: "role:project-leader" } } as const;
const told = {
  outcome: "passed-on",
  channel: "phone",
  complainantName: "Sanne de Wit",
  complainantPhone: "06 555 01 23",
  complainantLanguage: "nl",
  complaint: "De trainer kwam te laat.",
} as const;

describe("registering", () => {
  test("a complaint is registered when it comes in, in one place with one number (A1, A23, B10)", () => {
    const registered = {
      status: "met",
      at: "2026-01-05T09:00:00.000Z",
      event: { version: 1, type: "ComplaintRegistered" },
    };
    expect(new DutyCase(sterker).duty("A1")).toMatchObject(registered);
    expect(new DutyCase(sterker).duty("A23")).toMatchObject(registered);
    expect(new DutyCase(learnworks).duty("B10")).toMatchObject(registered);
    expect(new DutyCase(learnworks).dossier.number).toBe("LW-2026-0001");
  });

  test("a plain mail is enough: a complainant and a respondent who never answer hold nothing up (A4)", () => {
    const subject = new DutyCase(sterker).assessed().send("copies");
    subject.performBeside("report-form", { talked: "no" });
    for (const party of subject.sides()) subject.ask("statement", party);
    for (const party of subject.sides()) subject.letPass("statement", party);
    expect(subject.isTaken("establish-facts", answers.facts)).toBe(true);
    expect(subject.duty("A4").status).toBe("met");
  });

  test("how it came in is on record, also when a colleague passes on a call (B5)", () => {
    expect(new DutyCase(learnworks).duty("B5").status).toBe("met");
    const subject = new DutyCase(learnworks, passedOn);
    expect(subject.duty("B5").status).toBe("open");
    subject.perform("complete-registration", told);
    expect(subject.duty("B5")).toMatchObject({ status: "met", event: { type: "ComplainantIdentified" } });
    expect(subject.dossier.channel).toBe("phone");
  });

  test("a colleague who receives a complaint passes it on and tells whose it is (B14)", () => {
    expect(new DutyCase(learnworks).duty("B14")).toMatchObject({
      status: "not-applicable",
      why: { en: "The complainant wrote to us themselves." },
    });
    const subject = new DutyCase(learnworks, passedOn).ask("complete-registration");
    expect(subject.dossier.tasks.at(-1)?.assignee).toBe("role:project-leader");
    expect(subject.duty("B14").status).toBe("open");
    subject.answer("complete-registration", told);
    expect(subject.duty("B14").status).toBe("met");
    expect(subject.dossier.complainant?.name).toBe("Sanne de Wit");
  });

  test("a complaint of a colleague's own is registered as well (B14)", () => {
    const subject = new DutyCase(learnworks, passedOn).perform("complete-registration", { outcome: "own" });
    expect(subject.duty("B14").status).toBe("met");
  });
});

describe("assessing", () => {
  test("a mail arrives with the manager I&O, by role (A12)", () => {
    const subject = new DutyCase(sterker);
    expect(subject.duty("A12").status).toBe("open");
    subject.ask("assess");
    expect(subject.dossier.tasks.at(-1)?.assignee).toBe("role:manager-io");
    expect(subject.duty("A12")).toMatchObject({ status: "met", event: { type: "TaskOpened" } });
  });

  test("the office manager fills in one set of fields, for every way in which a complaint comes in (B6, B11, B13)", () => {
    const subject = new DutyCase(learnworks).ask("assess");
    expect(subject.dossier.tasks.at(-1)?.assignee).toBe("role:office-manager");
    for (const id of ["B6", "B11", "B13"]) expect(subject.duty(id).status).toBe("open");
    subject.answer("assess", answers.handle);
    for (const id of ["B6", "B11", "B13"])
      expect(subject.duty(id)).toMatchObject({ status: "met", event: { type: "TaskAnswered" } });
  });

  test("without the fields there is no registration (B11)", () => {
    expect(new DutyCase(learnworks).isTaken("assess", { outcome: "handle" })).toBe(false);
  });

  test("the office manager can solve it at once; late is said to be late (B7)", () => {
    const subject = new DutyCase(learnworks).ask("assess");
    expect(subject.duty("B7")).toMatchObject({ status: "open", dueAt: "2026-01-07T16:00:00.000Z" });
    subject.at("2026-01-07T16:00:00.001Z");
    expect(subject.duty("B7").status).toBe("late");
    subject.answer("assess", answers.solvedAtOnce);
    expect(subject.duty("B7")).toMatchObject({ status: "late", at: "2026-01-07T16:00:00.001Z" });
    expect(new DutyCase(learnworks).perform("assess", answers.solvedAtOnce).duty("B7").status).toBe("met");
  });

  test("what she cannot solve she can put to somebody else first (B8)", () => {
    const consults = { ...answers.handle, outcome: "consult", question: "Kan dit zo?", consultWhom: "director" };
    const subject = new DutyCase(learnworks).perform("assess", consults).ask("consult");
    expect(subject.dossier.tasks.at(-1)?.assignee).toBe("role:director");
    expect(subject.duty("B8").status).toBe("open");
    subject.answer("consult", { consultAdvice: "Neem het in behandeling." });
    expect(subject.duty("B8").status).toBe("met");
    expect(new DutyCase(learnworks).perform("assess", answers.handle).duty("B8").status).toBe("not-applicable");
  });
});

describe("the report form", () => {
  test("goes to whoever complains by mail, with its two questions (A13, A14)", () => {
    const subject = new DutyCase(sterker);
    expect(subject.duty("A13").status).toBe("open");
    expect(subject.duty("A14").status).toBe("open");
    subject.send("receipt").performBeside("report-form", { talked: "no", tried: "Gebeld, zonder gehoor." });
    expect(subject.duty("A13").status).toBe("met");
    expect(subject.duty("A14").status).toBe("met");
  });

  test("is not for a complaint over the phone: whoever wrote it down asked (A13, A14)", () => {
    const subject = new DutyCase(sterker, {
      facts: { channel: "phone" },
      personal: { complainant: { name: "Sanne de Wit", phone: "06 555 01 23" } },
    }).send("receipt");
    expect(subject.dossier.sideTasks.map(({ kind }) => kind)).not.toContain("report-form");
    expect(subject.duty("A13").status).toBe("not-applicable");
    expect(subject.duty("A14").status).toBe("open");
    expect(subject.perform("assess", { ...answers.handle, ...trainer }).duty("A14").status).toBe("met");
  });

  test("that came with the complaint needs not be asked again (A13, A14)", () => {
    const subject = new DutyCase(sterker, { facts: { channel: "web" }, personal: { report: { talked: "yes" } } });
    expect(subject.duty("A13").status).toBe("met");
    expect(subject.duty("A14").status).toBe("met");
  });
});
