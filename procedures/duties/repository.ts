import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Source } from "./page.ts";

const root = join(import.meta.dirname, "../..");

/** Everything that can carry out a duty. */
export function codeOfTheRepository(): readonly Source[] {
  const rooms = "{shared,functions,workflows,local,infra}/**/*.{ts,tsx}";
  return read([rooms, "procedures/*.ts"]);
}

export function testsOfTheRepository(): readonly Source[] {
  return read(["test/**/*.test.ts"]);
}

function read(patterns: readonly string[]): readonly Source[] {
  return globSync([...patterns], { cwd: root })
    .map((path) => path.replaceAll("\\", "/"))
    .sort()
    .map((path) => ({ path, content: readFileSync(join(root, path), "utf8") }));
}
