import type { Instant } from "../ports.ts";
import type { AttachedFile, Because, Channel, Complainant, ComplaintEvent, EventOf, Report } from "./events.ts";
import type { LetterKind } from "./letter-kinds.ts";
import type { LetterReport, LetterStatus } from "./letter-status.ts";
import type { Matter } from "./matter.ts";
import type { Party } from "./party.ts";
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
  readonly measureId?: string | undefined;
  readonly requestId?: string | undefined;
  readonly by: "mail" | "post";
  readonly queuedAt: Instant;
  readonly status: LetterStatus;
  /** Since when it stands like that. */
  readonly statusAt: Instant;
  /** When it was sent or brought over. */
  readonly doneAt?: Instant | undefined;
  /** The id of the mail as its reader sees it, without angle brackets; letters from before it was kept have none. */
  readonly messageId?: string | undefined;
  /** What the post told of it since, each thing once. */
  readonly reports: readonly LetterReport[];
}

export interface Message {
  readonly mailId: string;
  readonly at: Instant;
  readonly from: EventOf<"MessageFiled">["facts"]["from"];
  readonly by?: Party | undefined;
  /** The task whose letter a colleague replied to. */
  readonly taskId?: string | undefined;
  /** With a task: what they wrote themselves, without quote, greeting and signature. */
  readonly answer?: string | undefined;
  /** The address it came from; empty once erased, or when it came through a page. */
  readonly address: string;
  readonly subject: string;
  readonly text: string;
  readonly attachments: readonly AttachedFile[];
  /** The id of the mail, without angle brackets; gone once erased. */
  readonly messageId?: string | undefined;
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
  /** Whether a respondent works here; known also once erased. */
  readonly colleague?: boolean | undefined;
}

/** One announced delay, with both dates (B22). */
export interface Delay {
  readonly at: Instant;
  readonly by: Party;
  readonly from: Instant;
  readonly to: Instant;
  readonly reason: string;
  /** The reason as a code, to be counted. */
  readonly why?: string | undefined;
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

/** What became of the personal data of a file: announced for a moment, held, erased. */
export interface Erasure {
  readonly announcedFor?: Instant | undefined;
  /** Personal data are kept: by whom, why, and until which local date when it is for a time. */
  readonly held?:
    | { readonly at: Instant; readonly by: Party; readonly until?: string | undefined; readonly reason: string }
    | undefined;
  readonly erasedAt?: Instant | undefined;
}

/** A measure of which the complainant was told what came of it. */
export interface ToldMeasure {
  readonly measureId: string;
  readonly measureNumber: string;
  readonly at: Instant;
  /** What we did, in the words that they got; empty once erased. */
  readonly text: string;
}

/** The four facts of a closed complaint (A24): when, on what ground, how taken up, with what outcome. */
export type FourFacts = EventOf<"CaseClosed">["facts"];

interface DossierBase {
  /** What the file is about. For all but a complaint, what only complaints have is empty. */
  readonly matter: Matter;
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
  /** The mail that a complaint came in by. */
  readonly mailId: string | undefined;
  /** The id of the mail that it came in with, without angle brackets; gone once erased. */
  readonly messageId: string | undefined;
  /** `undefined` once erased. */
  readonly complainant: Complainant | undefined;
  readonly subject: string;
  readonly text: string;
  readonly attachments: readonly AttachedFile[];
  /** What the report form told, when one was used (A14). */
  readonly report: Report | undefined;
  /** A report form came with the complaint and no answers were found in it. */
  readonly formUnread: boolean;
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
  /** Addresses that returned a letter for good, in small letters, until somebody writes from them again. */
  readonly deadAddresses: readonly string[];
  readonly messages: readonly Message[];
  readonly rung: ReadonlySet<string>;
  readonly delays: readonly Delay[];
  readonly pauses: readonly Pause[];
  readonly withdrawn: { readonly at: Instant; readonly reason: string } | undefined;
  readonly erasure: Erasure;
  readonly toldMeasures: readonly ToldMeasure[];
  /** Opened again last; `closedAt` is when it had been closed before that. */
  readonly reopened:
    | { readonly at: Instant; readonly by: Party; readonly reason: string; readonly closedAt: Instant }
    | undefined;
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

/** One event with its place in the row and its moment. */
export interface Happened {
  readonly version: number;
  readonly at: Instant;
  readonly event: ComplaintEvent;
}
