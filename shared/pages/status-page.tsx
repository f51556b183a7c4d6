import { dueAt } from "../domain/clocks.ts";
import type { Dossier } from "../domain/dossier.ts";
import type { CaseClock, Procedure } from "../domain/procedure.ts";
import { latestWords } from "../domain/tasks/prefill.ts";
import type { Language, Text } from "../domain/text.ts";
import { whereTo, whyNot } from "../letters/referral.ts";
import { speaking } from "../letters/wording/say.ts";
import { whyWePromise } from "../letters/wording/why.ts";
import type { Instant } from "../ports.ts";
import { page } from "./layout.tsx";
import { Moment } from "./moment.tsx";
import { PhaseSteps } from "./phase-steps.tsx";
import { PhoneLink } from "./phone-link.tsx";
import { headline, isAnswered, isReferred, nextStep, whatHappened } from "./status-story.ts";
import { WordsOf } from "./words-of.tsx";

/** What the complainant's page behind `/s/<secret>` is made of. */
export interface StatusPage {
  readonly dossier: Dossier;
  readonly procedure: Procedure;
  readonly language: Language;
  readonly now: Instant;
}

/** The whole HTML document: where the complaint is, what happened, what comes next and by when. No words of others. */
export function statusPage(view: StatusPage): string {
  const { dossier, procedure, language } = view;
  const say = speaking(language);
  return page({
    title: `${say({ nl: "Uw klacht", en: "Your complaint" })} · ${dossier.number}`,
    language,
    procedure,
    children: (
      <>
        <PhaseSteps dossier={dossier} language={language} />
        <div class="opening">
          <p class="eyebrow">
            {say({ nl: "Zaaknummer", en: "Case number" })} {dossier.number}
          </p>
          <h1 class="utrecht-heading-1">{say({ nl: "Uw klacht", en: "Your complaint" })}</h1>
          <p class="lead">{say(headline(dossier))}</p>
        </div>
        <Sent {...view} />
        <h2 class="utrecht-heading-2">{say({ nl: "Wat gebeurt er nu?", en: "What happens now?" })}</h2>
        <p>{say(nextStep(dossier, procedure))}</p>
        <Promises {...view} />
        <h2 class="utrecht-heading-2">{say({ nl: "Wat is er gebeurd?", en: "What has happened?" })}</h2>
        <ol class="timeline timeline--days">
          {whatHappened(dossier).map(({ at, what }) => (
            <li>
              <Moment at={at} language={language} procedure={procedure} dayOnly />
              <span>{say(what)}</span>
            </li>
          ))}
        </ol>
        <h2 class="utrecht-heading-2">{say({ nl: "Wat kunt u doen?", en: "What can you do?" })}</h2>
        <p>
          {say({
            nl: "Wilt u iets vragen of toevoegen? Antwoord op de mail die u van ons kreeg, of bel",
            en: "Do you want to ask or add something? Reply to the mail you had from us, or call",
          })}{" "}
          <PhoneLink procedure={procedure} />.
        </p>
        <p>{say(whatElse(view))}</p>
      </>
    ),
  });
}

/** What the complainant can still do, or need not do. */
function whatElse({ dossier, procedure, now }: StatusPage): Text {
  if (isReferred(dossier)) {
    return {
      nl: "Bent u het niet met ons eens? Laat het ons weten. Dan kijken wij er nog eens naar.",
      en: "Do you not agree with us? Let us know. Then we will look at it again.",
    };
  }
  if (dossier.status === "closed" || isAnswered(dossier)) return procedure.house.afterwards;
  return promises(dossier, procedure).some(({ due, kept }) => due <= now && !kept)
    ? { nl: "Wij gaan door met uw klacht.", en: "We go on with your complaint." }
    : {
        nl: "U hoeft niets te doen. Wij gaan door met uw klacht.",
        en: "You do not need to do a thing. We go on with your complaint.",
      };
}

/** What we wrote to the complainant, once that letter has gone. */
function Sent({ dossier, language }: StatusPage) {
  const say = speaking(language);
  if (!isAnswered(dossier)) return null;
  const erased = say({ nl: "Deze tekst is gewist.", en: "This text has been erased." });
  const reason = latestWords(dossier, "reason");
  const rightDoor = latestWords(dossier, "rightDoor");
  const referred = isReferred(dossier);
  return (
    <section class="paper" aria-labelledby="sent-title">
      <h2 class="utrecht-heading-2" id="sent-title">
        {referred ? say({ nl: "Ons antwoord", en: "Our answer" }) : say({ nl: "De uitkomst", en: "The outcome" })}
      </h2>
      {referred && reason !== undefined && rightDoor !== undefined ? (
        <>
          <h3 class="utrecht-heading-3">{say(whyNot)}</h3>
          <WordsOf text={reason} otherwise={erased} />
          <h3 class="utrecht-heading-3">{say(whereTo)}</h3>
          <WordsOf text={rightDoor} otherwise={erased} />
        </>
      ) : (
        <WordsOf text={latestWords(dossier, "letter") ?? ""} otherwise={erased} />
      )}
    </section>
  );
}

/** The dates that the complainant can hold us to; honest when one has passed. */
function Promises({ dossier, procedure, language, now }: StatusPage) {
  const say = speaking(language);
  if (dossier.status === "closed" || isAnswered(dossier)) return null;
  const what: { readonly [Id in "response" | "decision"]: string } = {
    response: say({ nl: "U hoort van ons voor", en: "You hear from us before" }),
    decision: say({ nl: "U krijgt de uitkomst voor", en: "You get the outcome before" }),
  };
  return (
    <dl class="utrecht-data-list due">
      {promises(dossier, procedure).map(({ id, clock, due, kept }) => (
        <div class="utrecht-data-list__item">
          <dt class="utrecht-data-list__item-key">{what[id]}</dt>
          <dd class="utrecht-data-list__item-value utrecht-data-list__item-value--html-dd">
            <strong>
              <Moment at={due} language={language} procedure={procedure} />
            </strong>
            <br />
            <span class="quiet">{due > now ? whyWePromise(clock, language) : say(kept ? wasInTouch : missed[id])}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

interface Promised {
  readonly id: "response" | "decision";
  readonly clock: CaseClock;
  readonly due: Instant;
  /** It is recorded that we did it. */
  readonly kept: boolean;
}

function promises(dossier: Dossier, procedure: Procedure): readonly Promised[] {
  const spokenTo = dossier.tasks.some(({ answer }) => answer?.facts["spokenOn"] !== undefined);
  return (["response", "decision"] as const).flatMap((id) => {
    const clock = procedure.clocks.find((one) => one.id === id);
    const due = dueAt(id, dossier.receivedAt, procedure);
    return clock === undefined ? [] : [{ id, clock, due, kept: id === "response" && spokenTo }];
  });
}

const wasInTouch: Text = { nl: "Wij hadden contact met u.", en: "We were in touch with you." };

const missed: { readonly [Id in Promised["id"]]: Text } = {
  response: {
    nl: "Die dag is voorbij. Hebt u niets gehoord? Dat spijt ons. Bel ons dan gerust.",
    en: "That day has passed. Have you not heard from us? We are sorry. Please call us.",
  },
  decision: {
    nl: "Die dag is voorbij en u hebt de uitkomst nog niet. Dat spijt ons. Bel ons gerust.",
    en: "That day has passed and you do not have the outcome yet. We are sorry. Please call us.",
  },
};
