import type { CaseRow, ExecutionRow, MachinePicture } from "./dependencies.ts";
import { document } from "./frame.tsx";
import { stepsNow } from "./machine-steps.ts";
import { shortMoment } from "./moment-words.ts";
import { StatusTag } from "./status-tag.tsx";
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
  const title = say(view, words.executions);
  const numbers = new Map(cases.map(({ id, number }) => [id, number]));
  return document({
    view,
    title,
    section: "executions",
    shape: "sheet",
    children: (
      <div data-live="executions">
        <h1 class="utrecht-heading-2">{title}</h1>
        {executions.length === 0 ? (
          <p class="room-paragraph">{say(view, words.noExecutions)}</p>
        ) : (
          <div class="room-wide">
            <table class="room-table">
              <thead>
                <tr>
                  <th scope="col">{say(view, words.case)}</th>
                  <th scope="col">{say(view, words.machine)}</th>
                  <th scope="col">{say(view, words.status)}</th>
                  <th scope="col">{say(view, words.where)}</th>
                  <th scope="col">{say(view, words.started)}</th>
                </tr>
              </thead>
              <tbody>
                {executions.toReversed().map(({ id, machine, caseId, status, states, startedAt }) => (
                  <tr key={id}>
                    <th scope="row">
                      <a class="utrecht-link" href={link(view, `/mailroom/executions/${encodeURIComponent(id)}`)}>
                        {numbers.get(caseId) ?? id}
                      </a>
                    </th>
                    <td>{machine}</td>
                    <td>
                      <StatusTag view={view} status={status} />
                    </td>
                    <td>{stepsNow(states, pictureOf(machine)).join(", ")}</td>
                    <td>
                      <time datetime={startedAt}>{shortMoment(startedAt, view.language)}</time>
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
