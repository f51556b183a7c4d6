import { dueAt } from "../domain/clocks.ts";
import type { Dossier } from "../domain/dossier.ts";
import type { CaseClock, Procedure } from "../domain/procedure.ts";
import { latestWords } from "../domain/tasks/prefill.ts";
import type { Language } from "../domain/text.ts";
import { speaking } from "../letters/wording/say.ts";
import { whyWePromise } from "../letters/wording/why.ts";
import type { Instant } from "../ports.ts";
import { page } from "./layout.tsx";
import { Moment } from "./moment.tsx";
import { PhaseSteps } from "./phase-steps.tsx";
import { PhoneLink } from "./phone-link.tsx";
import { headline, isAnswered, nextStep, whatHappened } from "./status-story.ts";
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
        <p>{say(nextStep(dossier))}</p>
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
        <p>
          {dossier.status === "closed" || isAnswered(dossier)
            ? say(procedure.house.afterwards)
            : say({
                nl: "U hoeft niets te doen. Wij gaan door met uw klacht.",
                en: "You do not need to do a thing. We go on with your complaint.",
              })}
        </p>
      </>
    ),
  });
}

/** What we wrote to the complainant as the outcome, once that letter has gone. */
function Sent({ dossier, language }: StatusPage) {
  const say = speaking(language);
  const gone = (kind: "outcome" | "referral") =>
    dossier.letters.some(({ letter, status }) => letter === kind && status === "sent");
  const told = gone("outcome")
    ? [latestWords(dossier, "letter")]
    : gone("referral")
      ? [latestWords(dossier, "reason"), latestWords(dossier, "rightDoor")]
      : undefined;
  if (told === undefined) return null;
  return (
    <section class="paper" aria-labelledby="sent-title">
      <h2 class="utrecht-heading-2" id="sent-title">
        {say({ nl: "De uitkomst", en: "The outcome" })}
      </h2>
      <WordsOf
        text={told.filter((one) => one !== undefined).join("\n\n")}
        otherwise={say({ nl: "Deze tekst is gewist.", en: "This text has been erased." })}
      />
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
  const promised = (["response", "decision"] as const).flatMap((id) => {
    const clock = procedure.clocks.find((one) => one.id === id);
    return clock === undefined ? [] : [{ id, clock, due: dueAt(id, dossier.receivedAt, procedure) }];
  });
  return (
    <dl class="utrecht-data-list due">
      {promised.map(({ id, clock, due }: { id: "response" | "decision"; clock: CaseClock; due: Instant }) => (
        <div class="utrecht-data-list__item">
          <dt class="utrecht-data-list__item-key">{what[id]}</dt>
          <dd class="utrecht-data-list__item-value utrecht-data-list__item-value--html-dd">
            <strong>
              <Moment at={due} language={language} procedure={procedure} />
            </strong>
            <br />
            <span class="quiet">
              {due <= now
                ? say({
                    nl: "Die dag is voorbij. Hebt u niets gehoord? Bel ons dan gerust.",
                    en: "That day has passed. Have you not heard from us? Please call us.",
                  })
                : whyWePromise(clock, language)}
            </span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
