import type { ActionId } from "../domain/actions/action-kind.ts";
import { dueAt } from "../domain/clocks.ts";
import type { Task } from "../domain/dossier.ts";
import { isRespondent } from "../domain/party.ts";
import type { Text } from "../domain/text.ts";
import { capital } from "../letters/wording/capital.ts";
import { fileWords } from "../letters/wording/file-words.ts";
import { momentInWords } from "../letters/wording/moment.ts";
import { nameAndTitle } from "../letters/wording/people.ts";
import { speaking } from "../letters/wording/say.ts";
import { FileEyebrow } from "./file-eyebrow.tsx";
import { page } from "./layout.tsx";
import type { CaseView } from "./status-page.tsx";

export interface ActedPage extends CaseView {
  readonly action: ActionId;
  readonly task: Task | undefined;
}

/** After something that one may do at any moment: what happened and what now. Reloading it does nothing again. */
export function actedPage(view: ActedPage): string {
  const { dossier, procedure, language, links } = view;
  const say = speaking(language);
  const { title, now } = wordsOf(view);
  return page({
    title: `${say(title)} · ${dossier.number}`,
    language,
    procedure,
    desk: links.desk,
    children: (
      <div class="opening">
        <FileEyebrow dossier={dossier} language={language} />
        <h1 class="utrecht-heading-1">{say(title)}</h1>
        <p class="lead">{say(now)}</p>
        <p>
          <a class="utrecht-link utrecht-link--html-a" href={links.root}>
            {say({ nl: "Terug", en: "Back" })}
          </a>
        </p>
      </div>
    ),
  });
}

function wordsOf({ action, by, task, dossier, procedure, language }: ActedPage): {
  readonly title: Text;
  readonly now: Text;
} {
  const { the } = fileWords(dossier);
  const isComplaint = dossier.matter.kind === "complaint";
  const name = (who: Task["assignee"]) => nameAndTitle(who, dossier, procedure, language);
  const due = momentInWords(dueAt("decision", dossier, procedure), language, procedure.calendar.timeZone);
  switch (action) {
    case "withdraw":
      return {
        title: { nl: "Uw klacht is ingetrokken", en: "Your complaint is withdrawn" },
        now: {
          nl: "Wij stoppen ermee. U krijgt daar nog een brief over. U hoeft niets meer te doen.",
          en: "We stop with it. You get a letter about that. You do not need to do a thing any more.",
        },
      };
    case "add-to-case":
      return {
        title: isComplaint
          ? { nl: "Het staat in de zaak", en: "It is in the case" }
          : { nl: `Het staat bij ${the.nl}`, en: `It is with ${the.en}` },
        now:
          by === "complainant" || isRespondent(by)
            ? {
                nl: "Dank u wel. Wie de klacht behandelt, leest wat u schreef.",
                en: "Thank you. Whoever handles the complaint reads what you wrote.",
              }
            : { nl: `De eigenaar van ${the.nl} krijgt er bericht van.`, en: `The owner of ${the.en} is told.` },
      };
    case "announce-delay":
      return {
        title: { nl: "Het uitstel is vastgelegd", en: "The delay is recorded" },
        now: {
          nl: `De uitkomst komt nu voor ${due}. De klager en degene over wie het gaat, krijgen een brief met de nieuwe datum en de reden.`,
          en: `The outcome now comes before ${due}. The complainant and the person it is about get a letter with the new date and the reason.`,
        },
      };
    case "hand-over-task":
      return {
        title: { nl: "De taak is overgedragen", en: "The task is handed over" },
        now: {
          nl: `${name(task?.assignee ?? dossier.owner)} heeft nu de taak en krijgt een mail met een eigen link.`,
          en: `${name(task?.assignee ?? dossier.owner)} has the task now and gets a mail with a link of their own.`,
        },
      };
    case "hand-over-case":
      return {
        title: { nl: `${capital(the.nl)} is overgedragen`, en: `${capital(the.en)} is handed over` },
        now: {
          nl: `${name(dossier.owner)} is nu eigenaar van ${the.nl} en krijgt daar bericht van.`,
          en: `${name(dossier.owner)} is the owner of ${the.en} now and is told so.`,
        },
      };
    case "hold-erasure":
      return {
        title: { nl: "Wij bewaren de gegevens langer", en: "We keep the data longer" },
        now: {
          nl: "Namen en teksten van deze zaak blijven staan. Zijn ze niet meer nodig? Zeg dat dan hier.",
          en: "Names and texts of this case stay. Are they not needed any more? Then say so here.",
        },
      };
    case "lift-hold":
      return {
        title: { nl: "Wij bewaren de gegevens niet langer", en: "We keep the data no longer" },
        now: {
          nl: "Wij wissen ze na de gewone tijd. De eigenaar krijgt daarover eerst nog een mail.",
          en: "We erase them after the usual time. The owner gets a mail about that first.",
        },
      };
    case "pause-clock":
      return {
        title: { nl: "De klok staat stil", en: "The clock stands still" },
        now: {
          nl: `De klok loopt vanzelf weer. De uitkomst komt nu voor ${due}.`,
          en: `The clock runs again by itself. The outcome now comes before ${due}.`,
        },
      };
    case "restart-clock":
      return {
        title: { nl: "De klok loopt weer", en: "The clock runs again" },
        now: { nl: `De uitkomst komt nu voor ${due}.`, en: `The outcome now comes before ${due}.` },
      };
    case "name-respondent":
      return {
        title: { nl: "Het is vastgelegd", en: "It is recorded" },
        now: {
          nl: "Wie u noemde, behandelt deze klacht niet en leest het dossier niet.",
          en: "Whoever you named does not handle this complaint and does not read the file.",
        },
      };
    case "about-a-handler":
      return {
        title: { nl: "Dank u wel, wij weten het", en: "Thank you, we know" },
        now: {
          nl: "Wie u noemde, behandelt uw klacht niet en leest hem niet. Een ander doet het.",
          en: "Whoever you named does not handle or read your complaint. Somebody else does.",
        },
      };
  }
}
