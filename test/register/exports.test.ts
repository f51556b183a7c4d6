import { unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import type { Procedure } from "../../shared/domain/procedure.ts";
import type { RegisterRow } from "../../shared/domain/register/register-row.ts";
import { languages } from "../../shared/domain/text.ts";
import { registerColumns } from "../../shared/register/register-columns.ts";
import { registerCsv } from "../../shared/register/register-csv.ts";
import { registerJson } from "../../shared/register/register-json.ts";
import { registerXlsx } from "../../shared/register/register-xlsx.ts";
import { procedures } from "../support/case-under-test.ts";

const { learnworks } = procedures;

const closed: RegisterRow = {
  organisation: "learnworks",
  caseId: "case1",
  number: "LW-2026-0001",
  kind: "complaint",
  status: "closed",
  channel: "phone",
  // The first of February in Amsterdam.
  filedAt: "2026-01-31T23:30:00.000Z",
  month: "2026-02",
  category: "trainer",
  cause: "agreements",
  finding: "partly-founded",
  severity: "serious",
  claim: "no",
  takenUp: "handle",
  outcome: "partly-founded",
  course: "omgaan-met-agressie",
  courseName: 'Omgaan met "agressie", début',
  respondentKinds: ["colleague", "other"],
  closedAt: "2026-02-26T09:00:00.000Z",
  withdrawn: false,
  reopened: true,
  daysIn: { intake: 2, analysis: 13 },
  duties: { B9: "met", B20: "late", B22: "not-applicable" },
  delayWhy: ["absence", "complex"],
  satisfaction: { complainant: { score: 4, heard: 5 }, respondents: [{ score: 2 }, {}] },
  measures: 1,
};

/** Records of RFC 4180: fields may be quoted, a quote within is doubled. */
function parsed(csv: string): readonly (readonly string[])[] {
  const records: string[][] = [];
  for (const line of csv.split(/\r\n(?=(?:[^"]*"[^"]*")*[^"]*$)/).slice(0, -1)) {
    const fields = line.match(/("([^"]|"")*"|[^,]*)(,|$)/g) ?? [];
    records.push(
      fields.slice(0, registerColumns(learnworks).length).map((field) =>
        field
          .replace(/,$/, "")
          .replace(/^"(.*)"$/s, "$1")
          .replaceAll('""', '"'),
      ),
    );
  }
  return records;
}

function told(csv: string): Readonly<Record<string, string>> {
  const [titles = [], record = []] = parsed(csv.slice(1));
  return Object.fromEntries(titles.map((title, at) => [title, record[at] ?? ""]));
}

describe("the register as CSV (A30)", () => {
  test("says in Dutch what the register knows, in the words of the organisation", () => {
    expect(told(registerCsv([closed], learnworks, "nl"))).toMatchObject({
      Nummer: "LW-2026-0001",
      Soort: "Klacht",
      "Ontvangen op": "2026-02-01",
      "Hoe ontvangen": "Telefoon",
      Oorzaak: learnworks.causes.find(({ id }) => id === "agreements")?.label.nl,
      Oordeel: "Voor een deel terecht",
      Ernst: "Ernstig",
      "Mogelijke claim": "Nee",
      "Hoe opgepakt": "In behandeling nemen",
      "Training of cursus": 'Omgaan met "agressie", début',
      "Over wie": "Over een collega, Over iemand van buiten",
      "Afgerond op": "2026-02-26",
      Ingetrokken: "Nee",
      Heropend: "Ja",
      "Dagen uitzoeken": "13",
      "Dagen leren": "",
      "Waarom later": "Ziekte of vakantie, Ingewikkelde zaak",
      "Tevreden klager (1-5)": "4",
      "Tevreden anderen (1-5)": "2",
      Maatregelen: "1",
      "Plicht B9": "Gedaan",
      "Plicht B20": "Te laat of niet gedaan",
      "Plicht B22": "Niet van toepassing",
    });
  });

  test("says the same in English", () => {
    expect(told(registerCsv([closed], learnworks, "en"))).toMatchObject({
      Kind: "Complaint",
      "Filed on": "2026-02-01",
      Finding: "Partly founded",
      "How taken up": "Take it up",
      "Duty B20": "Late or not done",
    });
  });

  test("is RFC 4180: records end with CRLF, quotes are doubled, and begins with a byte order mark", () => {
    const csv = registerCsv([closed, closed], learnworks, "nl");
    expect(csv.startsWith("\uFEFFNummer,Soort,")).toBe(true);
    expect(csv.split("\r\n")).toHaveLength(4);
    expect(csv.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    expect(csv).toContain('"Omgaan met ""agressie"", début"');
  });

  test("has its titles also when there is not one complaint (A25)", () => {
    expect(registerCsv([], learnworks, "nl").split("\r\n")).toHaveLength(2);
  });

  test("keeps the words of a category that is not offered any more (B30)", () => {
    const categories = learnworks.categories.map((one) => (one.id === "trainer" ? { ...one, retired: true } : one));
    const later: Procedure = { ...learnworks, categories };
    const label = learnworks.categories.find(({ id }) => id === "trainer")?.label.nl ?? "";
    expect(told(registerCsv([closed], later, "nl"))["Onderwerp"]).toBe(label);
  });

  test("leaves empty what is not known of an open case", () => {
    const { number, organisation, caseId, channel, filedAt, month } = closed;
    const open: RegisterRow = {
      ...{ number, organisation, caseId, channel, filedAt, month },
      kind: "undecided",
      status: "open",
      respondentKinds: [],
      withdrawn: false,
      reopened: false,
      daysIn: {},
      delayWhy: [],
      satisfaction: { respondents: [] },
      measures: 0,
    };
    expect(told(registerCsv([open], learnworks, "nl"))).toMatchObject({
      Soort: "Nog niet beoordeeld",
      Onderwerp: "",
      Uitkomst: "",
      "Afgerond op": "",
      "Plicht B9": "",
    });
  });
});

/** What a spreadsheet would carry out, or what would break out of a cell, if it got there as it is. */
const attacks = [
  '=HYPERLINK("https://evil.example","klik")',
  "=cmd|' /C calc'!A0",
  "+1+1",
  "-2+3+cmd|' /C calc'!A0",
  "@SUM(1+1)",
  "\t=1+1",
  "\r=1+1",
  "\n=1+1",
  "＝1+1",
  'Training",=1+1,"',
  "Training\r\n=1+1,x",
  "\u0000=1+1",
] as const;

describe.each(attacks)("a course called %j", (courseName) => {
  const rows = [{ ...closed, courseName }];

  test("is no formula in CSV and stays in its cell", () => {
    const csv = registerCsv(rows, learnworks, "nl");
    const field = told(csv)["Training of cursus"] ?? "";
    expect(field).not.toMatch(/^\s*[=+\-@＝＋－＠\t\r]/);
    expect(csv.split("\r\n")).toHaveLength(3);
    expect(told(csv)["Over wie"]).toBe("Over een collega, Over iemand van buiten");
  });

  test("is a text in the workbook", async () => {
    const sheet = await sheetOf(rows);
    expect(sheet).not.toMatch(/<f[ >]/);
    expect(sheet).not.toContain("\u0000");
  });
});

async function sheetOf(rows: readonly RegisterRow[]): Promise<string> {
  const files = unzipSync(await registerXlsx(rows, learnworks, "nl"));
  const sheet = files["xl/worksheets/sheet1.xml"];
  if (sheet === undefined) throw new Error(`No sheet in ${Object.keys(files).join(", ")}.`);
  const strings = files["xl/sharedStrings.xml"];
  return [sheet, strings].map((part) => new TextDecoder().decode(part)).join("\n");
}

describe("the register as a workbook", () => {
  test("has texts as texts, numbers as numbers and days as days", async () => {
    const sheet = await sheetOf([closed]);
    expect(sheet).toContain("LW-2026-0001");
    // The number of days from 30 December 1899 to 1 February 2026, as a spreadsheet counts days.
    expect(sheet).toMatch(/<c [^>]*><v>46054<\/v><\/c>/);
    expect(sheet).toMatch(/<c [^>]*><v>13<\/v><\/c>/);
  });

  test("can be made of no complaints", async () => {
    expect(await sheetOf([])).toContain("Nummer");
  });
});

describe("the register as JSON", () => {
  test("is the rows as they are kept", () => {
    expect(JSON.parse(registerJson([closed]))).toEqual({ rows: [closed] });
  });
});

test.each(languages)("every column has a title of its own in %s", (language) => {
  const titles = registerColumns(learnworks).map(({ title }) => title[language]);
  expect(new Set(titles).size).toBe(titles.length);
});
