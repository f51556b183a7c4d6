import { type DutyEntry, dutyLedger } from "../../shared/domain/duties/ledger.ts";
import type { CaseRow, MailroomDependencies } from "./dependencies.ts";
import { countWords, dutyStatusWords } from "./duty-words.ts";
import { eventWords } from "./event-words.ts";
import { document } from "./frame.tsx";
import { shortMoment } from "./moment-words.ts";
import { link, say, type View } from "./view.ts";
import { words } from "./words.ts";

/** How every duty of the written procedure stands in a case now; `undefined` for a case that does not exist. */
export async function ledgerOf(
  caseId: string,
  { cases, procedures, clock }: Pick<MailroomDependencies, "cases" | "procedures" | "clock">,
): Promise<readonly DutyEntry[] | undefined> {
  const row = (await cases.list()).find(({ id }) => id === caseId);
  const procedure = procedures.find(({ id }) => id === row?.organisation);
  const events = await cases.events(caseId);
  if (procedure === undefined || events === undefined) return undefined;
  return dutyLedger(events, procedure, clock.now());
}

/** The duties of a case on a page of their own (B12). */
export function dutiesPage({
  view,
  row,
  ledger,
}: {
  readonly view: View;
  readonly row: CaseRow | undefined;
  readonly ledger: readonly DutyEntry[];
}): string {
  const title = `${say(view, words.duties)} ${row?.number ?? ""}`.trim();
  const href = link(view, `/mailroom/cases/${encodeURIComponent(row?.id ?? "")}`);
  return document({
    view,
    title,
    section: "cases",
    shape: "sheet",
    children: (
      <div data-live="duties">
        <p class="room-back room-back--always">
          <a class="utrecht-link" href={href}>
            ← {say(view, words.case)} {row?.number}
          </a>
        </p>
        <h1 class="utrecht-heading-2">{title}</h1>
        <DutyLedger view={view} ledger={ledger} caseHref={href} />
      </div>
    ),
  });
}

interface Props {
  readonly view: View;
  readonly ledger: readonly DutyEntry[];
  /** The page on which each event has a place. */
  readonly caseHref: string;
}

/** Those that the case shows, then those that do not matter to it. */
export function DutyLedger({ view, ledger, caseHref }: Props) {
  const concerned = ledger.filter(({ status }) => status !== "not-applicable");
  const others = ledger.filter(({ status }) => status === "not-applicable");
  return (
    <>
      <p class="room-paragraph">{countWords(ledger, view)}</p>
      {concerned.length > 0 && (
        <DutyTable view={view} duties={concerned} caseHref={caseHref} caption={say(view, words.dutiesOfCase)} />
      )}
      {others.length > 0 && (
        <details class="room-duties__others" id="duties-outside">
          <summary>
            {say(view, words.dutiesOutside)} ({others.length})
          </summary>
          <DutyTable view={view} duties={others} caseHref={caseHref} caption={say(view, words.dutiesOutside)} />
        </details>
      )}
    </>
  );
}

interface TableProps {
  readonly view: View;
  readonly duties: readonly DutyEntry[];
  readonly caseHref: string;
  readonly caption: string;
}

function DutyTable({ view, duties, caseHref, caption }: TableProps) {
  const { duty, status, carriedOut, due, proof } = words;
  return (
    <table class="room-table room-duties">
      <caption class="room-unseen">{caption}</caption>
      <thead>
        <tr>
          {[duty, status, carriedOut, due, proof].map((column) => (
            <th key={column.en} scope="col">
              {say(view, column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {duties.map((one) => (
          <tr key={one.id} id={`duty-${one.id}`}>
            <th scope="row">
              <span class="room-duties__id">{one.id}</span> {say(view, one.text)}{" "}
              <span class="room-quiet">{say(view, one.section)}</span>
            </th>
            <td data-label={say(view, status)}>
              <span class={`room-tag room-tag--${one.status}`}>{say(view, dutyStatusWords[one.status])}</span>
            </td>
            <Moment view={view} at={one.at} label={say(view, carriedOut)} />
            <Moment view={view} at={one.dueAt} label={say(view, due)} />
            <td data-label={say(view, proof)}>
              <Proof view={view} entry={one} caseHref={caseHref} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Moment({ view, at, label }: { readonly view: View; readonly at: string | undefined; readonly label: string }) {
  if (at === undefined) return <td class="room-duties__nothing" />;
  return (
    <td data-label={label}>
      <time datetime={at}>{shortMoment(at, view.language)}</time>
    </td>
  );
}

/** The event that shows it, with its place in the dossier; else what it waits for, or why it does not matter. */
function Proof({
  view,
  entry: { event, why },
  caseHref,
}: {
  readonly view: View;
  readonly entry: DutyEntry;
  readonly caseHref: string;
}) {
  return (
    <>
      {event !== undefined && (
        <a class="utrecht-link" href={`${caseHref}#event-${event.version}`}>
          {event.version} {say(view, eventWords[event.type])}
        </a>
      )}
      {event !== undefined && why !== undefined && " "}
      {why !== undefined && say(view, why)}
    </>
  );
}
