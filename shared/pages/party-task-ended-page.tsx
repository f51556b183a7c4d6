import type { EndedTask } from "../domain/dossier.ts";
import { isRespondent } from "../domain/party.ts";
import { formOf } from "../domain/tasks/catalogue.ts";
import type { Text } from "../domain/text.ts";
import { speaking } from "../letters/wording/say.ts";
import { Entry } from "./entry.tsx";
import { page } from "./layout.tsx";
import { Moment } from "./moment.tsx";
import { PhoneLink } from "./phone-link.tsx";
import { nextForRespondent } from "./respondent-story.ts";
import { nextStep } from "./status-story.ts";
import { filedAsMessage, type TaskEndedPage } from "./task-ended-page.tsx";

/** For a party: that we have their answer, or why it is not asked any more, and what happens now. Nothing of what others do or said. */
export function partyTaskEndedPage(view: TaskEndedPage): string {
  const { dossier, task, procedure, language, justAnswered = false, late = false, filed = false } = view;
  const say = speaking(language);
  const title = say(justAnswered ? { nl: "Dank u wel", en: "Thank you" } : titles[task.status]);
  const lead = justAnswered ? saved : late ? tooLate[task.status] : told[task.status];
  return page({
    title: `${title} · ${dossier.number}`,
    language,
    procedure,
    children: (
      <>
        <div class="opening">
          <p class="eyebrow">
            {say({ nl: "Zaaknummer", en: "Case number" })} {dossier.number}
          </p>
          <h1 class="utrecht-heading-1">{title}</h1>
          <p class="lead">{say(lead)}</p>
          {filed && <p>{say(filedAsMessage)}</p>}
          {!justAnswered && !filed && (
            <p>
              {say({
                nl: "Wilt u ons nog iets vertellen? Antwoord op een mail van ons, of bel",
                en: "Do you still want to tell us something? Reply to a mail from us, or call",
              })}{" "}
              <PhoneLink procedure={procedure} />.
            </p>
          )}
        </div>
        <dl class="utrecht-data-list due">
          <Entry term={say({ nl: "Onze vraag", en: "Our question" })}>{say(formOf(task).title)}</Entry>
          <Entry term={say(task.status === "answered" ? { nl: "Beantwoord op", en: "Answered on" } : stoppedOn)}>
            <Moment at={endedAt(task)} language={language} procedure={procedure} />
          </Entry>
        </dl>
        <h2 class="utrecht-heading-2">{say({ nl: "Wat gebeurt er nu?", en: "What happens now?" })}</h2>
        <p>{say(next(view))}</p>
        <p>{say(whereToLook)}</p>
      </>
    ),
  });
}

/** The link of a task opens nothing else; the letters to a party have the one of their own page. */
const whereToLook: Text = {
  nl: "In onze mails staat een link naar uw eigen pagina. Daar ziet u hoe het gaat. Hebt u een vraag? Antwoord op een mail van ons.",
  en: "Our mails have a link to your own page. There you see how it goes. Do you have a question? Reply to a mail from us.",
};

const stoppedOn: Text = { nl: "Gestopt op", en: "Ended on" };

const titles: { readonly [Status in EndedTask["status"]]: Text } = {
  answered: { nl: "U hebt al geantwoord", en: "You have answered already" },
  expired: { nl: "Deze vraag is gestopt", en: "This question has ended" },
  cancelled: { nl: "Deze vraag is niet meer nodig", en: "This question is no longer needed" },
};

const saved: Text = {
  nl: "Wij hebben uw antwoord. U kunt deze pagina sluiten.",
  en: "We have your answer. You can close this page.",
};

const told: { readonly [Status in EndedTask["status"]]: Text } = {
  answered: {
    nl: "Wij hebben uw antwoord. U hoeft niets meer te doen.",
    en: "We have your answer. You do not need to do a thing any more.",
  },
  expired: {
    nl: "De tijd voor deze vraag is om. Wij gaan verder zonder uw antwoord.",
    en: "The time for this question is up. We go on without your answer.",
  },
  cancelled: { nl: "De klacht is klaar of ingetrokken.", en: "The complaint was completed or withdrawn." },
};

const tooLate: { readonly [Status in EndedTask["status"]]: Text } = {
  answered: {
    nl: "Wij hadden al een antwoord van u. Dat geldt.",
    en: "We had an answer from you already. That one counts.",
  },
  expired: {
    nl: "De tijd voor deze vraag was om. Wij gingen verder zonder uw antwoord.",
    en: "The time for this question was up. We went on without your answer.",
  },
  cancelled: {
    nl: "De klacht is klaar of ingetrokken. Wij vragen u niets meer.",
    en: "The complaint was completed or withdrawn. We ask you nothing more.",
  },
};

function endedAt(task: EndedTask): string {
  switch (task.status) {
    case "answered":
      return task.answeredAt;
    case "expired":
      return task.expiredAt;
    case "cancelled":
      return task.cancelledAt;
  }
}

function next({ by, dossier, procedure }: TaskEndedPage): Text {
  if (by === "complainant") return nextStep(dossier, procedure);
  if (isRespondent(by)) return nextForRespondent(by, dossier, procedure);
  return { nl: "Wij gaan verder met de klacht. Dank u wel.", en: "We go on with the complaint. Thank you." };
}
