import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { catalogue } from "../../shared/domain/tasks/catalogue.ts";

const repository = join(import.meta.dirname, "../..");
const minute = 60_000;

/** What somebody sees who types `npm run -s rehearse --` with these flags. */
function rehearse(flags: readonly string[], folder = repository) {
  const node = ["--disable-warning=ExperimentalWarning", "--import", "tsx", "local/rehearse.ts", ...flags];
  const env = { ...process.env, INIT_CWD: folder };
  const { status, stdout, stderr } = spawnSync(process.execPath, node, {
    cwd: repository,
    env,
    encoding: "utf8",
    timeout: 2 * minute,
  });
  return { status, stdout, stderr };
}

/** The lines of a day with what happened then, `2 March` → `10:00  complaint  LW-2026-0001`. */
function linesOf(stdout: string): readonly string[] {
  return stdout.split("\n").map((line) => line.trim().replace(/ {2,}/g, "  "));
}

/** `B21  late  …  2 Apr 2026, 10:00  …` → the status of each duty. */
function dutiesOf(stdout: string): ReadonlyMap<string, string> {
  const rows = stdout.matchAll(/^ {2}([AB]\d+) +(met|late|open|not applicable) {2}/gm);
  return new Map([...rows].map(([, id = "", status = ""]) => [id, status]));
}

const monday = ["--on", "2026-03-02", "--language", "en"];

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "rehearse-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

describe.each([
  { procedure: "learnworks", number: "LW-2026-0001", duties: 38, owner: "project manager (Farah Amrani)" },
  {
    procedure: "sterker",
    number: "ST-2026-0001",
    duties: 30,
    owner: "manager Innovation and Development (Yasmina el Khatib)",
  },
])("A rehearsal of $procedure", ({ procedure, number, duties, owner }) => {
  const rehearsal = (answers: string) => rehearse(["--procedure", procedure, "--answers", answers, ...monday]);

  test(
    "shows what happens when everybody answers after a working day",
    () => {
      const { status, stdout, stderr } = rehearsal("normal");
      expect(stderr).toBe("");
      expect(status).toBe(0);
      const lines = linesOf(stdout);
      expect(lines.slice(2, 6)).toEqual([
        "Monday, 2 March 2026",
        `10:00  complaint  ${number}`,
        `10:00  owner  ${owner}`,
        "10:00  letter  receipt → complainant",
      ]);
      expect(lines).toContainEqual(
        expect.stringMatching(/^\d\d:\d\d {2}task {2}Assess the complaint → .*, by 4 Mar 2026, 17:00$/),
      );
      expect(lines).toContainEqual(expect.stringMatching(/^\d\d:\d\d {2}letter {2}outcome → complainant$/));
      expect(lines).toContainEqual(expect.stringMatching(/^\d\d:\d\d {2}closed {2}/));
      expect(stdout).not.toContain("the time is up");
      expect(stdout).toContain("Everything is done here: ");
      expect(dutiesOf(stdout).size).toBe(duties);
      expect([...dutiesOf(stdout).values()]).not.toContain("late");
    },
    minute,
  );

  test(
    "shows who is reminded and what comes late when everybody is slow",
    () => {
      const { status, stdout } = rehearsal("slow");
      expect(status).toBe(0);
      const lines = linesOf(stdout);
      for (const reason of [
        "half of the time is gone",
        "last working day",
        "the time is up",
        "a term of the case is running out",
      ])
        expect(lines).toContainEqual(expect.stringMatching(new RegExp(`^\\d\\d:\\d\\d {2}alarm {2}${reason}: .* → `)));
      expect(lines).toContainEqual(expect.stringMatching(/ delay {2}from 2 Apr 2026, 10:00 to /));
      expect(lines).toContainEqual(expect.stringMatching(/ letter {2}it takes longer → complainant$/));
      expect(stdout).toContain("Everything is done here: ");
    },
    minute,
  );

  test(
    "shows how far a case comes by itself when nobody ever answers",
    () => {
      const { status, stdout } = rehearsal("nobody");
      expect(status).toBe(0);
      const lines = linesOf(stdout);
      expect(stdout).not.toMatch(/ done {2}/);
      expect(lines).toContainEqual(expect.stringMatching(/ expired {2}Assess the complaint$/));
      expect(lines).toContainEqual(expect.stringMatching(/ letter {2}late, without a new date yet → complainant$/));
      expect(stdout).toContain("From here it repeats itself");
      expect([...dutiesOf(stdout).values()]).toContain("open");
    },
    minute,
  );
});

describe("A procedure file of one's own", () => {
  const own = (changes: string) => `
    import { learnworks } from ${JSON.stringify(join(repository, "procedures/learnworks.ts"))};
    export const school = { ...learnworks, id: "school", house: { ...learnworks.house, name: "The Hill School",
      numberPrefix: "HS", language: "en", languages: ["en"] }, ${changes} };`;

  test(
    "is rehearsed by its path, with the steps that only it has",
    () => {
      const folder = temporaryFolder();
      writeFileSync(
        join(folder, "my-school.ts"),
        own(`branches: { ...learnworks.branches, session: true },
        tasks: { ...learnworks.tasks, "hold-session": { within: { amount: 2, unit: "weeks" }, duty: "house", basis: "house-default" } }`),
      );
      const { status, stdout, stderr } = rehearse(["--procedure", "./my-school.ts", "--on", "2026-03-02"], folder);
      expect(stderr).toBe("");
      expect(status).toBe(0);
      expect(stdout).toMatch(/^The Hill School: an example complaint/);
      expect(stdout).toContain("HS-2026-0001");
      expect(stdout).toMatch(new RegExp(` task +${catalogue["hold-session"].title.en} → `));
      expect(stdout).toContain("Everything is done here: ");
    },
    minute,
  );

  test.each([
    {
      title: "with a mistake",
      file: own("roles: []"),
      told: /^my-school\.ts cannot be used:\n {2}roles: /,
    },
    { title: "that is no TypeScript", file: "export const school = [;", told: /my-school\.ts:1:\d+: ERROR: / },
    { title: "without a procedure", file: "export const answer = 42;", told: /^my-school\.ts exports no procedure: / },
    {
      title: "with two procedures",
      file: `${own("")}\n export const other = { ...school };`,
      told: /^my-school\.ts exports more than one procedure: /,
    },
  ])(
    "$title is told without a stack",
    ({ file, told }) => {
      const folder = temporaryFolder();
      writeFileSync(join(folder, "my-school.ts"), file);
      const { status, stderr } = rehearse(["--procedure", "my-school.ts"], folder);
      expect(stderr).toMatch(told);
      expect(stderr).not.toMatch(/\n\s+at |node:internal|Node\.js v/);
      expect(status).toBe(1);
    },
    minute,
  );
});

describe("What cannot be rehearsed", () => {
  test.each([
    {
      title: "an unknown procedure names those that there are",
      flags: ["--procedure", "nowhere"],
      told: "There is no procedure nowhere. There are: learnworks, sterker.",
    },
    {
      title: "no procedure at all says how to name one",
      flags: [],
      told: "Say which procedure: --procedure learnworks or",
    },
    { title: "a file that is not there", flags: ["--procedure", "./nowhere.ts"], told: "There is no file " },
    {
      title: "an unknown pace",
      flags: ["--procedure", "sterker", "--answers", "fast"],
      told: "--answers fast is not one of nobody, slow, normal.",
    },
    {
      title: "an unknown language",
      flags: ["--procedure", "sterker", "--language", "fr"],
      told: "--language fr is not one of nl, en.",
    },
    {
      title: "a day that is none",
      flags: ["--procedure", "sterker", "--on", "2026-02-30"],
      told: "--on 2026-02-30 is no day",
    },
    { title: "an unknown flag", flags: ["--quick"], told: "Unknown option '--quick'" },
  ])(
    "$title",
    ({ flags, told }) => {
      const { status, stdout, stderr } = rehearse(flags);
      expect(stderr).toContain(told);
      expect(stderr).not.toMatch(/\n\s+at |node:internal/);
      expect([status, stdout]).toEqual([1, ""]);
    },
    minute,
  );

  test(
    "--help shows the flags",
    () => {
      expect(rehearse(["--help"])).toMatchObject({
        status: 0,
        stdout: expect.stringContaining("Usage: npm run rehearse"),
        stderr: "",
      });
    },
    minute,
  );
});
