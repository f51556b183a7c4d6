import fc from "fast-check";
import { expect, test } from "vitest";
import { withoutUuencoded } from "../../shared/mail/uuencoded.ts";

/** As POSIX says: 45 bytes a line, a backquote for a zero. */
function uuencoded(bytes: Uint8Array, name: string): string {
  const sign = (six: number) => (six === 0 ? "`" : String.fromCharCode(32 + six));
  const lines: string[] = [];
  for (let at = 0; at < bytes.length; at += 45) {
    const piece = bytes.subarray(at, at + 45);
    let line = sign(piece.length);
    for (let three = 0; three < piece.length; three += 3) {
      const [one = 0, two = 0, last = 0] = piece.subarray(three, three + 3);
      line += [one >> 2, ((one & 3) << 4) | (two >> 4), ((two & 15) << 2) | (last >> 6), last & 63].map(sign).join("");
    }
    lines.push(line);
  }
  return [`begin 644 ${name}`, ...lines, "`", "end"].join("\n");
}

test("a file in the text comes out byte for byte, also when spaces stand for zeros and got lost at line ends", () => {
  const bytes = fc.uint8Array({ minLength: 1, maxLength: 300 });
  fc.assert(
    fc.property(bytes, fc.boolean(), (content, hasSpaces) => {
      const encoded = uuencoded(content, "foto.gif");
      const sent = hasSpaces ? encoded.replaceAll("`", " ").replace(/ +$/gmu, "") : encoded;

      const { text, files } = withoutUuencoded(`Zie bijlage.\n${sent}\nGroet`);

      expect(text).toBe("Zie bijlage.\nGroet");
      expect(files.map(({ fileName }) => fileName)).toEqual(["foto.gif"]);
      expect(Buffer.from(files[0]?.bytes ?? []).equals(Buffer.from(content))).toBe(true);
    }),
  );
});

test.each([
  ["a sentence", "begin 2026 was alles nog goed\nend"],
  ["a beginning without lines", "begin 644 leeg.txt\nend"],
  ["lines without an end", "begin 644 half.txt\n#0V%T\nen toen niets"],
  ["no lines of a file", "begin 644 geen.txt\nDit zijn gewone woorden.\nend"],
])("%s stays text", (_, text) => {
  expect(withoutUuencoded(text)).toEqual({ text, files: [] });
});
