import type { ComponentChildren } from "preact";
import type { Procedure } from "../../shared/domain/procedure.ts";
import { document } from "./frame.tsx";
import { MailboxList } from "./mailbox-list.tsx";
import { entriesIn, type MailEntry, mailboxGroups, mailboxOf } from "./mailboxes.ts";
import { MessageList } from "./message-list.tsx";
import { say, type View } from "./view.ts";
import { words } from "./words.ts";

interface Props {
  readonly view: View;
  readonly procedures: readonly Procedure[];
  /** All mail, newest first. */
  readonly entries: readonly MailEntry[];
  /** What is in the third pane; `alone` = on a narrow screen it is shown instead of the lists. */
  readonly pane: { readonly title: string; readonly alone: boolean; readonly content: ComponentChildren };
}

/** Mailboxes, the messages of one of them, and a message or something to do. */
export function postPage({ view, procedures, entries, pane }: Props): string {
  const wanted = view.query.get("box") ?? view.query.get("to") ?? undefined;
  const box = wanted === undefined ? undefined : mailboxOf(wanted, procedures);
  const groups = mailboxGroups(procedures, entries, view.language);
  const name = groups.flatMap(({ boxes }) => boxes).find(({ address }) => address.toLowerCase() === box)?.name;
  const title = box === undefined ? say(view, words.everything) : name === undefined || name === "" ? box : name;
  return document({
    view,
    title: pane.title === "" ? title : pane.title,
    section: "post",
    shape: "panes",
    children: (
      <div class={`room-panes room-panes--${pane.alone ? "one" : box === undefined ? "all" : "box"}`}>
        <MailboxList view={view} groups={groups} open={box} />
        <MessageList
          view={view}
          entries={box === undefined ? entries : entriesIn(box, entries, procedures)}
          everything={entries}
          procedures={procedures}
          title={title}
          main={!pane.alone}
          box={box}
          open={view.query.get("mail") ?? undefined}
        />
        <div class="room-pane">
          {view.query.get("sent") === "yes" && (
            <div class="room-news" role="status">
              <p class="room-paragraph">{say(view, words.sent)}</p>
            </div>
          )}
          {pane.content}
        </div>
      </div>
    ),
  });
}
