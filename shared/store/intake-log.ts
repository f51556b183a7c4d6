import { z } from "zod";
import { doubts, isHarmful } from "../domain/doubt.ts";
import { filedForm } from "../domain/events.ts";
import type { Instant, Item, ItemStore, Write } from "../ports.ts";
import { caseKey, casePartition, listed, listPartition, mailKey } from "./keys.ts";
import { everyItem } from "./pages.ts";

/** What became of a mail. `pending` = stored, not read yet. */
export const dispositions = ["pending", "case", "reply", "duplicate", "automatic", "doubtful", "refused"] as const;

const entry = z.object({
  organisation: z.string(),
  mailId: z.string(),
  receivedAt: z.iso.datetime(),
  from: z.string(),
  to: z.array(z.string()),
  subject: z.string(),
  /** Size of the raw mail in bytes. */
  bytes: z.number().int(),
  disposition: z.enum(dispositions),
  /** Why, for what is not a case or reply: `out-of-office`, `virus`, … */
  reason: z.string().nullable(),
  caseId: z.string().nullable(),
  /** Where a person says what it is, or has said so. */
  fileId: z.string().optional(),
  /** The folder of its attachments in the archive: random, and the same however often it is read. */
  folder: z.string().optional(),
  /** A virus was found in it; stays, whatever becomes of the mail. */
  virus: z.literal(true).optional(),
  /** How many files came with it, once it was read. */
  attachments: z.number().int().optional(),
  /** What was filled in with it, for a form that waits for a person. */
  form: filedForm.optional(),
  /** Whose mail it was and about what has been erased; it is in no list any more then. */
  erased: z.literal(true).optional(),
});

/** One received mail, whatever it was. */
export type IntakeEntry = z.infer<typeof entry>;

function itemOf(found: IntakeEntry): Item {
  const { organisation, mailId, receivedAt } = found;
  const { form, ...said } = found;
  const filled = form === undefined ? {} : { form: z.json().parse(JSON.parse(JSON.stringify(form))) };
  return {
    ...mailKey(organisation, mailId),
    ...listed("INTAKE", organisation, receivedAt, mailId),
    ...said,
    ...filled,
  };
}

/** Notes a mail the moment it is stored; a second delivery of the same is not noted again. */
export const noteArrival = (found: IntakeEntry): Write => ({ put: itemOf(found), when: "absent" });

/** Remembers with the case that this mail is one of its own once more: it is erased with it. */
export const noteCopy = (organisation: string, caseId: string, mailId: string): Write => ({
  put: { ...caseKey(organisation, caseId, `COPY#${mailId}`), mailId },
});

const copy = z.object({ mailId: z.string() });

/** The mails of a case that were delivered more than once, but for the first of each. */
export async function copiesOf(store: ItemStore, organisation: string, caseId: string): Promise<readonly string[]> {
  const ids: string[] = [];
  const partition = casePartition(organisation, caseId);
  for await (const item of everyItem(store, { partition, prefix: "COPY#" })) ids.push(copy.parse(item).mailId);
  return ids;
}

/** Keeps that a mail came in and what became of it, and not from whom or about what. */
export function noteErased({
  organisation,
  mailId,
  receivedAt,
  bytes,
  disposition,
  reason,
  caseId,
}: IntakeEntry): Write {
  const left = { organisation, mailId, receivedAt, bytes, disposition, reason, caseId };
  const put = { ...mailKey(organisation, mailId), ...left, from: "", to: [], subject: "", erased: true };
  return { put, when: "present" };
}

/** Notes what became of it, once: of a mail that was not looked at yet, or of one that waited for a person. */
export const noteDisposition = (found: IntakeEntry, before: IntakeEntry["disposition"] = "pending"): Write => ({
  put: itemOf(found),
  when: { disposition: before },
});

/** Notes in which file it waits now. */
export const noteHeld = (found: IntakeEntry & { readonly fileId: string }, before: IntakeEntry): Write => ({
  put: itemOf({ ...found, disposition: "doubtful" }),
  when: before.fileId === undefined ? { disposition: before.disposition } : { fileId: before.fileId },
});

export async function intakeEntry(
  store: ItemStore,
  organisation: string,
  mailId: string,
): Promise<IntakeEntry | undefined> {
  const item = await store.get(mailKey(organisation, mailId));
  return item === undefined ? undefined : entry.parse(item);
}

/** Every mail that an organisation received and has not erased, oldest first. */
export async function* everyIntake(store: ItemStore, organisation: string): AsyncGenerator<IntakeEntry> {
  for await (const item of everyItem(store, { partition: listPartition("INTAKE", organisation), index: "gsi1" })) {
    yield entry.parse(item);
  }
}

/** A page of the mails of an organisation, newest first. */
export async function intakePage(
  store: ItemStore,
  organisation: string,
  { cursor, limit }: { readonly cursor?: string | undefined; readonly limit: number },
): Promise<{ readonly entries: readonly IntakeEntry[]; readonly cursor?: string }> {
  const partition = listPartition("INTAKE", organisation);
  const asked = { partition, index: "gsi1", descending: true, limit } as const;
  const page = await store.query(cursor === undefined ? asked : { ...asked, cursor });
  const entries = page.items.map((item) => entry.parse(item));
  return page.cursor === undefined ? { entries } : { entries, cursor: page.cursor };
}

/** Whether nothing of the mail may be shown or handed over, whatever a person decided about it later. */
export const isHarmfulMail = ({ virus, reason }: Pick<IntakeEntry, "virus" | "reason">): boolean =>
  virus === true || doubts.some((doubt) => doubt === reason && isHarmful(doubt));

/** The folder of what came with a mail; of one of before folders were by chance, it is the id of the mail. */
export const folderOf = ({ folder, mailId }: Pick<IntakeEntry, "folder" | "mailId">): string => folder ?? mailId;

export const firstEntry = (organisation: string, mailId: string, receivedAt: Instant, folder: string): IntakeEntry => ({
  organisation,
  mailId,
  receivedAt,
  from: "",
  to: [],
  subject: "",
  bytes: 0,
  disposition: "pending",
  reason: null,
  caseId: null,
  folder,
});
