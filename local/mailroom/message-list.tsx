import type { Procedure } from "../../shared/domain/procedure.ts";
import { becameInWords } from "../../shared/letters/wording/mail-words.ts";
import { type MailEntry, mailboxOf, nameOf } from "./mailboxes.ts";
import { shortMoment } from "./moment-words.ts";
import { link, say, type View } from "./view.ts";
import { words } from "./words.ts";

interface Props {
  readonly view: View;
  /** Newest first. */
  readonly entries: readonly MailEntry[];
  /** All mail, for the names in it. */
  readonly everything: readonly MailEntry[];
  readonly procedures: readonly Procedure[];
  readonly title: string;
  /** Whether the list is what the page is about; else the open message is. */
  readonly main: boolean;
  /** Address of the open mailbox. */
  readonly box: string | undefined;
  /** Key of the open message. */
  readonly open: string | undefined;
}

export function MessageList({ view, entries, everything, procedures, title, main, box, open }: Props) {
  const Heading = main ? "h1" : "h2";
  const name = (address: string) =>
    address === "" ? say(view, words.nobody) : nameOf(address, everything, procedures);
  // In a mailbox only the other side is told; in all mail both.
  const who = ({ from, to }: MailEntry) => {
    const others = `→ ${to.map(name).join(", ")}`;
    if (box === undefined) return `${name(from)} ${others}`;
    return mailboxOf(from, procedures) === box ? others : name(from);
  };
  return (
    <section class="room-list" aria-labelledby="list-title">
      {box !== undefined && (
        <p class="room-back">
          <a class="utrecht-link" href={link(view, "/mailroom")}>
            ← {say(view, words.mailboxes)}
          </a>
        </p>
      )}
      <Heading class="room-list__title" id="list-title">
        {title}
      </Heading>
      <div data-live="list">
        {entries.length === 0 && <p class="room-quiet room-list__nothing">{say(view, words.noMessages)}</p>}
        <ol class="room-list__messages">
          {entries.map((entry) => {
            const fields = { ...(box !== undefined && { box }), mail: entry.key };
            return (
              <li key={entry.key}>
                <a href={link(view, "/mailroom", fields)} aria-current={entry.key === open ? "true" : undefined}>
                  <span class="room-list__who">{who(entry)}</span>
                  <time class="room-list__at" datetime={entry.at}>
                    {shortMoment(entry.at, view.language)}
                  </time>
                  <span class="room-list__subject">
                    {entry.subject === "" ? say(view, words.noSubject) : entry.subject}
                  </span>
                  {entry.kind === "mail" && (
                    <span class={`room-tag room-tag--${entry.disposition}`}>
                      {say(view, becameInWords[entry.disposition])}
                    </span>
                  )}
                </a>
              </li>
            );
          })}
        </ol>
      </div>
    </section>
  );
}
