import { catalogue } from "../../shared/domain/tasks/catalogue.ts";
import type { CaseRow, ExecutionRow, MachinePicture } from "./dependencies.ts";
import { stepsNow } from "./machine-steps.ts";
import { StatusTag } from "./status-tag.tsx";
import { MomentCell, tablePage } from "./table-page.tsx";
import { link, say, type View } from "./view.ts";
import { words } from "./words.ts";

interface Props {
  readonly view: View;
  /** Newest last. */
  readonly executions: readonly ExecutionRow[];
  readonly cases: readonly CaseRow[];
  readonly pictureOf: (machine: string) => MachinePicture | undefined;
}

export function executionsPage({ view, executions, cases, pictureOf }: Props): string {
  const numbers = new Map(cases.map(({ id, number }) => [id, number]));
  return tablePage({
    view,
    section: "executions",
    title: words.executions,
    empty: words.noExecutions,
    columns: [words.case, words.machine, words.status, words.where, words.started],
    rows: executions,
    keyOf: ({ id }) => id,
    cellsOf: ({ id, machine, caseId, status, states, startedAt, task }) => (
      <>
        <th scope="row">
          <a class="utrecht-link" href={link(view, `/mailroom/executions/${encodeURIComponent(id)}`)}>
            {numbers.get(caseId) ?? id}
          </a>
        </th>
        <td>
          {machine}
          {task !== undefined && <span class="room-table__note">{say(view, catalogue[task].title)}</span>}
        </td>
        <td>
          <StatusTag view={view} status={status} />
        </td>
        <td>{stepsNow(states, pictureOf(machine), view.language).join(", ")}</td>
        <MomentCell at={startedAt} view={view} />
      </>
    ),
  });
}
