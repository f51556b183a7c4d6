import type { Email } from "postal-mime";
import { asWindows1252, withoutMojibake } from "./mojibake.ts";
import type { MailDefect } from "./parsed-mail.ts";
import type { TamedMail } from "./tame.ts";

type Read = (bytes: Uint8Array) => Promise<Email | undefined>;

/** A body without a structure that we know is looked through for one this far, in bytes. */
const LOOKED_THROUGH = 1024 * 1024;

/**
 * Gets the words out of a mail that says something else about itself than it is: the wrong charset, or the wrong boundary.
 * When all else fails the body is shown as it came, and `raw-text` says so.
 */
export async function mended(email: Email, tamed: TamedMail, read: Read, defects: Set<MailDefect>): Promise<Email> {
  const found = isSilent(email) ? await structured(email, tamed, read, defects) : email;
  const lost = `${found.text ?? ""}${found.html ?? ""}`.includes("\uFFFD");
  const again = lost && found === email ? await read(asWindows1252(tamed.bytes)) : undefined;
  const { text = found.text, html = found.html } = again ?? {};
  return {
    ...found,
    ...(text !== undefined && { text: withoutMojibake(text) }),
    ...(html !== undefined && { html: withoutMojibake(html) }),
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
