import { readFileSync } from "node:fs";

/** The client script of the mailroom's pages; a file of its own so that the pages' policy can refuse every other script. */
export const refreshScript = readFileSync(new URL("./refresh.js", import.meta.url), "utf8");
