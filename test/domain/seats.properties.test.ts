import fc from "fast-check";
import { expect, test } from "vitest";
import { actionsFor } from "../../shared/domain/actions/catalogue.ts";
import { mayAnswer } from "../../shared/domain/deciding/may-answer.ts";
import type { ComplaintEvent } from "../../shared/domain/events.ts";
import { pathLetters } from "../../shared/domain/letter-kinds.ts";
import type { Party } from "../../shared/domain/party.ts";
import type { Procedure } from "../../shared/domain/procedure.ts";
import { latestAnswered, roundIds, rounds, unheard } from "../../shared/domain/rounds.ts";
import { mayReadFile, seatOf } from "../../shared/domain/seats.ts";
import { taskKindsOf } from "../../shared/domain/tasks/catalogue.ts";
import type { TaskKindId } from "../../shared/domain/tasks/task-kind.ts";
import { CaseUnderTest, procedures } from "../support/case-under-test.ts";
import { exampleAnswer } from "../support/example-answers.ts";

const day = 86_400_000;
const local = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Amsterdam", dateStyle: "short" });

/** When each colleague is away, as days from the start and for how long; and whom the complaint is about, and how that comes out. */
const circumstances = fc.record({
  name: fc.constantFrom("learnworks" as const, "sterker" as const),
  start: fc.date({ min: new Date("2026-01-01"), max: new Date("2027-12-31"), noInvalidDate: true }),
  about: fc.subarray([0, 1, 2, 3]),
  complains: fc.constantFrom(0, 1, 2, 3, undefined, undefined),
  comesOut: fc.constantFrom(
    "mentioned",
    "assess",
    "told by complainant",
    "first-response",
    "write-outcome",
    "draw-lessons",
  ),
  absences: fc.array(fc.record({ who: fc.nat(3), from: fc.integer({ min: -5, max: 60 }), days: fc.nat(40) }), {
    maxLength: 5,
  }),
  rings: fc.array(fc.nat(3), { minLength: 40, maxLength: 40 }),
});
type Circumstances = typeof circumstances extends fc.Arbitrary<infer One> ? One : never;

/** The procedure with these absences, all in one place. */
function withAbsences({ name, start, absences }: Circumstances): Procedure {
  const procedure = procedures[name];
  const on = (days: number) => local.format(new Date(start.getTime() + days * day));
  const people = procedure.people.map((person, index) => ({
    ...person,
    absences: absences
      .filter(({ who }) => who === index)
      .map(({ from, days }) => ({ from: on(from), until: on(from + days) })),
  }));
  return { ...procedure, people };
}

/** Who a party of the organisation is, from the procedure file alone. */
function personBehind(who: Party, { roles }: Procedure): string | undefined {
  const [kind, id] = who.split(":");
  const role = roles.find((one) => one.id === id);
  if (kind === "role") return role?.holder;
  if (kind === "deputy") return role?.deputy;
  return kind === "person" ? id : undefined;
}

/** What a respondent may be sent: nothing of what colleagues or the complainant read. */
const toRespondents =
  /^(copy|talk-invitation-respondent|question|question-reminder|outcome-respondent|withdrawn-respondent|delay(-unknown)?-respondent)$/;

/** Walks a case through every kind of task, with some alarms ringing on the way; every event is looked at when it happens. */
function walk(given: Circumstances) {
  const procedure = withAbsences(given);
  const ids = procedure.people.map(({ id }) => id);
  const named = given.about.flatMap((index) => ids[index] ?? []);
  const complainer = given.complains === undefined ? undefined : procedure.people[given.complains];
  // Of four colleagues one is left to handle it.
  const others = named.filter((id) => id !== complainer?.id).slice(0, complainer === undefined ? 3 : 2);
  const involved = new Set(complainer === undefined ? [] : [complainer.id]);
  const isMentioned = given.comesOut === "mentioned";
  if (isMentioned) for (const id of others) involved.add(id);

  const text = isMentioned ? others.map((id) => procedure.people.find((one) => one.id === id)?.name).join(", ") : "?";
  const complainant = {
    name: complainer?.name ?? "Sanne de Wit",
    email: complainer?.email ?? "sanne@deelnemer.example",
  };
  let now = given.start.getTime();
  const at = () => new Date(now).toISOString();
  const subject = new CaseUnderTest(procedure, at(), { channel: "web" }, { complainant, text });

  const check = (events: readonly ComplaintEvent[]) => {
    const isInvolved = (who: Party) => involved.has(personBehind(who, procedure) ?? "");
    for (const event of events) {
      if (event.type === "TaskOpened")
        expect([event.facts.kind, isInvolved(event.facts.assignee)]).toEqual([event.facts.kind, false]);
      if (event.type === "TaskHandedOver") expect(isInvolved(event.facts.to)).toBe(false);
      if (event.type === "OwnerAssigned") expect(isInvolved(event.facts.owner)).toBe(false);
      if (event.type === "AlarmRang") expect(event.facts.told.filter(isInvolved)).toEqual([]);
      if (event.type === "LetterQueued") {
        expect([event.facts.letter, isInvolved(event.facts.to)]).toEqual([event.facts.letter, false]);
        if (event.facts.to.startsWith("respondent:")) expect(event.facts.letter).toMatch(toRespondents);
      }
    }
    const { dossier } = subject;
    expect(isInvolved(dossier.owner)).toBe(false);
    for (const task of dossier.tasks) {
      if (task.status !== "open") continue;
      expect(isInvolved(task.assignee)).toBe(false);
      for (const id of involved) {
        const parties = procedure.roles.flatMap(({ id: role, holder, deputy }): Party[] => [
          ...(holder === id ? [`role:${role}` as const] : []),
          ...(deputy === id ? [`deputy:${role}` as const] : []),
        ]);
        for (const by of [...parties, `person:${id}` as const]) {
          expect(mayAnswer(task.kind, task.assignee, by, dossier, procedure)).toBe(false);
          expect(mayReadFile(by, dossier, procedure)).toBe(false);
          expect(actionsFor({ by, task }, dossier, procedure, at())).toEqual([]);
        }
      }
    }
  };
  const happens = (step: () => void) => {
    const before = subject.happened.length;
    step();
    check(subject.happened.slice(before).map(({ event }) => event));
  };
  const comesOut = (step: () => void) => {
    for (const id of others) involved.add(id);
    happens(step);
  };
  check(subject.happened.map(({ event }) => event));
  return { subject, procedure, others, involved, happens, comesOut, at, pass: (ms: number) => (now += ms) };
}

const rounded = new Map<TaskKindId, (typeof roundIds)[number]>(roundIds.map((id) => [rounds[id].kind, id]));

test("nobody involved ever gets a task, an alarm, the case or a letter of the file, whoever is away (A22, B16)", () => {
  let handedOver = 0;
  fc.assert(
    fc.property(circumstances, (given) => {
      const { subject, procedure, others, happens, comesOut, at, pass } = walk(given);
      const respondents = {
        respondentStaff: others.join(","),
        respondentOthers: "Bram Kuipers, bram@trainers.example",
      };
      const name = (by: Party) => () =>
        subject.events(
          {
            type: "Act",
            action: by === "complainant" ? "about-a-handler" : "name-respondent",
            by,
            posted: respondents,
            actId: at(),
          },
          at(),
        );
      if (given.comesOut === "told by complainant" && others.length > 0) comesOut(name("complainant"));
      happens(() => subject.events({ type: "SendLetters", letter: "receipt", requestId: "receipt" }, at()));

      const kinds = taskKindsOf(procedure).filter((kind) => kind !== "complete-registration" && kind !== "follow-up");
      kinds.forEach((kind, index) => {
        pass(day * 0.7);
        const round = rounded.get(kind);
        const parties = round === undefined ? [undefined] : rounds[round].parties(subject.dossier);
        for (const about of kind === "send-by-post" ? ["letter-1"] : parties) {
          const ask = { type: "OpenTask", kind, about, requestId: `${kind}:${about}` } as const;
          happens(() => subject.events(ask, at()));
          for (let rings = given.rings[index] ?? 0; rings > 0; rings -= 1) {
            pass(day);
            happens(() =>
              subject.events({ type: "RingAlarms", taskId: subject.dossier.tasks.at(-1)?.taskId ?? "" }, at()),
            );
          }
          // While somebody has a task, it comes out that it is about them.
          if (kind === given.comesOut && kind !== "assess" && others.length > 0) comesOut(name(subject.dossier.owner));
          const task = subject.dossier.tasks.findLast((one) => one.kind === kind && one.about === about);
          if (task?.status !== "open") continue;
          // Who was named late is heard before anything is decided.
          const decided = latestAnswered(subject.dossier, "establish-facts", "established") !== undefined;
          for (const party of decided ? unheard(subject.dossier) : []) {
            const requestId = `late:${party}`;
            happens(() => subject.events({ type: "OpenTask", kind: "statement", about: party, requestId }, at()));
            const late = subject.dossier.tasks.findLast(({ about: one }) => one === party);
            if (late?.status !== "open") continue;
            const told = { taskId: late.taskId, by: late.assignee, posted: exampleAnswer("statement", at()) };
            happens(() => subject.events({ type: "AnswerTask", ...told }, at()));
          }
          const isNamed = kind === "assess" && ["assess", "mentioned"].includes(given.comesOut);
          const posted = { ...exampleAnswer(kind, at()), ...(isNamed && respondents) };
          const answer = { type: "AnswerTask", taskId: task.taskId, by: task.assignee, posted } as const;
          (isNamed ? comesOut : happens)(() => subject.events(answer, at()));
        }
        const letter = pathLetters[index % pathLetters.length] ?? "copies";
        happens(() => subject.events({ type: "SendLetters", letter, requestId: `${index}` }, at()));
        const facts = { mailId: `mail-${index}`, from: "complainant" } as const;
        const words = { address: "sanne@deelnemer.example", subject: "?", text: "Nog iets.", attachments: [] };
        happens(() => subject.events({ type: "FileMessage", facts, private: words }, at()));
      });
      handedOver += subject.happened.filter(({ event }) => event.type === "TaskHandedOver").length;
    }),
    { numRuns: 120, seed: 20260105 },
  );
  // The property must have seen tasks change hands to say anything about it.
  expect(handedOver).toBeGreaterThan(10);
});

test("the first in line who is there and not involved acts for a role; else the first who is not involved", () => {
  fc.assert(
    fc.property(circumstances, fc.nat(60), (given, days) => {
      const { subject, procedure, others, involved, pass, at } = walk({ ...given, comesOut: "assess" });
      const task = subject.open("assess", at());
      const posted = { ...exampleAnswer("assess", at()), respondentStaff: others.join(",") };
      subject.events({ type: "AnswerTask", taskId: task.taskId, by: task.assignee, posted }, at());
      pass(days * day);
      const today = local.format(new Date(at()));
      const isThere = (id: string) =>
        (procedure.people.find((one) => one.id === id)?.absences ?? []).every(
          ({ from, until }) => today < from || until < today,
        );
      for (const role of procedure.roles) {
        const line: string[] = [];
        for (let one: typeof role | undefined = role; one; one = procedure.roles.find(({ id }) => id === one?.above)) {
          line.push(one.holder, one.deputy);
        }
        line.push(...procedure.people.map(({ id }) => id));
        const free = line.filter((id) => !involved.has(id) && !others.includes(id));
        const { party } = seatOf(role.id, subject.dossier, procedure, at());
        expect(personBehind(party, procedure)).toBe(free.find(isThere) ?? free[0]);
      }
    }),
    { numRuns: 300, seed: 20260105 },
  );
});
