import type { Attachment } from "postal-mime";
import { MAIL_LIMITS } from "./limits.ts";
import { withoutMojibake } from "./mojibake.ts";
import type { MailAttachment } from "./parsed-mail.ts";
import { oneLine } from "./plain-text.ts";

/** The attachment with a name that is safe to show and a media type that is one. `index` counts from 0. */
export function presentAttachment(attachment: Attachment, index: number): MailAttachment {
  const claimed = {
    fileName: attachment.filename ?? "",
    contentType: attachment.mimeType,
    bytes: bytesOf(attachment),
    disposition: attachment.disposition === "inline" || attachment.related === true ? "inline" : "attachment",
  } as const;
  return presentFile(claimed, index);
}

export function bytesOf({ content }: Attachment): Uint8Array {
  return typeof content === "string" ? new TextEncoder().encode(content) : new Uint8Array(content);
}

/** The same of a file of which name and type are still as somebody claims them. */
export function presentFile(claimed: MailAttachment, index: number): MailAttachment {
  const contentType = mediaType(claimed.contentType);
  return { ...claimed, contentType, fileName: fileName(claimed.fileName, contentType, index) };
}

/** What a file without a name may be called by, so that it opens in the right program. */
const ENDINGS: ReadonlyMap<string, string> = new Map([
  ["application/ics", ".ics"],
  ["application/pdf", ".pdf"],
  ["application/rtf", ".rtf"],
  ["image/gif", ".gif"],
  ["image/jpeg", ".jpg"],
  ["image/png", ".png"],
  ["message/rfc822", ".eml"],
  ["text/calendar", ".ics"],
  ["text/csv", ".csv"],
  ["text/plain", ".txt"],
  ["text/rtf", ".rtf"],
]);

function fileName(claimed: string, contentType: string, index: number): string {
  const last =
    oneLine(withoutMojibake(claimed.slice(0, MAIL_LIMITS.fileName * 16)), MAIL_LIMITS.fileName * 4)
      .split(/[/\\]/u)
      .at(-1) ?? "";
  const name = last.replace(/[<>:"|?*]/gu, "_").replace(/^[.\s]+|[.\s]+$/gu, "");
  if (name === "") return `attachment-${index + 1}${ENDINGS.get(contentType) ?? ""}`;
  if (name.length <= MAIL_LIMITS.fileName) return name;
  const ending = /\.[A-Za-z0-9]{1,10}$/u.exec(name)?.[0] ?? "";
  return oneLine(name, MAIL_LIMITS.fileName - ending.length) + ending;
}

/** The media type of a Content-Type value without its parameters, lower case. */
export function mediaType(value: string): string {
  const type = /^\s*([a-z0-9!#$&^_.+-]{1,60}\/[a-z0-9!#$&^_.+-]{1,80})/iu.exec(value)?.[1];
  return type === undefined ? "application/octet-stream" : type.toLowerCase();
}
