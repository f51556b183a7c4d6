import { describe, expect, test } from "vitest";
import { alarmsOf, wasTold } from "../../shared/domain/alarms.ts";
import type { Complainant } from "../../shared/domain/events.ts";
import { answers, CaseUnderTest, mondayMorning, procedures } from "../support/case-under-test.ts";
import { act, eventsOf, lettersIn, problemsOf } from "../support/steps.ts";

const { learnworks, sterker } = procedures;
const tuesday = "2026-01-06T09:00:00.000Z";
const byPhone: Complainant = { name: "Sanne de Wit", phone: "06 555 01 23", address: "Dorpsstraat 1\n1234 AB Dorp" };
const onPaper = { respondentOthers: "Bram Kuipers" };
const sentByPost = { sentHow: "post", sentOn: "2026-01-05" };

const withoutMail = (procedure = learnworks) =>
  new CaseUnderTest(procedure, mondayMorning, { channel: "phone" }, { complainant: byPhone });

function receiptWritten(procedure = learnworks) {
  const subject = withoutMail(procedure);
  const events = subject.events({ type: "SendLetters", letter: "receipt", requestId: "r1" });
  return { subject, events };
}

describe("a letter to somebody without a mail address (B9, B27)", () => {
  test("goes by post, and a colleague is asked beside the path to bring it over", () => {
    const { events } = receiptWritten();
    expect(eventsOf(events, "LetterQueued")).toMatchObject([
      { facts: { letterId: "letter-1", letter: "receipt", to: "complainant", by: "post" } },
    ]);
    expect(eventsOf(events, "SideTaskRequested").map(({ facts }) => facts)).toEqual([
      { kind: "send-by-post", about: "letter-1", sideTaskId: "side-1" },
    ]);
  });

  test("is the work of who writes, within the 24 hours of the receipt (B9)", () => {
    const { subject } = receiptWritten();
    const late = "2026-01-05T20:00:00.000Z";
    const task = subject.open("send-by-post", late, "letter-1");
    expect(task).toMatchObject({
      assignee: "role:office-manager",
      about: "letter-1",
      dueAt: "2026-01-06T09:00:00.000Z",
    });
    // Lost in the night is no excuse, but nobody can be asked to have done it yesterday.
    const again = receiptWritten().subject.open("send-by-post", "2026-01-07T09:00:00.000Z", "letter-1");
    expect(again.dueAt).toBe("2026-01-08T09:00:00.000Z");
  });

  test("counts as told once it was brought over, and not before (B9)", () => {
    const { subject } = receiptWritten();
    const task = subject.open("send-by-post", mondayMorning, "letter-1");
    const receiptAlarm = () =>
      alarmsOf(task, subject.dossier, learnworks).some(({ alarmId }) => alarmId === "case:receipt:1");
    expect([wasTold(subject.dossier, "receipt"), receiptAlarm()]).toEqual([false, true]);
    subject.perform("send-by-post", sentByPost, "2026-01-05T15:00:00.000Z", "letter-1");
    expect([wasTold(subject.dossier, "receipt"), receiptAlarm()]).toEqual([true, false]);
    expect(subject.dossier.letters[0]).toMatchObject({ status: "brought", doneAt: "2026-01-05T15:00:00.000Z" });
  });

  test("that nobody brought over goes to the next role up on the next working day", () => {
    const { subject } = receiptWritten();
    const { taskId } = subject.open("send-by-post", mondayMorning, "letter-1");
    subject.expire(taskId);
    expect(subject.dossier.tasks[0]).toMatchObject({ status: "expired", expiredAt: "2026-01-07T08:00:00.000Z" });
    expect(subject.open("send-by-post", "2026-01-07T08:00:00.000Z", "letter-1").assignee).toBe("role:project-manager");
  });

  test("each letter is a task of its own, for every reader and every kind of letter", () => {
    const { subject } = receiptWritten();
    subject.perform("assess", { ...answers.handle, ...onPaper, client: "Zorggroep Oost" });
    const wishes = ["copies", "outcome", "withdrawal"] as const;
    for (const letter of wishes) subject.events({ type: "SendLetters", letter, requestId: letter });
    const byPost = subject.dossier.letters.filter(({ by }) => by === "post");
    expect(byPost.map(({ letter, to }) => `${letter} to ${to}`)).toEqual([
      "receipt to complainant",
      "copy to respondent:1",
      "outcome to complainant",
      "outcome-respondent to respondent:1",
      "outcome-client to client",
      "withdrawn to complainant",
      "withdrawn-respondent to respondent:1",
    ]);
    const asked = subject.dossier.sideTasks.filter(({ kind }) => kind === "send-by-post");
    expect(asked.map(({ about }) => about)).toEqual(byPost.map(({ letterId }) => letterId));
    expect(new Set(subject.dossier.sideTasks.map(({ sideTaskId }) => sideTaskId)).size).toBe(
      subject.dossier.sideTasks.length,
    );
    for (const { letterId } of byPost) {
      expect(subject.open("send-by-post", tuesday, letterId).about).toBe(letterId);
    }
  });

  test("about a delay goes by post too, to both sides (B22)", () => {
    const { subject } = receiptWritten();
    subject.perform("assess", { ...answers.handle, ...onPaper });
    subject.events({ type: "SendLetters", letter: "copies", requestId: "copies" });
    const posted = { newDate: "2026-02-20", delayWhy: "other", delayReason: "De trainer is ziek." };
    const events = act(subject, "announce-delay", "role:project-manager", posted, tuesday);
    expect(lettersIn(events)).toEqual(["delay to complainant", "delay-respondent to respondent:1"]);
    expect(eventsOf(events, "SideTaskRequested").map(({ facts }) => facts.kind)).toEqual([
      "send-by-post",
      "send-by-post",
    ]);
  });

  test("colleagues get theirs by mail all the same", () => {
    const { subject } = receiptWritten();
    subject.perform("assess", answers.handle);
    subject.events({ type: "SendLetters", letter: "copies", requestId: "copies" });
    const inside = subject.dossier.letters.filter(({ letter }) => letter === "copy-inside");
    expect(inside.map(({ by }) => by)).toEqual(["mail", "mail"]);
  });
});

describe("a question to somebody without a mail address (B24)", () => {
  test("is asked by the owner, in whose name it is not: whose answer it is stays clear", () => {
    const subject = withoutMail().perform("assess", { ...answers.handle, ...onPaper });
    for (const party of ["complainant", "respondent:1"] as const) {
      const task = subject.open("statement", mondayMorning, party);
      expect(task).toMatchObject({
        assignee: "role:project-manager",
        role: "project-manager",
        about: party,
        onBehalfOf: party,
      });
      expect(subject.dossier.letters.at(-1)).toMatchObject({ letter: "task", to: "role:project-manager", by: "mail" });
    }
    subject.perform("statement", answers.account, tuesday, "respondent:1");
    expect(subject.dossier.tasks.at(-1)).toMatchObject({
      status: "answered",
      by: "role:project-manager",
      onBehalfOf: "respondent:1",
    });
  });

  test("is chased and goes up as any task: that nobody asked them is not their silence (A16)", () => {
    const subject = withoutMail().perform("assess", answers.handle);
    const { taskId } = subject.open("answer-question");
    subject.expire(taskId);
    const rung = eventsOf(
      subject.happened.map(({ event }) => event),
      "AlarmRang",
    ).filter(({ facts }) => facts.alarmId.startsWith(taskId));
    expect(rung.map(({ facts }) => facts.reason)).toEqual([
      "half-time",
      "last-working-day",
      "deadline",
      "chase",
      "chase",
      "chase",
      "expired",
    ]);
    const again = subject.open("answer-question", "2026-01-22T08:00:00.000Z");
    expect(again).toMatchObject({ assignee: "role:director", onBehalfOf: "complainant" });
  });

  test.each(["talk-result", "choose-after-advice", "react", "satisfaction"] as const)("holds for %s", (kind) => {
    const subject = withoutMail(sterker).perform("assess", answers.solvedAtOnce);
    if (kind === "satisfaction") {
      subject.events({ type: "SendLetters", letter: "outcome", requestId: "r2" });
      subject.events({ type: "CloseCase" });
    }
    expect(subject.open(kind)).toMatchObject({ assignee: "role:manager-io", onBehalfOf: "complainant" });
  });

  test("is not added to the receipt: who took the complaint down can ask it then and there (A14)", () => {
    const { events } = receiptWritten(sterker);
    expect(eventsOf(events, "SideTaskRequested").map(({ facts }) => facts.kind)).toEqual(["send-by-post"]);
  });

  test("is not put to an independent person, who reads the file behind a link: they need an address (B29)", () => {
    const subject = withoutMail().perform("assess", answers.handle);
    const { taskId, assignee: by } = subject.open("choose-independent");
    const answer = (chosenIndependent: string) =>
      problemsOf(subject.when({ type: "AnswerTask", taskId, by, posted: { chosenIndependent } }));
    expect(answer("Noor Visser")).toEqual(["chosenIndependent"]);
    expect(answer("Noor Visser, noor.visser@onafhankelijk.example")).toEqual([]);
  });
});

describe("a mail that cannot be delivered", () => {
  const refused = (subject: CaseUnderTest, letterId: string) =>
    subject.events({ type: "RecordLetterRefused", letterId }, "2026-01-05T10:00:00.000Z");

  test("is brought over instead, in the same time (B9)", () => {
    const subject = new CaseUnderTest(learnworks);
    subject.events({ type: "SendLetters", letter: "receipt", requestId: "r1" });
    expect(refused(subject, "letter-1")).toEqual([
      { type: "LetterRefused", facts: { letterId: "letter-1" }, private: {} },
      {
        type: "SideTaskRequested",
        facts: { kind: "send-by-post", about: "letter-1", sideTaskId: "side-1" },
        private: {},
      },
    ]);
    expect(wasTold(subject.dossier, "receipt")).toBe(false);
    expect(subject.open("send-by-post", mondayMorning, "letter-1").dueAt).toBe("2026-01-06T09:00:00.000Z");
    subject.perform("send-by-post", { ...sentByPost, sentHow: "phone" }, tuesday, "letter-1");
    expect(wasTold(subject.dossier, "receipt")).toBe(true);
  });

  test("with a question makes it the owner's task, who asks them and answers in their name", () => {
    const subject = new CaseUnderTest(learnworks).perform("assess", answers.handle);
    const { taskId } = subject.open("answer-question");
    const letterId = subject.dossier.letters.at(-1)?.letterId ?? "";
    const events = refused(subject, letterId);
    expect(eventsOf(events, "TaskHandedOver").map(({ facts }) => facts)).toEqual([
      { taskId, to: "role:project-manager", because: "away" },
    ]);
    expect(lettersIn(events)).toEqual(["task to role:project-manager"]);
    expect(subject.dossier.tasks.at(-1)).toMatchObject({ assignee: "role:project-manager", onBehalfOf: "complainant" });
    subject.perform("answer-question", { questionAnswer: "Op dinsdag." }, tuesday);
    expect(subject.dossier.tasks.at(-1)).toMatchObject({ status: "answered", onBehalfOf: "complainant" });
  });

  test("with a question that was answered meanwhile is of no use to anybody", () => {
    const subject = new CaseUnderTest(learnworks).perform("assess", answers.handle);
    subject.perform("answer-question", { questionAnswer: "Op dinsdag." });
    const letterId = subject.dossier.letters.find(({ letter }) => letter === "question")?.letterId ?? "";
    expect(refused(subject, letterId).map(({ type }) => type)).toEqual(["LetterRefused"]);
  });

  test("with a copy of a complaint that was withdrawn meanwhile is not brought over", () => {
    const bram = { respondentOthers: "Bram Kuipers, bram.kuipers@trainers.example" };
    const subject = new CaseUnderTest(learnworks).perform("assess", { ...answers.handle, ...bram });
    subject.events({ type: "SendLetters", letter: "copies", requestId: "c1" });
    const copy = subject.dossier.letters.find(({ letter }) => letter === "copy")?.letterId ?? "";
    act(subject, "withdraw", "complainant");
    expect(refused(subject, copy).map(({ type }) => type)).toEqual(["LetterRefused"]);
  });

  test("to a colleague is no letter for the post: their deputy gets the task", () => {
    const subject = new CaseUnderTest(learnworks);
    const { taskId } = subject.open("assess");
    const events = refused(subject, "letter-1");
    expect(events.map(({ type }) => type)).toEqual(["LetterRefused", "TaskHandedOver", "LetterQueued"]);
    expect(subject.dossier.tasks[0]).toMatchObject({ taskId, assignee: "deputy:office-manager", status: "open" });
    expect(lettersIn(events)).toEqual(["task to deputy:office-manager"]);
  });

  test("goes no further than to everybody once: who was refused too is not asked again", () => {
    const subject = new CaseUnderTest(learnworks);
    subject.open("assess");
    const people = learnworks.people.length;
    for (let letter = 1; letter <= people; letter += 1) refused(subject, `letter-${letter}`);
    expect(subject.dossier.letters).toHaveLength(people);
    expect(subject.dossier.letters.map(({ status }) => status)).toEqual(Array(people).fill("refused"));
  });

  test("that was withheld from a colleague who is involved by now is passed on to nobody", () => {
    const subject = new CaseUnderTest(learnworks);
    subject.open("assess");
    const events = subject.events({ type: "RecordLetterRefused", letterId: "letter-1", withheld: true });
    expect(events).toEqual([{ type: "LetterRefused", facts: { letterId: "letter-1", withheld: true }, private: {} }]);
  });

  test("says so once, and nothing more can be said of a letter on paper", () => {
    const subject = new CaseUnderTest(learnworks);
    subject.events({ type: "SendLetters", letter: "receipt", requestId: "r1" });
    refused(subject, "letter-1");
    expect(refused(subject, "letter-1")).toEqual([]);
    const paper = receiptWritten().subject;
    expect(refused(paper, "letter-1")).toEqual([]);
  });
});
