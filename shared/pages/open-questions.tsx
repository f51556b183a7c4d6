import type { Dossier } from "../domain/dossier.ts";
import type { Party } from "../domain/party.ts";
import type { Procedure } from "../domain/procedure.ts";
import { formOf } from "../domain/tasks/catalogue.ts";
import type { Language } from "../domain/text.ts";
import { speaking } from "../letters/wording/say.ts";
import { Moment } from "./moment.tsx";
import type { PageLinks } from "./page-links.ts";

interface OpenQuestionsProps {
  readonly by: Party;
  readonly dossier: Dossier;
  readonly procedure: Procedure;
  readonly language: Language;
  readonly links: PageLinks;
}

/** What is asked of a party now, each with its page; what a colleague will ask them by phone is named only. */
export function OpenQuestions({ by, dossier, procedure, language, links }: OpenQuestionsProps) {
  const say = speaking(language);
  const open = dossier.tasks.filter(({ status }) => status === "open");
  const own = open.filter(({ assignee }) => assignee === by);
  const byPhone = open.filter(({ onBehalfOf, assignee }) => onBehalfOf === by && assignee !== by);
  if (own.length + byPhone.length === 0) return null;
  return (
    <section class="paper asks" aria-labelledby="asks-title">
      <h2 class="utrecht-heading-2" id="asks-title">
        {say({ nl: "Wij vragen u iets", en: "We ask you something" })}
      </h2>
      <ul class="plain">
        {own.map((task) => (
          <li>
            <a class="utrecht-link utrecht-link--html-a asks__link" href={links.task(task.taskId)}>
              {say(formOf(task).title)}
            </a>
            <br />
            <span class="quiet">
              {say({ nl: "Graag voor", en: "Please before" })}{" "}
              <Moment at={task.dueAt} language={language} procedure={procedure} />
            </span>
          </li>
        ))}
        {byPhone.map((task) => (
          <li>
            <strong>{say(formOf(task).title)}</strong>
            <br />
            <span class="quiet">
              {say({
                nl: "Een collega neemt hierover contact met u op.",
                en: "A colleague will be in touch about this.",
              })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
