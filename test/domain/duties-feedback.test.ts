import { describe, expect, test } from "vitest";
import { decide } from "../../shared/domain/decide.ts";
import { dutyLedger } from "../../shared/domain/duties/ledger.ts";
import { answers, procedures, trainer } from "../support/case-under-test.ts";
import { DutyCase } from "../support/duty-case.ts";

const { learnworks, sterker } = procedures;
const withClient = {
  ...answers.handle,
  ...trainer,
  client: "Zorggroep Midden, opleidingen@zorggroep.example",
} as const;
const candidates = { candidates: "Els Smit, els@raad.example\nJan Bos, jan@raad.example" } as const;

/** The outcome has been told and the complainant does not accept it. */
function objected() {
  const subject = new DutyCase(learnworks).established().told().at("2026-01-06T09:00:00.000Z");
  return subject.perform("react", { outcome: "not-satisfied", dissatisfaction: "Hier kan ik niets mee." });
}

describe("the outcome in writing (B27)", () => {
  test("is written by the office manager, approved by the project manager, and only then sent (B27)", () => {
    const subject = new DutyCase(learnworks).established().perform("write-outcome", answers.outcomeLetter);
    expect(subject.dossier.tasks.at(-1)?.assignee).toBe("role:office-manager");
    expect(subject.duty("B27").status).toBe("open");
    subject.perform("approve-outcome", { outcome: "approved" });
    expect(subject.dossier.tasks.at(-1)?.assignee).toBe("role:project-manager");
    expect(subject.duty("B27").status).toBe("open");
    subject.send("outcome");
    expect(subject.duty("B27")).toMatchObject({ status: "met", event: { type: "LetterSent" } });
  });

  test("that was sent back has to be written and approved again (B27)", () => {
    const subject = new DutyCase(learnworks).established().perform("write-outcome", answers.outcomeLetter);
    subject.perform("approve-outcome", { outcome: "rework", reworkNote: "Noem de afspraak." });
    expect(subject.send("outcome").duty("B27").status).toBe("open");
  });

  test("is not approved by who wrote it (B27)", () => {
    const subject = new DutyCase(learnworks).established().perform("write-outcome", answers.outcomeLetter);
    subject.ask("approve-outcome");
    const { taskId = "" } = subject.dossier.tasks.at(-1) ?? {};
    const command = { type: "AnswerTask", taskId, by: "role:office-manager", posted: { outcome: "approved" } } as const;
    expect(decide(command, subject.dossier, learnworks, subject.now)).toMatchObject({
      ok: false,
      refusal: { reason: "not-yours" },
    });
  });

  test("that the owner writes needs no second approval (B27)", () => {
    const { happened, now } = new DutyCase(sterker).established().told();
    const duties = learnworks.duties.filter(({ id }) => id === "B27");
    expect(dutyLedger(happened, { ...sterker, duties }, now)[0]?.status).toBe("met");
  });

  test("goes by post to whoever has no mail address (B27)", () => {
    const subject = new DutyCase(learnworks, {
      personal: { complainant: { name: "Sanne de Wit", address: "Dorpsstraat 1" } },
    });
    subject.assessed(answers.solvedAtOnce).told();
    expect(subject.duty("B27").status).toBe("open");
    subject.performBeside("send-by-post", { sentHow: "post", sentOn: "2026-01-05" });
    expect(subject.duty("B27").status).toBe("met");
  });
});

describe("telling everybody who should know (B28)", () => {
  test("complainant, respondent, client and colleagues each have their own letter (B28)", () => {
    const subject = new DutyCase(learnworks).assessed(withClient).send("copies");
    for (const party of subject.sides()) subject.perform("statement", answers.account, party);
    subject.perform("establish-facts", answers.facts);
    expect(subject.duty("B28").status).toBe("open");
    subject.told();
    const told = subject.dossier.letters.filter(({ letter }) => letter.startsWith("outcome"));
    expect(told.map(({ letter, to }) => `${letter} → ${to}`)).toEqual([
      "outcome → complainant",
      "outcome-respondent → respondent:1",
      "outcome-client → client",
      "outcome-inside → role:project-leader",
    ]);
    expect(subject.duty("B28").status).toBe("met");
  });

  test("is not done while one of them has not heard (B28)", () => {
    const subject = new DutyCase(learnworks).established().perform("write-outcome", answers.outcomeLetter);
    subject.perform("approve-outcome", { outcome: "approved" }).send("outcome", { arrives: false });
    subject.refuse("outcome-respondent").post();
    expect(subject.duty("B28").status).toBe("open");
  });
});

describe("an independent person (B29)", () => {
  test("is not sought when the complainant accepts the outcome (B29)", () => {
    const subject = new DutyCase(learnworks).established().told().perform("react", { outcome: "satisfied" });
    expect(subject.duty("B29").status).toBe("not-applicable");
  });

  test("is the first whom both sides accept, and gives advice (B29)", () => {
    const subject = objected();
    expect(subject.duty("B29").status).toBe("open");
    subject.perform("propose-independents", candidates);
    subject.perform("rank-independents", { outcome: "ranked", first: "1", second: "2" }, "complainant");
    subject.perform("rank-independents", { outcome: "ranked", first: "2" }, "respondent:1").conclude("ranking");
    expect(subject.dossier.independent?.name).toBe("Jan Bos");
    expect(subject.duty("B29").status).toBe("open");
    subject.perform("independent-advice", { outcome: "advised", independentAdvice: "Bied een nieuwe training aan." });
    expect(subject.dossier.tasks.at(-1)?.assignee).toBe("independent");
    expect(subject.duty("B29")).toMatchObject({ status: "met", event: { type: "TaskAnswered" } });
  });

  test("who declines gave no advice (B29)", () => {
    const subject = objected().perform("propose-independents", candidates);
    for (const party of subject.sides()) {
      subject.perform("rank-independents", { outcome: "ranked", first: "1" }, party);
    }
    subject.conclude("ranking").perform("independent-advice", { outcome: "declined" });
    expect(subject.duty("B29").status).toBe("open");
  });
});

describe("closing", () => {
  test("is refused without a reason, a ground and an outcome on record (A17, A24)", () => {
    const subject = new DutyCase(sterker).assessed();
    expect(() => subject.close()).toThrow("facts-missing");
    expect(subject.duty("A17").status).toBe("open");
    expect(subject.duty("A24").status).toBe("open");
  });

  test.each([
    [
      "handled",
      (subject: DutyCase) => subject.established().told().closed(),
      { ground: "trainer", takenUp: "handle", outcome: "founded" },
    ],
    [
      "solved at once",
      (subject: DutyCase) => subject.assessed(answers.solvedAtOnce).told().closed(),
      { ground: "other", takenUp: "solved", outcome: "solved-at-first-contact" },
    ],
    [
      "no complaint",
      (subject: DutyCase) => subject.assessed(answers.notAComplaint).send("referral").close(),
      { ground: "not-a-complaint", takenUp: "not-a-complaint", outcome: "referred" },
    ],
    [
      "withdrawn",
      (subject: DutyCase) => subject.assessed().act("withdraw", "complainant", { reason: "Opgelost." }).closed(),
      { ground: "trainer", takenUp: "handle", outcome: "withdrawn" },
    ],
  ] as const)("%s: when, on what ground, how taken up, with what outcome (A17, A24)", (_how, walk, facts) => {
    const subject = walk(new DutyCase(sterker));
    expect(subject.dossier).toMatchObject({
      status: "closed",
      fourFacts: { filedAt: "2026-01-05T09:00:00.000Z", ...facts },
    });
    expect(subject.duty("A17")).toMatchObject({ status: "met", event: { type: "CaseClosed" } });
    expect(subject.duty("A24")).toMatchObject({ status: "met", event: { type: "CaseClosed" } });
  });

  test("leaves no duty undecided, but for the question that comes afterwards (B12)", () => {
    const subject = new DutyCase(learnworks).established().told();
    expect(subject.duty("B12").status).toBe("open");
    subject.closed();
    expect(subject.duty("B12").status).toBe("met");
    expect(
      subject
        .ledger()
        .filter(({ status }) => status === "open")
        .map(({ id }) => id),
    ).toEqual(["B35"]);
  });
});
