import fc from "fast-check";
import { expect, test } from "vitest";
import { nextAlarmAt } from "../../shared/domain/alarms.ts";
import type { Period } from "../../shared/domain/calendar.ts";
import { dueAt } from "../../shared/domain/clocks.ts";
import type { OpenTask } from "../../shared/domain/dossier.ts";
import { roundIds, rounds } from "../../shared/domain/rounds.ts";
import { taskKindsOf } from "../../shared/domain/tasks/catalogue.ts";
import type { TaskKindId } from "../../shared/domain/tasks/task-kind.ts";
import { answers, CaseUnderTest, procedures, trainer } from "../support/case-under-test.ts";
import { closing, monthsLater, weeksLater } from "../support/dutch-calendar.ts";
import { closingAfter, ExpectedTerms } from "../support/expected-alarms.ts";
import { act, eventsOf, send } from "../support/steps.ts";

const hour = 3_600_000;
const day = 24 * hour;
const iso = (ms: number) => new Date(ms).toISOString();

/** Kinds that are asked while the case is open, of each procedure. */
const asked = (["learnworks", "sterker"] as const).flatMap((name) =>
  taskKindsOf(procedures[name])
    .filter((kind) => kind !== "satisfaction" && kind !== "follow-up")
    .map((kind) => ({ name, kind })),
);

const lives = fc.record({
  what: fc.constantFrom(...asked),
  start: fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2044, 0, 1) }),
  openedAfter: fc.integer({ min: 0, max: 40 * day }),
  hasReceipt: fc.boolean(),
  /** What people do meanwhile, each so long after the last. */
  meanwhile: fc.array(
    fc.record({
      after: fc.integer({ min: 1, max: 9 * day }),
      what: fc.constantFrom("delay" as const, "pause" as const, "restart" as const),
      days: fc.integer({ min: 1, max: 20 }),
    }),
    { maxLength: 5 },
  ),
  /** How long nothing runs when an alarm comes due; mostly not at all. */
  down: fc.array(fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 25 * day })), {
    minLength: 60,
    maxLength: 60,
  }),
});
type Life = typeof lives extends fc.Arbitrary<infer One> ? One : never;

/** A case in which a task of this kind may be asked, and what is expected of its terms. */
function prepare({ what: { name, kind }, start, hasReceipt }: Life) {
  const procedure = procedures[name];
  const isFirst = kind === "assess" || kind === "complete-registration";
  const passedOnBy = kind === "complete-registration" ? (`person:${procedure.people[0]?.id}` as const) : undefined;
  const subject = new CaseUnderTest(procedure, iso(start), { passedOnBy });
  const terms = new ExpectedTerms(start);
  subject.events({ type: "SendLetters", letter: "receipt", requestId: "r1" }, iso(start));
  if (hasReceipt) {
    subject.post(iso(start));
    terms.stopped.add("receipt");
  }
  if (!isFirst) {
    const posted = { ...answers.handle, ...trainer, severity: "serious", hold: "yes", holdReason: "Veiligheid." };
    subject.perform("assess", posted, iso(start));
    // From now on a task of its own watches over the first response.
    terms.stopped.add("response");
  }
  if (kind === "approve-outcome") {
    const { taskId } = subject.open("write-outcome", iso(start));
    const by = `deputy:${procedure.responsibilities.writer}` as const;
    subject.events({ type: "AnswerTask", taskId, by, posted: answers.outcomeLetter }, iso(start));
  }
  return { subject, terms };
}

function openOne(subject: CaseUnderTest, kind: TaskKindId, now: number): OpenTask {
  const isRound = roundIds.some((id) => rounds[id].kind === kind);
  return subject.open(kind, iso(now), kind === "send-by-post" ? "letter-1" : isRound ? "respondent:1" : undefined);
}

function endOf(start: number, { amount, unit }: Period): number {
  switch (unit) {
    case "hours":
      return start + amount * hour;
    case "days":
      return start + amount * day;
    case "weeks":
      return weeksLater(start, amount);
    case "months":
      return monthsLater(start, amount);
    case "working-days":
      return closing(start, amount);
  }
}

/** When a task should be due that is opened now. */
function expectedDue(subject: CaseUnderTest, kind: TaskKindId, start: number, now: number): number {
  const term = subject.procedure.tasks[kind]?.within;
  const served = kind === "first-response" ? weeksLater(start, 1) : kind === "send-by-post" ? start + day : 0;
  return term === undefined || served > now ? served : endOf(now, term);
}

/** Somebody moves the outcome, where they may just then. */
function move(
  subject: CaseUnderTest,
  terms: ExpectedTerms,
  { what, days }: Life["meanwhile"][number],
  now: number,
): void {
  const { owner } = subject.dossier;
  const reason = "Wij wachten op de klager.";
  if (what === "delay") {
    const { date, at } = closingAfter(Math.max(terms.due, now), days);
    act(subject, "announce-delay", owner, { newDate: date, delayWhy: "other", delayReason: reason }, iso(now));
    terms.delay(now, at);
  } else if (what === "pause" && !terms.isPaused(now) && terms.due > now) {
    const { date, at } = closingAfter(now, days);
    act(subject, "pause-clock", owner, { pauseUntil: date, reason }, iso(now));
    terms.pause(now, at);
  } else if (what === "restart" && terms.isPaused(now)) {
    act(subject, "restart-clock", owner, { reason }, iso(now));
    terms.restart(now);
  }
  expect(dueAt("decision", subject.dossier, subject.procedure)).toBe(iso(terms.due));
}

/** Rings at a moment, and holds what rang to what should. */
function ring(subject: CaseUnderTest, terms: ExpectedTerms, task: OpenTask, now: number): void {
  const should = terms.ringing(task, now);
  const events = subject.events({ type: "RingAlarms", taskId: task.taskId }, iso(now));
  const rang = eventsOf(events, "AlarmRang").map(({ facts }) => facts);
  expect(rang.map(({ alarmId, dueAt: due }) => [alarmId, due])).toEqual(should.map(({ id, at }) => [id, iso(at)]));
  for (const { alarmId, dueAt: due } of rang) {
    expect(Date.parse(due)).toBeLessThanOrEqual(now);
    expect(terms.hasRung(alarmId)).toBe(false);
    terms.rang(alarmId);
  }
  expect(events.some(({ type }) => type === "TaskExpired")).toBe(should.some(({ id }) => id.endsWith(":expired")));
}

test("every alarm rings once, never early and never not, whatever is asked, moved, or down over its moment (B17, B22)", () => {
  const seen = { late: 0, moved: 0, together: 0 };
  fc.assert(
    fc.property(lives, (life) => {
      const { subject, terms } = prepare(life);
      const { kind } = life.what;
      let now = life.start + life.openedAfter;
      let task = openOne(subject, kind, now);
      expect(task.dueAt).toBe(iso(expectedDue(subject, kind, life.start, now)));
      const moves = life.meanwhile.map((one) => ({ ...one, at: 0 }));
      let at = now;
      for (const one of moves) {
        at += one.after;
        one.at = at;
      }
      // As the state machine does: it sleeps until the next alarm that it knows of, or longer when nothing runs.
      let wakes = nextAlarmAt(task, subject.dossier, subject.procedure);
      for (const down of life.down) {
        const wakesAt = Math.max(now, Date.parse(wakes)) + down;
        for (const one of moves.filter((each) => each.at > now && each.at <= wakesAt)) {
          move(subject, terms, one, one.at);
          seen.moved += 1;
        }
        now = wakesAt;
        if (subject.dossier.tasks.find(({ taskId }) => taskId === task.taskId)?.status === "cancelled") {
          // A new date was named otherwise: nobody has to be asked for it any more.
          expect([kind, subject.events({ type: "RingAlarms", taskId: task.taskId }, iso(now))]).toEqual([
            "announce-delay",
            [],
          ]);
          return;
        }
        seen.late += down > 0 ? 1 : 0;
        seen.together += terms.ringing(task, now).length > 1 ? 1 : 0;
        ring(subject, terms, task, now);
        // Ringing again at the same moment says nothing new.
        expect(
          subject
            .events({ type: "RingAlarms", taskId: task.taskId }, iso(now))
            .filter(({ type }) => type === "AlarmRang"),
        ).toEqual([]);
        const found = subject.dossier.tasks.find(({ taskId }) => taskId === task.taskId);
        if (found?.status !== "open") {
          if (task.taskId !== `${kind}-1`) return;
          // What was passed over by its end rings through the next one; nothing is lost.
          task = openOne(subject, kind, now);
        }
        wakes = nextAlarmAt(task, subject.dossier, subject.procedure);
        expect(Date.parse(wakes) > now || terms.ringing(task, now).length > 0).toBe(true);
      }
      throw new Error("The task does not end.");
    }),
    { numRuns: 700, seed: 20260105 },
  );
  // The property must have seen each of these to say anything about it.
  for (const [what, times] of Object.entries(seen)) expect([what, times > 50]).toEqual([what, true]);
});

test("an answer in time leaves nothing to ring, and what is left of the case rings through what comes next", () => {
  fc.assert(
    fc.property(lives, fc.integer({ min: 1, max: 20 * day }), (life, later) => {
      const { subject, terms } = prepare({ ...life, what: { ...life.what, kind: "answer-question" } });
      const now = life.start + life.openedAfter;
      const task = openOne(subject, "answer-question", now);
      ring(subject, terms, task, now);
      subject.perform("answer-question", { questionAnswer: "Op dinsdag." }, iso(now));
      expect(subject.events({ type: "RingAlarms", taskId: task.taskId }, iso(now + later))).toEqual([]);
      ring(subject, terms, openOne(subject, "establish-facts", now + 1), now + 1 + later);
    }),
    { numRuns: 200, seed: 20260105 },
  );
});

test("once the complainant has the outcome, only the task itself still rings", () => {
  fc.assert(
    fc.property(lives, (life) => {
      const { subject, terms } = prepare({ ...life, what: { ...life.what, kind: "draw-lessons" } });
      const now = life.start + life.openedAfter;
      send(subject, "outcome", iso(now));
      for (const id of ["receipt", "response", "decision"] as const) terms.stopped.add(id);
      const task = openOne(subject, "draw-lessons", now);
      ring(subject, terms, task, now + 100 * day);
    }),
    { numRuns: 200, seed: 20260105 },
  );
});
