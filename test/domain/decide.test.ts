import { describe, expect, test } from "vitest";
import { answers, CaseUnderTest, mondayMorning, procedures } from "../support/case-under-test.ts";

const { learnworks, sterker } = procedures;

/** A case whose assessment is asked. */
function assessing(procedure = learnworks) {
  const subject = new CaseUnderTest(procedure);
  subject.events({ type: "OpenTask", kind: "assess", requestId: "r1" });
  return subject;
}

test("a complaint has an owner from its first moment (B16)", () => {
  expect(new CaseUnderTest(learnworks).dossier).toMatchObject({
    owner: "project-manager",
    status: "open",
    phase: "intake",
    version: 2,
  });
});

describe("asking for a task", () => {
  test("opens it for the role that carries it, with a due date and a letter", () => {
    const subject = assessing();
    expect(subject.dossier.tasks).toMatchObject([
      { taskId: "assess-1", role: "office-manager", status: "open", dueAt: "2026-01-07T16:00:00.000Z" },
    ]);
    expect(subject.dossier.letters).toMatchObject([{ letter: "task", to: "role:office-manager", taskId: "assess-1" }]);
  });

  test("asked again for the same state entry opens nothing, also after the answer", () => {
    const subject = assessing();
    expect(subject.events({ type: "OpenTask", kind: "assess", requestId: "r1" })).toEqual([]);
    subject.events({ type: "AnswerTask", taskId: "assess-1", by: "role:office-manager", posted: answers.handle });
    expect(subject.events({ type: "OpenTask", kind: "assess", requestId: "r1" })).toEqual([]);
  });

  test("a restarted path finds the task that is still open", () => {
    expect(assessing().events({ type: "OpenTask", kind: "assess", requestId: "other-execution" })).toEqual([]);
  });

  test("gives the owner's tasks to the owner and Sterker's assessment to the manager I&O", () => {
    expect(assessing(sterker).dossier.tasks).toMatchObject([{ role: "manager-io" }]);
    const subject = assessing();
    subject.events({ type: "AnswerTask", taskId: "assess-1", by: "role:office-manager", posted: answers.handle });
    subject.events({ type: "OpenTask", kind: "establish-facts", requestId: "r2" });
    expect(subject.dossier.tasks.at(-1)).toMatchObject({ role: "project-manager" });
    expect(subject.dossier.phase).toBe("analysis");
  });
});

describe("answering a task", () => {
  test("keeps codes apart from words about people", () => {
    const subject = assessing();
    const events = subject.events({
      type: "AnswerTask",
      taskId: "assess-1",
      by: "role:office-manager",
      posted: answers.handle,
    });
    expect(events).toEqual([
      {
        type: "TaskAnswered",
        facts: {
          taskId: "assess-1",
          kind: "assess",
          outcome: "handle",
          by: "role:office-manager",
          answer: { category: "trainer", severity: "ordinary", talked: "no" },
        },
        private: { answer: { about: "Bram Kuipers, trainer" } },
      },
    ]);
  });

  test("a second answer is refused and says who was first", () => {
    const subject = assessing();
    subject.events({ type: "AnswerTask", taskId: "assess-1", by: "role:office-manager", posted: answers.handle });
    const second = subject.when({
      type: "AnswerTask",
      taskId: "assess-1",
      by: "deputy:office-manager",
      posted: answers.notAComplaint,
    });
    expect(second).toMatchObject({
      ok: false,
      refusal: {
        reason: "task-ended",
        task: { status: "answered", by: "role:office-manager", answeredAt: mondayMorning },
      },
    });
    expect(subject.dossier.tasks[0]?.answer?.outcome).toBe("handle");
  });

  test("a late answer, after the task went to the next role up, is refused", () => {
    const subject = assessing();
    subject.events({ type: "RingAlarms", taskId: "assess-1" }, "2026-01-20T09:00:00.000Z");
    const late = subject.when(
      { type: "AnswerTask", taskId: "assess-1", by: "role:office-manager", posted: answers.handle },
      "2026-01-20T10:00:00.000Z",
    );
    expect(late).toMatchObject({ ok: false, refusal: { reason: "task-ended", task: { status: "expired" } } });
  });

  test("a complainant cannot answer for staff", () => {
    const refused = assessing().when({
      type: "AnswerTask",
      taskId: "assess-1",
      by: "complainant",
      posted: answers.handle,
    });
    expect(refused).toMatchObject({ ok: false, refusal: { reason: "not-yours" } });
  });

  test("an answer with gaps is refused with a reason for each", () => {
    const refused = assessing().when({
      type: "AnswerTask",
      taskId: "assess-1",
      by: "role:office-manager",
      posted: { outcome: "handle", category: "no-such" },
    });
    expect(refused).toMatchObject({
      ok: false,
      refusal: {
        reason: "invalid-answer",
        problems: [{ field: "category" }, { field: "severity" }, { field: "about" }, { field: "talked" }],
      },
    });
  });
});

test("a letter of the path is written once, however often the path asks", () => {
  const subject = new CaseUnderTest(learnworks);
  expect(subject.events({ type: "SendLetter", letter: "receipt" })).toHaveLength(1);
  expect(subject.events({ type: "SendLetter", letter: "receipt" })).toEqual([]);
});

test("that a letter was sent is recorded once", () => {
  const subject = new CaseUnderTest(learnworks);
  subject.events({ type: "SendLetter", letter: "receipt" });
  const sent = { type: "RecordLetterSent", letterId: "letter-1", providerMessageId: "m1" } as const;
  expect(subject.events(sent)).toHaveLength(1);
  expect(subject.events(sent)).toEqual([]);
  expect(subject.events({ type: "RecordLetterRefused", letterId: "letter-1" })).toEqual([]);
});

describe("a mail in a case", () => {
  const words = { address: "sanne.dewit@zorggroep.example", subject: "Re: klacht", text: "Nog iets.", attachments: [] };

  test("is filed once and told to the owner, with the way to the open task", () => {
    const subject = assessing();
    const command = { type: "FileMessage", facts: { mailId: "m1", from: "complainant" }, private: words } as const;
    expect(subject.events(command).map(({ type }) => type)).toEqual(["MessageFiled", "LetterQueued"]);
    expect(subject.dossier.letters.at(-1)).toMatchObject({
      letter: "message-filed",
      to: "role:project-manager",
      taskId: "assess-1",
    });
    expect(subject.events(command)).toEqual([]);
  });

  test("from a colleague is told to the owner too: it may be a call for help", () => {
    const command = {
      type: "FileMessage",
      facts: { mailId: "m1", from: "staff" },
      private: { ...words, address: "ingrid.bakker@learnworks.example" },
    } as const;
    expect(
      assessing()
        .events(command)
        .map(({ type }) => type),
    ).toEqual(["MessageFiled", "LetterQueued"]);
  });

  test("from the owner is filed without telling the owner", () => {
    const command = {
      type: "FileMessage",
      facts: { mailId: "m1", from: "staff" },
      private: { ...words, address: "Farah.Amrani@learnworks.example" },
    } as const;
    expect(
      assessing()
        .events(command)
        .map(({ type }) => type),
    ).toEqual(["MessageFiled"]);
  });
});

describe("closing (A24)", () => {
  test("is refused until the four facts are there, and says which are not", () => {
    expect(new CaseUnderTest(learnworks).when({ type: "CloseCase" })).toEqual({
      ok: false,
      refusal: { reason: "facts-missing", missing: ["ground", "takenUp", "outcome"] },
    });
    const told = new CaseUnderTest(learnworks)
      .perform("assess", answers.handle)
      .perform("establish-facts", answers.facts);
    // Found, but the complainant has not been told yet.
    expect(told.when({ type: "CloseCase" })).toMatchObject({ ok: false, refusal: { missing: ["outcome"] } });
  });

  test.each([
    [
      "handled",
      learnworks,
      (subject: CaseUnderTest) => {
        subject
          .perform("assess", answers.handle)
          .perform("establish-facts", { ...answers.facts, category: "materials" })
          .perform("solve", answers.solution);
        subject.events({ type: "SendLetter", letter: "outcome" });
      },
      { ground: "materials", takenUp: "handle", outcome: "founded" },
    ],
    [
      "solved at once",
      sterker,
      (subject: CaseUnderTest) => {
        subject.perform("assess", answers.solvedAtOnce);
        subject.events({ type: "SendLetter", letter: "outcome" });
      },
      { ground: "other", takenUp: "solved", outcome: "solved-at-first-contact" },
    ],
    [
      "not a complaint",
      sterker,
      (subject: CaseUnderTest) => subject.perform("assess", answers.notAComplaint),
      { ground: "not-a-complaint", takenUp: "not-a-complaint", outcome: "referred" },
    ],
  ] as const)("%s: when, on what ground, how taken up, with what outcome", (_how, procedure, handle, facts) => {
    const subject = new CaseUnderTest(procedure);
    handle(subject);
    expect(subject.events({ type: "CloseCase" }, "2026-02-02T09:00:00.000Z")).toEqual([
      { type: "CaseClosed", facts: { filedAt: mondayMorning, ...facts }, private: {} },
    ]);
    expect(subject.dossier).toMatchObject({ status: "closed", closedAt: "2026-02-02T09:00:00.000Z" });
  });

  test("closes once and takes no more tasks", () => {
    const subject = new CaseUnderTest(sterker).perform("assess", answers.notAComplaint);
    subject.events({ type: "CloseCase" });
    expect(subject.events({ type: "CloseCase" })).toEqual([]);
    expect(subject.when({ type: "OpenTask", kind: "draw-lessons", requestId: "late" })).toMatchObject({
      ok: false,
      refusal: { reason: "case-closed" },
    });
  });
});
