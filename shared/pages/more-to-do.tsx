import type { ActionId, ActionKind } from "../domain/actions/action-kind.ts";
import type { Dossier } from "../domain/dossier.ts";
import type { Language } from "../domain/text.ts";
import { actionWords } from "../letters/wording/action-words.ts";
import { speaking } from "../letters/wording/say.ts";

interface MoreToDoProps {
  readonly actions: readonly ActionKind[];
  readonly dossier: Dossier;
  readonly hrefOf: (action: ActionId) => string;
  readonly language: Language;
}

/** Links to what one may do at any moment. The links change nothing: each leads to a form. */
export function MoreToDo({ actions, dossier, hrefOf, language }: MoreToDoProps) {
  const say = speaking(language);
  if (actions.length === 0) return null;
  return (
    <ul class="utrecht-link-list utrecht-link-list--html-ul more">
      {actions.map((kind) => (
        <li>
          <a class="utrecht-link utrecht-link--html-a" href={hrefOf(kind.action)}>
            {say(actionWords(kind, dossier).title)}
          </a>
        </li>
      ))}
    </ul>
  );
}
