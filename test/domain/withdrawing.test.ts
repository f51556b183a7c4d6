import { describe, expect, test } from "vitest";
import { alarmsOf } from "../../shared/domain/alarms.ts";
import { passedBy } from "../../shared/domain/deciding/open-task.ts";
import { roundIds, rounds } from "../../shared/domain/rounds.ts";
import { isSurveyed } from "../../shared/domain/survey.ts";
import { catalogue, taskKindsOf } from "../../shared/domain/tasks/catalogue.ts";
import type { TaskKindId } from "../../shared/domain/tasks/task-kind.ts";
import { answers, CaseUnderTest, mondayMorning, procedures, trainer } from "../support/case-under-test.ts";
import { act, eventsOf, lettersIn, problemsOf, send, tryTo } from "../support/steps.ts";

const { learnworks, sterker } = procedures;
const tuesday = "2026-01-06T09:00:00.000Z";

/** The kinds that can be asked while the complainant still waits, with whom or what they are about. */
const waiting = (["learnworks", "sterker"] as const).flatMap((name) =>
  taskKindsOf(procedures[name])
    .filter((kind) => !["satisfaction", "follow-up", "send-by-post"].includes(kind))
    .map((kind) => ({ name, kind, phase: catalogue[kind].phase, about: aboutOf(kind) })),
);

function aboutOf(kind: TaskKindId): string | undefined {
  return roundIds.some((id) => rounds[id].kind === kind) ? "respondent:1" : undefined;
}

/** A case in which a respondent is known and a task of this kind is open. */
function waitingFor(procedure: typeof learnworks, kind: TaskKindId, about: string | undefined) {
  const passedOnBy = kind === "complete-registration" ? (`person:${procedure.people[0]?.id}` as const) : undefined;
  const subject = new CaseUnderTest(procedure, mondayMorning, { passedOnBy });
  send(subject, "receipt");
  if (passedOnBy === undefined && kind !== "assess") {
    const held = kind === "release-copy" ? { hold: "yes", holdReason: "Veiligheid." } : {};
    subject.perform("assess", { ...answers.handle, ...trainer, severity: "serious", ...held });
    send(subject, "copies");
  }
  if (kind === "approve-outcome") {
    const { taskId } = subject.open("write-outcome");
    const by = `deputy:${procedure.responsibilities.writer}` as const;
    subject.events({ type: "AnswerTask", taskId, by, posted: answers.outcomeLetter });
  }
  return { subject, task: subject.open(kind, mondayMorning, about) };
}

describe("a complaint can be withdrawn whatever it waits for (A4)", () => {
  test.each(waiting)("$name, $phase: $kind", ({ name, kind, about }) => {
    const { subject, task } = waitingFor(procedures[name], kind, about);
    const open = subject.dossier.tasks.filter(({ status }) => status === "open").map(({ taskId }) => taskId);
    expect(open).toContain(task.taskId);

    const events = act(subject, "withdraw", "complainant", {}, tuesday);
    expect(events[0]).toEqual({ type: "CaseWithdrawn", facts: { by: "complainant" }, private: {} });
    expect(eventsOf(events, "TaskCancelled").map(({ facts }) => facts.taskId)).toEqual(open);
    expect(lettersIn(events)).toEqual([]);
    expect(subject.dossier.withdrawn).toEqual({ at: tuesday, reason: "" });

    // A late answer changes nothing, and nothing else is asked.
    const late = { type: "AnswerTask", taskId: task.taskId, by: task.assignee, posted: {} } as const;
    expect(subject.when(late, tuesday)).toMatchObject({
      refusal: { reason: "task-ended", task: { status: "cancelled" } },
    });
    expect(subject.events({ type: "RingAlarms", taskId: task.taskId }, "2026-03-02T09:00:00.000Z")).toEqual([]);
    if (kind !== "draw-lessons") {
      expect(subject.events({ type: "OpenTask", kind, about, requestId: "again" }, tuesday)).toEqual([]);
      expect(passedBy(kind, subject.dossier, subject.procedure)).toBe("withdrawn");
    }

    // What there is to learn is learned all the same, and the case closes with its four facts (A24, B1).
    send(subject, "withdrawal", tuesday);
    subject.perform("draw-lessons", answers.lessons, tuesday);
    expect(lettersIn(subject.events({ type: "CloseCase" }, tuesday))).toEqual([]);
    const isAssessed = subject.dossier.tasks.some((one) => one.kind === "assess" && one.status === "answered");
    expect(subject.dossier).toMatchObject({
      status: "closed",
      fourFacts: {
        filedAt: mondayMorning,
        ground: isAssessed ? "trainer" : "not-assessed",
        takenUp: isAssessed ? "handle" : "not-assessed",
        outcome: "withdrawn",
      },
    });
    expect(isSurveyed(subject.dossier, subject.procedure)).toBe(false);
  });

  test("the list of what it can wait for is whole", () => {
    expect(waiting.length).toBe(taskKindsOf(learnworks).length + taskKindsOf(sterker).length - 6);
  });
});

function withdrawal(subject: CaseUnderTest) {
  return subject.events({ type: "SendLetters", letter: "withdrawal", requestId: "r1" });
}

describe("who is told that it was withdrawn", () => {
  test("is the complainant, and each respondent who knows of it", () => {
    const subject = new CaseUnderTest(learnworks).perform("assess", { ...answers.handle, ...trainer });
    send(subject, "copies");
    act(subject, "withdraw", "complainant");
    const wish = { type: "SendLetters", letter: "withdrawal", requestId: "r1" } as const;
    expect(lettersIn(subject.events(wish))).toEqual([
      "withdrawn to complainant",
      "withdrawn-respondent to respondent:1",
      // The owner, who had the task that fell away, and whoever had the copy.
      "withdrawn-inside to role:project-manager",
      "withdrawn-inside to role:project-leader",
    ]);
    expect(subject.events(wish)).toEqual([]);
  });

  test("is each colleague once, whose task fell away, and not who did theirs (A4)", () => {
    const subject = new CaseUnderTest(learnworks);
    subject.open("assess");
    act(subject, "withdraw", "complainant");
    expect(lettersIn(withdrawal(subject))).toEqual([
      "withdrawn to complainant",
      "withdrawn-inside to role:project-manager",
      "withdrawn-inside to role:office-manager",
    ]);

    const later = new CaseUnderTest(learnworks).perform("assess", answers.handle);
    act(later, "withdraw", "complainant");
    expect(lettersIn(withdrawal(later))).toEqual([
      "withdrawn to complainant",
      "withdrawn-inside to role:project-manager",
    ]);
  });

  test("is no colleague who is involved by then (B16)", () => {
    const subject = new CaseUnderTest(learnworks).perform("assess", answers.handle);
    send(subject, "copies");
    act(subject, "name-respondent", "role:project-manager", { respondentStaff: "joost" });
    act(subject, "withdraw", "complainant");
    const told = lettersIn(withdrawal(subject));
    expect(told).toContain("withdrawn-inside to role:project-manager");
    expect(told).not.toContain("withdrawn-inside to role:project-leader");
  });

  test("is not the owner who withdrew it for somebody without a mail address", () => {
    const subject = new CaseUnderTest(learnworks, mondayMorning, {}, { complainant: { name: "Sanne de Wit" } });
    subject.open("assess");
    act(subject, "withdraw", "role:project-manager");
    expect(lettersIn(withdrawal(subject))).toEqual([
      "withdrawn to complainant",
      "withdrawn-inside to role:office-manager",
    ]);
  });

  test("is no respondent whose copy was held back (B15)", () => {
    const held = { hold: "yes", holdReason: "Eerst veiligheid." };
    const subject = new CaseUnderTest(learnworks).perform("assess", { ...answers.handle, ...trainer, ...held });
    send(subject, "copies");
    act(subject, "withdraw", "complainant");
    expect(lettersIn(withdrawal(subject)).filter((one) => one.includes("respondent"))).toEqual([]);
  });

  test("is nobody new: who is named afterwards gets no copy", () => {
    const subject = new CaseUnderTest(learnworks).perform("assess", { ...answers.handle, ...trainer });
    send(subject, "copies");
    act(subject, "withdraw", "complainant");
    expect(
      lettersIn(act(subject, "name-respondent", "role:project-manager", { respondentOthers: "Els Smit" })),
    ).toEqual([]);
  });
});

describe("withdrawing", () => {
  test("keeps why, where the complainant wants to say, apart from the facts", () => {
    const subject = new CaseUnderTest(sterker);
    act(subject, "withdraw", "complainant", { reason: "Het is al goed zo." });
    expect(subject.happened.at(-1)?.event).toMatchObject({
      facts: { by: "complainant" },
      private: { reason: "Het is al goed zo." },
    });
    expect(subject.dossier.withdrawn?.reason).toBe("Het is al goed zo.");
  });

  test.each(["role:manager-io", "respondent:1", "client", "independent", "person:henk"] as const)(
    "is not for %s",
    (by) => {
      const subject = new CaseUnderTest(sterker).perform("assess", { ...answers.handle, ...trainer });
      expect(problemsOf(tryTo(subject, "withdraw", by))).toEqual(["not-now"]);
    },
  );

  test("is for the owner too, where the complainant has no mail address and says so by phone", () => {
    const byPhone = new CaseUnderTest(sterker, mondayMorning, {}, { complainant: { name: "Sanne de Wit" } });
    const events = act(byPhone, "withdraw", "role:manager-io", { reason: "Zij belde." });
    expect(events[0]).toMatchObject({ type: "CaseWithdrawn", facts: { by: "role:manager-io" } });
    expect(problemsOf(tryTo(byPhone, "withdraw", "role:manager-io"))).toEqual(["not-now"]);
  });

  test("keeps a complaint from whoever does not know of it: no letter of the path goes out any more", () => {
    const subject = new CaseUnderTest(learnworks).perform("assess", { ...answers.handle, ...trainer });
    act(subject, "withdraw", "complainant");
    for (const letter of ["copies", "invitation", "outcome"] as const) {
      expect(subject.events({ type: "SendLetters", letter, requestId: letter })).toEqual([]);
    }
  });

  test("is done once, and not once the outcome was told or the case closed", () => {
    const twice = new CaseUnderTest(sterker);
    act(twice, "withdraw", "complainant");
    expect(problemsOf(tryTo(twice, "withdraw", "complainant"))).toEqual(["not-now"]);

    const written = () => {
      const subject = new CaseUnderTest(sterker).perform("assess", answers.solvedAtOnce);
      subject.events({ type: "SendLetters", letter: "outcome", requestId: "r1" });
      return subject;
    };
    // Written and not sent yet: they do not know it.
    expect(problemsOf(tryTo(written(), "withdraw", "complainant"))).toEqual([]);
    expect(problemsOf(tryTo(written().post(), "withdraw", "complainant"))).toEqual(["not-now"]);

    const closed = new CaseUnderTest(sterker).perform("assess", { ...answers.handle, outcome: "advice" });
    closed.perform("advise", { advice: "Praat erover." }).events({ type: "CloseCase" });
    expect(problemsOf(tryTo(closed, "withdraw", "complainant"))).toEqual(["not-now"]);
  });

  test("leaves no term of the case to warn of, and what was asked for beside the path is not asked", () => {
    const subject = new CaseUnderTest(learnworks).perform("assess", answers.handle);
    send(subject, "receipt");
    expect(subject.dossier.sideTasks.map(({ kind }) => kind)).toEqual(["first-response"]);
    act(subject, "withdraw", "complainant");
    expect(subject.events({ type: "OpenTask", kind: "first-response", requestId: "side-1" })).toEqual([]);
    const lessons = subject.open("draw-lessons");
    const terms = alarmsOf(lessons, subject.dossier, learnworks).filter(({ letter }) => letter === "case-warning");
    expect(terms).toEqual([]);
  });

  test("still brings over the letters of who has no mail address", () => {
    const subject = new CaseUnderTest(learnworks, mondayMorning, {}, { complainant: { name: "Sanne de Wit" } });
    subject.events({ type: "SendLetters", letter: "receipt", requestId: "r1" });
    const receipt = subject.open("send-by-post", mondayMorning, "letter-1");
    const events = act(subject, "withdraw", "complainant");
    expect(eventsOf(events, "TaskCancelled")).toEqual([]);
    expect(subject.dossier.tasks.find(({ taskId }) => taskId === receipt.taskId)?.status).toBe("open");
    subject.events({ type: "SendLetters", letter: "withdrawal", requestId: "r2" });
    expect(subject.open("send-by-post", tuesday, subject.dossier.letters.at(-1)?.letterId).status).toBe("open");
  });
});
