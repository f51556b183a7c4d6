import fc from "fast-check";
import { expect, test } from "vitest";
import { MailBytes } from "../../local/smtp/mail-bytes.ts";

test("a message is whole again, in whichever pieces it came", () => {
  const pieces = fc.array(fc.oneof(fc.uint8Array({ maxLength: 20 }), fc.uint8Array({ maxLength: 150_000 })), {
    maxLength: 30,
  });
  fc.assert(
    fc.property(pieces, (came) => {
      const bytes = new MailBytes();
      for (const piece of came) bytes.add(piece);

      expect(Buffer.compare(bytes.whole(), Buffer.concat(came))).toBe(0);
    }),
    { numRuns: 50, seed: 1 },
  );
});

test("a message of millions of small pieces holds on to none of them", () => {
  const bytes = new MailBytes();
  const piece = Buffer.from("..\r");
  for (let times = 0; times < 50_000; times += 1) bytes.add(piece);
  piece.fill("x");

  expect(Buffer.compare(bytes.whole(), Buffer.from("..\r".repeat(50_000)))).toBe(0);
});
