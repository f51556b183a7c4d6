import { becameInWords, reasonInWords } from "../../shared/letters/wording/mail-words.ts";
import type { CaseRow, IntakeRow } from "./dependencies.ts";
import { MomentCell, tablePage } from "./table-page.tsx";
import { link, say, type View } from "./view.ts";
import { words } from "./words.ts";

interface Props {
  readonly view: View;
  /** Newest last. */
  readonly rows: readonly IntakeRow[];
  readonly cases: readonly CaseRow[];
}

/** Every mail that ever came in and what became of it. */
export function intakePage({ view, rows, cases }: Props): string {
  const numbers = new Map(cases.map(({ id, number }) => [id, number]));
  const { received, from, to, subject, size, became, case: ofCase, source } = words;
  return tablePage({
    view,
    section: "intake",
    title: words.intake,
    empty: words.noIntake,
    columns: [received, from, to, subject, size, became, ofCase, source],
    rows,
    keyOf: ({ id }) => id,
    cellsOf: (row) => (
      <>
        <MomentCell at={row.receivedAt} view={view} />
        <td class="room-address">{row.from === "" ? say(view, words.nobody) : row.from}</td>
        <td class="room-address">{row.to}</td>
        <th scope="row">
          <a class="utrecht-link" href={link(view, "/mailroom", { mail: `mail-${row.id}` })}>
            {row.subject === "" ? say(view, words.noSubject) : row.subject}
          </a>
        </th>
        <td class="room-number">{sizeWords(row.bytes, view)}</td>
        <td>
          <span class={`room-tag room-tag--${row.disposition}`}>{say(view, becameInWords[row.disposition])}</span>
          {reason(row, view)}
        </td>
        <td>
          {row.caseId !== undefined && (
            <a class="utrecht-link" href={link(view, `/mailroom/cases/${encodeURIComponent(row.caseId)}`)}>
              {numbers.get(row.caseId) ?? row.caseId}
            </a>
          )}
          {row.caseId === undefined && row.fileId !== undefined && (
            <a class="utrecht-link" href={link(view, `/mailroom/cases/${encodeURIComponent(row.fileId)}`)}>
              {say(view, words.heldMail)}
            </a>
          )}
        </td>
        <td>
          <a
            class="utrecht-link"
            href={`/mailroom/intake/${encodeURIComponent(row.id)}/raw`}
            aria-label={`${say(view, source)}: ${row.subject}`}
          >
            {say(view, source)}
          </a>
        </td>
      </>
    ),
  });
}

/** Why it became that, where it is no letter. */
function reason(row: IntakeRow, view: View): string {
  const found = reasonInWords(row.reason ?? null);
  return found === undefined ? "" : ` ${say(view, found)}`;
}

function sizeWords(bytes: number, { language }: Pick<View, "language">): string {
  const size = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  return bytes < 1_000 ? `${size.format(bytes)} B` : `${size.format(bytes / 1_000)} kB`;
}
