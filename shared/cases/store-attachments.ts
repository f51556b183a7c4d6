import type { AttachedFile } from "../domain/events.ts";
import type { ParsedMail } from "../mail/parsed-mail.ts";
import type { Archive } from "../ports.ts";
import type { IntakeEntry } from "../store/intake-log.ts";

/** Puts what is attached to a mail in the archive, in the folder that the intake log gave it. */
export async function storeAttachments(
  mail: ParsedMail,
  { mailId, folder = mailId }: IntakeEntry,
  archive: Archive,
): Promise<readonly AttachedFile[]> {
  const files: AttachedFile[] = [];
  for (const [index, { fileName, contentType, bytes }] of mail.attachments.entries()) {
    const key = `attachments/${folder}/${index + 1}`;
    await archive.put(key, bytes);
    files.push({ name: fileName, contentType, bytes: bytes.length, key });
  }
  return files;
}
