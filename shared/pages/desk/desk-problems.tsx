import type { Text } from "../../domain/text.ts";
import { speaking } from "../../letters/wording/say.ts";
import type { Filled } from "../complain-field.tsx";
import { inputId } from "../field-ids.ts";

interface DeskProblemsProps {
  readonly filled: Filled;
  readonly labels: Readonly<Record<string, Text>>;
  /** The first choice of each field that is a group of them: a link leads there. */
  readonly firstOf?: Readonly<Record<string, string>>;
}

/** What must be put right on a form of the desk, each linked to its field. It takes the focus, so that nobody has to look for it. */
export function DeskProblems({ filled, labels, firstOf = {} }: DeskProblemsProps) {
  const { problems, language } = filled;
  const say = speaking(language);
  if (problems.length === 0) return null;
  return (
    <div
      class="utrecht-alert utrecht-alert--error problems"
      role="alert"
      tabIndex={-1}
      // biome-ignore lint/a11y/noAutofocus: the page came back because of these problems; without scripts nothing else can bring the reader to them
      autoFocus
      aria-labelledby="problems-title"
    >
      <div class="utrecht-alert__content">
        <div class="utrecht-alert__message">
          <h2 class="utrecht-heading-3" id="problems-title">
            {say({ nl: "Het is nog niet vastgelegd", en: "It has not been recorded yet" })}
          </h2>
          <ul class="utrecht-link-list utrecht-link-list--html-ul">
            {problems.map(({ field, message }) => (
              <li>
                <a class="utrecht-link utrecht-link--html-a" href={`#${inputId(field, firstOf[field])}`}>
                  {say(labels[field] ?? { nl: "Formulier", en: "Form" })}
                </a>{" "}
                {say(message)}
              </li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  );
}
