import type { EndedTask, OpenTask } from "../domain/dossier.ts";
import type { Text } from "../domain/text.ts";
import { capital } from "../letters/wording/capital.ts";
import { fileWords } from "../letters/wording/file-words.ts";
import { nameAndTitle } from "../letters/wording/people.ts";
import { speaking } from "../letters/wording/say.ts";
import { taskName } from "../letters/wording/task-name.ts";
import type { DeskFrame } from "./desk/desk-frame.ts";
import { hasChoice, OutcomeLabel } from "./earlier-answers.tsx";
import { Entry } from "./entry.tsx";
import { FileEyebrow } from "./file-eyebrow.tsx";
import { page } from "./layout.tsx";
import { Moment } from "./moment.tsx";
import { PhaseSteps } from "./phase-steps.tsx";
import type { CaseView } from "./status-page.tsx";

/** What the page of a task is made of once that task has ended. */
export interface TaskEndedPage extends Omit<CaseView, "links"> {
  /** Around the page, when the visitor is at the desk. */
  readonly desk?: DeskFrame | undefined;
  readonly task: EndedTask;
  /** This very visit answered it: thank the visitor. */
  readonly justAnswered?: boolean;
  /** This very visit tried to answer it, after it had ended. */
  readonly late?: boolean;
  /** What this visitor wrote too late stands in the case as a message. */
  readonly filed?: boolean;
}

/** For whoever wrote something when the time for it was over. */
export const filedAsMessage: Text = {
  nl: "Wat u schreef is als bericht bij de zaak gevoegd.",
  en: "What you wrote was added to the case as a message.",
};

/**
 * For a colleague: who did what and when, and what happens now. For a second click, another browser, a late click. The link is dead, so
 * nothing of the file is on it: no complaint, no words of the answer.
 */
export function taskEndedPage(view: TaskEndedPage): string {
  const { dossier, task, procedure, language, justAnswered = false, late = false } = view;
  const say = speaking(language);
  const title = say(titleOf(view));
  return page({
    title: `${title} · ${dossier.number}`,
    language,
    procedure,
    desk: view.desk,
    children: (
      <>
        <PhaseSteps dossier={dossier} procedure={procedure} language={language} />
        <div class="opening">
          <FileEyebrow dossier={dossier} language={language} />
          <h1 class="utrecht-heading-1">{title}</h1>
          <p class="lead">{say(justAnswered ? saved : late ? tooLate[task.status] : nothingChanged[task.status])}</p>
          {late && (
            <p>
              {say({
                nl: "Moeten wij toch nog iets weten? Stuur het dan als antwoord op de mail die u van ons kreeg.",
                en: "Is there still something that we should know? Then send it as a reply to the mail you had from us.",
              })}
            </p>
          )}
        </div>
        <dl class="utrecht-data-list due">
          <Entry term={say({ nl: "Taak", en: "Task" })}>{say(taskName(task, dossier))}</Entry>
          <HowItEnded {...view} />
        </dl>
        <h2 class="utrecht-heading-2">{say({ nl: "Wat gebeurt er nu?", en: "What happens now?" })}</h2>
        <Next {...view} />
        {view.desk !== undefined && (
          <p>
            <a class="utrecht-link utrecht-link--html-a" href={view.desk.rooms[0]?.href ?? "/desk"}>
              {say({ nl: "Terug naar mijn taken", en: "Back to my tasks" })}
            </a>
          </p>
        )}
      </>
    ),
  });
}

function titleOf({ task, justAnswered = false }: TaskEndedPage): Text {
  if (justAnswered) return { nl: "Dank u wel", en: "Thank you" };
  switch (task.status) {
    case "answered":
      return { nl: "Deze taak is al klaar", en: "This task is done already" };
    case "expired":
      return { nl: "Deze link werkt niet meer", en: "This link no longer works" };
    case "cancelled":
      return { nl: "Deze taak is niet meer nodig", en: "This task is no longer needed" };
  }
}

const saved: Text = {
  nl: "Uw antwoord is bewaard. U kunt deze pagina sluiten.",
  en: "Your answer is saved. You can close this page.",
};

const tooLate: { readonly [Status in EndedTask["status"]]: Text } = {
  answered: {
    nl: "Uw antwoord is niet bewaard. Iemand was u voor.",
    en: "Your answer was not saved. Somebody was first.",
  },
  expired: {
    nl: "Uw antwoord is niet bewaard. De tijd voor deze taak was om.",
    en: "Your answer was not saved. The time for this task was up.",
  },
  cancelled: {
    nl: "Uw antwoord is niet bewaard. Deze taak was niet meer nodig.",
    en: "Your answer was not saved. This task was no longer needed.",
  },
};

const nothingChanged: { readonly [Status in EndedTask["status"]]: Text } = {
  answered: {
    nl: "Iemand heeft deze taak al gedaan. Er is niets veranderd door uw bezoek.",
    en: "Somebody has done this task already. Your visit has changed nothing.",
  },
  expired: {
    nl: "Er kwam op tijd geen antwoord. Er is niets veranderd door uw bezoek.",
    en: "No answer came in time. Your visit has changed nothing.",
  },
  cancelled: {
    nl: "Wat hier gevraagd werd, is al klaar of gestopt.",
    en: "What was asked here is completed or has ended.",
  },
};

function HowItEnded({ task, dossier, procedure, language }: TaskEndedPage) {
  const say = speaking(language);
  const moment = (at: string) => <Moment at={at} language={language} procedure={procedure} />;
  switch (task.status) {
    case "answered":
      return (
        <>
          <Entry term={say({ nl: "Gedaan door", en: "Done by" })}>
            {nameAndTitle(task.by, dossier, procedure, language)}
          </Entry>
          <Entry term={say({ nl: "Op", en: "On" })}>{moment(task.answeredAt)}</Entry>
          {hasChoice(task) && (
            <Entry term={say({ nl: "Keuze", en: "Choice" })}>
              <OutcomeLabel task={task} language={language} />
            </Entry>
          )}
        </>
      );
    case "expired":
    case "cancelled":
      return (
        <>
          <Entry term={say({ nl: "Lag bij", en: "Was with" })}>
            {nameAndTitle(task.assignee, dossier, procedure, language)}
          </Entry>
          <Entry term={say({ nl: "Gestopt op", en: "Ended on" })}>
            {moment(task.status === "expired" ? task.expiredAt : task.cancelledAt)}
          </Entry>
        </>
      );
  }
}

/** Whose turn it is now, or that it is about to be somebody's. */
function Next({ dossier, task, procedure, language }: TaskEndedPage) {
  const say = speaking(language);
  const follows = whatFollows(task);
  const { the } = fileWords(dossier);
  const open = dossier.tasks.filter((task): task is OpenTask => task.status === "open");
  if (open.length > 0) {
    return (
      <ul class="plain">
        {open.map((task) => (
          <li>
            <strong>{say(taskName(task, dossier))}</strong>
            <br />
            {nameAndTitle(task.assignee, dossier, procedure, language)}, {say({ nl: "voor", en: "before" })}{" "}
            <Moment at={task.dueAt} language={language} procedure={procedure} />
          </li>
        ))}
      </ul>
    );
  }
  if (dossier.status === "closed") {
    return (
      <p>
        {say({ nl: `${capital(the.nl)} is gesloten op`, en: `${capital(the.en)} was closed on` })}{" "}
        <Moment at={dossier.closedAt} language={language} procedure={procedure} dayOnly />.
        {follows !== undefined && ` ${say(follows)}`}
      </p>
    );
  }
  return (
    <p>
      {say({
        nl: `${capital(the.nl)} gaat verder. Wie nu aan zet is, krijgt een mail met een nieuwe link.`,
        en: `${capital(the.en)} goes on. Whoever is next gets a mail with a new link.`,
      })}
    </p>
  );
}

/** What is done with a mail once somebody said what it is: its own file is closed then, and the work goes on elsewhere. */
function whatFollows(task: EndedTask): Text | undefined {
  if (task.kind !== "look-at-mail" || task.status !== "answered") return undefined;
  switch (task.answer.outcome) {
    case "new-case":
      return {
        nl: "Er komt een zaak van. De taken daarvoor komen per mail. U vindt de zaak ook aan de balie, bij ‘Mail’.",
        en: "It becomes a case. Its tasks come by mail. You also find the case at the desk, under ‘Mail’.",
      };
    case "belongs":
      return {
        nl: "De mail komt in de zaak. Wie die behandelt, krijgt bericht.",
        en: "The mail goes into the case. Whoever handles it is told.",
      };
    case "one-by-one":
      return { nl: "U krijgt voor elke mail een eigen taak.", en: "You get a task for each mail." };
    default:
      return {
        nl: "De afzender krijgt geen bericht. Was het een vergissing? Kies dan aan de balie, bij ‘Mail’, ‘Laat er toch iemand naar kijken’.",
        en: "The sender does not hear from us. Was it a mistake? Then choose ‘Have somebody look at it after all’ at the desk, under ‘Mail’.",
      };
  }
}
