import type { CaseRow, IntakeRow } from "./dependencies.ts";
import { document } from "./frame.tsx";
import { shortMoment } from "./moment-words.ts";
import { link, say, type View } from "./view.ts";
import { dispositionWords, words } from "./words.ts";

interface Props {
  readonly view: View;
  /** Newest last. */
  readonly rows: readonly IntakeRow[];
  readonly cases: readonly CaseRow[];
}

/** Every mail that ever came in and what became of it. */
export function intakePage({ view, rows, cases }: Props): string {
  const title = say(view, words.intake);
  const numbers = new Map(cases.map(({ id, number }) => [id, number]));
  return document({
    view,
    title,
    section: "intake",
    shape: "sheet",
    children: (
      <div data-live="intake">
        <h1 class="utrecht-heading-2">{title}</h1>
        {rows.length === 0 ? (
          <p class="room-paragraph">{say(view, words.noIntake)}</p>
        ) : (
          <div class="room-wide">
            <table class="room-table">
              <thead>
                <tr>
                  <th scope="col">{say(view, words.received)}</th>
                  <th scope="col">{say(view, words.from)}</th>
                  <th scope="col">{say(view, words.to)}</th>
                  <th scope="col">{say(view, words.subject)}</th>
                  <th scope="col">{say(view, words.size)}</th>
                  <th scope="col">{say(view, words.became)}</th>
                  <th scope="col">{say(view, words.case)}</th>
                  <th scope="col">{say(view, words.source)}</th>
                </tr>
              </thead>
              <tbody>
                {rows.toReversed().map((row) => (
                  <tr key={row.id}>
                    <td>
                      <time datetime={row.receivedAt}>{shortMoment(row.receivedAt, view.language)}</time>
                    </td>
                    <td>{row.from === "" ? say(view, words.nobody) : row.from}</td>
                    <td>{row.to}</td>
                    <th scope="row">
                      <a class="utrecht-link" href={link(view, "/mailroom", { mail: `mail-${row.id}` })}>
                        {row.subject === "" ? say(view, words.noSubject) : row.subject}
                      </a>
                    </th>
                    <td class="room-number">{sizeWords(row.bytes, view)}</td>
                    <td>
                      <span class={`room-tag room-tag--${row.disposition}`}>
                        {say(view, dispositionWords[row.disposition])}
                      </span>
                    </td>
                    <td>
                      {row.caseId !== undefined && (
                        <a class="utrecht-link" href={link(view, `/mailroom/cases/${encodeURIComponent(row.caseId)}`)}>
                          {numbers.get(row.caseId) ?? row.caseId}
                        </a>
                      )}
                    </td>
                    <td>
                      <a
                        class="utrecht-link"
                        href={`/mailroom/intake/${encodeURIComponent(row.id)}/raw`}
                        aria-label={`${say(view, words.source)}: ${row.subject}`}
                      >
                        {say(view, words.source)}
                      </a>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </div>
    ),
  });
}

function sizeWords(bytes: number, { language }: Pick<View, "language">): string {
  const size = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  return bytes < 1_000 ? `${size.format(bytes)} B` : `${size.format(bytes / 1_000)} kB`;
}
