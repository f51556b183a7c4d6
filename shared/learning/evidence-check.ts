import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import { type Break, firstBreak, happenedIn } from "../domain/chain.ts";
import type { Dossier } from "../domain/dossier.ts";
import { replay } from "../domain/evolve.ts";
import type { Procedure } from "../domain/procedure.ts";
import { registerCsv } from "../register/register-csv.ts";
import {
  type Chain,
  chain,
  dutyTotals,
  type Manifest,
  manifest,
  measures,
  paths,
  register,
  reviews,
  sha256,
  signals,
} from "./evidence-format.ts";
import { measurePart, reviewPart, signalPart } from "./evidence-parts.ts";
import { type PackedProcedures, proceduresIn } from "./evidence-procedures.ts";
import { lacksVersion, rowDiffers, totalsDiffer } from "./evidence-register.ts";

/** What an evidence pack turned out to be. `problems` is empty when all of it is as it was made. */
export interface Checked {
  readonly manifest: Manifest | undefined;
  /** SHA-256 of the manifest: who has written it down knows later that it is the same pack. */
  readonly fingerprint: string | undefined;
  readonly files: number;
  readonly events: number;
  readonly problems: readonly string[];
  /** Numbers of complaints between the first and the last of a year that are not in it. They may have come in in another period. */
  readonly absent: readonly string[];
  /** Numbers of complaints of which the duties could not be checked: the procedure under which they began is not in it. */
  readonly unchecked: readonly string[];
}

type Unpacked = Readonly<Record<string, Uint8Array>>;

/**
 * Checks a pack from what is in it alone: every file against the manifest, every chain event by event, and all that is told about the files
 * against what their events say. Who changes a file and the manifest with it is found by the events.
 */
export function checkEvidence(files: Unpacked): Checked {
  const bytes = files[paths.manifest];
  const found = bytes === undefined ? undefined : parsed(manifest, bytes);
  if (bytes === undefined || found === undefined) {
    const problems = [`${paths.manifest}: is not there or cannot be read. This is no evidence pack.`];
    return { manifest: undefined, fingerprint: undefined, files: 0, events: 0, problems, absent: [], unchecked: [] };
  }
  const chains = chainsIn(files, found);
  const problems = [...againstManifest(files, found), ...chains.problems, ...chains.known.flatMap(brokenIn)];
  const procedures = packedIn(files);
  const intact = chains.known.filter((one) => firstBreak(one.events) === undefined);
  const told = intact.flatMap(replayed);
  return {
    manifest: found,
    fingerprint: sha256(bytes),
    files: chains.known.length,
    events: chains.known.reduce((sum, { events }) => sum + events.length, 0),
    absent: absentNumbers(chains.known.map(({ number }) => number)),
    unchecked: procedures === undefined ? [] : withoutVersion(files, intact, procedures),
    problems: [
      ...problems,
      ...told.flatMap(({ problem }) => problem ?? []),
      ...(procedures === undefined
        ? [`${paths.procedure}: cannot be read, so that the register could not be checked.`]
        : againstEvents(
            files,
            told.flatMap(({ dossier }) => dossier ?? []),
            intact,
            procedures,
          )),
    ],
  };
}

/** What an earlier pack has and this one does not have any more, or has otherwise: events are only ever added. */
export function checkAgainstEarlier(files: Unpacked, earlier: Unpacked): readonly string[] {
  return Object.entries(earlier).flatMap(([path, bytes]) => {
    const before = isChain(path) ? parsed(chain, bytes) : undefined;
    const now = files[path] === undefined ? undefined : parsed(chain, files[path]);
    // The periods of two packs need not be the same.
    if (before === undefined || now === undefined) return [];
    const gone = before.events.find(({ hash }, index) => now.events[index]?.hash !== hash);
    return gone === undefined
      ? []
      : [`${before.number}: event ${gone.version} is not what it was in the earlier pack.`];
  });
}

const isChain = (path: string) => path.startsWith("chains/");

function againstManifest(files: Unpacked, { files: named }: Manifest): readonly string[] {
  const known = new Set<string>([paths.manifest, ...named.map(({ path }) => path)]);
  const strange = Object.keys(files).filter((path) => !known.has(path));
  return [
    ...named.flatMap(({ path, sha256: expected }) => {
      const bytes = files[path];
      if (bytes === undefined) return [`${path}: is missing.`];
      return sha256(bytes) === expected ? [] : [`${path}: was changed after the pack was made.`];
    }),
    ...strange.map((path) => `${path}: was added after the pack was made.`),
  ];
}

function chainsIn(files: Unpacked, { files: named }: Manifest) {
  const known: Chain[] = [];
  const problems: string[] = [];
  for (const { path } of named) {
    const bytes = files[path];
    if (!isChain(path) || bytes === undefined) continue;
    const found = parsed(chain, bytes);
    if (found === undefined) problems.push(`${path}: cannot be read.`);
    else known.push(found);
  }
  return { known, problems };
}

function brokenIn({ number, events }: Chain): readonly string[] {
  const found = firstBreak(events);
  return found === undefined ? [] : [`${number}: ${said(found)}`];
}

function said({ version, what }: Break): string {
  switch (what) {
    case "missing":
      return `event ${version} is missing.`;
    case "out-of-order":
      return `event ${version} is not in its place.`;
    case "changed":
      return `event ${version} was changed.`;
    case "not-linked":
      return `event ${version} does not follow on the one before it.`;
  }
}

interface Replayed {
  readonly dossier?: Dossier;
  readonly problem?: string;
}

function replayed({ caseId, number, events }: Chain): readonly Replayed[] {
  try {
    const dossier = replay(happenedIn(events));
    const isIts = dossier.number === number && dossier.caseId === caseId;
    return [isIts ? { dossier } : { problem: `${number}: its events are those of ${dossier.number}.` }];
  } catch {
    return [{ problem: `${number}: its events do not tell a possible story.` }];
  }
}

/** Complaints are numbered without gaps: `LW-2026-0007`. */
function absentNumbers(numbers: readonly string[]): readonly string[] {
  const ofComplaints = numbers.filter((number) => /^[^-]+-\d{4}-\d+$/.test(number));
  const years = Map.groupBy(ofComplaints, (number) => number.slice(0, number.lastIndexOf("-") + 1));
  return [...years].flatMap(([year, all]) => {
    const places = all.map((number) => Number(number.slice(year.length)));
    const first = Math.min(...places);
    const between = Array.from({ length: Math.max(...places) - first }, (_, index) => first + index);
    return between.filter((one) => !places.includes(one)).map((one) => `${year}${String(one).padStart(4, "0")}`);
  });
}

/** What the pack tells about files is what their events say, about each of them and no other. */
function againstEvents(
  files: Unpacked,
  dossiers: readonly Dossier[],
  chains: readonly Chain[],
  procedures: PackedProcedures,
): readonly string[] {
  const happened = new Map(chains.map(({ caseId, events }) => [caseId, happenedIn(events)]));
  const rows = read(register, files, paths.registerJson);
  const complaints = dossiers.filter(({ matter }) => matter.kind === "complaint");
  return [
    ...rows.problems,
    ...eachTold(paths.registerJson, rows.found, complaints, (row, dossier) =>
      rowDiffers(row, dossier, happened.get(dossier.caseId) ?? [], procedures),
    ),
    ...part(files, paths.measures, measures, dossiers, "measure", measurePart),
    ...part(files, paths.signals, signals, dossiers, "signal", signalPart),
    ...part(files, paths.reviews, reviews, dossiers, "review", reviewPart),
    ...totalsProblem(files, rows.found, procedures.inForce),
    ...tableProblem(files, rows.found, procedures.inForce),
  ];
}

function withoutVersion(files: Unpacked, chains: readonly Chain[], procedures: PackedProcedures): readonly string[] {
  const { found } = read(register, files, paths.registerJson);
  return found
    .filter((row) => {
      const its = chains.find(({ caseId }) => caseId === row.caseId);
      return its !== undefined && lacksVersion(row, happenedIn(its.events), procedures);
    })
    .map(({ number }) => number);
}

interface Told {
  readonly caseId: string;
  readonly number: string;
}

function part<One extends Told>(
  files: Unpacked,
  path: string,
  schema: z.ZodType<One[]>,
  dossiers: readonly Dossier[],
  kind: Dossier["matter"]["kind"],
  partOf: (dossier: Dossier) => One | undefined,
): readonly string[] {
  const { found, problems } = read(schema, files, path);
  const ofKind = dossiers.filter(({ matter }) => matter.kind === kind);
  const differs = (one: One, dossier: Dossier) =>
    isDeepStrictEqual(withoutWords(one), withoutWords(partOf(dossier))) ? undefined : "something else";
  return [...problems, ...eachTold(path, found, ofKind, differs)];
}

function eachTold<One extends Told>(
  path: string,
  told: readonly One[],
  dossiers: readonly Dossier[],
  differs: (one: One, dossier: Dossier) => string | undefined,
): readonly string[] {
  const numbers = new Set(told.map(({ number }) => number));
  const absent = dossiers.filter(({ number }) => !numbers.has(number)).map(({ number }) => number);
  const twice = told.filter(({ number }, index) => told.findIndex((one) => one.number === number) !== index);
  return [
    ...told.flatMap((one) => {
      const dossier = dossiers.find(({ caseId }) => caseId === one.caseId);
      if (dossier === undefined) return [`${path}: no sound chain shows ${one.number}.`];
      const what = differs(one, dossier);
      return what === undefined ? [] : [`${path}: says of ${one.number} what its events do not say: ${what}.`];
    }),
    ...absent.map((number) => `${path}: ${number} was left out.`),
    ...twice.map(({ number }) => `${path}: ${number} stands in it twice.`),
  ];
}

function totalsProblem(files: Unpacked, rows: z.infer<typeof register>, procedure: Procedure): readonly string[] {
  const { found, problems } = read(dutyTotals, files, paths.duties);
  const wrong = totalsDiffer(found, rows, procedure);
  return [
    ...problems,
    ...wrong.map((id) => `${paths.duties}: the numbers of duty ${id} are not those of the register.`),
  ];
}

/** Both forms of the register say the same. */
function tableProblem(files: Unpacked, rows: z.infer<typeof register>, procedure: Procedure): readonly string[] {
  const bytes = files[paths.registerCsv];
  if (bytes === undefined) return [];
  const isSame = Buffer.from(bytes).toString("utf8") === registerCsv(rows, procedure, procedure.house.language);
  return isSame ? [] : [`${paths.registerCsv}: is not the same as ${paths.registerJson}.`];
}

/** The words themselves are in no chain, only a salted hash of them. */
function withoutWords(told: unknown): unknown {
  return JSON.parse(JSON.stringify(told ?? null, (key, value: unknown) => (wordKeys.has(key) ? undefined : value)));
}
const wordKeys = new Set(["text", "words"]);

function read<Found>(
  schema: z.ZodType<Found[]>,
  files: Unpacked,
  path: string,
): { readonly found: Found[]; readonly problems: readonly string[] } {
  const bytes = files[path];
  const found = bytes === undefined ? undefined : parsed(schema, bytes);
  // That it is missing was said already.
  if (found === undefined) return { found: [], problems: bytes === undefined ? [] : [`${path}: cannot be read.`] };
  return { found, problems: [] };
}

function packedIn(files: Unpacked): PackedProcedures | undefined {
  return proceduresIn(Object.keys(files), (path) => {
    const bytes = files[path];
    return bytes === undefined ? undefined : parsed(z.json(), bytes);
  });
}

function parsed<Found>(schema: z.ZodType<Found>, bytes: Uint8Array): Found | undefined {
  try {
    const found = schema.safeParse(JSON.parse(Buffer.from(bytes).toString("utf8")));
    return found.success ? found.data : undefined;
  } catch {
    return undefined;
  }
}
