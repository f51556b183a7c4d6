import { MAIL_LIMITS } from "./limits.ts";
import type { MailAttachment } from "./parsed-mail.ts";
import { manyLines } from "./plain-text.ts";

/** What Outlook packed into a `winmail.dat` (Transport Neutral Encapsulation Format, MS-OXTNEF). */
export interface Winmail {
  readonly text: string;
  readonly files: readonly Pick<MailAttachment, "fileName" | "contentType" | "bytes">[];
}

const SIGNATURE = 0x223e9f78;
const BODY = 0x800c;
const MESSAGE_PROPERTIES = 0x9003;
const FILE_START = 0x9002;
const FILE_TITLE = 0x8010;
const FILE_DATA = 0x800f;
const FILE_PROPERTIES = 0x9005;

const PR_BODY = 0x1000;
const PR_LONG_FILE_NAME = 0x3707;
const PR_MIME_TYPE = 0x370e;

/** Opens a `winmail.dat`. Reads as far as it makes sense: of a damaged one, what came before the damage; `undefined` when it is none. */
export function openWinmail(bytes: Uint8Array): Winmail | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 6 || view.getUint32(0, true) !== SIGNATURE) return undefined;
  const files: { fileName: string; contentType: string; bytes: Uint8Array }[] = [];
  let text = "";
  for (const [id, data] of attributes(view)) {
    const file = files.at(-1);
    if (id === BODY) text = eightBit(data);
    else if (id === MESSAGE_PROPERTIES) text = strings(data).get(PR_BODY) ?? text;
    else if (id === FILE_START) {
      if (files.length >= MAIL_LIMITS.attachments) break;
      files.push({ fileName: "", contentType: "application/octet-stream", bytes: new Uint8Array() });
    } else if (file !== undefined && id === FILE_TITLE) file.fileName ||= eightBit(data);
    else if (file !== undefined && id === FILE_DATA) file.bytes = data;
    else if (file !== undefined && id === FILE_PROPERTIES) {
      const found = strings(data);
      file.fileName = found.get(PR_LONG_FILE_NAME) ?? file.fileName;
      file.contentType = found.get(PR_MIME_TYPE) ?? file.contentType;
    }
  }
  return { text: manyLines(text, MAIL_LIMITS.text).trim(), files: files.filter((file) => file.bytes.length > 0) };
}

/** Level (1), id (4), length (4), data, checksum (2); ends where a length points outside. */
function* attributes(view: DataView): Generator<readonly [id: number, data: Uint8Array]> {
  for (let at = 6; at + 9 <= view.byteLength; ) {
    const id = view.getUint32(at + 1, true) & 0xffff;
    const length = view.getUint32(at + 5, true);
    if (at + 9 + length > view.byteLength) return;
    yield [id, new Uint8Array(view.buffer, view.byteOffset + at + 9, length)];
    at += 9 + length + 2;
  }
}

const FIXED: ReadonlyMap<number, number> = new Map([
  [0x02, 4],
  [0x03, 4],
  [0x04, 4],
  [0x05, 8],
  [0x06, 8],
  [0x07, 8],
  [0x0a, 4],
  [0x0b, 4],
  [0x14, 8],
  [0x40, 8],
  [0x48, 16],
]);
const STRING8 = 0x1e;
const UNICODE = 0x1f;
const OBJECT = 0x0d;
const BINARY = 0x102;

/** The single-valued text properties of a MAPI property list, up to the first that we do not know the shape of. */
function strings(data: Uint8Array): ReadonlyMap<number, string> {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const found = new Map<number, string>();
  let at = 4;
  while (at + 4 <= data.length) {
    const type = view.getUint16(at, true);
    const id = view.getUint16(at + 2, true);
    at = id >= 0x8000 ? afterName(view, at + 4) : at + 4;
    const fixed = FIXED.get(type);
    if (fixed !== undefined) {
      at += fixed;
      continue;
    }
    if (![STRING8, UNICODE, OBJECT, BINARY].includes(type) || at + 8 > data.length || view.getUint32(at, true) !== 1)
      return found;
    const length = view.getUint32(at + 4, true);
    const value = data.subarray(at + 8, at + 8 + length);
    if (value.length < length) return found;
    if (type === STRING8) found.set(id, eightBit(value));
    if (type === UNICODE) found.set(id, untilNul(new TextDecoder("utf-16le").decode(value)));
    at += 8 + Math.ceil(length / 4) * 4;
  }
  return found;
}

/** A named property carries a GUID, and then a number or a name, before its value. */
function afterName(view: DataView, at: number): number {
  if (at + 24 > view.byteLength) return view.byteLength;
  const isNumber = view.getUint32(at + 16, true) === 0;
  return isNumber ? at + 24 : at + 24 + Math.ceil(view.getUint32(at + 20, true) / 4) * 4;
}

function eightBit(bytes: Uint8Array): string {
  return untilNul(new TextDecoder("windows-1252").decode(bytes));
}

function untilNul(text: string): string {
  return text.split("\0", 1)[0] ?? "";
}
