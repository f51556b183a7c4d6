import { party } from "../../shared/domain/party.ts";
import type { Procedure } from "../../shared/domain/procedure.ts";
import type { CaseRow } from "./dependencies.ts";
import { partyWords } from "./party-words.ts";
import { MomentCell, tablePage } from "./table-page.tsx";
import { link, say, type View } from "./view.ts";
import { phaseWords, words } from "./words.ts";

interface Props {
  readonly view: View;
  /** Oldest first. */
  readonly cases: readonly CaseRow[];
  readonly procedures: readonly Procedure[];
}

export function casesPage({ view, cases, procedures }: Props): string {
  return tablePage({
    view,
    section: "cases",
    title: words.cases,
    empty: words.noCases,
    columns: [words.number, words.organisation, words.status, words.phase, words.owner, words.registered, words.closed],
    rows: cases,
    keyOf: ({ id }) => id,
    cellsOf: (row) => (
      <>
        <th scope="row">
          <a class="utrecht-link" href={link(view, `/mailroom/cases/${encodeURIComponent(row.id)}`)}>
            {row.number}
          </a>
        </th>
        <td>{procedures.find(({ id }) => id === row.organisation)?.house.name ?? row.organisation}</td>
        <td>
          <span class={`room-tag room-tag--${row.status}`}>
            {say(view, row.status === "open" ? words.open : words.shut)}
          </span>
        </td>
        <td>{say(view, phaseWords[row.phase])}</td>
        <td>{ownerOf(row, procedures, view)}</td>
        <MomentCell at={row.registeredAt} view={view} />
        <MomentCell at={row.closedAt} view={view} />
      </>
    ),
  });
}

function ownerOf(row: CaseRow, procedures: readonly Procedure[], view: View): string {
  const owner = party.safeParse(row.owner).data;
  const procedure = procedures.find(({ id }) => id === row.organisation);
  return owner === undefined ? row.owner : partyWords(owner, procedure, view.language);
}
