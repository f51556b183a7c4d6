import type { Procedure } from "../../shared/domain/procedure.ts";
import type { Draft, DraftProblem } from "./draft.ts";
import { exampleComplaints } from "./examples.ts";
import { link, say, type View } from "./view.ts";
import { words } from "./words.ts";

interface Props {
  readonly view: View;
  readonly draft: Draft;
  readonly procedures: readonly Procedure[];
  readonly problems: readonly DraftProblem[];
  /** What the mail server said when it did not take the mail. */
  readonly refusal?: string | undefined;
}

const lines = [
  { name: "fromName", label: words.yourName, type: "text", optional: true },
  { name: "fromAddress", label: words.yourAddress, type: "email", optional: false },
  { name: "to", label: words.to, type: "email", optional: false },
  { name: "subject", label: words.subject, type: "text", optional: true },
] as const;

export function ComposeForm({ view, draft, procedures, problems, refusal }: Props) {
  const problemOf = (field: keyof Draft) => problems.find((problem) => problem.field === field)?.message[view.language];
  return (
    <section class="room-compose" aria-labelledby="compose-title">
      <p class="room-back">
        <a class="utrecht-link" href={link(view, "/mailroom")}>
          ← {say(view, words.backToList)}
        </a>
      </p>
      <h1 class="utrecht-heading-3" id="compose-title">
        {say(view, words.write)}
      </h1>
      <div class="room-compose__examples">
        <p>{say(view, words.examples)}</p>
        <ul>
          {exampleComplaints.map(({ id, subject, language, organisation }) => (
            <li key={id}>
              <a class="utrecht-link" lang={language} href={link(view, "/mailroom/compose", { example: id })}>
                {subject}
              </a>{" "}
              <span class="room-quiet">{procedures.find((one) => one.id === organisation)?.house.name}</span>
            </li>
          ))}
        </ul>
      </div>
      {refusal !== undefined && (
        <div class="utrecht-alert utrecht-alert--error" role="alert">
          <p class="room-paragraph">
            {say(view, words.refused)} {refusal}
          </p>
        </div>
      )}
      <form method="post" action="/mailroom/compose" novalidate>
        <input type="hidden" name="lang" value={view.language} />
        <input type="hidden" name="inReplyTo" value={draft.inReplyTo} />
        <div class="room-compose__who">
          {lines.map(({ name, label, type, optional }) => (
            <div class="room-field" key={name}>
              <label class="utrecht-form-label" for={name}>
                {say(view, label)} {optional && <span class="room-quiet">({say(view, words.optional)})</span>}
              </label>
              <Problem field={name} message={problemOf(name)} />
              <input
                class="utrecht-textbox utrecht-textbox--html-input"
                id={name}
                name={name}
                type={type}
                value={draft[name]}
                list={name === "to" ? "complaints-addresses" : undefined}
                autocomplete="off"
                required={!optional}
                aria-invalid={problemOf(name) === undefined ? undefined : "true"}
                aria-describedby={problemOf(name) === undefined ? undefined : `${name}-problem`}
              />
            </div>
          ))}
        </div>
        <datalist id="complaints-addresses">
          {procedures.map(({ id, house }) => (
            <option key={id} value={house.complaintsAddress}>
              {house.name}
            </option>
          ))}
        </datalist>
        <div class="room-field">
          <label class="utrecht-form-label" for="text">
            {say(view, words.message)}
          </label>
          <Problem field="text" message={problemOf("text")} />
          <textarea
            class="utrecht-textarea utrecht-textarea--html-textarea"
            id="text"
            name="text"
            rows={12}
            required
            aria-invalid={problemOf("text") === undefined ? undefined : "true"}
            aria-describedby={problemOf("text") === undefined ? undefined : "text-problem"}
          >
            {draft.text}
          </textarea>
        </div>
        <button class="utrecht-button utrecht-button--primary-action" type="submit">
          {say(view, words.send)}
        </button>
      </form>
    </section>
  );
}

function Problem({ field, message }: { readonly field: string; readonly message: string | undefined }) {
  if (message === undefined) return null;
  return (
    <p class="utrecht-form-field-error-message" id={`${field}-problem`}>
      {message}
    </p>
  );
}
