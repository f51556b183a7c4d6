import type { Content, ContentTable, TDocumentDefinitions } from "pdfmake/interfaces.js";
import { look } from "../charts/look.ts";
import { speaking } from "../letters/wording/say.ts";
import type { Cell, Figure, Section, Table } from "../pages/overview-section.ts";
import { type OverviewToTell, overviewSections } from "../pages/overview-sections.ts";
import { periodOfOverview, titleOfOverview } from "../pages/overview-words.ts";
import { print } from "./print.ts";

/** Points: what is left of A4 between the margins. */
const textWidth = 595 - 2 * 56;

/**
 * The overview of a period as a PDF (A25, B33, B34): the same parts as the page. It has a title, a language and bookmarks, its fonts inside it,
 * charts as lines and text, and tables that repeat their head on every sheet.
 */
export function overviewPdf(the: OverviewToTell): Promise<Uint8Array> {
  const { overview, procedure, language } = the;
  const say = speaking(language);
  const title = titleOfOverview(overview, language);
  const { name } = procedure.house;
  const document: TDocumentDefinitions = {
    version: "1.7",
    language: language === "nl" ? "nl-NL" : "en-GB",
    displayTitle: true,
    info: { title, author: name, subject: title, creator: "Wederhoor", creationDate: new Date(overview.madeAt) },
    pageSize: "A4",
    pageMargins: [56, 56, 56, 64],
    defaultStyle: { font: "Roboto", fontSize: 10, lineHeight: 1.3, color: look.ink },
    footer: (current, count) => ({
      margin: [56, 20, 56, 0],
      fontSize: 8.5,
      color: look.quiet,
      columns: [
        { text: `${name} · ${title}` },
        {
          width: 90,
          alignment: "right",
          text: say({ nl: `pagina ${current} van ${count}`, en: `page ${current} of ${count}` }),
        },
      ],
    }),
    content: [
      { text: `${name} · ${periodOfOverview(overview, language)}`, color: look.quiet },
      {
        text: say({ nl: "Overzicht van klachten", en: "Overview of complaints" }),
        bold: true,
        fontSize: 22,
        lineHeight: 1.15,
        margin: [0, 2, 0, 0],
        outline: true,
      },
      ...overviewSections(the).flatMap(part),
    ],
  };
  return print(document);
}

/** What begins a part stays together on one sheet: its heading with the drawing or the small table that comes after it. */
function part({ title, paragraphs, figure, tables, quotes = [] }: Section): readonly Content[] {
  const [first, ...others] = tables;
  const isSmall = figure === undefined && first !== undefined && first.rows.length <= 15;
  const [opening, ...quoted] = quotes.map(
    ({ from, text }): Content => ({ stack: [{ text: from, bold: true }, { text }], margin: [0, 4, 0, 6] }),
  );
  // More than a sheet of words cannot stay together with anything.
  const isShort = opening !== undefined && (quotes[0]?.text.length ?? 0) < 1500;
  return [
    {
      unbreakable: true,
      stack: [
        { text: title, bold: true, fontSize: 14, margin: [0, 18, 0, 6], outline: true },
        ...paragraphs.map((text): Content => ({ text, margin: [0, 0, 0, 5] })),
        ...(figure === undefined ? [] : [drawing(figure)]),
        ...(isSmall ? [tableOf(first)] : []),
        ...(isShort ? [opening] : []),
      ],
    },
    ...(isSmall ? others : tables).map(tableOf),
    ...(opening === undefined || isShort ? [] : [opening]),
    ...quoted,
  ];
}

function drawing({ chart }: Figure): Content {
  return { svg: chart.svg, width: Math.min(textWidth, chart.width * 0.62), margin: [0, 4, 0, 8] };
}

/** On every sheet that a table goes on to, its caption and its head are there again. */
function tableOf({ caption, head, rows, withTotal = false, words = false }: Table): ContentTable {
  const last = rows.length - 1;
  const widths = head.map((_, column) => (column === 0 ? !words : words)).map((wide) => (wide ? "*" : "auto"));
  const captionRow = head.map((_, column) =>
    column === 0 ? { text: caption, color: look.quiet, colSpan: head.length } : { text: "" },
  );
  const body = [
    captionRow,
    head.map((text, column) => ({ text, bold: true, alignment: alignment(column, words) })),
    ...rows.map((cells, row) =>
      cells.map((cell, column) => ({
        text: wordsOf(cell),
        bold: withTotal && row === last,
        alignment: alignment(column, words),
        noWrap: (column === 0) === words,
      })),
    ),
  ];
  return {
    table: { headerRows: 2, keepWithHeaderRows: 3, dontBreakRows: true, widths, body },
    layout: {
      hLineWidth: (line) => (line < 2 ? 0 : line === 2 ? 1 : 0.5),
      hLineColor: (line) => (line === 2 ? look.quiet : look.line),
      vLineWidth: () => 0,
      paddingLeft: (column) => (column === 0 ? 0 : 8),
      paddingRight: () => 0,
      paddingTop: () => 2.5,
      paddingBottom: () => 1.5,
    },
    fontSize: 9,
    lineHeight: 1.2,
    margin: [0, 2, 0, 10],
  };
}

function alignment(column: number, words: boolean): "left" | "right" {
  return column === 0 || words ? "left" : "right";
}

function wordsOf(cell: Cell): string {
  return typeof cell === "string" ? cell : cell.text;
}
