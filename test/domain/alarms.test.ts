import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { alarmsOf, nextAlarmAt } from "../../shared/domain/alarms.ts";
import type { OpenTask } from "../../shared/domain/dossier.ts";
import { answers, CaseUnderTest, procedures } from "../support/case-under-test.ts";
import { lettersIn } from "../support/steps.ts";

/** Monday 5 January 2026, 10:00 in Amsterdam; the assessment is due on Wednesday at 17:00. */
function setup(at = "2026-01-05T09:00:00.000Z", procedure: keyof typeof procedures = "learnworks") {
  const subject = new CaseUnderTest(procedures[procedure], at);
  subject.events({ type: "OpenTask", kind: "assess", requestId: "r1" }, at);
  return subject;
}

function openTask(subject: CaseUnderTest): OpenTask {
  const task = subject.dossier.tasks.find((one) => one.status === "open");
  if (task?.status !== "open") throw new Error("No open task.");
  return task;
}

describe("the ladder of a task", () => {
  test("reminds, tells, chases, climbs and ends, at working hours", () => {
    const subject = setup();
    const rungs = alarmsOf(openTask(subject), subject.dossier, subject.procedure)
      .filter(({ alarmId }) => alarmId.startsWith("assess-1:"))
      .map(({ alarmId, at, tell, letter }) => [alarmId.slice(9), at, letter, tell]);
    expect(rungs).toEqual([
      ["half-time", "2026-01-06T12:30:00.000Z", "reminder", ["role:office-manager"]],
      ["last-working-day", "2026-01-07T08:00:00.000Z", "reminder", ["role:office-manager"]],
      [
        "deadline",
        "2026-01-07T16:00:00.000Z",
        "overdue",
        ["role:office-manager", "deputy:office-manager", "role:project-manager"],
      ],
      ["chase-1", "2026-01-09T08:00:00.000Z", "escalation", ["role:office-manager", "deputy:office-manager"]],
      ["chase-2", "2026-01-13T08:00:00.000Z", "escalation", ["role:office-manager", "role:project-manager"]],
      [
        "chase-3",
        "2026-01-15T08:00:00.000Z",
        "escalation",
        ["role:office-manager", "role:project-manager", "role:director"],
      ],
      ["expired", "2026-01-19T08:00:00.000Z", "taken-over", ["role:office-manager"]],
    ]);
  });

  test("tells one person once, though they hold two of the roles", () => {
    const subject = setup("2026-01-05T09:00:00.000Z", "sterker");
    const deadline = alarmsOf(openTask(subject), subject.dossier, subject.procedure).find(
      ({ alarmId }) => alarmId === "assess-1:deadline",
    );
    // The assignee is the owner too.
    expect(deadline?.tell).toEqual(["role:manager-io", "deputy:manager-io"]);
  });
});

describe("a question to somebody outside", () => {
  function asked(kind: "answer-question" | "report-form") {
    const subject = setup("2026-01-05T09:00:00.000Z", "sterker");
    subject.perform("assess", answers.handle);
    const task = subject.open(kind);
    const own = alarmsOf(task, subject.dossier, subject.procedure).filter(({ alarmId }) =>
      alarmId.startsWith(task.taskId),
    );
    return { subject, task, own };
  }

  test("comes once more at half time, and ends at its day; nobody else is told", () => {
    const { own } = asked("answer-question");
    // Half of a week from Monday 10:00 is Thursday 22:00; a reminder waits for working hours, so it is Friday 9:00.
    expect(own.map(({ alarmId, at, letter, tell }) => [alarmId.split(":")[1], at, letter, tell])).toEqual([
      ["half-time", "2026-01-09T08:00:00.000Z", "question-reminder", ["complainant"]],
      ["expired", "2026-01-12T09:00:00.000Z", "question-reminder", []],
    ]);
  });

  test("that another letter leads to comes once, without a reminder", () => {
    const { subject, own } = asked("report-form");
    expect(lettersIn(subject.happened.map(({ event }) => event))).not.toContain("question to complainant");
    expect(own.map(({ alarmId }) => alarmId)).toEqual(["report-form-1:expired"]);
  });

  test("ends silently: nothing is sent when its time is up", () => {
    const { subject, task } = asked("answer-question");
    subject.events({ type: "RingAlarms", taskId: task.taskId }, "2026-01-09T08:00:00.000Z");
    const events = subject.events({ type: "RingAlarms", taskId: task.taskId }, task.dueAt);
    expect(events.map(({ type }) => type)).toContain("TaskExpired");
    expect(lettersIn(events).filter((letter) => letter.includes("complainant"))).toEqual([]);
    expect(subject.dossier.tasks.at(-1)?.status).toBe("expired");
  });
});

describe("what cannot wait", () => {
  test("is chased by nobody and goes to the next role up on the first working day after its day (B9, B20)", () => {
    const subject = setup();
    subject.perform("assess", answers.handle);
    const task = subject.open("first-response");
    const own = alarmsOf(task, subject.dossier, subject.procedure).filter(({ alarmId }) =>
      alarmId.startsWith("first-response-1"),
    );
    expect(own.map(({ alarmId, at }) => [alarmId.split(":")[1], at])).toEqual([
      ["half-time", "2026-01-09T08:00:00.000Z"],
      ["last-working-day", "2026-01-12T08:00:00.000Z"],
      ["deadline", "2026-01-12T09:00:00.000Z"],
      ["expired", "2026-01-13T08:00:00.000Z"],
    ]);
    subject.expire(task.taskId);
    expect(subject.open("first-response", "2026-01-13T08:00:00.000Z")).toMatchObject({
      role: "director",
      assignee: "role:director",
    });
  });
});

describe("a task for one of several parties", () => {
  test("that expired goes to the next role up for that party alone (B25)", () => {
    const subject = setup();
    subject.perform("assess", { ...answers.handle, respondentOthers: "Bram Kuipers\nEls Smit" });
    const first = subject.open("address-respondent", "2026-01-05T09:00:00.000Z", "respondent:1");
    subject.open("address-respondent", "2026-01-05T10:00:00.000Z", "respondent:2");
    subject.expire(first.taskId);
    const again = "2026-01-22T08:00:00.000Z";
    expect(subject.open("address-respondent", again, "respondent:1")).toMatchObject({ role: "director" });
    const theOther = subject.dossier.tasks.find(({ about }) => about === "respondent:2");
    expect(theOther).toMatchObject({ role: "project-manager", status: "open" });
  });
});

test("an alarm writes down that it rang and queues its letters", () => {
  const subject = setup();
  const events = subject.events({ type: "RingAlarms", taskId: "assess-1" }, "2026-01-07T16:00:00.000Z");
  expect(events.filter(({ type }) => type === "AlarmRang").map(({ facts }) => facts)).toMatchObject([
    { alarmId: "case:receipt:1", reason: "case-deadline" },
    { alarmId: "assess-1:half-time" },
    { alarmId: "assess-1:last-working-day" },
    {
      alarmId: "assess-1:deadline",
      dueAt: "2026-01-07T16:00:00.000Z",
      told: ["role:office-manager", "deputy:office-manager", "role:project-manager"],
    },
  ]);
  const overdue = events.filter((event) => event.type === "LetterQueued" && event.facts.letter === "overdue");
  expect(overdue).toHaveLength(3);
});

test("steps that come due together, because nothing ran, are all recorded, and each person gets the last one only", () => {
  const subject = setup();
  const events = subject.events({ type: "RingAlarms", taskId: "assess-1" }, "2026-01-15T08:00:00.000Z");
  expect(events.filter(({ type }) => type === "AlarmRang")).toHaveLength(9);
  const letters = events.flatMap((event) =>
    event.type === "LetterQueued" && event.facts.letter !== "case-warning"
      ? [[event.facts.letter, event.facts.to]]
      : [],
  );
  expect(letters).toEqual([
    ["escalation", "deputy:office-manager"],
    ["escalation", "role:office-manager"],
    ["escalation", "role:project-manager"],
    ["escalation", "role:director"],
  ]);
});

test("ringing again at the same moment does nothing", () => {
  const subject = setup();
  subject.events({ type: "RingAlarms", taskId: "assess-1" }, "2026-01-07T16:00:00.000Z");
  expect(subject.events({ type: "RingAlarms", taskId: "assess-1" }, "2026-01-07T16:00:00.000Z")).toEqual([]);
});

test("a task that nobody answers goes to the next role up, and that role gets it when it is asked again", () => {
  const subject = setup();
  subject.events({ type: "RingAlarms", taskId: "assess-1" }, "2026-01-19T08:00:00.000Z");
  expect(subject.dossier.tasks.at(-1)).toMatchObject({ taskId: "assess-1", status: "expired" });
  subject.events({ type: "OpenTask", kind: "assess", requestId: "r2" }, "2026-01-19T08:00:00.000Z");
  expect(subject.dossier.tasks.at(-1)).toMatchObject({ taskId: "assess-2", role: "project-manager", status: "open" });
});

test("the top role gets its own task again rather than nobody", () => {
  const subject = setup();
  let at = "2026-01-19T08:00:00.000Z";
  for (let round = 1; round <= 4; round += 1) {
    subject.events({ type: "RingAlarms", taskId: `assess-${round}` }, at);
    subject.events({ type: "OpenTask", kind: "assess", requestId: `again-${round}` }, at);
    at = alarmsOf(openTask(subject), subject.dossier, subject.procedure).at(-1)?.at ?? at;
  }
  expect(subject.dossier.tasks.map(({ role }) => role)).toEqual([
    "office-manager",
    "project-manager",
    "director",
    "director",
    "director",
  ]);
});

describe("the terms of the whole case", () => {
  test("warn the owner five working days before the month ends, and the director when it has", () => {
    const subject = setup();
    const terms = alarmsOf(openTask(subject), subject.dossier, subject.procedure)
      .filter(({ alarmId }) => alarmId.startsWith("case:decision"))
      .map(({ at, tell }) => [at, tell]);
    expect(terms).toEqual([
      ["2026-01-29T08:00:00.000Z", ["role:project-manager"]],
      ["2026-02-05T09:00:00.000Z", ["role:project-manager", "role:director"]],
    ]);
  });

  test("are silent once the outcome was written to the complainant", () => {
    const subject = setup();
    subject.events({ type: "SendLetters", letter: "outcome", requestId: "r2" });
    const terms = () =>
      alarmsOf(openTask(subject), subject.dossier, subject.procedure).filter(({ alarmId }) =>
        /case:(decision|response)/.test(alarmId),
      );
    // Written and not yet sent: the complainant does not know.
    expect(terms()).not.toEqual([]);
    const letterId = subject.dossier.letters.find(({ letter }) => letter === "outcome")?.letterId ?? "";
    subject.events({ type: "RecordLetterSent", letterId, providerMessageId: "m1" });
    expect(terms()).toEqual([]);
  });

  test("count a receipt only when it was sent (B9)", () => {
    const subject = setup();
    const receiptAlarm = () =>
      alarmsOf(openTask(subject), subject.dossier, subject.procedure).some(
        ({ alarmId }) => alarmId === "case:receipt:1",
      );
    subject.events({ type: "SendLetters", letter: "receipt", requestId: "r2" });
    expect(receiptAlarm()).toBe(true);
    const letterId = subject.dossier.letters.find(({ letter }) => letter === "receipt")?.letterId ?? "";
    subject.events({ type: "RecordLetterSent", letterId, providerMessageId: "m1" });
    expect(receiptAlarm()).toBe(false);
  });
});

describe("whenever a complaint arrives", () => {
  const arrivals = fc.date({
    min: new Date("2026-01-01T00:00:00Z"),
    max: new Date("2044-12-31T00:00:00Z"),
    noInvalidDate: true,
  });

  test("no alarm rings early, each rings once, and the last one ends the task", () => {
    fc.assert(
      fc.property(arrivals, fc.constantFrom("learnworks" as const, "sterker" as const), (arrival, name) => {
        const subject = setup(arrival.toISOString(), name);
        const task = openTask(subject);
        for (let rings = 0; openTaskOf(subject) !== undefined; rings += 1) {
          expect(rings).toBeLessThan(15);
          const at = nextAlarmAt(task, subject.dossier, subject.procedure);
          const early = new Date(Date.parse(at) - 1).toISOString();
          expect(subject.events({ type: "RingAlarms", taskId: task.taskId }, early)).toEqual([]);
          expect(subject.events({ type: "RingAlarms", taskId: task.taskId }, at)).not.toEqual([]);
        }
        const rung = subject.happened.flatMap(({ event }) => (event.type === "AlarmRang" ? [event.facts.alarmId] : []));
        expect(new Set(rung).size).toBe(rung.length);
        expect(rung.at(-1)).toBe("assess-1:expired");
      }),
      { numRuns: 60 },
    );
  });

  test("a process that was down over every moment rings all of them once when it is back", () => {
    fc.assert(
      fc.property(arrivals, (arrival) => {
        const subject = setup(arrival.toISOString());
        const task = openTask(subject);
        const due = alarmsOf(task, subject.dossier, subject.procedure);
        const end = due.find(({ reason }) => reason === "expired")?.at ?? "";
        const events = subject.events({ type: "RingAlarms", taskId: task.taskId }, end);
        const rung = events.flatMap((event) => (event.type === "AlarmRang" ? [event.facts.alarmId] : []));
        expect(rung).toEqual(due.filter(({ at }) => at <= end).map(({ alarmId }) => alarmId));
      }),
      { numRuns: 60 },
    );
  });
});

function openTaskOf(subject: CaseUnderTest) {
  return subject.dossier.tasks.find(({ status }) => status === "open");
}
