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
  for (let at = from; at < lines.length; at += 1) {
    const line = (lines[at] ?? "").trimEnd();
    if (line === "end") {
      return at === from ? undefined : { bytes: Buffer.concat(lines.slice(from, at).map(bytesOfLine)), end: at };
    }
    if (!isEncoded(line)) return undefined;
  }
  return undefined;
}

/** Empty, or a length and at most as many signs as it needs. Spaces at the end may have been lost on the way. */
function isEncoded(line: string): boolean {
  if (line === "" || line === "`") return true;
  return /^[!-M][ -`]{0,62}$/u.test(line) && line.length - 1 <= signsNeeded(line) + 2;
}

const lengthOf = (line: string): number => (line === "" ? 0 : (line.charCodeAt(0) - 32) & 63);
const signsNeeded = (line: string): number => Math.ceil(lengthOf(line) / 3) * 4;

/** Groups of four signs for three bytes. */
function bytesOfLine(line: string): Uint8Array {
  const needed = signsNeeded(line);
  const signs = line.replace(/\r$/u, "").slice(1).padEnd(needed, " ");
  const bytes = new Uint8Array((needed / 4) * 3);
  for (let at = 0; at < needed; at += 4) {
    const group = [0, 1, 2, 3].reduce((sum, step) => (sum << 6) | ((signs.charCodeAt(at + step) - 32) & 63), 0);
    bytes.set([group >> 16, (group >> 8) & 0xff, group & 0xff], (at / 4) * 3);
  }
  return bytes.subarray(0, lengthOf(line));
}
