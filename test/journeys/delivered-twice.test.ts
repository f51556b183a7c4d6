import { afterAll, beforeAll, expect, test } from "vitest";
import { RunningEdition } from "../support/running-edition.ts";

/** How many mails come in twice each, all deliveries of some at one moment. */
const [mails, atOnce] = [200, 20];

let wederhoor: RunningEdition;
beforeAll(async () => {
  wederhoor = await new RunningEdition().start();
});
afterAll(() => wederhoor.remove());

const complaint = (n: number) => ({
  from: `Klager ${n} <klager${n}@thuis.example>`,
  to: n % 2 === 0 ? "klachten@learnworks.example" : "klachten@sterker.example",
  subject: `Klacht ${n}`,
  text: `De trainer kwam te laat. Dat was de ${n}e keer.`,
  messageId: `<klacht-${n}@thuis.example>`,
  date: new Date("2026-01-05T09:00:00Z"),
});

test("the same mail, delivered twice at the same moment, is one case with one receipt", async () => {
  const all = Array.from({ length: mails }, (_, n) => complaint(n));
  for (let at = 0; at < mails; at += atOnce) {
    const some = all.slice(at, at + atOnce);
    await Promise.all([...some, ...some].map((mail) => wederhoor.mail(mail)));
  }
  const receipts = await wederhoor.eventually("all receipts", async () => {
    // At Sterker two questions come with the receipt (A14).
    const got = (await wederhoor.messages()).filter(({ subject }) => /ontvangen/i.test(subject));
    const reached = new Set(got.flatMap(({ to }) => to));
    return all.every((_, n) => reached.has(`klager${n}@thuis.example`)) && got;
  });
  expect(receipts).toHaveLength(mails);
  const ends = (await wederhoor.intake()).map(({ disposition }) => disposition);
  expect(ends.filter((end) => end === "case")).toHaveLength(mails);
  expect(ends.filter((end) => end === "duplicate")).toHaveLength(mails);
  expect(ends).toHaveLength(2 * mails);
  const cases = await wederhoor.cases();
  expect(cases).toHaveLength(mails);
  expect(new Set(cases.map(({ number }) => number)).size).toBe(mails);
}, 240_000);
