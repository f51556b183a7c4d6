import type { DutyEntry } from "../../shared/domain/duties/ledger.ts";
import type { Procedure } from "../../shared/domain/procedure.ts";
import type { SealedEvent } from "../../shared/domain/seal.ts";
import { catalogue } from "../../shared/domain/tasks/catalogue.ts";
import type { CaseRow, ExecutionRow } from "./dependencies.ts";
import { DutyLedger } from "./duty-ledger.tsx";
import { eventSummary, eventWords } from "./event-words.ts";
import { document } from "./frame.tsx";
import { fullMoment } from "./moment-words.ts";
import { link, say, type View } from "./view.ts";
import { phaseWords, words } from "./words.ts";

interface Props {
  readonly view: View;
  readonly caseId: string;
  readonly row: CaseRow | undefined;
  readonly procedure: Procedure | undefined;
  readonly events: readonly SealedEvent[];
  /** Empty when the procedure of the case is not known any more. */
  readonly ledger: readonly DutyEntry[];
  readonly executions: readonly ExecutionRow[];
}

/** The dossier of one case as a timeline; what stays and what can be erased stand apart. */
export function casePage({ view, caseId, row, procedure, events, ledger, executions }: Props): string {
  const title = `${say(view, words.case)} ${row?.number ?? caseId}`;
  const href = link(view, `/mailroom/cases/${encodeURIComponent(caseId)}`);
  return document({
    view,
    title,
    section: "cases",
    shape: "sheet",
    children: (
      <div data-live="case">
        <h1 class="utrecht-heading-2">{title}</h1>
        <p class="room-facts">
          {row !== undefined && (
            <>
              <span class={`room-tag room-tag--${row.status}`}>
                {say(view, row.status === "open" ? words.open : words.shut)}
              </span>
              <span>{say(view, phaseWords[row.phase])}</span>
            </>
          )}
          <a class="utrecht-link" href="#dossier">
            {say(view, words.dossier)}
          </a>
          {executions.map(({ id, task }) => (
            <a key={id} class="utrecht-link" href={link(view, `/mailroom/executions/${encodeURIComponent(id)}`)}>
              {task === undefined ? say(view, words.picture) : say(view, catalogue[task].title)}
            </a>
          ))}
        </p>
        {ledger.length > 0 && (
          <section class="room-ledger" aria-labelledby="duties">
            <h2 class="room-subtitle" id="duties">
              {say(view, words.dutiesHeading)}
            </h2>
            <p class="room-paragraph">
              <a class="utrecht-link" href={link(view, `/mailroom/cases/${encodeURIComponent(caseId)}/duties`)}>
                {say(view, words.dutiesAlone)}
              </a>
            </p>
            <DutyLedger view={view} ledger={ledger} caseHref={href} />
          </section>
        )}
        <h2 class="room-subtitle" id="dossier">
          {say(view, words.dossier)}
        </h2>
        <ul class="room-legend">
          <li class="room-legend__facts">
            <strong>{say(view, words.facts)}</strong> {say(view, words.factsHint)}
          </li>
          <li class="room-legend__private">
            <strong>{say(view, words.private)}</strong> {say(view, words.privateHint)}
          </li>
        </ul>
        <ol class="room-timeline">
          {events.map((one) => (
            <Event key={one.version} view={view} procedure={procedure} sealed={one} />
          ))}
        </ol>
      </div>
    ),
  });
}

interface EventProps {
  readonly view: View;
  readonly procedure: Procedure | undefined;
  readonly sealed: SealedEvent;
}

function Event({ view, procedure, sealed }: EventProps) {
  const { version, at, event } = sealed;
  const summary = eventSummary(event, procedure, view.language);
  return (
    <li class={`room-event room-event--${event.type}`} id={`event-${version}`}>
      <h3 class="room-event__title">
        <span class="room-event__number">{version}</span> {say(view, eventWords[event.type])}
        {summary !== "" && <span class="room-event__summary">: {summary}</span>}
      </h3>
      <p class="room-quiet">
        <time datetime={at}>{fullMoment(at, view.language)}</time> · <code>{event.type}</code>
      </p>
      <div class="room-event__parts">
        <Fields label={say(view, words.facts)} fields={event.facts} kind="facts" />
        {event.private === null ? (
          <p class="room-event__fields room-event__fields--private">
            <strong>{say(view, words.private)}</strong>: {say(view, words.erased)}
          </p>
        ) : (
          <Fields label={say(view, words.private)} fields={event.private} kind="private" />
        )}
      </div>
    </li>
  );
}

interface FieldsProps {
  readonly label: string;
  readonly fields: object;
  readonly kind: "facts" | "private";
}

function Fields({ label, fields, kind }: FieldsProps) {
  const lines = Object.entries(fields).flatMap(([name, value]) => flattened(name, value));
  if (lines.length === 0) return null;
  return (
    <div class={`room-event__fields room-event__fields--${kind}`}>
      <h4>{label}</h4>
      <dl>
        {lines.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

/** Each value that a person can read, with the way to it: `complainant.name`. */
function flattened(name: string, value: unknown): readonly (readonly [string, string])[] {
  if (Array.isArray(value)) {
    return value.every((one) => typeof one !== "object")
      ? value.length === 0
        ? []
        : [[name, value.join(", ")]]
      : value.flatMap((one, index) => flattened(`${name} ${index + 1}`, one));
  }
  if (typeof value === "object" && value !== null)
    return Object.entries(value).flatMap(([part, inner]) => flattened(`${name}.${part}`, inner));
  if (value === undefined) return [];
  return [[name, typeof value === "string" ? value : JSON.stringify(value)]];
}
