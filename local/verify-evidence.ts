import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { unzipSync } from "fflate";
import { type Checked, checkAgainstEarlier, checkEvidence } from "../shared/learning/evidence-check.ts";

const USAGE = "usage: npm run -s verify-evidence -- PACK.zip [--earlier OLDER.zip]";

/** What is wrong with the command line or a file that it names, in one sentence. */
class UsageError extends Error {
  override readonly name = "UsageError";
}

/** Says what is intact, or every place that is not. Exit code 0: all intact; 1: something was changed; 2: it could not be checked. */
function main(words: string[]): number {
  const { pack, earlier } = readOrder(words);
  const files = unzipped(pack);
  const checked = checkEvidence(files);
  const problems = [
    ...checked.problems,
    ...(earlier === undefined ? [] : checkAgainstEarlier(files, unzipped(earlier))),
  ];
  process.stdout.write(`${[...told(checked), ...judged(problems)].join("\n")}\n`);
  return problems.length === 0 ? 0 : 1;
}

function readOrder(words: string[]): { readonly pack: string; readonly earlier: string | undefined } {
  try {
    const { values, positionals } = parseArgs({
      args: words,
      allowPositionals: true,
      options: { earlier: { type: "string" } },
    });
    const [pack, ...more] = positionals;
    if (pack === undefined || more.length > 0) throw new Error("name one pack");
    return { pack, earlier: values.earlier };
  } catch (error) {
    throw new UsageError(`${reasonOf(error)}; ${USAGE}`);
  }
}

function unzipped(file: string): Readonly<Record<string, Uint8Array>> {
  try {
    // Packing a folder again adds entries for the folders themselves, which hold nothing.
    return unzipSync(new Uint8Array(readFileSync(file)), { filter: ({ name }) => !name.endsWith("/") });
  } catch (error) {
    throw new UsageError(`cannot read '${file}' as a ZIP: ${reasonOf(error)}`);
  }
}

function told({ manifest, fingerprint, files, events, absent, unchecked }: Checked): readonly string[] {
  if (manifest === undefined) return [];
  const { name, from, until, madeAt } = manifest;
  return [
    `Evidence of ${name}, from ${from} until ${until}, made at ${madeAt}.`,
    `Fingerprint: ${fingerprint}`,
    `${files} files with ${events} events.`,
    ...(absent.length === 0 ? [] : [`Numbers not in it, of another period or kept back: ${absent.join(", ")}.`]),
    ...(unchecked.length === 0
      ? []
      : [`Duties not checked, for the procedure under which they began is not in it: ${unchecked.join(", ")}.`]),
  ];
}

function judged(problems: readonly string[]): readonly string[] {
  if (problems.length === 0) return ["Intact: everything is as it was made."];
  return [`NOT intact: ${problems.length} found.`, ...problems.map((one) => `- ${one}`)];
}

function reasonOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split("\n")[0] ?? "";
}

try {
  process.exitCode = main(process.argv.slice(2));
} catch (error) {
  const isExpected = error instanceof UsageError;
  const what = isExpected ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`verify-evidence: ${what}\n`);
  process.exitCode = 2;
}
