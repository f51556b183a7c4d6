import type { Language } from "../domain/text.ts";
import { speaking } from "../letters/wording/say.ts";

/** To the mail as it came in, where there is one to hand over. It is saved, not shown. */
export function OriginalLink({ href, language }: { readonly href: string | undefined; readonly language: Language }) {
  const say = speaking(language);
  if (href === undefined) return null;
  return (
    <p class="original">
      <a class="utrecht-link utrecht-link--html-a" href={href}>
        {say({ nl: "De mail zoals die binnenkwam", en: "The mail as it came in" })}
      </a>{" "}
      <span class="quiet">{say({ nl: "om te bewaren (.eml)", en: "to save (.eml)" })}</span>
    </p>
  );
}
