import { actionsFor } from "../domain/actions/catalogue.ts";
import type { Dossier } from "../domain/dossier.ts";
import type { Party } from "../domain/party.ts";
import type { Procedure } from "../domain/procedure.ts";
import type { Language, Text } from "../domain/text.ts";
import { speaking } from "../letters/wording/say.ts";
import type { Instant } from "../ports.ts";
import { isLate, Moved, Promises } from "./dates.tsx";
import { happenedForComplainant } from "./happenings.ts";
import { page } from "./layout.tsx";
import { MoreToDo } from "./more-to-do.tsx";
import { OpenQuestions } from "./open-questions.tsx";
import type { PageLinks } from "./page-links.ts";
import { PhaseSteps } from "./phase-steps.tsx";
import { PhoneLink } from "./phone-link.tsx";
import { AnswerSent } from "./sent-words.tsx";
import { headline, isAnswered, isReferred, nextStep } from "./status-story.ts";
import { Timeline } from "./timeline.tsx";

/** What the page of a party behind `/s/<secret>` is made of. */
export interface CaseView {
  /** Whose page it is. */
  readonly by: Party;
  readonly dossier: Dossier;
  readonly procedure: Procedure;
  readonly language: Language;
  readonly now: Instant;
  readonly links: PageLinks;
}

/** The complainant's page: where the complaint is, what happened, what comes next and by when. No words of others. */
export function statusPage(view: CaseView): string {
  const { by, dossier, procedure, language, now, links } = view;
  const say = speaking(language);
  return page({
    title: `${say({ nl: "Uw klacht", en: "Your complaint" })} · ${dossier.number}`,
    language,
    procedure,
    children: (
      <>
        <PhaseSteps dossier={dossier} procedure={procedure} language={language} />
        <div class="opening">
          <p class="eyebrow">
            {say({ nl: "Zaaknummer", en: "Case number" })} {dossier.number}
          </p>
          <h1 class="utrecht-heading-1">{say({ nl: "Uw klacht", en: "Your complaint" })}</h1>
          <p class="lead">{say(headline(dossier))}</p>
        </div>
        <OpenQuestions by={by} dossier={dossier} procedure={procedure} language={language} links={links} />
        <AnswerSent to={by} dossier={dossier} language={language} />
        <h2 class="utrecht-heading-2">{say({ nl: "Wat gebeurt er nu?", en: "What happens now?" })}</h2>
        <p>{say(nextStep(dossier, procedure))}</p>
        <Promises dossier={dossier} procedure={procedure} language={language} now={now} />
        <Moved dossier={dossier} procedure={procedure} language={language} now={now} />
        <h2 class="utrecht-heading-2">{say({ nl: "Wat is er gebeurd?", en: "What has happened?" })}</h2>
        <Timeline happened={happenedForComplainant(dossier)} procedure={procedure} language={language} />
        <h2 class="utrecht-heading-2">{say({ nl: "Wat kunt u doen?", en: "What can you do?" })}</h2>
        <p>{say(whatElse(view))}</p>
        <MoreToDo actions={actionsFor({ by }, dossier, procedure, now)} hrefOf={links.action} language={language} />
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

/** What the complainant can still do, or need not do. */
function whatElse({ by, dossier, procedure, now }: CaseView): Text {
  if (isReferred(dossier)) {
    return {
      nl: "Bent u het niet met ons eens? Laat het ons weten. Dan kijken wij er nog eens naar.",
      en: "Do you not agree with us? Let us know. Then we will look at it again.",
    };
  }
  if (dossier.withdrawn !== undefined) {
    return {
      nl: "U hoeft niets meer te doen. Wilt u toch verder? Bel ons dan.",
      en: "You do not need to do a thing any more. Do you want to go on after all? Then call us.",
    };
  }
  if (dossier.status === "closed" || isAnswered(dossier)) return procedure.house.afterwards;
  const asked = dossier.tasks.some(({ status, assignee }) => status === "open" && assignee === by);
  return asked || isLate(dossier, procedure, now)
    ? { nl: "Wij gaan door met uw klacht.", en: "We go on with your complaint." }
    : {
        nl: "U hoeft niets te doen. Wij gaan door met uw klacht.",
        en: "You do not need to do a thing. We go on with your complaint.",
      };
}
