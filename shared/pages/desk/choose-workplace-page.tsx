import type { Language } from "../../domain/text.ts";
import { speaking } from "../../letters/wording/say.ts";
import { page } from "../layout.tsx";

interface ChooseWorkplacePage {
  readonly language: Language;
  readonly places: readonly { readonly name: string; readonly href: string }[];
}

/** For who works for more than one organisation of this installation. */
export function chooseWorkplacePage({ language, places }: ChooseWorkplacePage): string {
  const say = speaking(language);
  const title = say({ nl: "Waar wilt u werken?", en: "Where do you want to work?" });
  return page({
    title,
    language,
    children: (
      <>
        <div class="opening">
          <h1 class="utrecht-heading-1">{title}</h1>
        </div>
        <ul class="utrecht-link-list utrecht-link-list--html-ul more">
          {places.map(({ name, href }) => (
            <li>
              <a class="utrecht-link utrecht-link--html-a" href={href}>
                {name}
              </a>
            </li>
          ))}
        </ul>
      </>
    ),
  });
}
