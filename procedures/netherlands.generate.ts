// Writes netherlands.ts: `npm run holidays`. Run it when the years run out; a test says so in time.
import { writeFileSync } from "node:fs";
import Holidays from "date-holidays";

/** Dutch public holidays as local dates, on which offices are closed, for the years from `first` through `last`. */
export function dutchHolidays(first: number, last: number): string[] {
  const calendar = new Holidays("NL", { types: ["public"] });
  const dates: string[] = [];
  for (let year = first; year <= last; year += 1) {
    for (const { date } of calendar.getHolidays(year)) dates.push(date.slice(0, 10));
  }
  return [...new Set(dates)].sort();
}

/** The text of netherlands.ts. */
export function netherlandsFile(first: number, last: number): string {
  const byYear = Map.groupBy(dutchHolidays(first, last), (date) => date.slice(0, 4));
  const lines = [...byYear.values()].map((dates) => `  ${dates.map((date) => `"${date}"`).join(", ")},`);
  return [
    "// Made by `npm run holidays` with the date-holidays library; do not edit.",
    `// biome-ignore format: one line is one year`,
    "const holidays = [",
    ...lines,
    "];",
    "",
    "/** Working days in the Netherlands: local dates of public holidays, Europe/Amsterdam. */",
    'export const netherlands = { timeZone: "Europe/Amsterdam", holidays };',
    "",
  ].join("\n");
}

export const years = { first: 2025, last: 2046 } as const;

if (import.meta.filename === process.argv[1]) {
  writeFileSync(new URL("netherlands.ts", import.meta.url), netherlandsFile(years.first, years.last));
}
