import type { ComponentChildren } from "preact";
import type { Text } from "../../shared/domain/text.ts";
import { document } from "./frame.tsx";
import { shortMoment } from "./moment-words.ts";
import { type Section, say, type View } from "./view.ts";

interface TablePage<Row> {
  readonly view: View;
  readonly section: Section;
  readonly title: Text;
  /** What is said instead of a table without rows. */
  readonly empty: Text;
  readonly columns: readonly Text[];
  /** Newest last, as everywhere; the page shows the newest first. */
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  readonly cellsOf: (row: Row) => ComponentChildren;
}

/** A page that is one list: cases, executions, mail that came in. */
export function tablePage<Row>({ view, section, title, empty, columns, rows, keyOf, cellsOf }: TablePage<Row>): string {
  return document({
    view,
    title: say(view, title),
    section,
    shape: "sheet",
    children: (
      <div data-live={section}>
        <h1 class="utrecht-heading-2">{say(view, title)}</h1>
        {rows.length === 0 ? (
          <p class="room-paragraph">{say(view, empty)}</p>
        ) : (
          <div class="room-wide">
            <table class="room-table">
              <thead>
                <tr>
                  {columns.map((column) => (
                    <th key={column.en} scope="col">
                      {say(view, column)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.toReversed().map((row) => (
                  <tr key={keyOf(row)}>{cellsOf(row)}</tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </div>
    ),
  });
}

/** A cell with a moment, in short. */
export function MomentCell({ at, view }: { readonly at: string | undefined; readonly view: View }) {
  return <td>{at !== undefined && <time datetime={at}>{shortMoment(at, view.language)}</time>}</td>;
}
