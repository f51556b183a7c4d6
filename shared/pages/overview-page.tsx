import { imageSource } from "../charts/chart.ts";
import { speaking } from "../letters/wording/say.ts";
import { page } from "./layout.tsx";
import type { Cell, Figure, Section, Table } from "./overview-section.ts";
import { type OverviewToTell, overviewSections } from "./overview-sections.ts";
import { periodOfOverview, titleOfOverview } from "./overview-words.ts";

interface OverviewPage extends OverviewToTell {
  /** Where the same overview is as a PDF; without it the page does not offer one. */
  readonly pdf?: string;
  /** Where the file of a measure or signal is, for who may open it. */
  readonly linkTo?: (caseId: string) => string | undefined;
}

/** The overview of a period as a whole page, to read on a screen or from paper (A25, B33). */
export function overviewPage(the: OverviewPage): string {
  const { overview, procedure, language } = the;
  return page({
    title: titleOfOverview(overview, language),
    language,
    procedure,
    children: <OverviewReport {...the} />,
  });
}

/** The overview by itself, to put into another page. */
export function OverviewReport({ pdf, linkTo, ...the }: OverviewPage) {
  const { overview, procedure, language } = the;
  const say = speaking(language);
  return (
    <article class="report">
      <div class="opening">
        <p class="eyebrow">{`${procedure.house.name} · ${periodOfOverview(overview, language)}`}</p>
        <h1 class="utrecht-heading-1">{say({ nl: "Overzicht van klachten", en: "Overview of complaints" })}</h1>
        {pdf !== undefined && (
          <p class="report__pdf">
            <a class="utrecht-link utrecht-link--html-a" href={pdf}>
              {say({ nl: "Bewaar of druk af als PDF", en: "Save or print as PDF" })}
            </a>
          </p>
        )}
      </div>
      {overviewSections(the).map((section) => (
        <section class="report__part" aria-labelledby={`part-${section.id}`}>
          <h2 class="utrecht-heading-2" id={`part-${section.id}`}>
            {section.title}
          </h2>
          <Part section={section} linkTo={linkTo} />
        </section>
      ))}
    </article>
  );
}

interface OverviewFoldsProps extends OverviewToTell {
  /** Where the file of a measure or signal is; `undefined` for one that the reader cannot open from here. */
  readonly linkTo?: ((caseId: string) => string | undefined) | undefined;
}

/** What an overview says beside other things: part by part, the first one open. */
export function OverviewFolds({ linkTo, ...the }: OverviewFoldsProps) {
  return overviewSections(the).map((section, index) => (
    <details class="fold" open={index === 0}>
      <summary>{section.title}</summary>
      <div class="fold__inside">
        <Part section={section} linkTo={linkTo} />
      </div>
    </details>
  ));
}

type LinkTo = OverviewPage["linkTo"] | undefined;

function Part({ section, linkTo }: { readonly section: Section; readonly linkTo: LinkTo }) {
  const { paragraphs, figure, tables, quotes = [] } = section;
  return (
    <>
      {paragraphs.map((words) => (
        <p>{words}</p>
      ))}
      {figure !== undefined && <Drawing figure={figure} />}
      {tables.map((table) => (
        <TableOf table={table} linkTo={linkTo} />
      ))}
      {quotes.length > 0 && (
        <div class="paper report__quotes">
          {quotes.map(({ from, text }) => (
            <>
              <h3 class="utrecht-heading-3">{from}</h3>
              <p class="words">{text}</p>
            </>
          ))}
        </div>
      )}
    </>
  );
}

/** A picture, for the page allows no styles inside a drawing; what it shows is in words and in the table after it. */
function Drawing({ figure: { chart, alt } }: { readonly figure: Figure }) {
  return (
    <div class="report__figure">
      <img src={imageSource(chart)} alt={alt} width={chart.width} height={chart.height} />
    </div>
  );
}

function TableOf({ table, linkTo }: { readonly table: Table; readonly linkTo: LinkTo }) {
  const { caption, head, rows, withTotal = false, words = false } = table;
  const last = rows.length - 1;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that is wider than the screen must scroll by keyboard
    <figure class="report__table" aria-label={caption} tabIndex={0}>
      <table class={words ? "counts counts--words" : "counts"}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {head.map((name) => (
              <th scope="col">{name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name = "", ...cells], index) => (
            <tr class={withTotal && index === last ? "counts__total" : undefined}>
              <th scope="row">
                <CellOf cell={name} linkTo={linkTo} />
              </th>
              {cells.map((cell) => (
                <td>
                  <CellOf cell={cell} linkTo={linkTo} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}

function CellOf({ cell, linkTo }: { readonly cell: Cell; readonly linkTo: LinkTo }) {
  if (typeof cell === "string") return <>{cell}</>;
  const href = linkTo?.(cell.caseId);
  if (href === undefined) return <>{cell.text}</>;
  return (
    <a class="utrecht-link utrecht-link--html-a" href={href}>
      {cell.text}
    </a>
  );
}
