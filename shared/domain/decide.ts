import type { Instant } from "../ports.ts";
import { type Alarm, dueAlarms } from "./alarms.ts";
import { taskDueAt } from "./clocks.ts";
import type { Dossier, FourFacts, Task } from "./dossier.ts";
import type { ComplaintEvent, EventOf } from "./events.ts";
import { fourFacts } from "./four-facts.ts";
import type { LetterKind } from "./letter-kinds.ts";
import type { Party } from "./party.ts";
import { roleOf } from "./party.ts";
import type { Procedure } from "./procedure.ts";
import { assigneeOf, personOf } from "./roles.ts";
import { parseAnswer } from "./tasks/answer.ts";
import { catalogue } from "./tasks/catalogue.ts";
import type { Problem, TaskKindId } from "./tasks/task-kind.ts";

/** Something that somebody, or the state machine, wants of an existing case. */
export type Command =
  /** The state machine asks for a task; the same `requestId` asks once. */
  | { readonly type: "OpenTask"; readonly kind: TaskKindId; readonly requestId: string }
  /** Somebody posted the form of a task. */
  | {
      readonly type: "AnswerTask";
      readonly taskId: string;
      readonly by: Party;
      readonly posted: Readonly<Record<string, string>>;
    }
  /** The wait of a task reached its next alarm. */
  | { readonly type: "RingAlarms"; readonly taskId: string }
  /** A letter to the complainant that the path itself sends; once per kind. */
  | { readonly type: "SendLetter"; readonly letter: Extract<LetterKind, "receipt" | "outcome" | "referral"> }
  | { readonly type: "RecordLetterSent"; readonly letterId: string; readonly providerMessageId: string }
  | { readonly type: "RecordLetterRefused"; readonly letterId: string }
  | {
      readonly type: "FileMessage";
      readonly facts: EventOf<"MessageFiled">["facts"];
      readonly private: NonNullable<EventOf<"MessageFiled">["private"]>;
    }
  | { readonly type: "CloseCase" };

/** Why a command cannot be carried out. */
export type Refusal =
  | { readonly reason: "unknown-task" }
  | { readonly reason: "task-ended"; readonly task: Exclude<Task, { status: "open" }> }
  | { readonly reason: "not-yours" }
  | { readonly reason: "invalid-answer"; readonly problems: readonly Problem[] }
  | { readonly reason: "case-closed" }
  | { readonly reason: "facts-missing"; readonly missing: readonly (keyof FourFacts)[] };

export type Decision =
  | { readonly ok: true; readonly events: readonly ComplaintEvent[] }
  | { readonly ok: false; readonly refusal: Refusal };

/** What happens first of all when a complaint comes in; it has an owner from the first moment (A23, B10, B16). */
export function register(
  complaint: Omit<EventOf<"ComplaintRegistered">, "type">,
  procedure: Procedure,
): readonly ComplaintEvent[] {
  return [
    { type: "ComplaintRegistered", ...complaint },
    { type: "OwnerAssigned", facts: { role: procedure.responsibilities.owner }, private: {} },
  ];
}

/**
 * What a command does to a case: new events, none when it was done already, or a refusal. Pure: the same
 * case, command and moment give the same decision.
 */
export function decide(command: Command, dossier: Dossier, procedure: Procedure, now: Instant): Decision {
  switch (command.type) {
    case "OpenTask":
      return openTask(command.kind, command.requestId, dossier, procedure, now);
    case "AnswerTask":
      return answerTask(command, dossier, procedure, now);
    case "RingAlarms":
      return ringAlarms(command.taskId, dossier, procedure, now);
    case "SendLetter":
      return dossier.letters.some(({ letter }) => letter === command.letter)
        ? nothing
        : done([letterTo("complainant", command.letter, dossier.letters.length)]);
    case "RecordLetterSent":
      return dossier.letters.some(({ letterId, status }) => letterId === command.letterId && status === "queued")
        ? done([
            {
              type: "LetterSent",
              facts: { letterId: command.letterId, providerMessageId: command.providerMessageId },
              private: {},
            },
          ])
        : nothing;
    case "RecordLetterRefused":
      return dossier.letters.some(({ letterId, status }) => letterId === command.letterId && status === "queued")
        ? letterRefused(command.letterId, dossier)
        : nothing;
    case "FileMessage":
      return fileMessage(command, dossier, procedure);
    case "CloseCase":
      return closeCase(dossier);
  }
}

const nothing: Decision = { ok: true, events: [] };
const done = (events: readonly ComplaintEvent[]): Decision => ({ ok: true, events });
const refuse = (refusal: Refusal): Decision => ({ ok: false, refusal });

function openTask(kind: TaskKindId, requestId: string, dossier: Dossier, procedure: Procedure, now: Instant): Decision {
  if (dossier.status === "closed") return refuse({ reason: "case-closed" });
  const same = dossier.tasks.filter((task) => task.kind === kind);
  if (same.some((task) => task.requestId === requestId || task.status === "open")) return nothing;

  const role = assigneeOf(catalogue[kind], dossier, procedure);
  const taskId = `${kind}-${same.length + 1}`;
  const dueAt = taskDueAt(kind, now, procedure);
  return done([
    { type: "TaskOpened", facts: { taskId, kind, role, requestId, dueAt }, private: {} },
    letterTo(`role:${role}`, "task", dossier.letters.length, { taskId }),
  ]);
}

function answerTask(
  command: Extract<Command, { type: "AnswerTask" }>,
  dossier: Dossier,
  procedure: Procedure,
  now: Instant,
): Decision {
  const { taskId, by, posted } = command;
  const task = dossier.tasks.find((one) => one.taskId === taskId);
  if (task === undefined) return refuse({ reason: "unknown-task" });
  if (task.status !== "open") return refuse({ reason: "task-ended", task });
  if (roleOf(by) === undefined) return refuse({ reason: "not-yours" });
  const parsed = parseAnswer(catalogue[task.kind], posted, procedure, now);
  if (!parsed.ok) return refuse({ reason: "invalid-answer", problems: parsed.problems });
  const { outcome, facts, private: words } = parsed.answer;
  return done([
    {
      type: "TaskAnswered",
      facts: { taskId, kind: task.kind, outcome, by, answer: facts },
      private: { answer: words },
    },
  ]);
}

function ringAlarms(taskId: string, dossier: Dossier, procedure: Procedure, now: Instant): Decision {
  const task = dossier.tasks.find((one) => one.taskId === taskId);
  if (task === undefined) return refuse({ reason: "unknown-task" });
  if (task.status !== "open") return nothing;
  const events: ComplaintEvent[] = [];
  let letters = dossier.letters.length;
  for (const { alarmId, at, reason, letter, told } of toldOnce(dueAlarms(task, dossier, procedure, now))) {
    events.push({ type: "AlarmRang", facts: { alarmId, taskId, dueAt: at, reason, told }, private: {} });
    for (const to of told) events.push(letterTo(to, letter, letters++, { taskId, alarmId }));
    if (reason === "expired") {
      events.push({ type: "TaskExpired", facts: { taskId }, private: {} });
      break;
    }
  }
  return done(events);
}

/**
 * Of a ladder whose steps come due together, because nothing ran for a while, each party hears the last step only. Every step is recorded as
 * rung all the same. The terms of the case are told each by itself.
 */
function toldOnce(alarms: readonly Alarm[]): readonly (Alarm & { readonly told: readonly Party[] })[] {
  return alarms.map((alarm, index) => {
    const later = alarms.slice(index + 1).filter(({ letter }) => letter !== "case-warning");
    const heardLater = (who: Party) => alarm.letter !== "case-warning" && later.some(({ tell }) => tell.includes(who));
    return { ...alarm, told: alarm.tell.filter((who) => !heardLater(who)) };
  });
}

/** What should be in writing and cannot be mailed is the owner's to bring over otherwise (B9, B27). */
function letterRefused(letterId: string, dossier: Dossier): Decision {
  const refused: ComplaintEvent = { type: "LetterRefused", facts: { letterId }, private: {} };
  const letter = dossier.letters.find((one) => one.letterId === letterId);
  if (letter?.to !== "complainant") return done([refused]);
  const taskId = dossier.tasks.find(({ status }) => status === "open")?.taskId;
  return done([refused, letterTo(`role:${dossier.owner}`, "undeliverable", dossier.letters.length, { taskId })]);
}

/** A message is told to the owner, who answers for the case; not what the owner wrote (B17). */
function fileMessage(
  command: Extract<Command, { type: "FileMessage" }>,
  dossier: Dossier,
  procedure: Procedure,
): Decision {
  const { mailId, from } = command.facts;
  if (dossier.messages.some((one) => one.mailId === mailId)) return nothing;
  const filed: ComplaintEvent = { type: "MessageFiled", facts: command.facts, private: command.private };
  const owner: Party = `role:${dossier.owner}`;
  const isOwners = personOf(owner, procedure, dossier)?.email.toLowerCase() === command.private.address.toLowerCase();
  if (from === "staff" && isOwners) return done([filed]);
  const taskId = dossier.tasks.find(({ status }) => status === "open")?.taskId;
  return done([filed, letterTo(owner, "message-filed", dossier.letters.length, { taskId, mailId })]);
}

function closeCase(dossier: Dossier): Decision {
  if (dossier.status === "closed") return nothing;
  const found = fourFacts(dossier);
  if ("missing" in found) return refuse({ reason: "facts-missing", missing: found.missing });
  return done([{ type: "CaseClosed", facts: found.facts, private: {} }]);
}

/** What a letter is about, when it is about one of several. */
interface About {
  readonly taskId?: string | undefined;
  readonly alarmId?: string;
  readonly mailId?: string;
}

/** Letters are numbered in a case: the nth is `letter-n`. */
function letterTo(to: Party, letter: LetterKind, before: number, about: About = {}): EventOf<"LetterQueued"> {
  const { taskId, ...others } = about;
  const facts = { letterId: `letter-${before + 1}`, letter, to, ...(taskId !== undefined && { taskId }), ...others };
  return { type: "LetterQueued", facts, private: {} };
}
