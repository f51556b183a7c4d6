import type { Procedure } from "../../shared/domain/procedure.ts";
import type { CaseRow } from "./dependencies.ts";
import { document } from "./frame.tsx";
import { shortMoment } from "./moment-words.ts";
import { link, say, type View } from "./view.ts";
import { phaseWords, words } from "./words.ts";

interface Props {
  readonly view: View;
  /** Oldest first. */
  readonly cases: readonly CaseRow[];
  readonly procedures: readonly Procedure[];
}

export function casesPage({ view, cases, procedures }: Props): string {
  const title = say(view, words.cases);
  return document({
    view,
    title,
    section: "cases",
    shape: "sheet",
    children: (
      <div data-live="cases">
        <h1 class="utrecht-heading-2">{title}</h1>
        {cases.length === 0 ? (
          <p class="room-paragraph">{say(view, words.noCases)}</p>
        ) : (
          <div class="room-wide">
            <table class="room-table">
              <thead>
                <tr>
                  <th scope="col">{say(view, words.number)}</th>
                  <th scope="col">{say(view, words.organisation)}</th>
                  <th scope="col">{say(view, words.status)}</th>
                  <th scope="col">{say(view, words.phase)}</th>
                  <th scope="col">{say(view, words.owner)}</th>
                  <th scope="col">{say(view, words.registered)}</th>
                  <th scope="col">{say(view, words.closed)}</th>
                </tr>
              </thead>
              <tbody>
                {cases.toReversed().map((row) => (
                  <tr key={row.id}>
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
                    <td>
                      <time datetime={row.registeredAt}>{shortMoment(row.registeredAt, view.language)}</time>
                    </td>
                    <td>
                      {row.closedAt !== undefined && (
                        <time datetime={row.closedAt}>{shortMoment(row.closedAt, view.language)}</time>
                      )}
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

function ownerOf(row: CaseRow, procedures: readonly Procedure[], view: View): string {
  const procedure = procedures.find(({ id }) => id === row.organisation);
  const role = procedure?.roles.find(({ id }) => id === row.owner);
  const person = procedure?.people.find(({ id }) => id === role?.holder);
  return role === undefined || person === undefined ? row.owner : `${person.name}, ${say(view, role.title)}`;
}
