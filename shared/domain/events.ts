import { z } from "zod";
import { letterKinds } from "./letter-kinds.ts";
import { party } from "./party.ts";
import { taskKindIds } from "./tasks/task-kind.ts";
import { language } from "./text.ts";

const moment = z.iso.datetime();
const words = z.record(z.string(), z.string());
const file = z
  .object({ name: z.string(), contentType: z.string(), bytes: z.number().int(), key: z.string() })
  .readonly();

/**
 * A kind of event. `facts` are codes, dates, roles and ids and stay for ever; `private` holds names, addresses and
 * words and is `null` once personal data have been erased.
 */
function event<const Type extends string, Facts extends z.ZodRawShape, Private extends z.ZodRawShape>(
  type: Type,
  facts: Facts,
  personal: Private,
) {
  return z
    .object({
      type: z.literal(type),
      facts: z.object(facts).readonly(),
      private: z.object(personal).readonly().nullable(),
    })
    .readonly();
}

const complainant = z
  .object({
    name: z.string(),
    /** Where letters go. */
    email: z.string(),
    /** The address they write from, when answers are wanted elsewhere. */
    writesFrom: z.string().optional(),
  })
  .readonly();
/** Who complains, as their mail says. */
export type Complainant = z.infer<typeof complainant>;

const complaintRegistered = event(
  "ComplaintRegistered",
  {
    organisation: z.string(),
    caseId: z.string(),
    number: z.string(),
    procedureVersion: z.number().int(),
    channel: z.enum(["email", "phone", "counter", "letter"]),
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
  },
);

const ownerAssigned = event("OwnerAssigned", { role: z.string() }, {});

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
  },
  {},
);

const letterSent = event("LetterSent", { letterId: z.string(), providerMessageId: z.string() }, {});

const letterRefused = event("LetterRefused", { letterId: z.string() }, {});

const taskOpened = event(
  "TaskOpened",
  {
    taskId: z.string(),
    kind: z.enum(taskKindIds),
    role: z.string(),
    /** Names the state entry that asked, so that asking twice opens once. */
    requestId: z.string(),
    dueAt: moment,
  },
  {},
);

const taskAnswered = event(
  "TaskAnswered",
  { taskId: z.string(), kind: z.enum(taskKindIds), outcome: z.string(), by: party, answer: words },
  { answer: words },
);

const taskExpired = event("TaskExpired", { taskId: z.string() }, {});

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
  { mailId: z.string(), from: z.enum(["complainant", "staff", "unknown"]) },
  { address: z.string(), subject: z.string(), text: z.string(), attachments: z.array(file).readonly() },
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
  ownerAssigned,
  letterQueued,
  letterSent,
  letterRefused,
  taskOpened,
  taskAnswered,
  taskExpired,
  alarmRang,
  messageFiled,
  caseClosed,
]);

/** Something that happened in a case. The events are the truth; everything else is computed from them. */
export type ComplaintEvent = z.infer<typeof complaintEvent>;
export type EventOf<Type extends ComplaintEvent["type"]> = Extract<ComplaintEvent, { readonly type: Type }>;

/** A file that came with a complaint or a reply, kept in the archive under `key`; `bytes` is its size. */
export type AttachedFile = z.infer<typeof file>;
