import { MAIL_LIMITS } from "./limits.ts";

interface Unpacked {
  readonly text: string;
  readonly files: readonly { readonly fileName: string; readonly bytes: Uint8Array }[];
}

const BEGIN = /^begin [0-7]{3,4} (\S.{0,300})$/u;

/** Files that old mail programs write into the text itself (POSIX uuencode), taken out of it. What is no whole file stays text. */
export function withoutUuencoded(text: string): Unpacked {
  if (!/^begin [0-7]{3,4} \S/mu.test(text)) return { text, files: [] };
  const lines = text.split("\n");
  const kept: string[] = [];
  const files: { fileName: string; bytes: Uint8Array }[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? "";
    const fileName = files.length < MAIL_LIMITS.attachments ? BEGIN.exec(line.trimEnd())?.[1] : undefined;
    const block = fileName === undefined ? undefined : blockFrom(lines, at + 1);
    if (fileName === undefined || block === undefined) kept.push(line);
    else {
      files.push({ fileName, bytes: block.bytes });
      at = block.end;
    }
  }
  return { text: kept.join("\n"), files };
}

/** The bytes up to the line `end`; nothing when another line comes first. */
function blockFrom(
  lines: readonly string[],
  from: number,
): { readonly bytes: Uint8Array; readonly end: number } | undefined {
  const pieces: Uint8Array[] = [];
  for (let at = from; at < lines.length; at += 1) {
    const line = (lines[at] ?? "").replace(/\r$/u, "");
    if (line.trimEnd() === "end") return pieces.length === 0 ? undefined : { bytes: Buffer.concat(pieces), end: at };
    const piece = lineOf(line);
    if (piece === undefined) return undefined;
    pieces.push(piece);
  }
  return undefined;
}

/** A length, and groups of four characters for three bytes. Spaces at the end may have been lost on the way. */
function lineOf(line: string): Uint8Array | undefined {
  if (line.trim() === "" || line === "`") return new Uint8Array();
  if (!/^[ -`]{2,90}$/u.test(line)) return undefined;
  const length = (line.charCodeAt(0) - 32) & 63;
  const needed = Math.ceil(length / 3) * 4;
  if (length === 0 || length > 45 || line.length - 1 > needed + 2) return undefined;
  const signs = line.slice(1).padEnd(needed, " ");
  const bytes = new Uint8Array(needed);
  let filled = 0;
  for (let at = 0; at < needed; at += 4) {
    const group = [0, 1, 2, 3].reduce((sum, step) => (sum << 6) | ((signs.charCodeAt(at + step) - 32) & 63), 0);
    for (const shift of [16, 8, 0]) bytes[filled++] = (group >> shift) & 0xff;
  }
  return bytes.subarray(0, length);
}
