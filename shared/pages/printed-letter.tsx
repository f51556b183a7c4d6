import type { Dossier, Task } from "../domain/dossier.ts";
import type { Procedure } from "../domain/procedure.ts";
import { personOf } from "../domain/roles.ts";
import type { Language } from "../domain/text.ts";
import { printableLetter } from "../letters/render.ts";
import { titleOf } from "../letters/wording/people.ts";
import { speaking } from "../letters/wording/say.ts";
import type { Instant } from "../ports.ts";
import { Entry } from "./entry.tsx";

interface PrintedLetterProps {
  readonly task: Task;
  readonly dossier: Dossier;
  readonly procedure: Procedure;
  readonly language: Language;
  readonly now: Instant;
}

/** The letter that a colleague brings over, ready to print, with where to reach the reader (B9, B27). On paper nothing else of the page is left. */
export function PrintedLetter({ task, dossier, procedure, language, now }: PrintedLetterProps) {
  const say = speaking(language);
  const letter = dossier.letters.find(({ letterId }) => letterId === task.about);
  if (letter === undefined) return null;
  const { text, language: written } = printableLetter({ letterId: letter.letterId, dossier, procedure, now });
  const person = personOf(letter.to, procedure, dossier);
  const { phone, address } = (letter.to === "complainant" ? dossier.complainant : undefined) ?? {};
  const name = person?.name || titleOf(letter.to, procedure, language);
  return (
    <section class="post" aria-labelledby="post-title">
      <h2 class="utrecht-heading-2" id="post-title">
        {say({ nl: "De brief", en: "The letter" })}
      </h2>
      <p class="post__how">
        {say({
          nl: "Druk deze pagina af: dan komt alleen de brief op papier. U kunt de brief ook voorlezen aan de telefoon.",
          en: "Print this page: only the letter comes on paper. You can also read the letter out on the phone.",
        })}
      </p>
      <dl class="utrecht-data-list due post__reach">
        <Entry term={say({ nl: "Voor", en: "For" })}>
          <bdi>{name}</bdi>
        </Entry>
        <Entry term={say({ nl: "Adres", en: "Address" })}>
          {address === undefined ? say(unknown) : <bdi class="lines">{address}</bdi>}
        </Entry>
        <Entry term={say({ nl: "Telefoon", en: "Phone" })}>
          {phone === undefined ? say(unknown) : <bdi>{phone}</bdi>}
        </Entry>
      </dl>
      <article class="paper post__sheet" lang={written}>
        <div class="words" dir="auto">
          {text}
        </div>
      </article>
    </section>
  );
}

const unknown = { nl: "Niet bekend", en: "Not known" };
