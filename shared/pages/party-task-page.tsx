import { actionsFor } from "../domain/actions/catalogue.ts";
import { mayReadFile } from "../domain/seats.ts";
import { formOf } from "../domain/tasks/catalogue.ts";
import type { Text } from "../domain/text.ts";
import { speaking } from "../letters/wording/say.ts";
import { shownToParty } from "../letters/wording/shown.ts";
import { AnswerForm, isFinal } from "./answer-form.tsx";
import { CaseFile } from "./case-file.tsx";
import { Due } from "./due.tsx";
import { ErrorSummary } from "./error-summary.tsx";
import { page } from "./layout.tsx";
import { MoreToDo } from "./more-to-do.tsx";
import { PhoneLink } from "./phone-link.tsx";
import type { TaskPage } from "./task-page.tsx";
import { WordsOf } from "./words-of.tsx";

/**
 * For the complainant, a respondent or the independent person: what is asked, by when and why, what if they do nothing, and the form. Of the
 * file they see only what their kind of task shows; the independent person reads the whole of it.
 */
export function partyTaskPage(view: TaskPage): string {
  const { by, dossier, task, procedure, language, now, links } = view;
  const say = speaking(language);
  const form = formOf(task);
  const problems = view.problems ?? [];
  // A first version of the answer is made from the whole file, with the words of colleagues in it.
  const values = view.values ?? {};
  const title = say(form.title);
  const filled = { values, problems, dossier, procedure, language };
  const actions = actionsFor({ by, task }, dossier, procedure, now);
  const readsFile = mayReadFile(by, dossier, procedure);
  return page({
    title: `${problems.length > 0 ? say({ nl: "Fout: ", en: "Error: " }) : ""}${title} · ${dossier.number}`,
    language,
    procedure,
    wide: readsFile,
    children: (
      <>
        <ErrorSummary form={form} {...filled} />
        <div class="opening">
          <p class="eyebrow">
            {say({ nl: "Zaaknummer", en: "Case number" })} {dossier.number}
          </p>
          <h1 class="utrecht-heading-1">{title}</h1>
          <p class="lead">{say(form.purpose)}</p>
          <dl class="utrecht-data-list due">
            <Due task={task} dossier={dossier} procedure={procedure} language={language} now={now} />
          </dl>
          {form.forParty !== undefined && (
            <details class="fold">
              <summary>{say({ nl: "Wat als ik niets doe?", en: "What if I do nothing?" })}</summary>
              <p class="fold__inside">{say(form.forParty.silence)}</p>
            </details>
          )}
        </div>
        <div class={readsFile ? "desk" : "ask"}>
          {readsFile ? (
            <CaseFile
              dossier={dossier}
              procedure={procedure}
              language={language}
              hrefOfFile={links.file}
              hrefOfOriginal={links.original}
              forIndependent
            />
          ) : (
            <ShownWords {...view} />
          )}
          <div class="desk__answer">
            <section aria-labelledby="answer-title">
              <h2 class="utrecht-heading-2" id="answer-title">
                {say({ nl: "Uw antwoord", en: "Your answer" })}
              </h2>
              <AnswerForm
                form={form}
                action={links.here}
                note={say(actions.some(({ action }) => action === "add-to-case") ? canAddLater : isFinal)}
                {...filled}
              />
            </section>
            <section class="desk__more" aria-labelledby="more-title">
              <h2 class="utrecht-heading-2" id="more-title">
                {say({ nl: "Wat kunt u nog meer doen?", en: "What else can you do?" })}
              </h2>
              <MoreToDo dossier={dossier} actions={actions} hrefOf={links.action} language={language} />
              <p>
                {say({
                  nl: "Lukt het niet, of wilt u liever praten? Bel",
                  en: "Does it not work, or would you rather talk? Call",
                })}{" "}
                <PhoneLink procedure={procedure} />.
              </p>
            </section>
          </div>
        </div>
      </>
    ),
  });
}

const canAddLater: Text = {
  nl: `${isFinal.nl} U kunt later nog wel iets toevoegen.`,
  en: `${isFinal.en} You can still add something later.`,
};

function ShownWords({ by, dossier, task, procedure, language }: TaskPage) {
  const say = speaking(language);
  const erased = say({ nl: "Deze tekst is gewist.", en: "This text has been erased." });
  return shownToParty(task.kind, by, dossier, procedure).map(({ heading, text }) => (
    <section class="paper">
      <h2 class="utrecht-heading-2">
        <bdi>{say(heading)}</bdi>
      </h2>
      <WordsOf text={text} otherwise={erased} />
    </section>
  ));
}
