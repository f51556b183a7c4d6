import { actionsFor } from "../domain/actions/catalogue.ts";
import type { Dossier } from "../domain/dossier.ts";
import type { Party } from "../domain/party.ts";
import { personOf } from "../domain/roles.ts";
import type { Text } from "../domain/text.ts";
import { nameAndTitle } from "../letters/wording/people.ts";
import { speaking } from "../letters/wording/say.ts";
import { shownToParty } from "../letters/wording/shown.ts";
import { Moved, Promises } from "./dates.tsx";
import { happenedForRespondent } from "./happenings.ts";
import { page } from "./layout.tsx";
import { MoreToDo } from "./more-to-do.tsx";
import { OpenQuestions } from "./open-questions.tsx";
import { PhaseSteps } from "./phase-steps.tsx";
import { PhoneLink } from "./phone-link.tsx";
import { headlineForRespondent, nextForRespondent, rightsOf } from "./respondent-story.ts";
import { AnswerSent } from "./sent-words.tsx";
import type { CaseView } from "./status-page.tsx";
import { Timeline } from "./timeline.tsx";
import { WordsOf } from "./words-of.tsx";

/** A respondent's own page: what is claimed, where it is, their rights and whom to talk to. Nothing else of the file (A16, B15, B23). */
export function respondentPage(view: CaseView): string {
  const { by, dossier, procedure, language, now, links } = view;
  const say = speaking(language);
  const title = say({ nl: "Een klacht die over u gaat", en: "A complaint about you" });
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
          <p class="lead">{say(headlineForRespondent(by, dossier))}</p>
        </div>
        <OpenQuestions by={by} dossier={dossier} procedure={procedure} language={language} links={links} />
        <AnswerSent to={by} dossier={dossier} language={language} />
        <Claimed {...view} />
        <h2 class="utrecht-heading-2">{say({ nl: "Wat gebeurt er nu?", en: "What happens now?" })}</h2>
        <p>{say(nextForRespondent(by, dossier, procedure))}</p>
        <Promises dossier={dossier} procedure={procedure} language={language} now={now} only="decision" />
        <Moved dossier={dossier} procedure={procedure} language={language} now={now} />
        <h2 class="utrecht-heading-2">{say({ nl: "Uw rechten", en: "Your rights" })}</h2>
        <ul class="terms">
          {rightsOf(by, dossier).map((right) => (
            <li>{say(right)}</li>
          ))}
        </ul>
        <h2 class="utrecht-heading-2">{say({ nl: "Met wie kunt u praten?", en: "Whom can you talk to?" })}</h2>
        <p>
          {say(handledBy(view))} {say({ nl: "Bel", en: "Call" })} <PhoneLink procedure={procedure} />.
        </p>
        <MoreToDo
          dossier={dossier}
          actions={actionsFor({ by }, dossier, procedure, now)}
          hrefOf={links.action}
          language={language}
        />
        <h2 class="utrecht-heading-2">{say({ nl: "Wat is er gebeurd?", en: "What has happened?" })}</h2>
        <Timeline happened={happenedForRespondent(by, dossier)} procedure={procedure} language={language} />
      </>
    ),
  });
}

function handledBy({ dossier, procedure, language }: CaseView): Text {
  const owner = nameAndTitle(dossier.owner, dossier, procedure, language);
  const name = personOf(dossier.owner, procedure, dossier)?.name ?? owner;
  return {
    nl: `${owner} behandelt deze klacht. Vraag naar ${name}.`,
    en: `${owner} handles this complaint. Ask for ${name}.`,
  };
}

/** The complaint, once they have been told of it: a copy may be held back, with a reason (B15). */
function Claimed({ by, dossier, procedure, language }: CaseView) {
  const say = speaking(language);
  if (!hasHadCopy(by, dossier)) return null;
  const erased = say({ nl: "Deze tekst is gewist.", en: "This text has been erased." });
  return (
    <section class="paper" aria-labelledby="claimed-title">
      <h2 class="utrecht-heading-2" id="claimed-title">
        {say({ nl: "Dit is de klacht", en: "This is the complaint" })}
      </h2>
      {shownToParty("statement", by, dossier, procedure).map(({ text }) => (
        <WordsOf text={text} otherwise={erased} />
      ))}
    </section>
  );
}

function hasHadCopy(who: Party, { letters }: Dossier): boolean {
  return letters.some(({ letter, to }) => letter === "copy" && to === who);
}
