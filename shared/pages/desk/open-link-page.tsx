import type { Language } from "../../domain/text.ts";
import { speaking } from "../../letters/wording/say.ts";
import { page } from "../layout.tsx";

interface OpenLinkPage {
  readonly language: Language;
  /** The link was not used and is not too old. */
  readonly works: boolean;
  readonly action: string;
}

/** `/desk/in/<secret>`: a button that signs in, or that the link does so no more. */
export function openLinkPage({ language, works, action }: OpenLinkPage): string {
  const say = speaking(language);
  const title = works
    ? say({ nl: "Welkom bij de klachtenbalie", en: "Welcome to the complaints desk" })
    : say({ nl: "Deze link werkt niet meer", en: "This link no longer works" });
  return page({
    title,
    language,
    children: (
      <div class="opening">
        <h1 class="utrecht-heading-1">{title}</h1>
        {works ? (
          <>
            <p class="lead">
              {say({
                nl: "Klik op de knop om binnen te komen. U blijft twaalf uur ingelogd, op dit apparaat.",
                en: "Press the button to come in. You stay signed in for twelve hours, on this device.",
              })}
            </p>
            <form method="post" action={action}>
              <button class="utrecht-button utrecht-button--primary-action utrecht-button--html-button" type="submit">
                {say({ nl: "Kom binnen", en: "Come in" })}
              </button>
            </form>
          </>
        ) : (
          <>
            <p class="lead">
              {say({
                nl: "Een link werkt één keer, en een kwartier lang.",
                en: "A link works once, and for a quarter of an hour.",
              })}
            </p>
            <p>
              <a class="utrecht-link utrecht-link--html-a" href={`/desk?lang=${language}`}>
                {say({ nl: "Vraag een nieuwe link", en: "Ask for a new link" })}
              </a>
            </p>
          </>
        )}
      </div>
    ),
  });
}
