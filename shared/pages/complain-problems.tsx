import type { Text } from "../domain/text.ts";
import { speaking } from "../letters/wording/say.ts";
import type { Filled } from "./complain-field.tsx";
import { inputId } from "./field-ids.ts";

interface ComplainProblemsProps {
  readonly filled: Filled;
  readonly labels: Readonly<Record<string, Text>>;
  /** It was right, but we could not store it. */
  readonly failed: boolean;
}

/** What must be put right, each linked to its field. It takes the focus, so that nobody has to look for it. */
export function ComplainProblems({ filled, labels, failed }: ComplainProblemsProps) {
  const { problems, language } = filled;
  const say = speaking(language);
  if (problems.length === 0 && !failed) return null;
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
            {say({ nl: "Uw klacht is nog niet verstuurd", en: "Your complaint has not been sent yet" })}
          </h2>
          {failed && (
            <p>
              {say({
                nl: "Er ging iets mis bij ons. Wat u schreef staat hieronder nog. Wacht even en verstuur het nog eens.",
                en: "Something went wrong on our side. What you wrote is still below. Wait a moment and send it again.",
              })}
            </p>
          )}
          {problems.length > 0 && (
            <ul class="utrecht-link-list utrecht-link-list--html-ul">
              {problems.map(({ field, message }) => (
                <li>
                  <a class="utrecht-link utrecht-link--html-a" href={`#${inputId(field)}`}>
                    {say(labels[field] ?? { nl: "Formulier", en: "Form" })}
                  </a>{" "}
                  {say(message)}
                </li>
              ))}
            </ul>
          )}
        </div>
      </div>
    </div>
  );
}
