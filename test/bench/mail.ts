import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { hugeMails } from "../mail/huge.ts";
import { longRun } from "../mail/long-run.ts";
import { throughTheRoom } from "../mail/promises.ts";

/*
 * A long run of generated mail through the intake function over stores in memory. Prints what became of it, what was lost
 * or crashed, and time and memory per mail; exits with 1 when anything was.
 *   npm run bench -- mail [--mails 20000] [--seed 1]
 */

const MIB = 1024 * 1024;
/** Nothing takes longer than this, in ms, or the run fails: the Lambda has 60 seconds for the largest. */
const mostMs = 20_000;

function argument(name: string, otherwise: number): number {
  const at = process.argv.indexOf(`--${name}`);
  const value = at < 0 ? otherwise : Number(process.argv[at + 1]);
  if (!Number.isSafeInteger(value) || value < 1) throw new Error(`--${name} takes a whole number.`);
  return value;
}

/** Megabytes held at most while a mail is read, above what was held before. */
async function measured(raw: Uint8Array, collect: () => void): Promise<{ ms: number; mib: number }> {
  collect();
  const held = () => process.memoryUsage().rss;
  const before = held();
  let most = before;
  const watch = setInterval(() => {
    most = Math.max(most, held());
  }, 5);
  const started = performance.now();
  await throughTheRoom(raw);
  const ms = performance.now() - started;
  most = Math.max(most, held());
  clearInterval(watch);
  return { ms, mib: (most - before) / MIB };
}

function share(sorted: readonly number[], part: number): string {
  return `${(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0).toFixed(1)} ms`;
}

async function main(): Promise<void> {
  if (process.argv[2] !== "mail") throw new Error("What is measured? npm run bench -- mail");
  setFlagsFromString("--expose-gc");
  const collect: () => void = runInNewContext("gc");
  const { ended, ms, machines, answered, wrong } = await longRun(argument("mails", 20_000), argument("seed", 1));
  const sorted = ms.toSorted((one, other) => one - other);
  const counts = [...ended].map(([what, count]) => `${count} ${what}`).join(", ");
  process.stdout.write(`${sorted.length} mails: ${counts}\n`);
  process.stdout.write(
    `lost ${ended.get("lost") ?? 0}, crashed ${ended.get("crashed") ?? 0}, answered ${answered} of ${machines} machines, promises broken ${wrong.length}\n`,
  );
  process.stdout.write(
    `time per mail: ${(ms.reduce((sum, one) => sum + one, 0) / ms.length).toFixed(1)} ms on average, half within ${share(sorted, 0.5)}, 99% within ${share(sorted, 0.99)}, longest ${share(sorted, 1)}\n`,
  );
  for (const [title, make] of hugeMails) {
    const raw = new TextEncoder().encode(make());
    const one = await measured(raw, collect);
    const size = `${(raw.length / MIB).toFixed(1)} MB`;
    process.stdout.write(`${title}, ${size}: ${one.ms.toFixed(0)} ms, ${one.mib.toFixed(0)} MB more memory\n`);
    if (one.ms > mostMs) wrong.push(`${title} takes too long`);
  }
  process.stdout.write(`memory at most: ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB\n`);
  for (const one of wrong.slice(0, 20)) process.stderr.write(`${one}\n`);
  process.exitCode = wrong.length > 0 ? 1 : 0;
}

await main();
