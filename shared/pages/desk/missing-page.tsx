import type { Procedure } from "../../domain/procedure.ts";
import type { Language } from "../../domain/text.ts";
import { speaking } from "../../letters/wording/say.ts";
import { page } from "../layout.tsx";
import type { DeskFrame } from "./desk-frame.ts";

interface MissingPage {
  readonly language: Language;
  readonly procedure?: Procedure | undefined;
  readonly desk?: DeskFrame | undefined;
}

/** For an address of the desk at which there is nothing for this visitor. It does not say whether there is something for others. */
export function missingPage({ language, procedure, desk }: MissingPage): string {
  const say = speaking(language);
  const title = say({ nl: "Deze pagina is er niet voor u", en: "This page is not here for you" });
  return page({
    title,
    language,
    procedure,
    desk,
    children: (
      <div class="opening">
        <h1 class="utrecht-heading-1">{title}</h1>
        <p class="lead">
          {say({
            nl: "Misschien klopt het adres niet. Of het is niet iets voor u.",
            en: "The address may be wrong. Or it is not something for you.",
          })}
        </p>
        <p>
          <a class="utrecht-link utrecht-link--html-a" href={desk?.rooms[0]?.href ?? "/desk"}>
            {say({ nl: "Naar het begin van de balie", en: "To the start of the desk" })}
          </a>
        </p>
      </div>
    ),
  });
}
