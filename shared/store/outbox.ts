import { z } from "zod";
import { filedForm } from "../domain/events.ts";
import { letterKinds } from "../domain/letter-kinds.ts";
import { party } from "../domain/party.ts";
import { taskKindIds } from "../domain/tasks/task-kind.ts";
import { language } from "../domain/text.ts";
import type { Instant, Item, ItemStore, Write } from "../ports.ts";
import { caseKey, digestKey, listed, listPartition, mailKey, signInMailKey, troubleKey } from "./keys.ts";
import { everyItem } from "./pages.ts";

/**
 * What a transaction promised to the world outside and has not been seen done. Pending items stand in the sparse index
 * until then, so that the sweeper finds what a crash left.
 */
const common = { organisation: z.string(), since: z.iso.datetime() };

const sending = {
  /** Before this moment somebody else is sending it, or it waits for a better time. */
  notBefore: z.iso.datetime(),
  attempts: z.number().int(),
  /** Perhaps it went: nobody heard what the post did with it. */
  uncertain: z.literal(true).optional(),
};

const pendingLetter = z.object({
  ...common,
  ...sending,
  what: z.literal("letter"),
  caseId: z.string(),
  letterId: z.string(),
  letter: z.enum(letterKinds),
  to: party,
  taskId: z.string().optional(),
  /** The event that queued it: the letter tells the case as it was then. */
  version: z.number().int(),
  /** The secret of its link; gone once the letter is sent. */
  secret: z.string(),
});
export type PendingLetter = z.infer<typeof pendingLetter>;

/** A link that lets a colleague in at the desk. */
const signIn = z.object({
  ...common,
  ...sending,
  what: z.literal("sign-in"),
  signInId: z.string(),
  /** The colleague's id in the procedure. */
  person: z.string(),
  /** The link opens nothing from this moment on. */
  until: z.iso.datetime(),
  /** The secret of the link; gone once the mail is sent. */
  secret: z.string(),
  /** In which language they asked for it, when they chose one. */
  language: language.optional(),
});
export type PendingSignIn = z.infer<typeof signIn>;

/** Tells a colleague in the morning what is due. */
const digest = z.object({
  ...common,
  ...sending,
  what: z.literal("digest"),
  /** The colleague's id in the procedure. */
  person: z.string(),
  /** The local day that it is about. */
  day: z.iso.date(),
});
export type PendingDigest = z.infer<typeof digest>;

/** Tells the administrator of mail that does not reach a colleague, or that its reader calls spam. */
const trouble = z.object({
  ...common,
  ...sending,
  what: z.literal("trouble"),
  /** Which mail it was: of a case, or of our own accord. */
  troubleId: z.string(),
  problem: z.enum(["returned", "refused", "spam"]),
  /** The colleague's id in the procedure; without one, a reader outside. */
  person: z.string().optional(),
  /** The number of the case, where it was a letter in one. */
  number: z.string().optional(),
});
export type PendingTrouble = z.infer<typeof trouble>;

/** What goes out by mail, once. */
export type Sendable = PendingLetter | PendingSignIn | PendingDigest | PendingTrouble;

/** A file that is to start on its way through a machine. */
const pendingStart = z.object({
  ...common,
  what: z.literal("start"),
  caseId: z.string(),
  /** Left out in what was promised when there were complaints only. */
  machine: z.enum(["complaint", "measure", "review"]).default("complaint"),
});
export type PendingStart = z.infer<typeof pendingStart>;
const pendingAnswer = z.object({
  ...common,
  what: z.literal("answer"),
  caseId: z.string(),
  taskId: z.string(),
  outcome: z.string(),
});

/** A task beside the path that is to get an execution of its own. */
const pendingSideTask = z.object({
  ...common,
  what: z.literal("side-task"),
  caseId: z.string(),
  sideTaskId: z.string(),
  kind: z.enum(taskKindIds),
  about: z.string().optional(),
});
export type PendingSideTask = z.infer<typeof pendingSideTask>;

/** Complainants who wished so are to hear what we did: of the measure of this file, or of all that came of this complaint. */
const pendingTelling = z.object({
  ...common,
  what: z.literal("telling"),
  caseId: z.string(),
  /** The task whose answer says that there is something to tell. */
  taskId: z.string(),
});
export type PendingTelling = z.infer<typeof pendingTelling>;

/** What came of this complaint is to be kept from a colleague whom it turned out to be about. */
const pendingShielding = z.object({
  ...common,
  what: z.literal("shielding"),
  caseId: z.string(),
  respondent: party,
});
export type PendingShielding = z.infer<typeof pendingShielding>;

/** Somebody said what the mails of this file are: they are to become that. */
const pendingSettling = z.object({
  ...common,
  what: z.literal("settling"),
  caseId: z.string(),
  /** The task whose answer says it. */
  taskId: z.string(),
});
export type PendingSettling = z.infer<typeof pendingSettling>;

const verdict = z.enum(["PASS", "FAIL", "GRAY", "PROCESSING_FAILED", "UNKNOWN"]);
const pendingMail = z.object({
  ...common,
  what: z.literal("mail"),
  mailId: z.string(),
  envelope: z.object({ from: z.string(), recipients: z.array(z.string()).readonly() }).readonly(),
  /** How often reading it was begun, and when last. */
  attempts: z.number().int().default(0),
  readAt: z.iso.datetime().optional(),
  verdicts: z.object({ spam: verdict, virus: verdict, spf: verdict, dkim: verdict, dmarc: verdict }).readonly(),
  /** For what came in through the web form. */
  form: filedForm.optional(),
});
export type PendingMail = z.infer<typeof pendingMail>;

/** Promised before held mail was a file with a task: to tell the intake officer of it in a letter. */
const pendingNotice = z.object({ ...common, what: z.literal("notice"), mailId: z.string() });

/** Begins reading a mail once more. Fails with ConditionFailed when somebody else just did, or it has been read. */
export function readAgain(mail: PendingMail, now: Instant): Write {
  return { put: itemOf({ ...mail, attempts: mail.attempts + 1, readAt: now }), when: { attempts: mail.attempts } };
}

const pending = z.discriminatedUnion("what", [
  pendingLetter,
  signIn,
  digest,
  trouble,
  pendingTelling,
  pendingShielding,
  pendingSettling,
  pendingStart,
  pendingAnswer,
  pendingSideTask,
  pendingMail,
  pendingNotice,
]);
export type Pending = z.infer<typeof pending>;

/**
 * Everything promised and not seen done since before `until`, oldest first. `unreadable` hears of each entry of a kind that this version does
 * not know: one of them keeps nobody from the rest.
 */
export async function* everyPending(
  store: ItemStore,
  organisation: string,
  until: Instant,
  unreadable: () => void = () => undefined,
): AsyncGenerator<Pending> {
  for await (const item of everyItem(store, { partition: listPartition("PENDING", organisation), index: "gsi1" })) {
    const { data: found } = pending.safeParse(item["pending"]);
    if (found === undefined) unreadable();
    else if (found.since <= until) yield found;
  }
}

/** What tells entries apart. */
type Named<Entry> = Entry extends Pending
  ? Omit<
      Entry,
      Exclude<
        keyof Entry,
        | "what"
        | "organisation"
        | "caseId"
        | "letterId"
        | "taskId"
        | "respondent"
        | "sideTaskId"
        | "mailId"
        | "signInId"
        | "person"
        | "day"
        | "troubleId"
      >
    >
  : never;

function keyOf(entry: Named<Pending>) {
  switch (entry.what) {
    case "letter":
      return caseKey(entry.organisation, entry.caseId, `LETTER#${entry.letterId}`);
    case "sign-in":
      return signInMailKey(entry.organisation, entry.signInId);
    case "digest":
      return digestKey(entry.organisation, entry.day, entry.person);
    case "trouble":
      return troubleKey(entry.organisation, entry.troubleId);
    case "telling":
      return caseKey(entry.organisation, entry.caseId, `TELLING#${entry.taskId}`);
    case "shielding":
      return caseKey(entry.organisation, entry.caseId, `SHIELDING#${entry.respondent}`);
    case "settling":
      return caseKey(entry.organisation, entry.caseId, `SETTLING#${entry.taskId}`);
    case "start":
      return caseKey(entry.organisation, entry.caseId, "SIGNAL#start");
    case "answer":
      return caseKey(entry.organisation, entry.caseId, `SIGNAL#${entry.taskId}`);
    case "side-task":
      return caseKey(entry.organisation, entry.caseId, `SIDE#${entry.sideTaskId}`);
    case "mail":
      return mailKey(entry.organisation, entry.mailId, "PENDING");
    case "notice":
      return mailKey(entry.organisation, entry.mailId, "NOTICE");
  }
}

function itemOf(entry: Pending): Item {
  const key = keyOf(entry);
  return {
    ...key,
    ...listed("PENDING", entry.organisation, entry.since, `${key.pk}#${key.sk}`),
    kind: entry.what,
    ...("attempts" in entry && { attempts: entry.attempts }),
    pending: z.json().parse(JSON.parse(JSON.stringify(entry))),
  };
}

export const promise = (entry: Pending): Write => ({ put: itemOf(entry) });

export const kept = (entry: Named<Pending>): Write => ({ delete: keyOf(entry) });

/** The letters of a case that still have to go out, in the order in which they were written. */
export async function pendingLetters(
  store: ItemStore,
  organisation: string,
  caseId: string,
): Promise<readonly PendingLetter[]> {
  const letters: PendingLetter[] = [];
  const { pk } = caseKey(organisation, caseId, "");
  for await (const item of everyItem(store, { partition: pk, prefix: "LETTER#" }))
    letters.push(pendingLetter.parse(item["pending"]));
  return letters.sort((a, b) => a.version - b.version);
}

/** The tasks beside the path of a case that have not been started. */
export async function pendingSideTasks(
  store: ItemStore,
  organisation: string,
  caseId: string,
): Promise<readonly PendingSideTask[]> {
  const found: PendingSideTask[] = [];
  const { pk } = caseKey(organisation, caseId, "");
  for await (const item of everyItem(store, { partition: pk, prefix: "SIDE#" }))
    found.push(pendingSideTask.parse(item["pending"]));
  return found;
}

/** What somebody said of the mails of this file, and they have not become yet. */
export async function pendingSettlings(
  store: ItemStore,
  organisation: string,
  caseId: string,
): Promise<readonly PendingSettling[]> {
  const found: PendingSettling[] = [];
  const { pk } = caseKey(organisation, caseId, "");
  for await (const item of everyItem(store, { partition: pk, prefix: "SETTLING#" }))
    found.push(pendingSettling.parse(item["pending"]));
  return found;
}

/** The start of a file that has not been made yet. */
export async function pendingStartOf(
  store: ItemStore,
  organisation: string,
  caseId: string,
): Promise<PendingStart | undefined> {
  const item = await store.get(caseKey(organisation, caseId, "SIGNAL#start"));
  return item === undefined ? undefined : pendingStart.parse(item["pending"]);
}

export async function pendingMailOf(
  store: ItemStore,
  organisation: string,
  mailId: string,
): Promise<PendingMail | undefined> {
  const item = await store.get(mailKey(organisation, mailId, "PENDING"));
  return item === undefined ? undefined : pendingMail.parse(item["pending"]);
}

export async function pendingSignIn(
  store: ItemStore,
  organisation: string,
  signInId: string,
): Promise<PendingSignIn | undefined> {
  const item = await store.get(signInMailKey(organisation, signInId));
  return item === undefined ? undefined : signIn.parse(item["pending"]);
}

export async function pendingDigest(
  store: ItemStore,
  { organisation, day, person }: Pick<PendingDigest, "organisation" | "day" | "person">,
): Promise<PendingDigest | undefined> {
  const item = await store.get(digestKey(organisation, day, person));
  return item === undefined ? undefined : digest.parse(item["pending"]);
}

export async function pendingTrouble(
  store: ItemStore,
  organisation: string,
  troubleId: string,
): Promise<PendingTrouble | undefined> {
  const item = await store.get(troubleKey(organisation, troubleId));
  return item === undefined ? undefined : trouble.parse(item["pending"]);
}

export const inOutbox = (entry: Sendable): Item => itemOf(entry);
