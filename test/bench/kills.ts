import { RunningEdition } from "../support/running-edition.ts";

/*
 * Kills the whole process at a random moment while it takes a mail in, starts it again, and has the mail delivered again, as a mail server
 * that heard no yes does. Prints what became of each; exits with 1 when one is lost, empty or doubled.
 *   npm run bench -- kills [--times 200] [--seed 1]
 */

const mostMs = 200;

/** The same seed gives the same moments; mulberry32 is small and good enough for that. */
function moments(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const complaint = (n: number) => ({
  from: `Klager ${n} <klager${n}@thuis.example>`,
  to: "klachten@learnworks.example",
  subject: `Klacht ${n}`,
  text: `De trainer kwam te laat. Dat was de ${n}e keer.`,
  messageId: `<klacht-${n}@thuis.example>`,
  date: new Date("2026-01-05T09:00:00Z"),
});

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

function argument(name: string, otherwise: number): number {
  const at = process.argv.indexOf(`--${name}`);
  const value = at < 0 ? otherwise : Number(process.argv[at + 1]);
  if (!Number.isSafeInteger(value) || value < 1) throw new Error(`--${name} takes a whole number.`);
  return value;
}

async function kills(times: number, seed: number): Promise<boolean> {
  const random = moments(seed);
  const wederhoor = await new RunningEdition().start();
  let unheard = 0;
  try {
    for (let n = 1; n <= times; n += 1) {
      const sending = wederhoor.mail(complaint(n)).then(
        () => true,
        () => false,
      );
      await pause(random() * mostMs);
      await wederhoor.kill();
      if (!(await sending)) unheard += 1;
      await wederhoor.start();
      await wederhoor.mail(complaint(n));
    }
    return await accounted(times, unheard, wederhoor);
  } finally {
    await wederhoor.remove();
  }
}

async function accounted(times: number, unheard: number, wederhoor: RunningEdition): Promise<boolean> {
  await wederhoor.eventually("the last receipt", async () => (await receiptsOf(times, wederhoor)).length > 0);
  const cases = await wederhoor.cases();
  const texts = await Promise.all(cases.map(({ id }) => wederhoor.events(id)));
  const empty = texts.filter(([first]) => first?.type !== "ComplaintRegistered").length;
  const all = Array.from({ length: times }, (_, index) => index + 1);
  const receipts = await Promise.all(all.map(async (n) => (await receiptsOf(n, wederhoor)).length));
  const ends = Map.groupBy(await wederhoor.intake(), ({ disposition }) => disposition);
  const none = receipts.filter((count) => count === 0).length;
  const twice = receipts.filter((count) => count > 1).length;
  console.log(`${times} kills, ${unheard} of them before the sender heard a yes`);
  console.log(`cases: ${cases.length}; empty: ${empty}; complainants without a receipt: ${none}; with two: ${twice}`);
  console.log([...ends].map(([end, mails]) => `${end}: ${mails.length}`).join(", "));
  return cases.length === times && empty === 0 && none === 0;
}

const receiptsOf = async (n: number, wederhoor: RunningEdition) =>
  (await wederhoor.messages(`klager${n}@thuis.example`)).filter(({ subject }) => /ontvangen/i.test(subject));

if (!(await kills(argument("times", 200), argument("seed", 1)))) process.exitCode = 1;
