// Runs before anything else, on whatever Node the machine has: plain JavaScript, built-in modules only.
// Installs the packages of package-lock.json unless exactly those are there already.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stamp = join(root, "node_modules", ".wederhoor-installed");
const major = Number(process.versions.node.split(".")[0]);

if (major < 20) {
  console.error(`Wederhoor needs Node 20 or newer; this is ${process.version}. Install a newer Node and try again.`);
  process.exit(1);
}

const wanted = createHash("sha256")
  .update(readFileSync(join(root, "package-lock.json")))
  .update(`${process.platform} ${process.arch}`)
  .digest("hex");

if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== wanted) {
  console.error("Installing what Wederhoor needs (once, about a minute)…");
  const npm = process.env.npm_execpath;
  const [command, ...prefix] = npm ? [process.execPath, npm] : ["npm"];
  const result = spawnSync(command, [...prefix, "ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: root,
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32" && !npm,
  });
  if (result.status !== 0) {
    console.error("Installing failed. Check the connection to the npm registry and try again.");
    process.exit(result.status ?? 1);
  }
  writeFileSync(stamp, wanted);
}
