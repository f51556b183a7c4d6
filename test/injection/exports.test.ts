import fc from "fast-check";
import { unzipSync } from "fflate";
import { expect, test } from "vitest";
import type { RegisterRow } from "../../shared/domain/register/register-row.ts";
import { registerCsv } from "../../shared/register/register-csv.ts";
import { registerJson } from "../../shared/register/register-json.ts";
import { registerXlsx } from "../../shared/register/register-xlsx.ts";
import { procedures } from "../support/case-under-test.ts";
import { harmless, hostileWords } from "./hostile-words.ts";

const { learnworks } = procedures;

const rowOf = (courseName: string): RegisterRow => ({
  organisation: "learnworks",
  caseId: "case1",
  number: "LW-2026-0001",
  kind: "complaint",
  status: "closed",
  channel: "email",
  filedAt: "2026-01-05T09:00:00.000Z",
  month: "2026-01",
  course: "cursus",
  courseName,
  respondentKinds: [],
  withdrawn: false,
  reopened: false,
  daysIn: {},
  delayWhy: [],
  satisfaction: { respondents: [] },
  measures: 0,
});

/** Hostile words by themselves, in pieces and behind one another, and any words at all. */
const words = fc.oneof(
  fc
    .array(fc.constantFrom(...hostileWords.map(([, hostile]) => hostile), "=", "\t", "\r\n", '"', ",", ";"), {
      maxLength: 4,
    })
    .map((list) => list.join("")),
  fc.string({ unit: "binary", maxLength: 40 }),
);

/** Where cells begin and end (RFC 4180), read sign by sign. */
function cellsOf(csv: string): readonly (readonly string[])[] {
  const records: string[][] = [[""]];
  let isQuoted = false;
  for (let at = csv.startsWith("\uFEFF") ? 1 : 0; at < csv.length; at += 1) {
    const sign = csv.charAt(at);
    const record = records.at(-1) ?? [];
    if (sign === '"' && isQuoted && csv.charAt(at + 1) === '"') at += 1;
    else if (sign === '"') {
      isQuoted = !isQuoted;
      continue;
    }
    if (sign === "," && !isQuoted) record.push("");
    else if (csv.startsWith("\r\n", at) && !isQuoted) {
      records.push([""]);
      at += 1;
    } else record.push((record.pop() ?? "") + sign);
  }
  return records.slice(0, -1);
}

test("whatever words are in the register stay in their own cell of a CSV, and are no formula", () => {
  fc.assert(
    fc.property(words, (courseName) => {
      const [titles = [], record = []] = cellsOf(registerCsv([rowOf(courseName)], learnworks, "nl"));
      expect(record).toHaveLength(titles.length);
      expect(record.filter((cell) => /^\s*[=+\-@＝＋－＠\t\r]/u.test(cell))).toEqual([]);
      expect(record[0]).toBe("LW-2026-0001");
    }),
    { numRuns: 500 },
  );
});

test("in a workbook they add no cell, formula or link", async () => {
  const partsOf = async (courseName: string) => {
    const files = unzipSync(await registerXlsx([rowOf(courseName)], learnworks, "nl"));
    const text = Object.values(files)
      .map((bytes) => new TextDecoder().decode(bytes))
      .join("\n");
    return { names: Object.keys(files), tags: text.match(/<[a-zA-Z:]+/gu), text };
  };
  for (const [, hostile] of hostileWords) {
    const [attacked, normal] = [await partsOf(hostile), await partsOf(harmless(hostile))];
    expect(attacked.names).toEqual(normal.names);
    expect(attacked.tags).toEqual(normal.tags);
    expect(attacked.text).not.toMatch(/<f[ >]|<hyperlink/u);
  }
});

test("in JSON they are one string", () => {
  fc.assert(
    fc.property(words, (courseName) => {
      const read: unknown = JSON.parse(registerJson([rowOf(courseName)]));
      expect(JSON.stringify(read)).toContain(JSON.stringify(courseName));
      expect(JSON.stringify(read).match(/"caseId":/gu)?.length).toBe(
        1 + (JSON.stringify(courseName).match(/"caseId":/gu)?.length ?? 0),
      );
    }),
  );
});
