import { type Zippable, zipSync } from "fflate";
import { localDay } from "../domain/calendar.ts";
import { linkOf } from "../domain/chain.ts";
import type { Dossier } from "../domain/dossier.ts";
import { replay } from "../domain/evolve.ts";
import { monthsIn } from "../domain/learning/overview-months.ts";
import type { RegisterRow } from "../domain/register/register-row.ts";
import type { SealedEvent } from "../domain/seal.ts";
import { registerCsv } from "../register/register-csv.ts";
import type { CaseStore } from "../store/cases.ts";
import { keptVersions } from "../store/procedure-versions.ts";
import { entriesOfMonth } from "../store/register.ts";
import { filesIn } from "./closed-files.ts";
import { chainPath, type Manifest, paths, procedurePath, sha256 } from "./evidence-format.ts";
import { dutyTotalsOf, measurePart, reviewPart, signalPart } from "./evidence-parts.ts";
import { nameless } from "./evidence-procedures.ts";
import { evidenceReadMe } from "./evidence-read-me.ts";

export interface EvidencePackDependencies {
  readonly cases: CaseStore;
  /** Whether a file must stay away from whoever asks, because they are involved in it. */
  readonly isKeptBack?: (dossier: Dossier) => boolean;
}

/** A file of the organisation with all of its events. */
interface WholeFile {
  readonly dossier: Dossier;
  readonly events: readonly SealedEvent[];
}

/**
 * One ZIP that shows what the organisation did with complaints from `from` until the day before `until` (local dates): the procedure, the
 * register without names, how the duties stood, measures, signals, reviews, and every event of each of these files with the chain of hashes
 * (A2). `npm run verify-evidence` checks it.
 */
export async function evidencePack(
  organisation: string,
  from: string,
  until: string,
  dependencies: EvidencePackDependencies,
): Promise<Uint8Array> {
  const { cases } = dependencies;
  const procedure = cases.procedure(organisation);
  const complaints = await registered(organisation, from, until, dependencies);
  const others = await inPeriod(organisation, from, until, dependencies);
  const rows = complaints.map(({ row }) => row);
  const files = [...complaints.map(({ file }) => file), ...others];
  const of = <One>(partOf: (dossier: Dossier) => One | undefined) =>
    others.flatMap(({ dossier }) => partOf(dossier) ?? []);
  const earlier = await earlierProcedures(files, organisation, cases);
  const contents: Record<string, Uint8Array> = {
    [paths.procedure]: json(nameless(procedure)),
    ...Object.fromEntries(earlier.map(({ version, content }) => [procedurePath(version), json(content)])),
    [paths.registerJson]: json(rows),
    [paths.registerCsv]: text(registerCsv(rows, procedure, procedure.house.language)),
    [paths.duties]: json(dutyTotalsOf(rows, procedure)),
    [paths.measures]: json(of(measurePart)),
    [paths.signals]: json(of(signalPart)),
    [paths.reviews]: json(of(reviewPart)),
    ...Object.fromEntries(files.map(({ dossier, events }) => [chainPath(dossier.number), chainOf(dossier, events)])),
  };
  const madeAt = cases.now();
  const manifest: Manifest = {
    format: "wederhoor-evidence",
    formatVersion: 1,
    organisation,
    name: procedure.house.name,
    from,
    until,
    madeAt,
    procedureVersions: versionsIn(files),
    files: [],
  };
  contents[paths.readMe] = text(evidenceReadMe(manifest, procedure));
  const named = Object.entries(contents).map(([path, bytes]) => ({ path, bytes: bytes.length, sha256: sha256(bytes) }));
  const zipped: Zippable = { [paths.manifest]: json({ ...manifest, files: named }), ...contents };
  return zipSync(zipped, { mtime: new Date(madeAt) });
}

/** The complaints that came in in the period, oldest first. */
async function registered(
  organisation: string,
  from: string,
  until: string,
  { cases, isKeptBack }: EvidencePackDependencies,
): Promise<readonly { readonly row: RegisterRow; readonly file: WholeFile }[]> {
  const { timeZone } = cases.procedure(organisation).calendar;
  const found: { row: RegisterRow; file: WholeFile }[] = [];
  for (const month of monthsIn(from, until)) {
    for await (const { row } of entriesOfMonth(cases.items, organisation, month)) {
      const day = localDay(row.filedAt, timeZone);
      if (day < from || day >= until) continue;
      const file = await wholeFile(organisation, row.caseId, cases);
      if (isKeptBack?.(file.dossier) !== true) found.push({ row, file });
    }
  }
  return found;
}

/** Measures and signals that were there in the period, and the reviews of it. */
async function inPeriod(
  organisation: string,
  from: string,
  until: string,
  { cases, isKeptBack }: EvidencePackDependencies,
): Promise<readonly WholeFile[]> {
  const { timeZone } = cases.procedure(organisation).calendar;
  const found: WholeFile[] = [];
  for await (const caseId of filesIn(["measures", "signals", "reviews"], organisation, cases)) {
    const file = await wholeFile(organisation, caseId, cases);
    const { dossier } = file;
    if (wasThere(dossier, from, until, timeZone) && isKeptBack?.(dossier) !== true) found.push(file);
  }
  return found;
}

function wasThere(dossier: Dossier, from: string, until: string, timeZone: string): boolean {
  const { matter, registeredAt } = dossier;
  // A review comes after the period that it is about.
  if (matter.kind === "review") return matter.review.from < until && matter.review.until > from;
  const begunInTime = localDay(registeredAt, timeZone) < until;
  return begunInTime && (dossier.status === "open" || localDay(dossier.closedAt, timeZone) >= from);
}

async function wholeFile(organisation: string, caseId: string, cases: CaseStore): Promise<WholeFile> {
  const events = await cases.events(organisation, caseId);
  return { dossier: replay(events), events };
}

function chainOf({ caseId, number }: Dossier, events: readonly SealedEvent[]): Uint8Array {
  return json({ caseId, number, events: events.map(linkOf) });
}

function versionsIn(files: readonly WholeFile[]): number[] {
  const versions = files.flatMap(({ events }) => {
    const first = events[0]?.event;
    return first !== undefined && "procedureVersion" in first.facts ? [first.facts.procedureVersion] : [];
  });
  return [...new Set(versions)].sort((one, other) => one - other);
}

/** The versions of the procedure that were kept since the first of these files began, but for the one in force. */
async function earlierProcedures(files: readonly WholeFile[], organisation: string, cases: CaseStore) {
  const first = versionsIn(files)[0] ?? Number.POSITIVE_INFINITY;
  const { version: now } = cases.procedure(organisation);
  const kept = await keptVersions(cases.items, organisation);
  return kept.filter(({ version }) => version >= first && version !== now);
}

const text = (words: string): Uint8Array => new Uint8Array(Buffer.from(words, "utf8"));
const json = (value: unknown): Uint8Array => text(`${JSON.stringify(value, undefined, 2)}\n`);
