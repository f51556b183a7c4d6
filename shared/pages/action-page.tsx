import type { ActionId, ActionKind } from "../domain/actions/action-kind.ts";
import type { Dossier, Task } from "../domain/dossier.ts";
import type { Procedure } from "../domain/procedure.ts";
import type { Problem } from "../domain/tasks/task-kind.ts";
import type { Language, Text } from "../domain/text.ts";
import { actionWords } from "../letters/wording/action-words.ts";
import { speaking } from "../letters/wording/say.ts";
import { taskName } from "../letters/wording/task-name.ts";
import { AnswerForm } from "./answer-form.tsx";
import { ErrorSummary } from "./error-summary.tsx";
import { FileEyebrow } from "./file-eyebrow.tsx";
import { page } from "./layout.tsx";
import type { PageLinks } from "./page-links.ts";

export interface ActionPage {
  readonly kind: ActionKind;
  /** The task through whose page it is done, when it is one. */
  readonly task: Task | undefined;
  readonly dossier: Dossier;
  readonly procedure: Procedure;
  readonly language: Language;
  readonly links: PageLinks;
  readonly values?: Readonly<Record<string, string>>;
  readonly problems?: readonly Problem[];
}

/** What it means, where that is more than the purpose says. */
const means: { readonly [Id in ActionId]?: readonly Text[] } = {
  withdraw: [
    { nl: "Wij vragen u niets meer en u krijgt geen uitkomst.", en: "We ask you nothing more and you get no outcome." },
    {
      nl: "U krijgt een brief waarin staat dat u uw klacht hebt ingetrokken.",
      en: "You get a letter that says that you have withdrawn your complaint.",
    },
    {
      nl: "Wij kunnen dit niet terugdraaien. U mag later wel een nieuwe klacht sturen.",
      en: "We cannot undo this. You may send a new complaint later.",
    },
  ],
  "announce-delay": [
    {
      nl: "De klager en degene over wie het gaat, lezen de nieuwe datum en de reden.",
      en: "The complainant and the person it is about read the new date and the reason.",
    },
  ],
  "pause-clock": [
    {
      nl: "De klager en degene over wie het gaat, zien de reden op hun pagina.",
      en: "The complainant and the person it is about see the reason on their page.",
    },
  ],
};

/** The form of something that one may do at any moment: what it is, what it means, and a way back. */
export function actionPage(view: ActionPage): string {
  const { kind, task, dossier, procedure, language, links } = view;
  const say = speaking(language);
  const words = actionWords(kind, dossier);
  const title = say(words.title);
  const problems = view.problems ?? [];
  const values = view.values ?? kind.prefill?.(dossier, procedure, language) ?? {};
  const filled = { values, problems, dossier, procedure, language };
  const consequences = means[kind.action] ?? [];
  const stops = kind.action === "withdraw";
  return page({
    title: `${problems.length > 0 ? say({ nl: "Fout: ", en: "Error: " }) : ""}${title} · ${dossier.number}`,
    language,
    procedure,
    desk: links.desk,
    children: (
      <>
        <ErrorSummary form={kind} {...filled} />
        <div class="opening">
          <FileEyebrow
            dossier={dossier}
            language={language}
            after={kind.action === "hand-over-task" && task !== undefined ? say(taskName(task, dossier)) : undefined}
          />
          <h1 class="utrecht-heading-1">{title}</h1>
          <p class="lead">{say(words.purpose)}</p>
          {consequences.length > 0 && (
            <ul class="terms">
              {consequences.map((one) => (
                <li>{say(one)}</li>
              ))}
            </ul>
          )}
        </div>
        <AnswerForm
          form={kind}
          action={links.action(kind.action)}
          note={say({
            nl: "Er verandert pas iets als u op de knop klikt.",
            en: "Nothing changes until you press the button.",
          })}
          {...filled}
        />
        <p>
          <a class="utrecht-link utrecht-link--html-a" href={links.here}>
            {stops
              ? say({ nl: "Nee, ga door met mijn klacht", en: "No, go on with my complaint" })
              : say({ nl: "Terug, zonder iets te doen", en: "Back, without doing a thing" })}
          </a>
        </p>
      </>
    ),
  });
}
