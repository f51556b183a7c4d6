import { describe, expect, test } from "vitest";
import { answers, CaseUnderTest, mondayMorning, procedures, trainer } from "../support/case-under-test.ts";
import { lettersIn } from "../support/steps.ts";

const { learnworks, sterker } = procedures;

/** A case whose assessment is asked. */
function assessing(procedure = learnworks) {
  const subject = new CaseUnderTest(procedure);
  subject.events({ type: "OpenTask", kind: "assess", requestId: "r1" });
  return subject;
}

test("a complaint has an owner from its first moment (B16)", () => {
  expect(new CaseUnderTest(learnworks).dossier).toMatchObject({
    owner: "role:project-manager",
    ownerRole: "project-manager",
    status: "open",
    phase: "intake",
    version: 2,
  });
});

describe("asking for a task", () => {
  test("opens it for the role that carries it, with a due date and a letter", () => {
    const subject = assessing();
    expect(subject.dossier.tasks).toMatchObject([
      {
        taskId: "assess-1",
        role: "office-manager",
        assignee: "role:office-manager",
        status: "open",
        dueAt: "2026-01-07T16:00:00.000Z",
      },
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

  test("asks the same of several parties side by side, of each once", () => {
    const subject = assessing();
    subject.events({
      type: "AnswerTask",
      taskId: "assess-1",
      by: "role:office-manager",
      posted: { ...answers.handle, ...trainer },
    });
    for (const about of ["complainant", "respondent:1"]) {
      const ask = { type: "OpenTask", kind: "statement", about, requestId: `r2:${about}` } as const;
      expect(lettersIn(subject.events(ask))).toEqual([`question to ${about}`]);
      expect(subject.events(ask)).toEqual([]);
      expect(subject.events({ ...ask, requestId: `other:${about}` })).toEqual([]);
    }
    expect(subject.dossier.tasks.map(({ taskId, about }) => [taskId, about])).toEqual([
      ["assess-1", undefined],
      ["statement-1", "complainant"],
      ["statement-2", "respondent:1"],
    ]);
  });

  test("passes by what this case does not need", () => {
    const subject = new CaseUnderTest(learnworks).perform("assess", answers.handle);
    expect(subject.events({ type: "OpenTask", kind: "decide-urgently", requestId: "r2" })).toEqual([]);
    expect(subject.events({ type: "OpenTask", kind: "release-copy", requestId: "r3" })).toEqual([]);
    expect(subject.dossier.tasks.map(({ kind }) => kind)).toEqual(["assess"]);
  });

  test("gives the owner's tasks to the owner and Sterker's assessment to the manager I&O", () => {
    expect(assessing(sterker).dossier.tasks).toMatchObject([{ role: "manager-io" }]);
    const subject = assessing();
    subject.events({ type: "AnswerTask", taskId: "assess-1", by: "role:office-manager", posted: answers.handle });
    subject.events({ type: "OpenTask", kind: "establish-facts", requestId: "r2" });
    expect(subject.dossier.tasks.at(-1)).toMatchObject({ role: "project-manager", assignee: "role:project-manager" });
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
      posted: { ...answers.handle, ...trainer },
    });
    expect(events).toEqual([
      {
        type: "TaskAnswered",
        facts: {
          taskId: "assess-1",
          kind: "assess",
          outcome: "handle",
          by: "role:office-manager",
          answer: { category: "trainer", severity: "ordinary", claim: "no", talked: "no", hold: "no" },
        },
        private: { answer: { respondentOthers: "Bram Kuipers, bram.kuipers@trainers.example" } },
      },
      {
        type: "RespondentNamed",
        facts: { respondent: "respondent:1", by: "role:office-manager", colleague: false },
        private: { name: "Bram Kuipers", email: "bram.kuipers@trainers.example" },
      },
      { type: "SideTaskRequested", facts: { kind: "first-response", sideTaskId: "side-1" }, private: {} },
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
        problems: [{ field: "category" }, { field: "severity" }, { field: "claim" }, { field: "talked" }],
      },
    });
  });
});

describe("a letter of the path", () => {
  const outcome = (requestId: string) => ({ type: "SendLetters", letter: "outcome", requestId }) as const;

  test("is written once for one wish of the path, and again for another", () => {
    const subject = new CaseUnderTest(learnworks);
    expect(lettersIn(subject.events(outcome("first")))).toContain("outcome to complainant");
    expect(subject.events(outcome("first"))).toEqual([]);
    expect(lettersIn(subject.events(outcome("second")))).toContain("outcome to complainant");
  });

  test("that tells of the receipt is written once however often the path comes by (B9)", () => {
    const subject = new CaseUnderTest(learnworks);
    const receipt = (requestId: string) => ({ type: "SendLetters", letter: "receipt", requestId }) as const;
    expect(lettersIn(subject.events(receipt("first")))).toEqual(["receipt to complainant"]);
    expect(subject.events(receipt("second"))).toEqual([]);
  });
});

test("that a letter was sent is recorded once", () => {
  const subject = new CaseUnderTest(learnworks);
  subject.events({ type: "SendLetters", letter: "receipt", requestId: "r1" });
  const sent = { type: "RecordLetterSent", letterId: "letter-1", providerMessageId: "m1" } as const;
  expect(subject.events(sent)).toHaveLength(1);
  expect(subject.events(sent)).toEqual([]);
  expect(subject.events({ type: "RecordLetterRefused", letterId: "letter-1" })).toEqual([]);
});

describe("two questions to the complainant (A13, A14)", () => {
  const asked = (subject: CaseUnderTest) => {
    subject.events({ type: "SendLetters", letter: "receipt", requestId: "r1" });
    return subject.dossier.sideTasks.map(({ kind }) => kind);
  };

  test("go beside the path with the receipt of a complaint in writing", () => {
    expect(asked(new CaseUnderTest(sterker))).toEqual(["report-form"]);
    expect(asked(new CaseUnderTest(sterker, mondayMorning, { channel: "web" }))).toEqual(["report-form"]);
  });

  test("are not asked where somebody spoke with them, nor where the procedure does not", () => {
    expect(asked(new CaseUnderTest(sterker, mondayMorning, { channel: "phone" }))).toEqual([]);
    expect(asked(new CaseUnderTest(learnworks))).toEqual([]);
  });
});

describe("a mail in a case", () => {
  const words = { address: "sanne.dewit@zorggroep.example", subject: "Re: klacht", text: "Nog iets.", attachments: [] };

  test("is filed once and told to the owner, with the way to the case", () => {
    const subject = assessing();
    const command = { type: "FileMessage", facts: { mailId: "m1", from: "complainant" }, private: words } as const;
    expect(subject.events(command).map(({ type }) => type)).toEqual(["MessageFiled", "LetterQueued"]);
    expect(subject.dossier.letters.at(-1)).toMatchObject({
      letter: "message-filed",
      to: "role:project-manager",
      mailId: "m1",
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
