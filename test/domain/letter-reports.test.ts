import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { wasTold } from "../../shared/domain/alarms.ts";
import type { PostReport } from "../../shared/domain/deciding/letter-reports.ts";
import { replay } from "../../shared/domain/evolve.ts";
import { isInvolvedParty } from "../../shared/domain/seats.ts";
import { answers, CaseUnderTest, mondayMorning, procedures, trainer } from "../support/case-under-test.ts";
import { eventsOf, lettersIn, send } from "../support/steps.ts";

const { learnworks } = procedures;
const noon = "2026-01-05T11:00:00.000Z";
const tuesday = "2026-01-06T08:00:00.000Z";

const bounced: PostReport = { what: "bounced", permanent: true, code: "5.1.1" };
const returned: PostReport = { what: "bounced", permanent: false, code: "MailboxFull" };
const delivered: PostReport = { what: "delivered" };
const spam: PostReport = { what: "complained", code: "abuse" };

function withReceipt(sent = true) {
  const subject = new CaseUnderTest(learnworks);
  subject.events({ type: "SendLetters", letter: "receipt", requestId: "r1" });
  if (sent) subject.post();
  return subject;
}

function report(subject: CaseUnderTest, told: PostReport, letterId = "letter-1", at = noon) {
  return subject.events({ type: "ReportLetter", letterId, report: told }, at);
}

const letterOf = ({ dossier }: CaseUnderTest, letterId = "letter-1") =>
  dossier.letters.find((one) => one.letterId === letterId);

describe("what the post tells of a letter", () => {
  test.each([
    { title: "their mail server took it", told: delivered, status: "delivered" },
    { title: "the reader calls it spam", told: spam, status: "complained" },
    { title: "it came back for good", told: bounced, status: "bounced" },
    { title: "the post does not want to carry it", told: { what: "rejected" } as const, status: "bounced" },
    { title: "it may not have arrived", told: returned, status: "sent" },
    { title: "it is still on its way", told: { what: "delayed" } as const, status: "sent" },
  ])("$title: $status", ({ told, status }) => {
    const subject = withReceipt();
    report(subject, told);
    expect(letterOf(subject)?.status).toBe(status);
    expect(letterOf(subject)?.reports).toMatchObject([{ what: told.what, at: noon }]);
  });

  test("keeps codes in the facts, and the address where it will be erased", () => {
    const [event] = eventsOf(report(withReceipt(), bounced), "LetterReported");
    expect(event?.facts).toEqual({ letterId: "letter-1", what: "bounced", permanent: true, code: "5.1.1" });
    expect(event?.private).toEqual({ address: "sanne.dewit@zorggroep.example" });
  });

  test("is kept once, however often it is told", () => {
    const subject = withReceipt();
    report(subject, bounced);
    expect(report(subject, bounced, "letter-1", tuesday)).toEqual([]);
    expect(subject.dossier.sideTasks).toHaveLength(1);
  });

  test("before we wrote that it was sent shows that it was: our own mark adds nothing", () => {
    const subject = withReceipt(false);
    const ids = { providerMessageId: "0102", messageId: "0102@eu-west-1.amazonses.com" };
    expect(report(subject, { what: "sent", ...ids })).toEqual([
      { type: "LetterSent", facts: { letterId: "letter-1", ...ids }, private: {} },
    ]);
    expect(letterOf(subject)).toMatchObject({ status: "sent", doneAt: noon, messageId: ids.messageId });
    expect(subject.events({ type: "RecordLetterSent", letterId: "letter-1", ...ids })).toEqual([]);
  });

  test("of a letter on paper, one that is not there or a case that was erased is kept nowhere", () => {
    const onPaper = new CaseUnderTest(learnworks, mondayMorning, {}, { complainant: { name: "Sanne de Wit" } });
    onPaper.events({ type: "SendLetters", letter: "receipt", requestId: "r1" });
    expect(report(onPaper, delivered)).toEqual([]);
    expect(report(withReceipt(), delivered, "letter-9")).toEqual([]);
  });

  test("comes to the same in whatever order it is told: a late delivery never hides that it came back", () => {
    const told = fc.constantFrom(
      bounced,
      returned,
      delivered,
      spam,
      { what: "delayed" } as const,
      {
        what: "sent",
        providerMessageId: "0102",
      } as const,
    );
    fc.assert(
      fc.property(fc.array(told, { minLength: 1, maxLength: 8 }), fc.boolean(), fc.nat(7), (reports, sent, turn) => {
        const outcomes = [reports, [...reports.slice(turn), ...reports.slice(0, turn)], reports.toReversed()].map(
          (order) => {
            const subject = withReceipt(sent);
            for (const one of order) report(subject, one);
            const { status, reports: kept } = letterOf(subject) ?? {};
            return [
              status,
              kept?.map(({ what, permanent }) => `${what} ${permanent}`).sort(),
              subject.dossier.sideTasks,
            ];
          },
        );
        expect(outcomes[1]).toEqual(outcomes[0]);
        expect(outcomes[2]).toEqual(outcomes[0]);
      }),
      { numRuns: 200, seed: 5 },
    );
  });
});

describe("a letter that came back for good", () => {
  test("is brought over in the time that it had itself, as one that was refused (B9)", () => {
    const subject = withReceipt();
    expect(wasTold(subject.dossier, "receipt")).toBe(true);
    const events = report(subject, bounced);
    expect(eventsOf(events, "SideTaskRequested").map(({ facts }) => facts)).toEqual([
      { kind: "send-by-post", about: "letter-1", sideTaskId: "side-1" },
    ]);
    expect(wasTold(subject.dossier, "receipt")).toBe(false);
    expect(subject.open("send-by-post", noon, "letter-1").dueAt).toBe("2026-01-06T09:00:00.000Z");
  });

  test("counts as told from when it was brought over, not from when the mail left (B9)", () => {
    const subject = withReceipt();
    report(subject, bounced);
    subject.perform("send-by-post", { sentHow: "phone", sentOn: "2026-01-06" }, tuesday, "letter-1");
    expect(letterOf(subject)).toMatchObject({ status: "brought", doneAt: tuesday, statusAt: tuesday });
    expect(wasTold(subject.dossier, "receipt")).toBe(true);
    report(subject, delivered, "letter-1", "2026-01-06T09:00:00.000Z");
    expect(letterOf(subject)?.status).toBe("brought");
  });

  test("with a question makes it the owner's, who asks it by phone (B24)", () => {
    const subject = new CaseUnderTest(learnworks).perform("assess", answers.handle);
    const { taskId } = subject.open("answer-question");
    subject.post();
    const events = report(subject, bounced, subject.dossier.letters.at(-1)?.letterId);
    expect(eventsOf(events, "TaskHandedOver").map(({ facts }) => facts)).toEqual([
      { taskId, to: "role:project-manager", because: "away" },
    ]);
    expect(subject.dossier.tasks.at(-1)).toMatchObject({ onBehalfOf: "complainant", status: "open" });
  });

  test("sends the next letters and questions to that person by post and phone at once, until they write from there", () => {
    const subject = withReceipt().perform("assess", answers.handle);
    report(subject, bounced);
    expect(subject.open("answer-question")).toMatchObject({ assignee: "role:project-manager" });
    subject.events({ type: "SendLetters", letter: "outcome", requestId: "o1" });
    expect(subject.dossier.letters.find(({ letter }) => letter === "outcome")?.by).toBe("post");

    const words = { address: "Sanne.deWit@zorggroep.example", subject: "Re", text: "Hier ben ik.", attachments: [] };
    subject.events({
      type: "FileMessage",
      facts: { mailId: "m1", from: "complainant", by: "complainant" },
      private: words,
    });
    expect(subject.dossier.deadAddresses).toEqual([]);
    subject.events({ type: "CloseCase" });
    subject.events({ type: "SendLetters", letter: "withdrawal", requestId: "w1" });
    expect(subject.dossier.letters.at(-1)).toMatchObject({ to: "role:project-manager" });
    expect(subject.dossier.letters.findLast(({ to }) => to === "complainant")).toMatchObject({ by: "mail" });
  });

  test("says nothing of another address, which we know since", () => {
    const subject = new CaseUnderTest(learnworks, mondayMorning, { passedOnBy: "person:wim" });
    subject.events({ type: "SendLetters", letter: "receipt", requestId: "r1" });
    report(subject, { ...bounced, address: "sanne@oud.example" });
    subject.events({ type: "SendLetters", letter: "closing", requestId: "c1" });
    expect(subject.dossier.letters.at(-1)).toMatchObject({ to: "complainant", by: "mail" });
  });

  test("cannot be followed by a reminder: the owner asks instead", () => {
    const subject = new CaseUnderTest(learnworks).perform("assess", { ...answers.handle, ...trainer });
    send(subject, "copies");
    const { taskId } = subject.open("statement", mondayMorning, "respondent:1");
    subject.post();
    const copy = subject.dossier.letters.find(({ letter }) => letter === "copy")?.letterId;
    report(subject, bounced, copy);
    const events = subject.events({ type: "RingAlarms", taskId }, "2026-01-12T09:00:00.000Z");
    expect(lettersIn(events)).toContain("task to role:project-manager");
    expect(lettersIn(events).filter((one) => one.includes("respondent"))).toEqual([]);
    expect(subject.dossier.tasks.at(-1)).toMatchObject({ onBehalfOf: "respondent:1" });
  });
});

describe("a letter to a colleague that came back for good", () => {
  const deputy = "deputy:office-manager";

  test("takes its task to the deputy, with the same date (B3)", () => {
    const subject = new CaseUnderTest(learnworks);
    const { taskId, dueAt } = subject.open("assess");
    subject.post();
    const events = report(subject, bounced);
    expect(eventsOf(events, "TaskHandedOver").map(({ facts }) => facts)).toEqual([
      { taskId, to: deputy, because: "unreachable" },
    ]);
    expect(lettersIn(events)).toEqual([`task to ${deputy}`]);
    expect(subject.dossier.tasks[0]).toMatchObject({ assignee: deputy, dueAt });
  });

  test("gives the next tasks of that role in the case to the deputy at once, and says why", () => {
    const subject = new CaseUnderTest(learnworks);
    subject.open("assess");
    subject.post();
    report(subject, bounced);
    const { taskId } = subject.dossier.tasks[0] ?? { taskId: "" };
    const posted = { ...answers.handle, outcome: "consult", question: "Wat raadt u aan?", consultWhom: "director" };
    subject.events({ type: "AnswerTask", taskId, by: deputy, posted });
    expect(subject.open("assess", tuesday)).toMatchObject({ assignee: deputy, because: "unreachable" });
  });

  test("never takes it to somebody whom the complaint is about (B16)", () => {
    const subject = new CaseUnderTest(learnworks);
    subject.open("assess");
    subject.post();
    const respondentStaff = "joost";
    subject.events({
      type: "Act",
      action: "name-respondent",
      by: "role:director",
      posted: { respondentStaff },
      actId: "a1",
    });
    report(subject, bounced);
    const { assignee } = subject.dossier.tasks[0] ?? { assignee: "complainant" as const };
    expect(isInvolvedParty(deputy, subject.dossier, learnworks)).toBe(true);
    expect(assignee).toBe("role:project-manager");
  });

  test("of which nothing depends on an answer goes to who stands in for them, once", () => {
    const subject = new CaseUnderTest(learnworks);
    subject.events({
      type: "FileMessage",
      facts: { mailId: "m1", from: "complainant", by: "complainant" },
      private: { address: "", subject: "", text: "Nog iets.", attachments: [] },
    });
    subject.post();
    const { letterId = "", to } = subject.dossier.letters.at(-1) ?? {};
    expect(to).toBe("role:project-manager");
    expect(lettersIn(report(subject, bounced, letterId))).toEqual(["message-filed to deputy:project-manager"]);
    expect(subject.dossier.letters.at(-1)).toMatchObject({ mailId: "m1" });
  });

  test("that a case is theirs gives the case to who stands in: somebody answers for it at every moment (B16)", () => {
    const subject = new CaseUnderTest(learnworks);
    const posted = { handTo: "wim", reason: "Vakantie." };
    subject.events({ type: "Act", action: "hand-over-case", by: "role:project-manager", posted, actId: "a1" });
    subject.post();
    const letter = subject.dossier.letters.find(({ letter: kind }) => kind === "owner-assigned");
    const events = report(subject, bounced, letter?.letterId);
    expect(eventsOf(events, "OwnerAssigned").map(({ facts }) => facts)).toEqual([
      { owner: "role:project-manager", role: "project-manager", because: "unreachable" },
    ]);
  });

  test("ends where nobody is left to write to", () => {
    const subject = new CaseUnderTest(learnworks);
    subject.open("assess");
    for (let letter = 1; letter <= 10; letter += 1) report(subject, bounced, `letter-${letter}`);
    expect(subject.dossier.letters).toHaveLength(learnworks.people.length);
    expect(replay(subject.happened)).toEqual(subject.dossier);
  });

  test("goes to nobody whose address returned something else before", () => {
    const subject = new CaseUnderTest(learnworks);
    const filed = { address: "", subject: "", text: "Nog iets.", attachments: [] };
    subject.events({
      type: "FileMessage",
      facts: { mailId: "m1", from: "complainant", by: "complainant" },
      private: filed,
    });
    subject.open("assess");
    subject.post();
    for (let letter = 1; letter <= 10; letter += 1) report(subject, bounced, `letter-${letter}`);
    const tasks = subject.dossier.letters.filter(({ letter }) => letter === "task").map(({ to }) => to);
    // Farah, the project manager, was the first whose mail came back.
    expect(subject.dossier.letters[0]).toMatchObject({ letter: "message-filed", to: "role:project-manager" });
    expect(tasks).toEqual(["role:office-manager", "deputy:office-manager", "role:director"]);
  });

  test("of a task that was done meanwhile is nobody's any more", () => {
    const subject = new CaseUnderTest(learnworks).perform("assess", answers.handle);
    expect(report(subject, bounced).map(({ type }) => type)).toEqual(["LetterSent", "LetterReported"]);
  });
});
