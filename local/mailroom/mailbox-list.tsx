import type { MailboxGroup } from "./mailboxes.ts";
import { link, say, type View } from "./view.ts";
import { words } from "./words.ts";

interface Props {
  readonly view: View;
  readonly groups: readonly MailboxGroup[];
  /** Address of the open mailbox. */
  readonly open: string | undefined;
}

export function MailboxList({ view, groups, open }: Props) {
  return (
    <nav class="room-boxes" aria-label={say(view, words.mailboxes)} data-live="boxes">
      <a class="utrecht-button utrecht-button--primary-action room-write" href={link(view, "/mailroom/compose")}>
        {say(view, words.write)}
      </a>
      <ul class="room-boxes__list">
        <li>
          <a href={link(view, "/mailroom")} aria-current={open === undefined ? "true" : undefined}>
            <span class="room-boxes__name">{say(view, words.everything)}</span>
          </a>
        </li>
      </ul>
      {groups.map(({ id, title, boxes }) => (
        <section key={id} aria-labelledby={`boxes-${id}`}>
          <h2 class="room-boxes__title" id={`boxes-${id}`}>
            {title}
          </h2>
          {boxes.length === 0 ? (
            <p class="room-quiet">{say(view, words.nobodyYet)}</p>
          ) : (
            <ul class="room-boxes__list">
              {boxes.map(({ address, name, role }) => (
                <li key={address}>
                  <a
                    href={link(view, "/mailroom", { box: address })}
                    aria-current={open === address.toLowerCase() ? "true" : undefined}
                    title={address}
                  >
                    <span class="room-boxes__name">{name === "" ? address : name}</span>
                    {(name !== "" || role !== "") && (
                      <span class="room-boxes__role">{role === "" ? address : role}</span>
                    )}
                  </a>
                </li>
              ))}
            </ul>
          )}
        </section>
      ))}
    </nav>
  );
}
