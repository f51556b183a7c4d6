import fc from "fast-check";
import { expect, test } from "vitest";
import { actionIds } from "../../shared/domain/actions/action-kind.ts";
import type { Command } from "../../shared/domain/decide.ts";
import type { Dossier } from "../../shared/domain/dossier.ts";
import { complaintEvent } from "../../shared/domain/events.ts";
import { replay } from "../../shared/domain/evolve.ts";
import { fourFacts } from "../../shared/domain/four-facts.ts";
import { pathLetters } from "../../shared/domain/letter-kinds.ts";
import type { Party } from "../../shared/domain/party.ts";
import { personIdOf } from "../../shared/domain/roles.ts";
import { roundIds, rounds } from "../../shared/domain/rounds.ts";
import { taskKindsOf } from "../../shared/domain/tasks/catalogue.ts";
import type { TaskKindId } from "../../shared/domain/tasks/task-kind.ts";
import { answers, CaseUnderTest, mondayMorning, procedures } from "../support/case-under-test.ts";
import { exampleAnswer } from "../support/example-answers.ts";

const colleagues = fc.constantFrom(0, 1, 2, 3);
const assessments = fc.record({
  way: fc.constantFrom("handle", "solved", "not-a-complaint", "talk-first", "advice", "consult"),
  about: fc.subarray([0, 1, 2, 3]),
  others: fc.constantFrom("", "Bram Kuipers, bram.kuipers@trainers.example", "Bram Kuipers\nEls Smit"),
});

const fates = ["sent", "sent", "refused", "delivered", "bounced", "complained"] as const;

/** Anything that may be wanted of a case, in whatever order; `days` passes before it. */
const step = fc.record({
  days: fc.integer({ min: 0, max: 12 }),
  want: fc.oneof(
    fc.record({ open: fc.nat(40), about: fc.nat(4), request: fc.nat(6) }),
    fc.record({ answer: fc.nat(5), by: fc.nat(6) }),
    // Asked and answered in one go by whoever has it, so that cases also get somewhere.
    { weight: 4, arbitrary: fc.record({ perform: fc.nat(40), about: fc.nat(4) }) },
    { weight: 3, arbitrary: fc.record({ assess: assessments }) },
    {
      weight: 3,
      arbitrary: fc.record({ act: fc.constantFrom(...actionIds), by: fc.nat(6), whom: colleagues }),
    },
    fc.record({ ring: fc.nat(5) }),
    fc.record({ letter: fc.constantFrom(...pathLetters), request: fc.nat(6) }),
    fc.record({ round: fc.constantFrom(...roundIds) }),
    fc.record({ sent: fc.nat(30), fate: fc.constantFrom(...fates) }),
    fc.record({ mail: fc.nat(3), from: fc.constantFrom("complainant" as const, "staff" as const, "unknown" as const) }),
    { weight: 3, arbitrary: fc.constant({ close: true as const }) },
  ),
});
type Want = typeof step extends fc.Arbitrary<infer Step> ? (Step extends { want: infer W } ? W : never) : never;

const actors: readonly Party[] = [
  "complainant",
  "respondent:1",
  "role:director",
  "deputy:director",
  "person:pieter",
  "person:joost",
];

const rounded = new Set<TaskKindId>(roundIds.map((id) => rounds[id].kind));

function aboutOf(kind: TaskKindId, index: number, { sideTasks }: Dossier): string | undefined {
  const byPost = sideTasks.flatMap(({ kind: wanted, about }) => (wanted === "send-by-post" ? (about ?? []) : []));
  if (kind === "send-by-post") return byPost[index % Math.max(1, byPost.length)] ?? "letter-0";
  return rounded.has(kind) ? ["complainant", "respondent:1", "respondent:2"][index % 3] : undefined;
}

function kindOf({ procedure }: CaseUnderTest, index: number): TaskKindId {
  const kinds = taskKindsOf(procedure);
  return kinds[index % kinds.length] ?? "assess";
}

function commandsOf(want: Want, subject: CaseUnderTest, at: string): readonly Command[] {
  const { dossier, procedure } = subject;
  const open = dossier.tasks.filter(({ status }) => status === "open");
  const person = (index: number) => procedure.people[index]?.id ?? "";
  if ("open" in want) {
    const kind = kindOf(subject, want.open);
    return [{ type: "OpenTask", kind, about: aboutOf(kind, want.about, dossier), requestId: `r${want.request}` }];
  }
  if ("answer" in want) {
    const task = open[want.answer % Math.max(1, open.length)];
    const by = [...actors, dossier.owner][want.by] ?? "complainant";
    const posted = exampleAnswer(task?.kind ?? "assess", at);
    return [{ type: "AnswerTask", taskId: task?.taskId ?? "none", by, posted }];
  }
  if ("act" in want) {
    const by = [...actors, dossier.owner][want.by] ?? "complainant";
    const posted = {
      reason: "Daarom.",
      message: "Nog iets.",
      handTo: person(want.whom),
      respondentStaff: person(want.whom),
      newDate: "2027-12-31",
      delayWhy: "other",
      delayReason: "Wij wachten op een gesprek.",
      pauseUntil: at.slice(0, 10),
    };
    const taskId = open[0]?.taskId;
    return [{ type: "Act", action: want.act, by, posted, taskId, actId: `act@${at}` }];
  }
  if ("ring" in want) return [{ type: "RingAlarms", taskId: open[want.ring]?.taskId ?? "none" }];
  if ("letter" in want) return [{ type: "SendLetters", letter: want.letter, requestId: `r${want.request}` }];
  if ("round" in want) return [{ type: "ConcludeRound", round: want.round }];
  if ("sent" in want) {
    const letterId = `letter-${want.sent + 1}`;
    if (want.fate === "sent") return [{ type: "RecordLetterSent", letterId, providerMessageId: "m" }];
    if (want.fate === "refused") return [{ type: "RecordLetterRefused", letterId }];
    return [{ type: "ReportLetter", letterId, report: { what: want.fate, permanent: true } }];
  }
  if ("mail" in want) {
    const words = { address: "a@b.example", subject: "s", text: "t", attachments: [] };
    return [{ type: "FileMessage", facts: { mailId: `mail-${want.mail}`, from: want.from }, private: words }];
  }
  return "close" in want ? [{ type: "CloseCase" }] : [];
}

/** Opens a task and answers it in the name of whoever has it. */
function perform(subject: CaseUnderTest, kind: TaskKindId, about: string | undefined, posted: Posted, at: string) {
  subject.when({ type: "OpenTask", kind, about, requestId: `p${at}` }, at);
  const task = subject.dossier.tasks.find((one) => one.kind === kind && one.about === about && one.status === "open");
  if (task !== undefined) subject.when({ type: "AnswerTask", taskId: task.taskId, by: task.assignee, posted }, at);
}
type Posted = Readonly<Record<string, string>>;

function take(want: Want, subject: CaseUnderTest, at: string): void {
  if ("perform" in want) {
    const kind = kindOf(subject, want.perform);
    perform(subject, kind, aboutOf(kind, want.about, subject.dossier), exampleAnswer(kind, at), at);
  }
  if ("assess" in want) {
    const { way, about, others } = want.assess;
    const staff = about.flatMap((index) => subject.procedure.people[index]?.id ?? []).join(",");
    const known = { respondentStaff: staff, respondentOthers: others };
    const answer = { ...answers.handle, ...answers.notAComplaint, ...known, outcome: way };
    perform(subject, "assess", undefined, { ...answer, solution: "Opgelost.", question: "?" }, at);
  }
  for (const command of commandsOf(want, subject, at)) {
    const before = subject.happened.length;
    // A refusal changes nothing.
    if (!subject.when(command, at).ok) expect(subject.happened.length).toBe(before);
  }
}

const afterClosing = ["satisfaction", "follow-up", "send-by-post"];

function checkStory({ dossier, happened, procedure }: CaseUnderTest): void {
  // Versions without gaps, and reading the events back gives the same case.
  expect(happened.map(({ version }) => version)).toEqual(happened.map((_one, index) => index + 1));
  expect(dossier.version).toBe(happened.length);
  const stored = happened.map((one) => ({
    ...one,
    event: complaintEvent.parse(JSON.parse(JSON.stringify(one.event))),
  }));
  expect(replay(stored)).toEqual(dossier);

  // Exactly one owner, who is somebody and not whom it is about (B16).
  const respondents = dossier.respondents.flatMap(({ person }) => person ?? []);
  const owner = personIdOf(dossier.owner, procedure);
  expect(procedure.people.filter(({ id }) => id === owner)).toHaveLength(1);
  expect(respondents).not.toContain(owner);

  // At most one open task of a kind about the same, and never with somebody whom it is about.
  const open = dossier.tasks.filter(({ status }) => status === "open");
  expect(new Set(open.map(({ kind, about }) => `${kind} ${about}`)).size).toBe(open.length);
  for (const { assignee, openedAt, dueAt } of open) {
    expect(respondents).not.toContain(personIdOf(assignee, procedure));
    expect(dueAt >= openedAt).toBe(true);
  }

  // Ids differ; an alarm rings once; whatever must go by post is brought over once.
  const byPost = dossier.letters.filter(({ by, status }) => by === "post" || status === "brought");
  const brought = dossier.sideTasks.filter(({ kind }) => kind === "send-by-post").map(({ about }) => about);
  expect(byPost.every(({ letterId }) => brought.includes(letterId))).toBe(true);
  for (const ids of [
    brought,
    dossier.tasks.map(({ taskId }) => taskId),
    dossier.letters.map(({ letterId }) => letterId),
    dossier.messages.map(({ mailId }) => mailId),
    dossier.sideTasks.map(({ sideTaskId }) => sideTaskId),
    dossier.respondents.map(({ party }) => party),
    dossier.respondents.map(({ name, email }) => `${name} ${email}`),
    happened.flatMap(({ event }) => (event.type === "AlarmRang" ? [event.facts.alarmId] : [])),
  ]) {
    expect(new Set(ids).size).toBe(ids.length);
  }
}

/** What happened after an event, up to another one. */
function between({ happened }: CaseUnderTest, from: string, until: string) {
  const start = happened.findIndex(({ event }) => event.type === from);
  if (start < 0) return [];
  const end = happened.findIndex(({ event }, index) => index > start && event.type === until);
  return happened.slice(start + 1, end < 0 ? undefined : end).map(({ event }) => event);
}

test("whatever is wanted of a case in whatever order, its story stays possible (A17, A23, A24, B16)", () => {
  const seen = { closed: 0, reopened: 0, withdrawn: 0, colleague: 0, byPost: 0 };
  fc.assert(
    fc.property(
      fc.constantFrom("learnworks" as const, "sterker" as const),
      fc.constantFrom("sanne.dewit@zorggroep.example", undefined),
      fc.array(step, { maxLength: 50, size: "max" }),
      (name, email, steps) => {
        const complainant = { name: "Sanne de Wit", ...(email !== undefined && { email }) };
        const subject = new CaseUnderTest(procedures[name], mondayMorning, {}, { complainant });
        let now = Date.parse(mondayMorning);
        for (const { days, want } of steps) {
          now += days * 86_400_000;
          take(want, subject, new Date(now).toISOString());
        }
        checkStory(subject);

        const { dossier } = subject;
        // Closed means that the four facts are there, and only the survey and letters come after it.
        if (dossier.status === "closed") {
          expect(fourFacts(dossier)).toHaveProperty("facts");
          expect(Object.values(dossier.fourFacts).every((fact) => fact !== "")).toBe(true);
        }
        for (const event of between(subject, "CaseClosed", "CaseReopened")) {
          expect(event.type).not.toBe("CaseClosed");
          if (event.type === "TaskOpened") expect(afterClosing).toContain(event.facts.kind);
        }
        // Who withdrew is asked nothing any more.
        for (const event of between(subject, "CaseWithdrawn", "never")) {
          expect(event.type).not.toBe("CaseWithdrawn");
          if (event.type === "TaskOpened") expect(["draw-lessons", "send-by-post"]).toContain(event.facts.kind);
        }

        seen.closed += dossier.status === "closed" ? 1 : 0;
        seen.reopened += dossier.reopened === undefined ? 0 : 1;
        seen.withdrawn += dossier.withdrawn === undefined ? 0 : 1;
        seen.colleague += dossier.respondents.some(({ person }) => person !== undefined) ? 1 : 0;
        seen.byPost += dossier.letters.some(({ by }) => by === "post") ? 1 : 0;
      },
    ),
    { numRuns: 800, seed: 20260105 },
  );
  // The property must have seen each of these to say anything about it; reopening has tests of its own.
  const { reopened: _few, ...often } = seen;
  for (const [what, times] of Object.entries(often)) expect([what, times > 10]).toEqual([what, true]);
});
