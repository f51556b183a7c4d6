import type { Attachment, Email } from "postal-mime";
import { bytesOf } from "./attachments.ts";
import { MAIL_LIMITS } from "./limits.ts";
import { withNamedTextsAsFiles } from "./mend-fields.ts";
import { asWindows1252 } from "./mojibake.ts";
import type { MailDefect } from "./parsed-mail.ts";
import type { TamedMail } from "./tame.ts";
import { fromUtf7 } from "./utf-7.ts";
import { withoutUuencoded } from "./uuencoded.ts";

type Read = (bytes: Uint8Array) => Promise<Email | undefined>;

/** A body without a structure that we know is looked through for one this far, in bytes. */
const LOOKED_THROUGH = 1024 * 1024;
const REREAD = 4 * 1024 * 1024;

/**
 * Gets the words out of a mail that says something else about itself than it is: the wrong charset, or the wrong boundary.
 * When all else fails the body is shown as it came, and `raw-text` says so.
 */
export async function mended(email: Email, tamed: TamedMail, read: Read, defects: Set<MailDefect>): Promise<Email> {
  const found = isSilent(email) ? await structured(email, tamed, read, defects) : email;
  const words = found === email ? await reread(email, tamed, read) : found;
  const files = await withFilesInLine(words, tamed, read);
  return withFilesInText(tamed.saysUtf7 ? readAsUtf7(files) : files);
}

/** Text files that are shown in line are attachments too. */
async function withFilesInLine(email: Email, { bytes }: TamedMail, read: Read): Promise<Email> {
  const changed = withNamedTextsAsFiles(bytes);
  const again = changed === undefined ? undefined : await read(changed);
  return again === undefined ? email : { ...email, attachments: again.attachments };
}

function readAsUtf7(email: Email): Email {
  const { text, html, subject } = email;
  return {
    ...email,
    ...(text !== undefined && { text: fromUtf7(text) }),
    ...(html !== undefined && { html: fromUtf7(html) }),
    ...(subject !== undefined && { subject: fromUtf7(subject) }),
  };
}

/** Files that stand in the words (uuencode) become attachments; so do those behind a part that is such a file. */
function withFilesInText(email: Email): Email {
  const { text, files } = withoutUuencoded(email.text ?? "");
  const attachments = email.attachments.flatMap((attachment) => {
    const content = bytesOf(attachment);
    const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
    if (!/^\s{0,10}begin [0-7]{3,4} \S/u.test(bytes.toString("latin1", 0, 200))) return [attachment];
    const inside = withoutUuencoded(bytes.toString("latin1")).files.map(unpacked);
    return inside.length === 0 ? [attachment] : inside;
  });
  if (files.length === 0) return { ...email, attachments };
  return { ...email, text, attachments: [...attachments, ...files.map(unpacked)] };
}

function unpacked({ fileName, bytes }: { fileName: string; bytes: Uint8Array }): Attachment {
  return { filename: fileName, mimeType: "application/octet-stream", disposition: "attachment", content: bytes };
}

/** Characters got lost: the mail once more as Windows-1252, from its beginning, for two such mails of 40 MB fill the memory. */
async function reread(email: Email, { bytes }: TamedMail, read: Read): Promise<Email> {
  const { text = "", html = "" } = email;
  if (!text.includes("\uFFFD") && !html.includes("\uFFFD")) return email;
  const again = await read(asWindows1252(bytes.subarray(0, REREAD)));
  const better = (now: string, then: string) => now.length >= Math.min(then.length, MAIL_LIMITS.text);
  const [plain = "", markup = ""] = [again?.text, again?.html];
  return {
    ...email,
    ...(text !== "" && better(plain, text) && { text: plain }),
    ...(html !== "" && better(markup, html) && { html: markup }),
  };
}

function isSilent({ text = "", html = "", attachments }: Email): boolean {
  return attachments.length === 0 && text.trim() === "" && html.trim() === "";
}

/** The parts behind the boundary that the body itself shows, or else the body. */
async function structured(email: Email, tamed: TamedMail, read: Read, defects: Set<MailDefect>): Promise<Email> {
  const { bytes, headerLength } = tamed;
  const type = email.headers.find(({ key }) => key === "content-type")?.value ?? "";
  // Of any other type an empty body is an empty body.
  if (!/^\s*multipart\//iu.test(type)) return email;
  const body = bytes.subarray(headerLength);
  const beginning = new TextDecoder("latin1").decode(body.subarray(0, LOOKED_THROUGH));
  const boundary = /^--([^\r\n"]{1,70}?)[ \t]*\r?\n(?=content-)/imu.exec(beginning)?.[1];
  if (boundary !== undefined) {
    const head = Buffer.from(`Content-Type: multipart/mixed; boundary="${boundary}"\r\n\r\n`, "latin1");
    const parts = await read(Buffer.concat([head, body]));
    if (parts !== undefined && !isSilent(parts)) {
      return {
        ...email,
        ...(parts.text !== undefined && { text: parts.text }),
        ...(parts.html !== undefined && { html: parts.html }),
        attachments: parts.attachments,
      };
    }
  }
  const text = new TextDecoder().decode(body.subarray(0, LOOKED_THROUGH)).trim();
  if (text === "") return email;
  defects.add("raw-text");
  return { ...email, text };
}
