import type { Language } from "../../domain/text.ts";
import { speaking } from "../../letters/wording/say.ts";
import { type DeskFrame, roomNames } from "./desk-frame.ts";

/** The second row of the head of a desk page: its rooms, and the way out. */
export function DeskNav({ desk, language }: { readonly desk: DeskFrame; readonly language: Language }) {
  const say = speaking(language);
  return (
    <div class="utrecht-page-header__content bar desk-bar">
      <nav aria-label={say({ nl: "Klachtenbalie", en: "Complaints desk" })}>
        <ul class="desk-rooms">
          {desk.rooms.map(({ room, href }) => (
            <li>
              <a
                class="utrecht-link utrecht-link--html-a"
                href={href}
                {...(room === desk.here && { "aria-current": "page" })}
              >
                {say(roomNames[room])}
              </a>
            </li>
          ))}
          {desk.elsewhere.map(({ name, href }) => (
            <li>
              <a class="utrecht-link utrecht-link--html-a" href={href}>
                {say({ nl: "Naar", en: "To" })} {name}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <form class="desk-out" method="post" action={desk.signOut}>
        <span class="quiet">{desk.name}</span>
        <button class="utrecht-button utrecht-button--subtle desk-out__button" type="submit">
          {say({ nl: "Uitloggen", en: "Sign out" })}
        </button>
      </form>
    </div>
  );
}
