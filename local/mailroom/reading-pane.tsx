import type { Instant } from "../../shared/ports.ts";
import { fullMoment } from "./moment-words.ts";
import { link, say, type View } from "./view.ts";
import { words } from "./words.ts";

/** A message opened for reading. `frame` is where its letter is shown; without one only text is. */
export interface OpenMessage {
  readonly key: string;
  readonly at: Instant;
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly frame?: string;
  readonly source: string;
  readonly attachments: readonly { readonly fileName: string; readonly bytes: number }[];
  readonly caseId?: string | undefined;
}

interface Props {
  readonly view: View;
  readonly message: OpenMessage;
  readonly box: string | undefined;
}

export function ReadingPane({ view, message, box }: Props) {
  const own = box === undefined ? undefined : { box };
  const asText = view.query.get("as") === "text" || message.frame === undefined;
  const toggle = link(view, "/mailroom", { ...own, mail: message.key, ...(!asText && { as: "text" }) });
  return (
    <article class="room-reading" aria-labelledby="message-title">
      <p class="room-back">
        <a class="utrecht-link" href={link(view, "/mailroom", own)}>
          ← {say(view, words.backToList)}
        </a>
      </p>
      <header class="room-reading__head">
        <h1 class="utrecht-heading-3" id="message-title">
          {message.subject === "" ? say(view, words.noSubject) : message.subject}
        </h1>
        <dl class="room-reading__fields">
          <dt>{say(view, words.from)}</dt>
          <dd>{message.from === "" ? say(view, words.nobody) : message.from}</dd>
          <dt>{say(view, words.to)}</dt>
          <dd>{message.to}</dd>
          <dt>{say(view, words.at)}</dt>
          <dd>
            <time datetime={message.at}>{fullMoment(message.at, view.language)}</time>
          </dd>
          {message.attachments.length > 0 && (
            <>
              <dt>{say(view, words.attachments)}</dt>
              <dd>{message.attachments.map(({ fileName, bytes }) => `${fileName} (${bytes} B)`).join(", ")}</dd>
            </>
          )}
        </dl>
        <ul class="room-actions">
          <li>
            <a
              class="utrecht-button utrecht-button--secondary-action"
              href={link(view, "/mailroom/compose", { ...own, reply: message.key })}
            >
              {say(view, words.reply)}
            </a>
          </li>
          {message.frame !== undefined && (
            <li>
              <a class="utrecht-link" href={toggle}>
                {say(view, asText ? words.asLetter : words.asText)}
              </a>
            </li>
          )}
          {message.caseId !== undefined && (
            <li>
              <a class="utrecht-link" href={link(view, `/mailroom/cases/${encodeURIComponent(message.caseId)}`)}>
                {say(view, words.case)}
              </a>
            </li>
          )}
          <li>
            <a class="utrecht-link" href={message.source}>
              {say(view, words.source)}
            </a>
          </li>
        </ul>
      </header>
      {asText ? (
        <p class="room-reading__text">{message.text}</p>
      ) : (
        <iframe
          class="room-reading__letter"
          title={say(view, words.letterFrame)}
          src={message.frame}
          sandbox="allow-popups allow-popups-to-escape-sandbox"
        />
      )}
    </article>
  );
}
