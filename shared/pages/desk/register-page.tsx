import { categoryLabel, causeLabel, findingLabel, outcomeLabel } from "../../domain/learning/overview-labels.ts";
import type { Procedure } from "../../domain/procedure.ts";
import type { RegisterRow } from "../../domain/register/register-row.ts";
import type { Language, Text } from "../../domain/text.ts";
import { speaking } from "../../letters/wording/say.ts";
import { page } from "../layout.tsx";
import { Moment } from "../moment.tsx";
import type { DeskFrame } from "./desk-frame.ts";
import { type PeriodChosen, PeriodForm } from "./period-form.tsx";
import { kindNames, RegisterTotals } from "./register-totals.tsx";
import { Select } from "./select.tsx";

export interface RegisterPage {
  readonly procedure: Procedure;
  readonly language: Language;
  readonly desk: DeskFrame;
  readonly period: PeriodChosen;
  readonly filters: {
    readonly [Name in "kind" | "status" | "category" | "cause" | "outcome"]?: RegisterRow[Name] | undefined;
  };
  /** Newest first. */
  readonly rows: readonly RegisterRow[];
  /** There are more than are shown. */
  readonly more: boolean;
  /** What all complaints of these months add up to, whatever the filters. */
  readonly totals: Readonly<Record<string, number>>;
  readonly path: string;
  readonly hrefOf: (caseId: string) => string;
  readonly downloads: readonly { readonly format: "csv" | "xlsx" | "json"; readonly href: string }[];
  readonly inLanguage: (language: Language) => string;
  /** A download was asked for, and is larger than can be sent at once. */
  readonly tooLarge?: boolean;
}

/** `/desk/<organisation>/register`: every complaint with its facts, and what they add up to (A23, A24, B11). */
export function registerPage(view: RegisterPage): string {
  const { procedure, language, desk, rows, more, downloads, totals, filters, tooLarge = false } = view;
  const say = speaking(language);
  const title = say({ nl: "Klachtenregister", en: "Register of complaints" });
  return page({
    title,
    language,
    procedure,
    desk,
    wide: true,
    inLanguage: view.inLanguage,
    children: (
      <>
        {tooLarge && (
          <p class="notice" role="alert">
            {say({
              nl: "Dit is te veel om in één keer te bewaren. Kies minder maanden.",
              en: "This is too much to save at once. Choose fewer months.",
            })}
          </p>
        )}
        <div class="opening">
          <h1 class="utrecht-heading-1">{title}</h1>
          <p class="lead">
            {say({
              nl: "Alle klachten van deze maanden, zonder namen.",
              en: "All complaints of these months, without names.",
            })}
          </p>
        </div>
        <Filters {...view} />
        <RegisterTotals
          totals={totals}
          procedure={procedure}
          language={language}
          filtered={Object.values(filters).some((one) => one !== undefined)}
        />
        {rows.length === 0 ? (
          <p role="status">{say({ nl: "Er is niets gevonden.", en: "Nothing was found." })}</p>
        ) : (
          <Rows {...view} />
        )}
        {more && (
          <p class="notice">
            {say({
              nl: `Dit zijn de nieuwste ${rows.length}. Bewaar het register om alles te zien.`,
              en: `These are the newest ${rows.length}. Save the register to see them all.`,
            })}
          </p>
        )}
        <section aria-labelledby="save-title" class="not-printed">
          <h2 class="utrecht-heading-3 room-part" id="save-title">
            {say({ nl: "Bewaar deze rijen", en: "Save these rows" })}
          </h2>
          <ul class="downloads">
            {downloads.map(({ format, href }) => (
              <li>
                <a class="utrecht-link utrecht-link--html-a" href={href}>
                  {say(formats[format])}
                </a>
              </li>
            ))}
          </ul>
        </section>
      </>
    ),
  });
}

const formats = {
  xlsx: { nl: "Voor Excel (xlsx)", en: "For Excel (xlsx)" },
  csv: { nl: "Als tekst met komma's (csv)", en: "As text with commas (csv)" },
  json: { nl: "Voor een programma (json)", en: "For a program (json)" },
} as const satisfies Readonly<Record<RegisterPage["downloads"][number]["format"], Text>>;

function Filters({ filters, period, procedure, language, path }: RegisterPage) {
  const say = speaking(language);
  const all = { id: "", label: say({ nl: "Alle", en: "All" }) };
  const named = (list: Procedure["categories"]) => [all, ...list.map(({ id, label }) => ({ id, label: say(label) }))];
  return (
    <PeriodForm {...period} language={language} action={path}>
      <Select
        name="kind"
        label={say({ nl: "Wat", en: "What" })}
        value={filters.kind}
        options={[all, ...Object.entries(kindNames).map(([id, label]) => ({ id, label: say(label) }))]}
      />
      <Select
        name="status"
        label={say({ nl: "Stand", en: "Status" })}
        value={filters.status}
        options={[
          all,
          { id: "open", label: say({ nl: "In behandeling", en: "In progress" }) },
          { id: "closed", label: say({ nl: "Gesloten", en: "Closed" }) },
        ]}
      />
      <Select
        name="category"
        label={say({ nl: "Soort", en: "Kind" })}
        value={filters.category}
        options={named(procedure.categories)}
      />
      <Select
        name="cause"
        label={say({ nl: "Oorzaak", en: "Cause" })}
        value={filters.cause}
        options={named(procedure.causes)}
      />
    </PeriodForm>
  );
}

function Rows({ rows, procedure, language, hrefOf }: RegisterPage) {
  const say = speaking(language);
  const terms = {
    number: say({ nl: "Nummer", en: "Number" }),
    came: say({ nl: "Binnen op", en: "Came in" }),
    category: say({ nl: "Soort", en: "Kind" }),
    cause: say({ nl: "Oorzaak", en: "Cause" }),
    finding: say({ nl: "Oordeel", en: "Finding" }),
    outcome: say({ nl: "Uitkomst", en: "Outcome" }),
    closed: say({ nl: "Gesloten op", en: "Closed on" }),
    mark: say({ nl: "Cijfer klager", en: "Complainant's mark" }),
  };
  const cell = (term: string, words: string | undefined) => (
    <td data-term={term} class={words === undefined ? "empty" : undefined}>
      {words ?? "–"}
    </td>
  );
  const labelled = (code: string | undefined, labelOf: (code: string) => Text) =>
    code === undefined ? undefined : say(labelOf(code));
  return (
    <div class="table-holder">
      <table class="table table--cards">
        <caption>
          {rows.length === 1
            ? say({ nl: "Eén rij", en: "One row" })
            : say({ nl: `${rows.length} rijen`, en: `${rows.length} rows` })}
        </caption>
        <thead>
          <tr>
            {Object.values(terms).map((term) => (
              <th scope="col">{term}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              <th scope="row">
                <a class="utrecht-link utrecht-link--html-a" href={hrefOf(row.caseId)}>
                  {row.number}
                </a>
                {row.kind !== "complaint" && (
                  <>
                    <br />
                    <span class="quiet">{say(kindNames[row.kind])}</span>
                  </>
                )}
              </th>
              <td data-term={terms.came}>
                <Moment at={row.filedAt} language={language} procedure={procedure} dayOnly />
              </td>
              {cell(terms.category, labelled(row.category, categoryLabel(procedure)))}
              {cell(terms.cause, labelled(row.cause, causeLabel(procedure)))}
              {cell(terms.finding, labelled(row.finding, findingLabel))}
              {cell(terms.outcome, row.withdrawn ? say(withdrawn) : labelled(row.outcome, outcomeLabel))}
              <td data-term={terms.closed} class={row.closedAt === undefined ? "empty" : undefined}>
                {row.closedAt === undefined ? (
                  "–"
                ) : (
                  <Moment at={row.closedAt} language={language} procedure={procedure} dayOnly />
                )}
              </td>
              {cell(terms.mark, row.satisfaction.complainant?.score?.toString())}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const withdrawn: Text = { nl: "Ingetrokken", en: "Withdrawn" };
