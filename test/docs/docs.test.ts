import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { z } from "zod";

const root = join(import.meta.dirname, "../..");
const read = (file: string) => readFileSync(join(root, file), "utf8");
const pages = globSync(["*.md", "docs/**/*.md"], { cwd: root });

test.each(pages)("every file that %s points to is there", (page) => {
  const targets = [...read(page).matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(([, target = ""]) => target);
  const missing = targets.filter((target) => !existsSync(join(root, dirname(page), target)));
  expect(missing).toEqual([]);
});

test("every alarm's heading stands in the runbook", () => {
  const headings = globSync("infra/**/*.ts", { cwd: root }).flatMap((file) =>
    [...read(file).matchAll(/runbook: "([^"]+)"/g)].map(([, heading]) => heading),
  );
  const runbook = read("docs/runbook.md");
  expect(headings.length).toBeGreaterThan(4);
  for (const heading of headings) expect(runbook).toContain(`\n## ${heading}\n`);
});

test("the README names every script, and only scripts that are there", () => {
  const { scripts } = z.object({ scripts: z.record(z.string(), z.string()) }).parse(JSON.parse(read("package.json")));
  const named = new Set([...read("README.md").matchAll(/npm (?:run (?:-s )?)?([a-z:-]+)/g)].map(([, name]) => name));
  expect([...named].sort()).toEqual(
    Object.keys(scripts)
      .filter((name) => !name.startsWith("pre"))
      .sort(),
  );
});

test("the README's picture has the steps that the state machines have", () => {
  const steps = [
    "assess",
    "establish what happened",
    "write the outcome",
    "draw lessons",
    "solved at once",
    "not a complaint",
  ];
  const picture = /```mermaid([\s\S]*?)```/.exec(read("README.md"))?.[1] ?? "";
  for (const step of steps) expect(picture).toContain(step);
});
