import { actionsFor } from "../domain/actions/catalogue.ts";
import type { Dossier } from "../domain/dossier.ts";
import type { Party } from "../domain/party.ts";
import type { Procedure } from "../domain/procedure.ts";
import { formOf } from "../domain/tasks/catalogue.ts";
import type { Language } from "../domain/text.ts";
import { speaking } from "../letters/wording/say.ts";
import type { Instant } from "../ports.ts";
import type { BehindFile } from "./behind-file.ts";
import { isAdvice } from "./case-now.ts";
import { Moved, Promises } from "./dates.tsx";
import { happenedForComplainant } from "./happenings.ts";
import { page } from "./layout.tsx";
import { MoreToDo } from "./more-to-do.tsx";
import { OpenQuestions } from "./open-questions.tsx";
import type { PageLinks } from "./page-links.ts";
import { PhaseSteps } from "./phase-steps.tsx";
import { PhoneLink } from "./phone-link.tsx";
import { PromisesShown } from "./promises-shown.tsx";
import { AnswerSent } from "./sent-words.tsx";
import { headline, nextStep } from "./status-story.ts";
import { Timeline } from "./timeline.tsx";
import { WeDid } from "./we-did.tsx";
import { whatElse } from "./what-else.ts";
import { WhoHandles } from "./who-handles.tsx";

/** What the page of a party behind `/s/<secret>` is made of. */
export interface CaseView {
  /** Whose page it is. */
  readonly by: Party;
  readonly dossier: Dossier;
  readonly procedure: Procedure;
  readonly language: Language;
  readonly now: Instant;
  readonly links: PageLinks;
  /** What other files tell of this one. */
  readonly behind?: BehindFile | undefined;
}

/** The complainant's page: where the complaint is, what happened, what comes next and by when. No words of others. */
export function statusPage(view: CaseView): string {
  const { by, dossier, procedure, language, now, links } = view;
  const say = speaking(language);
  const title = say(
    isAdvice(dossier) ? { nl: "Uw vraag", en: "Your question" } : { nl: "Uw klacht", en: "Your complaint" },
  );
  const asked = dossier.tasks.some(({ status, assignee }) => status === "open" && assignee === by);
  return page({
    title: `${title} · ${dossier.number}`,
    language,
    procedure,
    children: (
      <>
        <PhaseSteps dossier={dossier} procedure={procedure} language={language} />
        <div class="opening">
          <p class="eyebrow">
            {say({ nl: "Zaaknummer", en: "Case number" })} {dossier.number}
          </p>
          <h1 class="utrecht-heading-1">{title}</h1>
          <p class="lead">{say(headline(dossier))}</p>
        </div>
        <OpenQuestions by={by} dossier={dossier} procedure={procedure} language={language} links={links} />
        <AnswerSent to={by} dossier={dossier} language={language} />
        <h2 class="utrecht-heading-2">{say({ nl: "Wat gebeurt er nu?", en: "What happens now?" })}</h2>
        <p>{say(nextStep(dossier, procedure))}</p>
        <WhoHandles {...view} />
        <Promises dossier={dossier} procedure={procedure} language={language} now={now} />
        <Moved dossier={dossier} procedure={procedure} language={language} now={now} />
        <PromisesShown promises={view.behind?.promises ?? []} procedure={procedure} language={language} now={now} />
        <WeDid dossier={dossier} language={language} />
        <h2 class="utrecht-heading-2">{say({ nl: "Wat is er gebeurd?", en: "What has happened?" })}</h2>
        <Timeline happened={happenedForComplainant(dossier)} procedure={procedure} language={language} />
        <h2 class="utrecht-heading-2">{say({ nl: "Wat kunt u doen?", en: "What can you do?" })}</h2>
        <AskedFirst {...view} />
        <p>{say(whatElse(dossier, procedure, now, asked))}</p>
        <MoreToDo
          dossier={dossier}
          actions={actionsFor({ by }, dossier, procedure, now)}
          hrefOf={links.action}
          language={language}
        />
        <p>
          {say({
            nl: "U kunt ook antwoorden op een mail van ons, of bellen:",
            en: "You can also reply to a mail from us, or call:",
          })}{" "}
          <PhoneLink procedure={procedure} />.
        </p>
      </>
    ),
  });
}

/** What is asked of the complainant now comes before anything else that they can do. */
function AskedFirst({ by, dossier, language, links }: CaseView) {
  const say = speaking(language);
  return dossier.tasks
    .filter(({ status, assignee }) => status === "open" && assignee === by)
    .map((task) => (
      <p>
        {say({ nl: "Geef eerst antwoord op onze vraag:", en: "First answer our question:" })}{" "}
        <a class="utrecht-link utrecht-link--html-a" href={links.task(task.taskId)}>
          {say(formOf(task).title)}
        </a>
      </p>
    ));
}
