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
          text: say({ nl: `blad ${current} van ${count}`, en: `sheet ${current} of ${count}` }),
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
    // A heading at the foot of a sheet belongs with what comes after it.
    pageBreakBefore: (node, { getFollowingNodesOnPage }) =>
      node.headlineLevel === 1 && getFollowingNodesOnPage().length === 0,
  };
  return print(document);
}

function part({ title, paragraphs, figure, tables, quotes = [] }: Section): readonly Content[] {
  return [
    {
      text: title,
      bold: true,
      fontSize: 14,
      margin: [0, 18, 0, 6],
      headlineLevel: 1,
      outline: true,
    },
    ...paragraphs.map((text): Content => ({ text, margin: [0, 0, 0, 5] })),
    ...(figure === undefined ? [] : [drawing(figure)]),
    ...tables.flatMap(tableOf),
    ...quotes.map(
      ({ from, text }): Content => ({
        stack: [{ text: from, bold: true }, { text }],
        margin: [0, 4, 0, 6],
      }),
    ),
  ];
}

function drawing({ chart }: Figure): Content {
  return { svg: chart.svg, width: Math.min(textWidth, chart.width * 0.62), margin: [0, 4, 0, 8] };
}

function tableOf({ caption, head, rows, withTotal = false, words = false }: Table): readonly Content[] {
  const last = rows.length - 1;
  const numbers = head.slice(1).map((): "auto" => "auto");
  const widths = words ? ["auto", ...head.slice(1).map((): "*" => "*")] : ["*", ...numbers];
  const body = [
    head.map((text, column) => ({ text, bold: true, alignment: alignment(column, words) })),
    ...rows.map((cells, row) =>
      cells.map((cell, column) => ({
        text: wordsOf(cell),
        bold: withTotal && row === last,
        alignment: alignment(column, words),
      })),
    ),
  ];
  const table: ContentTable = {
    table: { headerRows: 1, keepWithHeaderRows: 1, dontBreakRows: true, widths, body },
    layout: {
      hLineWidth: (line) => (line === 0 ? 0 : line === 1 ? 1 : 0.5),
      hLineColor: (line) => (line === 1 ? look.quiet : look.line),
      vLineWidth: () => 0,
      paddingLeft: (column) => (column === 0 ? 0 : 8),
      paddingRight: () => 0,
      paddingTop: () => 2.5,
      paddingBottom: () => 1.5,
    },
    fontSize: 9,
    lineHeight: 1.2,
    margin: [0, 0, 0, 10],
  };
  return [{ text: caption, color: look.quiet, fontSize: 9, margin: [0, 2, 0, 2], headlineLevel: 1 }, table];
}

function alignment(column: number, words: boolean): "left" | "right" {
  return column === 0 || words ? "left" : "right";
}

function wordsOf(cell: Cell): string {
  return typeof cell === "string" ? cell : cell.text;
}
