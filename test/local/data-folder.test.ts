import { execFileSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, onTestFinished, test } from "vitest";
import { openDataFolder } from "../../local/data-folder.ts";
import { CannotStart } from "../../local/settings.ts";

function setup() {
  const folder = mkdtempSync(join(tmpdir(), "data-folder-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = (...path: readonly string[]) => join(folder, ...path);
  const open = (path = folder) => {
    const opened = openDataFolder(path);
    onTestFinished(() => opened.release());
    return opened;
  };
  const refusal = (path = folder) => {
    try {
      open(path);
    } catch (error) {
      if (error instanceof CannotStart) return error.message;
      throw error;
    }
    return "not refused";
  };
  return { folder, file, open, refusal };
}

const databases = ["items.sqlite", "engine.sqlite", "post.sqlite", "clock.sqlite"] as const;

describe("The folder with everything that survives a restart", () => {
  test("is made with all that is above it", () => {
    const { file, open } = setup();
    open(file("a", "b", "c"));
    expect(existsSync(file("a", "b", "c", "lock.sqlite"))).toBe(true);
  });

  test("can be had again when the other lets go, but not before", () => {
    const { folder, refusal } = setup();
    const first = openDataFolder(folder);
    expect(refusal()).toMatch(`Another Wederhoor is using ${folder}`);
    first.release();
    expect(refusal()).toBe("not refused");
  });

  test("is refused when a file is in its way", () => {
    const { file, refusal } = setup();
    writeFileSync(file("taken"), "");
    expect(refusal(file("taken"))).toMatch(/taken is a file, not a folder/);
    expect(refusal(file("taken", "below"))).toMatch(/taken is a file, not a folder/);
  });

  test("keeps what was committed and not yet checkpointed when its files are looked at", () => {
    const { file, open } = setup();
    const database = new DatabaseSync(file("items.sqlite"));
    database.exec("PRAGMA journal_mode = WAL; CREATE TABLE t (x); INSERT INTO t VALUES (7)");
    open();
    expect(database.prepare("SELECT x FROM t").all()).toEqual([{ x: 7 }]);
    database.close();
  });

  test("gets no new files from looking at it but the lock", () => {
    const { folder, open } = setup();
    open();
    expect(readdirSync(folder).filter((name) => !name.startsWith("lock.sqlite"))).toEqual([]);
  });
});

describe.each(databases)("A damaged %s", (name) => {
  test("that is no database is named, with what to do", () => {
    const { file, refusal } = setup();
    writeFileSync(file(name), "x".repeat(5000));
    expect(refusal()).toBe(
      `${file(name)} is damaged: put back a copy of the whole folder from before, or choose another folder with --data.`,
    );
  });

  test("with pages overwritten is named too", () => {
    const { file, refusal } = setup();
    const database = new DatabaseSync(file(name));
    database.exec("CREATE TABLE t (x)");
    for (let row = 0; row < 50; row += 1) database.prepare("INSERT INTO t VALUES (?)").run("y".repeat(1000));
    const bytes = database.prepare("PRAGMA page_size").get()?.["page_size"];
    database.close();
    overwrite(file(name), Number(bytes));
    expect(refusal()).toMatch(`${file(name)} is damaged`);
  });

  test("that cannot be opened is named, and is not called damaged", () => {
    const { file, refusal } = setup();
    mkdirSync(file(name));
    expect(refusal()).toMatch(`Cannot open ${file(name)} for writing: give yourself the right`);
  });
});

describe("A lock that fails without another process", () => {
  test("because it is damaged may be deleted", () => {
    const { file, refusal } = setup();
    writeFileSync(file("lock.sqlite"), "x".repeat(5000));
    expect(refusal()).toMatch(/lock\.sqlite is damaged: delete it/);
  });

  test("because it cannot be opened does not blame another Wederhoor", () => {
    const { file, refusal } = setup();
    mkdirSync(file("lock.sqlite"));
    expect(refusal()).toMatch(`Cannot open ${file("lock.sqlite")} for writing`);
  });
});

test.each(["items.sqlite", "clock.sqlite", "items.sqlite-wal", "lock.sqlite"])(
  "A file of somebody else is named: %s",
  (name) => {
    const { folder, file } = setup();
    chmodSync(folder, 0o777);
    writeFileSync(file("items.sqlite"), "");
    chmodSync(file("items.sqlite"), 0o666);
    writeFileSync(file(name), "");
    chmodSync(file(name), 0o444);
    expect(openedAsNobody(folder)).toMatch(`Cannot open ${file(name)} for writing`);
  },
);

test("An archive that is a file is refused", () => {
  const { file, refusal } = setup();
  writeFileSync(file("archive"), "");
  expect(refusal()).toMatch(/archive is a file, not a folder/);
});

/** What a process says that opens the folder and is not root, for whom every file can be written. */
function openedAsNobody(folder: string): string {
  const script = `
    const { openDataFolder } = await import("./local/data-folder.ts");
    if (process.getuid?.() === 0) process.setuid(65534);
    try {
      openDataFolder(${JSON.stringify(folder)});
      console.log("opened");
    } catch (error) {
      console.log(error.message);
    }`;
  const flags = ["--disable-warning=ExperimentalWarning", "--import", "tsx", "--input-type=module", "--eval", script];
  return execFileSync(process.execPath, flags, { cwd: join(import.meta.dirname, "../.."), encoding: "utf8" });
}

/** Everything behind the first page. */
function overwrite(file: string, from: number): void {
  const bytes = Uint8Array.from(readFileSync(file));
  bytes.fill(0xff, from);
  writeFileSync(file, bytes);
}
