import { z } from "zod";
import { event, moment } from "./event.ts";
import { fileKind } from "./file-kind.ts";
import {
  colleagueShielded,
  erasureAnnounced,
  erasureHeld,
  holdLifted,
  measureAgreed,
  measureTold,
  personalDataErased,
  reviewStarted,
  signalRaised,
} from "./learning-events.ts";
import { letterKinds } from "./letter-kinds.ts";
import { reportKind } from "./letter-status.ts";
import { mailHeld, mailJoined } from "./mail-held.ts";
import { party } from "./party.ts";
import {
  because,
  sideTaskRequested,
  taskAnswered,
  taskCancelled,
  taskExpired,
  taskHandedOver,
  taskOpened,
} from "./task-events.ts";
import { language } from "./text.ts";

export type { Because } from "./task-events.ts";

const file = z
  .object({
    name: z.string(),
    /** The media type as the sender claimed it. */
    contentType: z.string(),
    bytes: z.number().int(),
    key: z.string(),
    /** What its bytes say that it is; events of before that was looked at have none. */
    kind: fileKind.optional(),
    /** Too large to keep apart: it is in the mail as it came in, and nothing is at `key`. */
    inMailOnly: z.literal(true).optional(),
  })
  .readonly();

const complainant = z
  .object({
    name: z.string(),
    /** Where letters go; without one they go by post or by phone. */
    email: z.string().optional(),
    /** The address they write from, when answers are wanted elsewhere. */
    writesFrom: z.string().optional(),
    phone: z.string().optional(),
    /** Where they live, for letters by post; lines. */
    address: z.string().optional(),
  })
  .readonly();
/** Who complains, as their mail or a colleague says. */
export type Complainant = z.infer<typeof complainant>;

/** What the report form asks besides the complaint itself (A13, A14). */
const report = z
  .object({
    course: z.string().optional(),
    /** Whether there was contact with the person it is about. */
    talked: z.enum(["yes", "no"]).optional(),
    tried: z.string().optional(),
  })
  .readonly();
export type Report = z.infer<typeof report>;

const channel = z.enum(["email", "web", "phone", "counter", "letter"]);
/** How a complaint came in (B5). */
export type Channel = z.infer<typeof channel>;

const complaintRegistered = event(
  "ComplaintRegistered",
  {
    organisation: z.string(),
    caseId: z.string(),
    number: z.string(),
    procedureVersion: z.number().int(),
    channel,
    /** The colleague who sent it in; who complains is known once they have told (B14). */
    passedOnBy: party.optional(),
    /** When the complaint arrived; every clock counts from here. */
    receivedAt: moment,
    language,
    /** The part behind the plus in the address that replies go to. */
    replyKey: z.string(),
    mailId: z.string().optional(),
  },
  {
    complainant,
    subject: z.string(),
    text: z.string(),
    attachments: z.array(file).readonly(),
    /** When the report form was used; its words are in the text too. */
    report: report.optional(),
    /** A report form came along, and no answers were found in it: left empty, or scanned. */
    formUnread: z.boolean().optional(),
    /** The id of the mail, without angle brackets, so that the receipt is seen as an answer to it. */
    messageId: z.string().optional(),
  },
);

/** What somebody filled in on the web form, besides the words: the mail made of it cannot carry it all (A4, A13, A14). */
export const filedForm = z
  .object({
    channel: z.literal("web"),
    /** In which language we write back. */
    language,
    complainant,
    report,
    /** A field that people do not see was filled in. */
    robot: z.boolean(),
  })
  .readonly();
export type FiledForm = z.infer<typeof filedForm>;

/** Who complains and how, once the colleague who passed it on has told. */
const complainantIdentified = event(
  "ComplainantIdentified",
  { by: party, channel, language },
  { complainant, text: z.string().optional() },
);

/** Somebody whom the complaint is about. A respondent never decides in the case nor reads its file. */
const respondentNamed = event(
  "RespondentNamed",
  {
    respondent: party,
    by: party,
    /** Whether they work here. */
    colleague: z.boolean().optional(),
  },
  {
    name: z.string(),
    email: z.string().optional(),
    /** Their id in the procedure, when they are a colleague. */
    person: z.string().optional(),
  },
);

const clientNamed = event("ClientNamed", { by: party }, { name: z.string(), email: z.string().optional() });

/** The independent person whom both sides accept, or whom the director chose (B29). */
const independentFound = event(
  "IndependentFound",
  { by: z.enum(["both-sides", "director"]) },
  { name: z.string(), email: z.string().optional() },
);

const ownerAssigned = event(
  "OwnerAssigned",
  { owner: party, role: z.string(), because: because.or(z.literal("handed-over")).optional() },
  { reason: z.string().optional() },
);

const letterQueued = event(
  "LetterQueued",
  {
    letterId: z.string(),
    letter: z.enum(letterKinds),
    to: party,
    /** The task that the letter is about, when it is about one. */
    taskId: z.string().optional(),
    /** The alarm that the letter passes on. */
    alarmId: z.string().optional(),
    /** The filed message that the letter tells of. */
    mailId: z.string().optional(),
    /** The measure that the letter tells of. */
    measureId: z.string().optional(),
    /** Names the state entry of the path that asked, so that asking twice sends once. */
    requestId: z.string().optional(),
    /** By post when there is no mail address: a colleague is asked to bring it over. */
    by: z.enum(["mail", "post"]),
  },
  {},
);

const letterSent = event(
  "LetterSent",
  {
    letterId: z.string(),
    providerMessageId: z.string(),
    /** The id that its reader sees, without angle brackets. */
    messageId: z.string().optional(),
  },
  {},
);

const letterRefused = event(
  "LetterRefused",
  {
    letterId: z.string(),
    /** It was not offered to the post at all: whom it was for is involved by now, or its words are erased. */
    withheld: z.boolean().optional(),
  },
  {},
);

/** What the mail provider, or a mail that came back, tells of a letter that was sent. */
const letterReported = event(
  "LetterReported",
  {
    letterId: z.string(),
    what: reportKind,
    permanent: z.boolean().optional(),
    /** The provider's own word or status code for it, such as `Suppressed` or `5.1.1`. */
    code: z.string().optional(),
  },
  /** Where it came back from. */
  { address: z.string().optional() },
);

/** The outcome comes later than promised (B22); `why` is the reason as a code, to be counted. */
const delayAnnounced = event(
  "DelayAnnounced",
  { by: party, from: moment, to: moment, why: z.string().optional() },
  { reason: z.string() },
);

/** The clock of the outcome stands still until that moment, for a reason. */
const clockStopped = event("ClockStopped", { by: party, until: moment }, { reason: z.string() });
const clockRestarted = event("ClockRestarted", { by: party }, { reason: z.string() });

const caseWithdrawn = event("CaseWithdrawn", { by: party }, { reason: z.string().optional() });
const caseReopened = event("CaseReopened", { by: party }, { reason: z.string() });

const alarmRang = event(
  "AlarmRang",
  {
    /** Unique in the case: an alarm rings once. */
    alarmId: z.string(),
    /** The open task through which it rang. */
    taskId: z.string(),
    /** When it should ring; `at` of the event says when it did. */
    dueAt: moment,
    reason: z.enum(["half-time", "last-working-day", "deadline", "chase", "expired", "case-warning", "case-deadline"]),
    told: z.array(party).readonly(),
  },
  {},
);

const messageFiled = event(
  "MessageFiled",
  {
    mailId: z.string(),
    from: z.enum(["complainant", "respondent", "staff", "unknown"]),
    /** Whose words, where the link or the address tells. */
    by: party.optional(),
    /** The task whose letter a colleague replied to. */
    taskId: z.string().optional(),
  },
  {
    address: z.string(),
    subject: z.string(),
    text: z.string(),
    attachments: z.array(file).readonly(),
    /** With a task: what the colleague wrote themselves, without quote, greeting and signature; it may be nothing. */
    answer: z.string().optional(),
    /** The id of the mail, without angle brackets. */
    messageId: z.string().optional(),
  },
);

const caseClosed = event(
  "CaseClosed",
  {
    /** The four facts of A24. */
    filedAt: moment,
    ground: z.string(),
    takenUp: z.string(),
    outcome: z.string(),
  },
  {},
);

export const complaintEvent = z.discriminatedUnion("type", [
  complaintRegistered,
  measureAgreed,
  signalRaised,
  reviewStarted,
  mailHeld,
  mailJoined,
  colleagueShielded,
  complainantIdentified,
  respondentNamed,
  clientNamed,
  independentFound,
  ownerAssigned,
  letterQueued,
  letterSent,
  letterRefused,
  letterReported,
  taskOpened,
  taskAnswered,
  taskExpired,
  taskCancelled,
  taskHandedOver,
  sideTaskRequested,
  alarmRang,
  delayAnnounced,
  clockStopped,
  clockRestarted,
  messageFiled,
  caseWithdrawn,
  caseClosed,
  caseReopened,
  erasureAnnounced,
  erasureHeld,
  holdLifted,
  personalDataErased,
  measureTold,
]);

/** Something that happened in a case. The events are the truth; everything else is computed from them. */
export type ComplaintEvent = z.infer<typeof complaintEvent>;
export type EventOf<Type extends ComplaintEvent["type"]> = Extract<ComplaintEvent, { readonly type: Type }>;

/** A file that came with a complaint or a reply, kept in the archive under `key`; `bytes` is its size. */
export type AttachedFile = z.infer<typeof file>;
