import type { Instant } from "../ports.ts";
import type { AttachedFile, Complainant, ComplaintEvent, EventOf } from "./events.ts";
import type { LetterKind } from "./letter-kinds.ts";
import type { Party } from "./party.ts";
import { catalogue } from "./tasks/catalogue.ts";
import type { Answer, Phase, TaskKindId } from "./tasks/task-kind.ts";
import type { Language } from "./text.ts";

interface TaskBase {
  readonly taskId: string;
  readonly kind: TaskKindId;
  readonly role: string;
  readonly requestId: string;
  readonly openedAt: Instant;
  readonly dueAt: Instant;
}
export interface OpenTask extends TaskBase {
  readonly status: "open";
  readonly answer?: undefined;
}
export interface AnsweredTask extends TaskBase {
  readonly status: "answered";
  readonly answeredAt: Instant;
  readonly by: Party;
  readonly answer: Answer;
}
export interface ExpiredTask extends TaskBase {
  readonly status: "expired";
  readonly expiredAt: Instant;
  readonly answer?: undefined;
}
export type Task = OpenTask | AnsweredTask | ExpiredTask;

export interface Letter {
  readonly letterId: string;
  readonly letter: LetterKind;
  readonly to: Party;
  readonly taskId?: string | undefined;
  readonly alarmId?: string | undefined;
  readonly mailId?: string | undefined;
  readonly queuedAt: Instant;
  readonly status: "queued" | "sent" | "refused";
}

export interface Message {
  readonly mailId: string;
  readonly at: Instant;
  readonly from: EventOf<"MessageFiled">["facts"]["from"];
  /** The address it came from; empty once erased. */
  readonly address: string;
  readonly subject: string;
  readonly text: string;
  readonly attachments: readonly AttachedFile[];
}

/** The four facts of a closed complaint (A24): when, on what ground, how taken up, with what outcome. */
export type FourFacts = EventOf<"CaseClosed">["facts"];

interface DossierBase {
  readonly version: number;
  readonly organisation: string;
  readonly caseId: string;
  readonly number: string;
  readonly channel: EventOf<"ComplaintRegistered">["facts"]["channel"];
  readonly receivedAt: Instant;
  readonly registeredAt: Instant;
  readonly language: Language;
  readonly replyKey: string;
  /** `undefined` once erased. */
  readonly complainant: Complainant | undefined;
  readonly subject: string;
  readonly text: string;
  readonly attachments: readonly AttachedFile[];
  /** The role that answers for the case: exactly one at every moment (B16). */
  readonly owner: string;
  readonly phase: Phase;
  readonly tasks: readonly Task[];
  readonly letters: readonly Letter[];
  readonly messages: readonly Message[];
  readonly rung: ReadonlySet<string>;
}
export interface OpenDossier extends DossierBase {
  readonly status: "open";
}
export interface ClosedDossier extends DossierBase {
  readonly status: "closed";
  readonly closedAt: Instant;
  readonly fourFacts: FourFacts;
}
/** A case as its events tell it. */
export type Dossier = OpenDossier | ClosedDossier;

/** The events of a case do not tell a possible story: they were damaged, or a rule is wrong. */
export class ImpossibleHistory extends Error {
  override readonly name = "ImpossibleHistory";
}

export interface Happened {
  readonly version: number;
  readonly at: Instant;
  readonly event: ComplaintEvent;
}

/** The case after all of its events. @throws {ImpossibleHistory} when there are none or they contradict each other. */
export function replay(events: readonly Happened[]): Dossier {
  const dossier = events.reduce<Dossier | undefined>(evolve, undefined);
  if (dossier === undefined) throw new ImpossibleHistory("A case begins with ComplaintRegistered.");
  return dossier;
}

/** The case after one more event. */
export function evolve(before: Dossier | undefined, { version, at, event }: Happened): Dossier {
  if (before === undefined) {
    if (event.type !== "ComplaintRegistered") throw new ImpossibleHistory(`${event.type} before ComplaintRegistered.`);
    return registered(event, version, at);
  }
  const dossier = { ...before, version };
  switch (event.type) {
    case "ComplaintRegistered":
      throw new ImpossibleHistory("ComplaintRegistered twice.");
    case "OwnerAssigned":
      return { ...dossier, owner: event.facts.role };
    case "LetterQueued":
      return { ...dossier, letters: [...dossier.letters, { ...event.facts, queuedAt: at, status: "queued" }] };
    case "LetterSent":
      return { ...dossier, letters: withLetter(dossier.letters, event.facts.letterId, "sent") };
    case "LetterRefused":
      return { ...dossier, letters: withLetter(dossier.letters, event.facts.letterId, "refused") };
    case "TaskOpened":
      return {
        ...dossier,
        phase: catalogue[event.facts.kind].phase,
        tasks: [...dossier.tasks, { ...event.facts, openedAt: at, status: "open" }],
      };
    case "TaskAnswered": {
      const { outcome, by, answer: facts, taskId } = event.facts;
      const answer = { outcome, facts, private: event.private?.answer ?? {} };
      return { ...dossier, tasks: withTask(dossier.tasks, taskId, { status: "answered", answeredAt: at, by, answer }) };
    }
    case "TaskExpired":
      return { ...dossier, tasks: withTask(dossier.tasks, event.facts.taskId, { status: "expired", expiredAt: at }) };
    case "AlarmRang":
      return { ...dossier, rung: new Set([...dossier.rung, event.facts.alarmId]) };
    case "MessageFiled": {
      const { address, subject, text, attachments } = event.private ?? {
        address: "",
        subject: "",
        text: "",
        attachments: [],
      };
      return {
        ...dossier,
        messages: [...dossier.messages, { ...event.facts, at, address, subject, text, attachments }],
      };
    }
    case "CaseClosed":
      return { ...dossier, status: "closed", closedAt: at, fourFacts: event.facts };
  }
}

function registered(event: EventOf<"ComplaintRegistered">, version: number, at: Instant): Dossier {
  const { organisation, caseId, number, channel, receivedAt, language, replyKey } = event.facts;
  return {
    status: "open",
    version,
    organisation,
    caseId,
    number,
    channel,
    receivedAt,
    registeredAt: at,
    language,
    replyKey,
    complainant: event.private?.complainant,
    subject: event.private?.subject ?? "",
    text: event.private?.text ?? "",
    attachments: event.private?.attachments ?? [],
    owner: "",
    phase: "intake",
    tasks: [],
    letters: [],
    messages: [],
    rung: new Set(),
  };
}

function withLetter(letters: readonly Letter[], letterId: string, status: "sent" | "refused"): readonly Letter[] {
  return letters.map((letter) => (letter.letterId === letterId ? { ...letter, status } : letter));
}

type Ending = Pick<AnsweredTask, "status" | "answeredAt" | "by" | "answer"> | Pick<ExpiredTask, "status" | "expiredAt">;

function withTask(tasks: readonly Task[], taskId: string, ending: Ending): readonly Task[] {
  return tasks.map((task): Task => {
    if (task.taskId !== taskId) return task;
    if (task.status !== "open") throw new ImpossibleHistory(`Task ${taskId} ended twice.`);
    const { kind, role, requestId, openedAt, dueAt } = task;
    return { taskId, kind, role, requestId, openedAt, dueAt, ...ending };
  });
}
