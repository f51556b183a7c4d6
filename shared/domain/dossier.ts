import type { Instant } from "../ports.ts";
import type { AttachedFile, Because, Channel, Complainant, ComplaintEvent, EventOf, Report } from "./events.ts";
import type { LetterKind } from "./letter-kinds.ts";
import { isStaff, type Party } from "./party.ts";
import { catalogue } from "./tasks/catalogue.ts";
import type { Answer, Phase, TaskKindId } from "./tasks/task-kind.ts";
import type { Language } from "./text.ts";

interface TaskBase {
  readonly taskId: string;
  readonly kind: TaskKindId;
  /** What it is about besides the case: a party or a letter. */
  readonly about?: string | undefined;
  /** The role whose task it is, for a colleague's task. */
  readonly role?: string | undefined;
  /** Who has it now. */
  readonly assignee: Party;
  /** Why that is not the holder of the role. */
  readonly because?: Because | "handed-over" | undefined;
  /** The party whose answer it is, when a colleague asks them because they have no mail address. */
  readonly onBehalfOf?: Party | undefined;
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
/** Not needed any more, because the complaint was withdrawn or the case closed. */
export interface CancelledTask extends TaskBase {
  readonly status: "cancelled";
  readonly cancelledAt: Instant;
  readonly answer?: undefined;
}
export type EndedTask = AnsweredTask | ExpiredTask | CancelledTask;
export type Task = OpenTask | EndedTask;

export interface Letter {
  readonly letterId: string;
  readonly letter: LetterKind;
  readonly to: Party;
  readonly taskId?: string | undefined;
  readonly alarmId?: string | undefined;
  readonly mailId?: string | undefined;
  readonly requestId?: string | undefined;
  readonly by: "mail" | "post";
  readonly queuedAt: Instant;
  /** `delivered` = a colleague brought it over by post, by phone or in person. */
  readonly status: "queued" | "sent" | "refused" | "delivered";
  /** When it was sent or brought over. */
  readonly doneAt?: Instant | undefined;
}

export interface Message {
  readonly mailId: string;
  readonly at: Instant;
  readonly from: EventOf<"MessageFiled">["facts"]["from"];
  readonly by?: Party | undefined;
  /** The address it came from; empty once erased, or when it came through a page. */
  readonly address: string;
  readonly subject: string;
  readonly text: string;
  readonly attachments: readonly AttachedFile[];
}

/** Somebody outside the roles: a respondent, the client, the independent person. Names are empty once erased. */
export interface Outsider {
  readonly party: Party;
  readonly name: string;
  readonly email?: string | undefined;
  /** Their id in the procedure, when they are a colleague. */
  readonly person?: string | undefined;
  /** Who said that the complaint is about them, for a respondent. */
  readonly namedBy?: Party | undefined;
}

/** One announced delay, with both dates (B22). */
export interface Delay {
  readonly at: Instant;
  readonly by: Party;
  readonly from: Instant;
  readonly to: Instant;
  readonly reason: string;
}

/** A time during which the clock of the outcome stood still. */
export interface Pause {
  readonly from: Instant;
  /** When it ends, or ended, whichever came first. */
  readonly until: Instant;
  readonly by: Party;
  readonly reason: string;
  /** Why it was ended before its time, and when it would have ended instead. */
  readonly restarted?:
    | { readonly at: Instant; readonly by: Party; readonly reason: string; readonly instead: Instant }
    | undefined;
}

/** The four facts of a closed complaint (A24): when, on what ground, how taken up, with what outcome. */
export type FourFacts = EventOf<"CaseClosed">["facts"];

interface DossierBase {
  readonly version: number;
  readonly organisation: string;
  readonly caseId: string;
  readonly number: string;
  readonly channel: Channel;
  /** The colleague who sent it in (B14). */
  readonly passedOnBy: Party | undefined;
  /** Who complains is known: false until the colleague who passed it on has told. */
  readonly identified: boolean;
  readonly receivedAt: Instant;
  readonly registeredAt: Instant;
  readonly language: Language;
  readonly replyKey: string;
  /** `undefined` once erased. */
  readonly complainant: Complainant | undefined;
  readonly subject: string;
  readonly text: string;
  readonly attachments: readonly AttachedFile[];
  /** What the report form told, when one was used (A14). */
  readonly report: Report | undefined;
  readonly respondents: readonly Outsider[];
  readonly client: Outsider | undefined;
  readonly independent: Outsider | undefined;
  /** Who answers for the case: exactly one at every moment (B16). */
  readonly owner: Party;
  /** The role that the owner acts for. */
  readonly ownerRole: string;
  readonly phase: Phase;
  readonly tasks: readonly Task[];
  /** Tasks beside the path that were asked for. */
  readonly sideTasks: readonly EventOf<"SideTaskRequested">["facts"][];
  readonly letters: readonly Letter[];
  readonly messages: readonly Message[];
  readonly rung: ReadonlySet<string>;
  readonly delays: readonly Delay[];
  readonly pauses: readonly Pause[];
  readonly withdrawn: { readonly at: Instant; readonly reason: string } | undefined;
  readonly reopened: { readonly at: Instant; readonly by: Party; readonly reason: string } | undefined;
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
    case "ComplainantIdentified": {
      const { channel, language } = event.facts;
      const text = event.private?.text ?? dossier.text;
      return { ...dossier, identified: true, channel, language, text, complainant: event.private?.complainant };
    }
    case "RespondentNamed":
      return {
        ...dossier,
        respondents: [
          ...dossier.respondents,
          { ...outsider(event.facts.respondent, event.private), namedBy: event.facts.by },
        ],
      };
    case "ClientNamed":
      return { ...dossier, client: outsider("client", event.private) };
    case "IndependentFound":
      return { ...dossier, independent: outsider("independent", event.private) };
    case "OwnerAssigned":
      return { ...dossier, owner: event.facts.owner, ownerRole: event.facts.role };
    case "LetterQueued":
      return { ...dossier, letters: [...dossier.letters, { ...event.facts, queuedAt: at, status: "queued" }] };
    case "LetterSent":
      return { ...dossier, letters: withLetter(dossier.letters, event.facts.letterId, "sent", at) };
    case "LetterRefused":
      return { ...dossier, letters: withLetter(dossier.letters, event.facts.letterId, "refused") };
    case "TaskOpened":
      return {
        ...dossier,
        phase: catalogue[event.facts.kind].beside === true ? dossier.phase : catalogue[event.facts.kind].phase,
        tasks: [...dossier.tasks, { ...event.facts, openedAt: at, status: "open" }],
      };
    case "TaskAnswered": {
      const { outcome, by, answer: facts, taskId, kind } = event.facts;
      const answer = { outcome, facts, private: event.private?.answer ?? {} };
      const about = dossier.tasks.find((task) => task.taskId === taskId)?.about ?? "";
      return {
        ...dossier,
        tasks: withTask(dossier.tasks, taskId, { status: "answered", answeredAt: at, by, answer }),
        letters: kind === "send-by-post" ? withLetter(dossier.letters, about, "delivered", at) : dossier.letters,
      };
    }
    case "TaskExpired":
      return { ...dossier, tasks: withTask(dossier.tasks, event.facts.taskId, { status: "expired", expiredAt: at }) };
    case "TaskCancelled":
      return {
        ...dossier,
        tasks: withTask(dossier.tasks, event.facts.taskId, { status: "cancelled", cancelledAt: at }),
      };
    case "TaskHandedOver": {
      const { taskId, to, because } = event.facts;
      return {
        ...dossier,
        tasks: dossier.tasks.map((task) => {
          if (task.taskId !== taskId) return task;
          // Who cannot be reached is asked by a colleague, who answers in their name.
          const onBehalfOf = isStaff(task.assignee) ? task.onBehalfOf : task.assignee;
          return { ...task, assignee: to, because, onBehalfOf };
        }),
      };
    }
    case "SideTaskRequested":
      return { ...dossier, sideTasks: [...dossier.sideTasks, event.facts] };
    case "AlarmRang":
      return { ...dossier, rung: new Set([...dossier.rung, event.facts.alarmId]) };
    case "DelayAnnounced":
      return { ...dossier, delays: [...dossier.delays, { ...event.facts, at, reason: event.private?.reason ?? "" }] };
    case "ClockStopped": {
      const { by, until } = event.facts;
      return { ...dossier, pauses: [...dossier.pauses, { from: at, until, by, reason: event.private?.reason ?? "" }] };
    }
    case "ClockRestarted": {
      const restarted = { at, by: event.facts.by, reason: event.private?.reason ?? "" };
      return {
        ...dossier,
        pauses: dossier.pauses.map((pause, index) =>
          index === dossier.pauses.length - 1
            ? { ...pause, until: at, restarted: { ...restarted, instead: pause.until } }
            : pause,
        ),
      };
    }
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
    case "CaseWithdrawn":
      return { ...dossier, withdrawn: { at, reason: event.private?.reason ?? "" } };
    case "CaseClosed":
      return { ...dossier, status: "closed", closedAt: at, fourFacts: event.facts };
    case "CaseReopened":
      return {
        ...dossier,
        status: "open",
        reopened: { at, by: event.facts.by, reason: event.private?.reason ?? "" },
      };
  }
}

function registered(event: EventOf<"ComplaintRegistered">, version: number, at: Instant): Dossier {
  const { organisation, caseId, number, channel, passedOnBy, receivedAt, language, replyKey } = event.facts;
  return {
    status: "open",
    version,
    organisation,
    caseId,
    number,
    channel,
    passedOnBy,
    identified: passedOnBy === undefined,
    receivedAt,
    registeredAt: at,
    language,
    replyKey,
    complainant: event.private?.complainant,
    subject: event.private?.subject ?? "",
    text: event.private?.text ?? "",
    attachments: event.private?.attachments ?? [],
    report: event.private?.report,
    respondents: [],
    client: undefined,
    independent: undefined,
    owner: "complainant",
    ownerRole: "",
    phase: "intake",
    tasks: [],
    sideTasks: [],
    letters: [],
    messages: [],
    rung: new Set(),
    delays: [],
    pauses: [],
    withdrawn: undefined,
    reopened: undefined,
  };
}

function outsider(
  who: Party,
  known: { readonly name: string; readonly email?: string | undefined; readonly person?: string | undefined } | null,
): Outsider {
  return { party: who, name: known?.name ?? "", email: known?.email, person: known?.person };
}

function withLetter(
  letters: readonly Letter[],
  letterId: string,
  status: Letter["status"],
  doneAt?: Instant,
): readonly Letter[] {
  return letters.map((letter) => (letter.letterId === letterId ? { ...letter, status, doneAt } : letter));
}

type Ending =
  | Pick<AnsweredTask, "status" | "answeredAt" | "by" | "answer">
  | Pick<ExpiredTask, "status" | "expiredAt">
  | Pick<CancelledTask, "status" | "cancelledAt">;

function withTask(tasks: readonly Task[], taskId: string, ending: Ending): readonly Task[] {
  return tasks.map((task): Task => {
    if (task.taskId !== taskId) return task;
    if (task.status !== "open") throw new ImpossibleHistory(`Task ${taskId} ended twice.`);
    const { status: _open, answer: _none, ...base } = task;
    return { ...base, ...ending };
  });
}
