import type { AttachedFile } from "../domain/events.ts";
import { kindOfFile } from "../mail/kind-of-file.ts";
import { MAIL_LIMITS } from "../mail/limits.ts";
import type { ParsedMail } from "../mail/parsed-mail.ts";
import type { Archive } from "../ports.ts";
import { folderOf, type IntakeEntry, isHarmfulMail } from "../store/intake-log.ts";

/** Where the attachment at this position (from 1) of a mail is kept. */
export const attachmentKey = (folder: string, position: number) => `attachments/${folder}/${position}`;

/**
 * Keeps what came with a mail, each file by itself in the folder that the intake log gave it, and says what it is. Done again for the same
 * mail it writes the same keys, so that a crash in between leaves nothing that erasing would not find. What is too large together stays in
 * the mail as it came in, and so does all that came with a virus.
 */
export async function storeAttachments(
  { attachments }: Pick<ParsedMail, "attachments">,
  entry: Pick<IntakeEntry, "mailId" | "folder" | "reason" | "virus">,
  archive: Archive,
): Promise<readonly AttachedFile[]> {
  if (isHarmfulMail(entry)) return [];
  const files: AttachedFile[] = [];
  let room: number = MAIL_LIMITS.keptBytes;
  for (const [index, { fileName: name, contentType, bytes }] of attachments.entries()) {
    const key = attachmentKey(folderOf(entry), index + 1);
    const file = { name, contentType, bytes: bytes.length, key, kind: await kindOfFile(bytes, name) };
    if (bytes.length > room) {
      files.push({ ...file, inMailOnly: true });
      continue;
    }
    room -= bytes.length;
    await archive.put(key, bytes);
    files.push(file);
  }
  return files;
}
