import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, expect, test } from "vitest";
import { RunningEdition } from "../support/running-edition.ts";

const guard = pathToFileURL(join(import.meta.dirname, "../support/no-network.mjs")).href;
const folder = mkdtempSync(join(tmpdir(), "wederhoor-network-"));
const calls = join(folder, "calls");

const environment = { NODE_OPTIONS: `--import ${guard}`, NETWORK_CALLS: calls };

afterEach(() => rmSync(calls, { force: true }));

const asked = (): readonly string[] =>
  existsSync(calls)
    ? readFileSync(calls, "utf8")
        .split("\n")
        .filter((line) => line !== "")
    : [];

test("mail comes in, becomes a case and is answered without a question to the network", {
  timeout: 120_000,
}, async () => {
  const edition = new RunningEdition(environment);
  try {
    await edition.start();
    for (const domain of ["deelnemer.example", "xn--mller-kva.example"]) {
      await edition.mail({
        from: `sanne@${domain}`,
        to: "klachten@learnworks.example",
        subject: "Klacht over de les",
        html: '<p>De les was slecht.</p><img src="https://deelnemer.example/foto.png">',
        attachments: [{ filename: "elders.html", content: '<script src="https://deelnemer.example/x.js"></script>' }],
      });
      await edition.letter(`sanne@${domain}`, /./u);
    }

    expect((await edition.intake()).map(({ disposition }) => disposition)).toEqual(["case", "case"]);
    expect(asked()).toEqual([]);
  } finally {
    await edition.remove();
  }
});

test.each([
  ["a name is looked up", 'import("node:dns").then(({ lookup }) => lookup("deelnemer.example", () => {}))'],
  [
    "a server is connected to",
    'import("node:net").then(({ connect }) => connect(9, "127.0.0.1").on("error", () => {}))',
  ],
  ["a page is fetched", 'fetch("http://127.0.0.1:59999/").catch(() => {})'],
])("it would be seen when %s", (_, script) => {
  execFileSync(process.execPath, ["-e", script], { env: { ...process.env, ...environment } });

  expect(asked()).not.toEqual([]);
});
