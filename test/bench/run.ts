/*
 * Measures what no test should: how long, how much, how often. `npm run bench -- mail` runs `mail.ts` beside this file.
 */
const measured = {
  mail: () => import("./mail.ts"),
  kills: () => import("./kills.ts"),
  loop: () => import("./loop.ts"),
} as const;

// The functions log for CloudWatch; here the figures are wanted.
process.env["POWERTOOLS_LOG_LEVEL"] ??= "CRITICAL";

const asked = process.argv[2];
const found = Object.entries(measured).find(([name]) => name === asked);
if (found === undefined) {
  console.error(`Say what to measure: npm run bench -- ${Object.keys(measured).join(" | ")}`);
  process.exit(1);
}
await found[1]();
