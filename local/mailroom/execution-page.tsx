import { catalogue } from "../../shared/domain/tasks/catalogue.ts";
import type { Text } from "../../shared/domain/text.ts";
import type { ExecutionRow, MachineNode, MachinePicture } from "./dependencies.ts";
import { document } from "./frame.tsx";
import { MachineDrawing, type Progress } from "./machine-drawing.tsx";
import { stepsNow } from "./machine-steps.ts";
import { StatusTag } from "./status-tag.tsx";
import { stepWords } from "./step-words.ts";
import { link, say, type View } from "./view.ts";
import { words } from "./words.ts";

interface Props {
  readonly view: View;
  readonly execution: ExecutionRow;
  readonly visited: readonly string[];
  readonly picture: MachinePicture | undefined;
  /** Number of the case, when there is one. */
  readonly number: string | undefined;
}

const progressWords = {
  current: words.current,
  visited: words.visited,
  ahead: words.ahead,
} as const satisfies Record<Progress, Text>;

const kindWords = {
  person: words.byPerson,
  automatic: words.byItself,
  wait: words.waits,
  end: words.ends,
} as const satisfies Record<MachineNode["kind"], Text>;

/** One execution: the picture of its machine with where it is and was, and the same in words beside it. */
export function executionPage({ view, execution, visited, picture, number }: Props): string {
  const title = `${say(view, words.execution)} ${number ?? execution.id}`;
  const now = new Set(execution.states);
  const before = new Set(visited);
  const progressOf = (node: MachineNode): Progress => {
    if (node.states.some((state) => now.has(state))) return "current";
    return node.states.some((state) => before.has(state)) ? "visited" : "ahead";
  };
  const steps = stepsNow(execution.states, picture, view.language);
  const description = steps.length === 0 ? execution.status : `${say(view, words.where)}: ${steps.join(", ")}`;
  return document({
    view,
    title,
    section: "executions",
    shape: "sheet",
    children: (
      <div data-live="execution">
        <h1 class="utrecht-heading-2">{title}</h1>
        <p class="room-facts">
          <StatusTag view={view} status={execution.status} />
          <span>{execution.machine}</span>
          {execution.task !== undefined && <span>{say(view, catalogue[execution.task].title)}</span>}
          {number !== undefined && (
            <a class="utrecht-link" href={link(view, `/mailroom/cases/${encodeURIComponent(execution.caseId)}`)}>
              {say(view, words.case)} {number}
            </a>
          )}
        </p>
        {picture === undefined ? (
          <p class="room-paragraph">{say(view, words.noPicture)}</p>
        ) : (
          <div class="room-execution">
            <figure class="room-execution__picture" tabindex={0} aria-label={say(view, words.picture)}>
              <MachineDrawing
                picture={picture}
                language={view.language}
                progressOf={progressOf}
                title={title}
                description={description}
              />
            </figure>
            <section aria-labelledby="steps">
              <h2 class="room-subtitle" id="steps">
                {say(view, words.steps)}
              </h2>
              <ol class="room-steps">
                {picture.nodes.map((node) => (
                  <li key={node.id} class={`room-steps__step room-steps__step--${progressOf(node)}`}>
                    <span class="room-steps__name">{stepWords(node.id, view.language)}</span>{" "}
                    <span class="room-quiet">
                      {say(view, kindWords[node.kind])}; {say(view, progressWords[progressOf(node)])}
                    </span>
                  </li>
                ))}
              </ol>
            </section>
          </div>
        )}
      </div>
    ),
  });
}
