import { describe, expect, test } from "vitest";
import { answers, procedures } from "../support/case-under-test.ts";
import { DutyCase } from "../support/duty-case.ts";

const { learnworks } = procedures;
const contact = (contactDate: string) => ({ ...answers.contact, contactDate });
const withoutMail = { personal: { complainant: { name: "Sanne de Wit", address: "Dorpsstraat 1, Zeist" } } } as const;
const monthEnds = "2026-02-05T09:00:00.000Z";
const delay = (newDate: string) => ({ newDate, delayWhy: "other", delayReason: "De trainer was ziek." });

describe("the receipt within 24 hours (B9)", () => {
  const due = "2026-01-06T09:00:00.000Z";

  test("is met when the letter was sent in time, and names the moment of sending (B9)", () => {
    const subject = new DutyCase(learnworks).send("receipt", { arrives: false });
    expect(subject.duty("B9")).toMatchObject({ status: "open", dueAt: due });
    subject.at(due).post();
    expect(subject.duty("B9")).toMatchObject({ status: "met", at: due, event: { type: "LetterSent" } });
  });

  test("is late one millisecond after, sent or not (B9)", () => {
    const subject = new DutyCase(learnworks).send("receipt", { arrives: false }).at("2026-01-06T09:00:00.001Z");
    expect(subject.duty("B9").status).toBe("late");
    expect(subject.post().duty("B9")).toMatchObject({ status: "late", at: "2026-01-06T09:00:00.001Z" });
  });

  test("goes by post to whoever has no mail address, with the same deadline (B9)", () => {
    const subject = new DutyCase(learnworks, withoutMail).send("receipt");
    expect(subject.duty("B9").status).toBe("open");
    subject.ask("send-by-post", subject.dossier.sideTasks.find(({ kind }) => kind === "send-by-post")?.about);
    expect(subject.dossier.tasks.at(-1)?.dueAt).toBe(due);
    subject.answer("send-by-post", { sentHow: "post", sentOn: "2026-01-05" }, subject.dossier.tasks.at(-1)?.about);
    expect(subject.duty("B9")).toMatchObject({ status: "met", event: { type: "TaskAnswered" } });
  });

  test("that went by post on the day before it was written down is in time (B9)", () => {
    const subject = new DutyCase(learnworks, withoutMail).send("receipt").at("2026-01-06T12:00:00.000Z");
    subject.performBeside("send-by-post", { sentHow: "post", sentOn: "2026-01-05" });
    expect(subject.duty("B9")).toMatchObject({ status: "met", at: "2026-01-05T16:00:00.000Z" });
  });

  test("that came back is brought over; until then it was not given (B9)", () => {
    const subject = new DutyCase(learnworks).send("receipt", { arrives: false }).refuse("receipt");
    expect(subject.duty("B9").status).toBe("open");
    subject.performBeside("send-by-post", { sentHow: "phone", sentOn: "2026-01-05" });
    expect(subject.duty("B9").status).toBe("met");
  });
});

describe("a reaction within a week (B20)", () => {
  const due = "2026-01-12T09:00:00.000Z";

  test("is asked of the owner when the complaint is taken up, with the week as deadline (B20)", () => {
    const subject = new DutyCase(learnworks).assessed();
    expect(subject.dossier.sideTasks.map(({ kind }) => kind)).toContain("first-response");
    expect(subject.ask("first-response").dossier.tasks.at(-1)).toMatchObject({
      assignee: "role:project-manager",
      dueAt: due,
    });
  });

  test("is not the receipt, which a machine sends (B20)", () => {
    const subject = new DutyCase(learnworks).assessed();
    expect(subject.duty("B20")).toMatchObject({ status: "open", dueAt: due });
    expect(subject.duty("B20", "2026-01-12T09:00:00.001Z").status).toBe("late");
  });

  test("is met by a contact that somebody recorded (B20)", () => {
    const subject = new DutyCase(learnworks).assessed().at("2026-01-08T09:00:00.000Z");
    subject.performBeside("first-response", contact("2026-01-07"));
    expect(subject.duty("B20")).toMatchObject({ status: "met", at: "2026-01-07T16:00:00.000Z" });
  });

  test.each([
    ["on the last day counts, whenever it was written down", "2026-01-12", "met"],
    ["on the day after is late", "2026-01-13", "late"],
  ] as const)("a contact %s (B20)", (_when, day, status) => {
    const subject = new DutyCase(learnworks).assessed().at("2026-01-14T12:00:00.000Z");
    subject.performBeside("first-response", contact(day));
    expect(subject.duty("B20").status).toBe(status);
  });

  test("is met by solving it at once with the complainant (B20)", () => {
    const subject = new DutyCase(learnworks).assessed(answers.solvedAtOnce);
    expect(subject.duty("B20").status).toBe("met");
    expect(subject.dossier.sideTasks.map(({ kind }) => kind)).not.toContain("first-response");
  });

  test("is met by telling where else to go (B20)", () => {
    const subject = new DutyCase(learnworks).assessed(answers.notAComplaint).send("referral");
    expect(subject.duty("B20")).toMatchObject({ status: "met", event: { type: "LetterSent" } });
  });

  test("was missed when the complainant withdrew after the week, and does not apply before (B20)", () => {
    const early = new DutyCase(learnworks).assessed().at("2026-01-08T09:00:00.000Z").act("withdraw", "complainant", {});
    expect(early.duty("B20", "2026-03-01T09:00:00.000Z").status).toBe("not-applicable");
    const late = new DutyCase(learnworks).assessed().at("2026-01-15T09:00:00.000Z").act("withdraw", "complainant", {});
    expect(late.duty("B20").status).toBe("late");
  });
});

describe("solved within a month (B21), or told that it takes longer (B22)", () => {
  test("an outcome within the month is in time, and nothing has to be announced (B21, B22)", () => {
    const subject = new DutyCase(learnworks).established().perform("solve", answers.solution).at(monthEnds).told();
    expect(subject.duty("B21")).toMatchObject({ status: "met", dueAt: monthEnds, at: monthEnds });
    expect(subject.duty("B22").status).toBe("not-applicable");
  });

  test("an outcome after the month is late, and so is the news of it (B21, B22)", () => {
    const subject = new DutyCase(learnworks).established().perform("solve", answers.solution);
    subject.at("2026-02-05T09:00:00.001Z");
    expect(subject.duty("B21").status).toBe("late");
    expect(subject.duty("B21")).not.toHaveProperty("at");
    expect(subject.duty("B22")).toMatchObject({ status: "late", dueAt: monthEnds });
    subject.told();
    expect(subject.duty("B21")).toMatchObject({ status: "late", at: "2026-02-05T09:00:00.001Z" });
    expect(subject.duty("B22").status).toBe("late");
  });

  test("a new date announced before the month ended reaches complainant and respondent and moves the term (B22)", () => {
    const subject = new DutyCase(learnworks).heard().at("2026-02-03T09:00:00.000Z");
    subject.act("announce-delay", "role:project-manager", delay("2026-02-20"));
    expect(subject.dossier.letters.slice(-2).map(({ letter, to }) => `${letter} → ${to}`)).toEqual([
      "delay → complainant",
      "delay-respondent → respondent:1",
    ]);
    expect(subject.duty("B22")).toMatchObject({ status: "met", dueAt: monthEnds, event: { type: "LetterSent" } });
    expect(subject.duty("B21", "2026-02-19T09:00:00.000Z")).toMatchObject({
      status: "open",
      dueAt: "2026-02-20T16:00:00.000Z",
    });
  });

  test("a new date announced too late repairs nothing (B21, B22)", () => {
    const subject = new DutyCase(learnworks).heard().at("2026-02-06T09:00:00.000Z");
    subject.act("announce-delay", "role:project-manager", delay("2026-02-20"));
    expect(subject.duty("B21")).toMatchObject({ status: "late", dueAt: monthEnds });
    expect(subject.duty("B22")).toMatchObject({ status: "late", dueAt: monthEnds, at: "2026-02-06T09:00:00.000Z" });
  });

  test("a second delay has to be told before the first new date (B22)", () => {
    const subject = new DutyCase(learnworks).heard().at("2026-02-03T09:00:00.000Z");
    subject.act("announce-delay", "role:project-manager", delay("2026-02-20"));
    expect(subject.duty("B22", "2026-02-20T16:00:00.001Z").status).toBe("late");
    subject.at("2026-02-20T15:00:00.000Z").act("announce-delay", "role:project-manager", delay("2026-03-20"));
    expect(subject.duty("B22")).toMatchObject({ status: "met", dueAt: "2026-02-20T16:00:00.000Z" });
    expect(subject.duty("B21")).toMatchObject({ status: "open", dueAt: "2026-03-20T16:00:00.000Z" });
  });

  test("while the clock stands still for a reason the month moves along (B21)", () => {
    const subject = new DutyCase(learnworks).heard().at("2026-01-12T09:00:00.000Z");
    subject.act("pause-clock", "role:project-manager", { pauseUntil: "2026-01-19", reason: "Klager is op reis." });
    expect(subject.duty("B21").dueAt).toBe("2026-02-12T16:00:00.000Z");
    expect(subject.duty("B22", "2026-02-10T09:00:00.000Z").status).toBe("not-applicable");
  });

  test("the owner is asked for a new date in time, and the complainant told when there is none (B22)", () => {
    const subject = new DutyCase(learnworks).heard().at("2026-01-22T09:00:00.000Z").ask("establish-facts");
    expect(subject.dossier.sideTasks.map(({ kind }) => kind)).not.toContain("announce-delay");
    subject.letPass("establish-facts");
    expect(subject.dossier.sideTasks.map(({ kind }) => kind)).toContain("announce-delay");
    const asked = subject.happened.find(
      ({ event }) => event.type === "SideTaskRequested" && event.facts.kind === "announce-delay",
    );
    expect(asked?.at).toBe("2026-01-29T08:00:00.000Z");
    const told = subject.dossier.letters.filter(({ letter }) => letter.startsWith("delay-unknown"));
    expect(told.map(({ to, queuedAt }) => `${to} ${queuedAt}`)).toEqual([
      `complainant ${monthEnds}`,
      `respondent:1 ${monthEnds}`,
    ]);
    expect(subject.duty("B22").status).toBe("late");
  });

  test("a complaint that proves to be none is answered by the referral (B21)", () => {
    const subject = new DutyCase(learnworks).assessed(answers.notAComplaint);
    subject.send("referral");
    expect(subject.duty("B21").status).toBe("met");
  });
});
