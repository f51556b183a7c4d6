import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync, zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { z } from "zod";
import { checkAgainstEarlier, checkEvidence } from "../../shared/learning/evidence-check.ts";
import { type Chain, chain, manifest, register, sha256 } from "../../shared/learning/evidence-format.ts";
import { evidencePack } from "../../shared/learning/evidence-pack.ts";
import { keepProcedure } from "../../shared/learning/keep-procedure.ts";
import { CaseStore } from "../../shared/store/cases.ts";
import { procedures } from "../support/case-under-test.ts";
import {
  announcedAndErased,
  closedComplaint,
  organisation,
  planted,
  plantedMail,
} from "../support/closed-complaint.ts";
import { LearningWorld } from "../support/learning-world.ts";
import { caseFromMail, type StoredCase } from "../support/stored-case.ts";

type Files = Record<string, Uint8Array>;

let world: LearningWorld;
let complaint: StoredCase;
let files: Files;
beforeAll(async () => {
  world = new LearningWorld();
  complaint = await closedComplaint(world);
  world.clock.at = "2026-03-12T09:00:00.000Z";
  await caseFromMail(world, plantedMail("second").replace("dinsdag", "zaterdag"));
  await caseFromMail(world, plantedMail("third").replace("dinsdag", "zondag"));
  files = await packed(world);
});
afterAll(() => world.remove());

async function packed(one: LearningWorld, from = "2026-01-01", until = "2026-04-01"): Promise<Files> {
  return unzipSync(await evidencePack(organisation, from, until, { cases: one.cases }));
}

const chainOfComplaint = "chains/LW-2026-0001.json";
const json = (value: unknown) => new Uint8Array(Buffer.from(JSON.stringify(value)));
const read = (path: string, from: Files): unknown => JSON.parse(Buffer.from(from[path] ?? []).toString("utf8"));

/** The pack with one file changed; `covered`: the manifest is made to fit, as somebody who knows the format would. */
function tampered(path: string, change: (before: unknown) => unknown, covered = true): Files {
  const changed: Files = { ...files, [path]: json(change(read(path, files))) };
  return covered ? coveredUp(changed) : changed;
}

function coveredUp(changed: Files): Files {
  const before = manifest.parse(read("manifest.json", changed));
  const named = Object.entries(changed)
    .filter(([path]) => path !== "manifest.json")
    .map(([path, bytes]) => ({ path, bytes: bytes.length, sha256: sha256(bytes) }));
  return { ...changed, "manifest.json": json({ ...before, files: named }) };
}

const events = (change: (before: Chain["events"]) => Chain["events"]) => (before: unknown) => {
  const whole = chain.parse(before);
  return { ...whole, events: change(whole.events) };
};

/** Changes one row of the register. */
const firstRow = (change: object) => (before: unknown) => {
  const [first, ...others] = register.parse(before);
  return [{ ...first, ...change }, ...others];
};

function verify(pack: Uint8Array, ...words: string[]) {
  const folder = mkdtempSync(join(tmpdir(), "evidence-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, "pack.zip"), pack);
  const command = new URL("../../local/verify-evidence.ts", import.meta.url).pathname;
  const given = ["--disable-warning=ExperimentalWarning", "--import", import.meta.resolve("tsx"), command];
  return spawnSync(process.execPath, [...given, ...(words.length === 0 ? ["pack.zip"] : words)], {
    cwd: folder,
    encoding: "utf8",
  });
}

describe("an evidence pack (A2)", () => {
  test("holds procedure, register, duties, measures, signals, reviews, and the chain of every file", () => {
    expect(Object.keys(files).toSorted()).toEqual([
      "READ-ME.txt",
      "chains/LW-2026-0001.json",
      "chains/LW-2026-0002.json",
      "chains/LW-2026-0003.json",
      "chains/LW-M-2026-0001.json",
      "chains/LW-M-2026-0002.json",
      "chains/LW-M-2026-0003.json",
      "chains/LW-S-2026-0001.json",
      "duties.json",
      "manifest.json",
      "measures.json",
      "procedure.json",
      "register.csv",
      "register.json",
      "reviews.json",
      "signals.json",
    ]);
    const duties = z
      .array(z.object({ id: z.string(), met: z.number(), late: z.number() }))
      .parse(read("duties.json", files));
    expect(duties.find(({ id }) => id === "B9")).toMatchObject({ met: 1, late: 0 });
  });

  test("is intact as it was made, also after the personal data are gone, and then fits the earlier one", async () => {
    expect(checkEvidence(files)).toMatchObject({ problems: [], absent: [], files: 7 });
    const later = world.copy();
    onTestFinished(() => later.remove());
    await announcedAndErased(later);
    const after = await packed(later);

    expect((await later.cases.load(organisation, complaint.caseId)).complainant).toBeUndefined();
    expect(checkEvidence(after).problems).toEqual([]);
    expect(checkAgainstEarlier(after, files)).toEqual([]);
    expect(after["register.json"]).toEqual(files["register.json"]);
  });

  test("tells nobody's name and no word about people; of a changed way of working it tells what it is", () => {
    const text = Object.values(files)
      .map((bytes) => Buffer.from(bytes).toString("utf8"))
      .join("\n");
    expect(planted.filter((word) => text.toLowerCase().includes(word.toLowerCase()))).toEqual([
      "Spelregels voor humor",
    ]);
  });

  test("holds only what came in in its period", async () => {
    const march = await packed(world, "2026-03-01", "2026-04-01");
    const numbers = register.parse(read("register.json", march)).map(({ number }) => number);
    expect(numbers).toEqual(["LW-2026-0002", "LW-2026-0003"]);
    expect(checkEvidence(march).problems).toEqual([]);
  });

  test("works where nothing happened", async () => {
    const empty = await packed(world, "2025-01-01", "2025-02-01");
    expect(checkEvidence(empty)).toMatchObject({ problems: [], files: 0, events: 0 });
  });

  test("leaves out what must be kept from whoever asks", async () => {
    const isKeptBack = ({ number }: { readonly number: string }) => number === "LW-2026-0002";
    const without = await evidencePack(organisation, "2026-01-01", "2026-04-01", { cases: world.cases, isKeptBack });
    const { problems, absent } = checkEvidence(unzipSync(without));
    expect(problems).toEqual([]);
    expect(absent).toEqual(["LW-2026-0002"]);
    expect(Buffer.from(without).includes("LW-2026-0002")).toBe(false);
  });
});

describe("when the procedure has changed since a case was closed, an evidence pack (A2)", () => {
  /** The same world under the next version, in which no single case shows duty B9 any more. */
  function changed(one: LearningWorld): CaseStore {
    const { learnworks } = procedures;
    const duties = learnworks.duties.map((one) => (one.id === "B9" ? { ...one, proof: "organisation" as const } : one));
    const next = { ...learnworks, version: learnworks.version + 1, duties };
    return new CaseStore({ items: one.items, procedures: [next], clock: one.clock, secrets: one.secrets });
  }

  async function packedAfter(isKept: boolean): Promise<Files> {
    const one = world.copy();
    onTestFinished(() => one.remove());
    if (isKept) await keepProcedure(organisation, one);
    const cases = changed(one);
    await keepProcedure(organisation, { cases });
    return unzipSync(await evidencePack(organisation, "2026-01-01", "2026-04-01", { cases }));
  }
  const before = `procedures/${procedures.learnworks.version}.json`;

  test("holds the version that was in force then, by which its duties are checked", async () => {
    const pack = await packedAfter(true);
    expect(Object.keys(pack).filter((path) => path.startsWith("procedures/"))).toEqual([before]);
    expect(checkEvidence(pack)).toMatchObject({ problems: [], unchecked: [] });

    const rows = firstRow({ duties: { B10: "met" } })(read("register.json", pack));
    const { problems } = checkEvidence(coveredUp({ ...pack, "register.json": json(rows) }));
    expect(problems).toContain("register.json: says of LW-2026-0001 what its events do not say: duties.");
  });

  test("says of which complaints the duties cannot be checked when that version was never kept", async () => {
    const pack = await packedAfter(false);
    expect(Object.keys(pack)).not.toContain(before);
    expect(checkEvidence(pack)).toMatchObject({ problems: [], unchecked: ["LW-2026-0001"] });
    expect(verify(zipSync(pack)).stdout).toContain("is not in it: LW-2026-0001.");
  });

  test("names no colleague and no address of theirs, in no version", async () => {
    const pack = await packedAfter(true);
    const texts = Object.values(pack)
      .map((bytes) => Buffer.from(bytes).toString("utf8"))
      .join();
    const colleagues = procedures.learnworks.people.flatMap(({ name, email }) => [name, email]);
    expect(colleagues.filter((word) => texts.includes(word))).toEqual([]);
    expect(texts).toContain(procedures.learnworks.house.complaintsAddress);
  });
});

describe("whoever changes an evidence pack is found out:", () => {
  test.each([
    [
      "a fact",
      chainOfComplaint,
      events((all) => all.map((one) => (one.version === 7 ? { ...one, facts: { ...one.facts, extra: "x" } } : one))),
      "LW-2026-0001: event 7 was changed.",
    ],
    [
      "a moment",
      chainOfComplaint,
      events((all) => all.map((one) => (one.version === 9 ? { ...one, at: "2026-01-04T09:00:00.000Z" } : one))),
      "LW-2026-0001: event 9 was changed.",
    ],
    [
      "an event that is gone",
      chainOfComplaint,
      events((all) => all.filter(({ version }) => version !== 5)),
      "LW-2026-0001: event 5 is missing.",
    ],
    [
      "two events that changed places",
      chainOfComplaint,
      events((all) => [...all.slice(0, 5), ...all.slice(5, 7).reverse(), ...all.slice(7)]),
      "LW-2026-0001: event 6 is not in its place.",
    ],
    [
      "an event that is gone, the others numbered anew",
      chainOfComplaint,
      events((all) => all.filter(({ version }) => version !== 5).map((one, at) => ({ ...one, version: at + 1 }))),
      "LW-2026-0001: event 5 was changed.",
    ],
    [
      "the register",
      "register.json",
      firstRow({ finding: "unfounded" }),
      "register.json: says of LW-2026-0001 what its events do not say: finding.",
    ],
    [
      "how a duty stood in the register",
      "register.json",
      firstRow({ duties: { B9: "met" } }),
      "register.json: says of LW-2026-0001 what its events do not say: duties.",
    ],
    [
      "a complaint left out of the register",
      "register.json",
      (before: unknown) => register.parse(before).slice(1),
      "register.json: LW-2026-0001 was left out.",
    ],
    [
      "a complaint that stands there twice",
      "register.json",
      (before: unknown) => [...register.parse(before), ...register.parse(before).slice(0, 1)],
      "register.json: LW-2026-0001 stands in it twice.",
    ],
    [
      "the totals of the duties",
      "duties.json",
      (before: unknown) =>
        z
          .array(z.looseObject({}))
          .parse(before)
          .map((one) => ({ ...one, late: 0, met: 99 })),
      "duties.json: the numbers of duty B9 are not those of the register.",
    ],
    [
      "a measure",
      "measures.json",
      (before: unknown) =>
        z
          .array(z.looseObject({}))
          .parse(before)
          .map((one) => ({ ...one, dueAt: "2027-01-01T16:00:00.000Z" })),
      "measures.json: says of LW-M-2026-0001 what its events do not say: something else.",
    ],
    ["a signal left out", "signals.json", () => [], "signals.json: LW-S-2026-0001 was left out."],
  ])("%s, also when the manifest is made to fit", (_what, path, change, problem) => {
    expect(checkEvidence(tampered(path, change)).problems).toContain(problem);
    expect(checkEvidence(tampered(path, change, false)).problems).toContain(
      `${path}: was changed after the pack was made.`,
    );
  });

  test("a file that is missing or was added", () => {
    const { "signals.json": _gone, ...left } = files;
    expect(checkEvidence(left).problems).toContain("signals.json: is missing.");
    expect(checkEvidence({ ...files, "extra.txt": json("x") }).problems).toEqual([
      "extra.txt: was added after the pack was made.",
    ]);
  });

  test("the table of the register", () => {
    const table = Buffer.from(files["register.csv"] ?? []).toString("utf8");
    const changed = {
      ...files,
      "register.csv": new Uint8Array(Buffer.from(table.replace("LW-2026-0002", "LW-2026-0009"))),
    };
    expect(checkEvidence(coveredUp(changed)).problems).toEqual(["register.csv: is not the same as register.json."]);
  });

  test("a complaint that is gone with its row and its chain, by its number", () => {
    const { "chains/LW-2026-0002.json": _gone, ...left } = files;
    const rows = register.parse(read("register.json", files)).filter(({ number }) => number !== "LW-2026-0002");
    expect(checkEvidence(coveredUp({ ...left, "register.json": json(rows) })).absent).toEqual(["LW-2026-0002"]);
  });

  test("the end of a case cut off, by the register, and by an earlier pack", () => {
    const shorter = tampered(
      chainOfComplaint,
      events((all) => all.slice(0, 20)),
    );
    expect(checkEvidence(shorter).problems.join()).toContain("register.json: says of LW-2026-0001");
    expect(checkAgainstEarlier(shorter, files)).toEqual([
      "LW-2026-0001: event 21 is not what it was in the earlier pack.",
    ]);
  });

  test.each([
    ["no pack at all", {}],
    ["a manifest of something else", { "manifest.json": json({ format: "other" }) }],
    ["a manifest that is no JSON", { "manifest.json": new Uint8Array([1, 2, 3]) }],
  ])("%s", (_what, pack) => {
    expect(checkEvidence(pack).problems).toEqual([
      "manifest.json: is not there or cannot be read. This is no evidence pack.",
    ]);
  });
});

describe("npm run verify-evidence", () => {
  test("says that all is intact, with a fingerprint to write down, and ends with 0", () => {
    const { status, stdout, stderr } = verify(zipSync(files));
    expect(stderr).toBe("");
    expect(status).toBe(0);
    expect(stdout).toMatch(/^Evidence of Learnworks, from 2026-01-01 until 2026-04-01/);
    expect(stdout).toContain(`Fingerprint: ${sha256(files["manifest.json"] ?? new Uint8Array())}`);
    expect(stdout).toContain("Intact: everything is as it was made.");
  });

  test("does not mind that a folder was packed again by hand, with entries for folders", () => {
    expect(verify(zipSync({ ...files, "chains/": new Uint8Array() })).stdout).toContain("Intact:");
  });

  test("names what is not intact, and ends with 1", () => {
    const { status, stdout } = verify(zipSync(tampered("register.json", firstRow({ outcome: "other" }))));
    expect(status).toBe(1);
    expect(stdout).toContain("NOT intact: 2 found.\n- register.json: says of LW-2026-0001");
  });

  test.each([
    ["is no ZIP", new Uint8Array([1, 2, 3]), ["pack.zip"], "cannot read 'pack.zip' as a ZIP"],
    ["is not there", new Uint8Array(), ["other.zip"], "cannot read 'other.zip' as a ZIP"],
    ["is not named", new Uint8Array(), ["--earlier", "pack.zip"], "usage: npm run -s verify-evidence"],
  ])("says in one line what is wrong when the file %s, and ends with 2", (_what, pack, words, reason) => {
    const { status, stderr } = verify(pack, ...words);
    expect(status).toBe(2);
    expect(stderr).toContain(reason);
    expect(stderr.trim().split("\n")).toHaveLength(1);
  });
});
