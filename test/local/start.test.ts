import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";

const repository = join(import.meta.dirname, "../..");

/** What somebody sees who starts this program. */
function run(program: string, flags: readonly string[], from: { readonly in?: string; readonly env?: object } = {}) {
  const node = ["--disable-warning=ExperimentalWarning", "--import", "tsx", program];
  const { status, stdout, stderr } = spawnSync(process.execPath, [...node, ...flags], {
    cwd: from.in ?? repository,
    env: { ...process.env, ...from.env },
    encoding: "utf8",
    timeout: 10_000,
  });
  return { status, stdout, stderr };
}
const start = (flags: readonly string[], from?: { readonly in: string }) =>
  run("local/start.ts", ["--http", "0", "--smtp", "0", ...flags], from);

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "start-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

/** A copy of what starts, with one word of a procedure file written differently. */
function copyWith(word: string, other: string): string {
  const copy = temporaryFolder();
  for (const part of [
    "functions",
    "infra",
    "local",
    "procedures",
    "shared",
    "workflows",
    "package.json",
    "tsconfig.json",
  ]) {
    cpSync(join(repository, part), join(copy, part), { recursive: true });
  }
  symlinkSync(join(repository, "node_modules"), join(copy, "node_modules"), "dir");
  const file = join(copy, "procedures/sterker.ts");
  writeFileSync(file, readFileSync(file, "utf8").replace(word, other));
  return copy;
}

const stack = /\n\s+at |node:internal|Node\.js v/;

describe("Starting the embedded edition", () => {
  test("with --help shows the flags, and starts nothing", () => {
    expect(start(["--help"])).toMatchObject({
      status: 0,
      stdout: expect.stringContaining("Usage: npm start"),
      stderr: "",
    });
  });

  test("in a folder that cannot be made says so at once", () => {
    const { status, stderr } = start(["--data", "/proc/nope"]);
    expect(stderr).toMatch(/^Cannot (make the folder|write in) .*--data.*\n$/);
    expect(status).toBe(1);
  });

  test("with a damaged database names the file in one sentence", () => {
    const data = temporaryFolder();
    writeFileSync(join(data, "items.sqlite"), "x".repeat(5000));
    const { status, stderr } = start(["--data", data]);
    expect(stderr).toMatch(/^.*items\.sqlite is damaged: .*\n$/);
    expect(status).toBe(1);
  });
});

describe("A mistake in a procedure file", () => {
  const told = "procedures/sterker.ts cannot be used:\n  roles[0].holder: there is no person `nobody`\n";

  test("is told at start and at synth with file, field and reason only", () => {
    const copy = copyWith('holder: "yasmina"', 'holder: "nobody"');
    expect(start(["--data", join(copy, "data")], { in: copy })).toEqual({ status: 1, stdout: "", stderr: told });
    expect(run("infra/app.ts", [], { in: copy })).toEqual({ status: 1, stdout: "", stderr: told });
  });

  test("that makes it no TypeScript is told with its line, at start and at synth", () => {
    const copy = copyWith("people: [", "people: [[");
    for (const { status, stderr } of [
      start(["--data", join(copy, "data")], { in: copy }),
      run("infra/app.ts", [], { in: copy }),
    ]) {
      expect(stderr).toMatch(/procedures\/sterker\.ts:\d+:\d+: ERROR: /);
      expect(stderr).not.toMatch(stack);
      expect(status).toBe(1);
    }
  });
});

test("A setting that cannot be used is told at synth without a stack", () => {
  const env = { CDK_CONTEXT_JSON: JSON.stringify({ region: "nowhere" }) };
  expect(run("infra/app.ts", [], { env })).toEqual({
    status: 1,
    stdout: "",
    stderr: "--context region: is no region such as eu-west-1\n",
  });
});
