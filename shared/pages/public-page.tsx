import type { Procedure } from "../domain/procedure.ts";
import { roleById } from "../domain/roles.ts";
import type { Language } from "../domain/text.ts";
import { speaking } from "../letters/wording/say.ts";
import { page } from "./layout.tsx";
import { PhoneLink } from "./phone-link.tsx";
import { publicBlock } from "./public-block.tsx";
import { PublicLearning } from "./public-learning.tsx";
import { publicPath } from "./public-paths.ts";
import { PublicRights } from "./public-rights.tsx";
import { PublicSteps } from "./public-steps.tsx";
import { Promises, TermsPerTask } from "./public-terms.tsx";

export interface PublicPageView {
  readonly procedure: Procedure;
  readonly language: Language;
  /** Where this installation is, without a slash at its end. */
  readonly origin: string;
}

/**
 * `/o/<organisation>`: what one can complain about, how, what happens then, who does it and how long that takes (A1, A4, A9, B5). Made of
 * the procedure file alone. The whole HTML document.
 */
export function publicPage(view: PublicPageView): string {
  const { procedure, language } = view;
  const say = speaking(language);
  const title = say({ nl: `Een klacht over ${procedure.house.name}`, en: `A complaint about ${procedure.house.name}` });
  return page({
    title,
    language,
    procedure,
    findable: true,
    children: (
      <>
        <div class="opening">
          <h1 class="utrecht-heading-1">{title}</h1>
          <p class="lead">
            {say({
              nl: "Bent u ergens niet blij mee? Vertel het ons. Wij horen beide kanten, en u hoort altijd hoe het afloopt.",
              en: "Are you unhappy about something? Tell us. We hear both sides, and you always hear how it ends.",
            })}
          </p>
        </div>
        <Ways {...view} />
        <h2 class="utrecht-heading-2">{say({ nl: "Waarover kunt u klagen?", en: "What can you complain about?" })}</h2>
        <ul class="subjects">
          {procedure.categories
            .filter(({ retired }) => retired !== true)
            .map(({ label }) => (
              <li>{say(label)}</li>
            ))}
        </ul>
        <h2 class="utrecht-heading-2">{say({ nl: "Wat gebeurt er dan?", en: "What happens then?" })}</h2>
        <PublicSteps procedure={procedure} language={language} />
        <p>
          {say({
            nl: `Eén persoon draagt zorg voor uw klacht, van begin tot eind: de ${ownerOf(procedure, language)}. Die ziet erop toe dat u op tijd antwoord krijgt.`,
            en: `One person answers for your complaint from start to end: the ${ownerOf(procedure, language)}. They see to it that you get your answer in time.`,
          })}
        </p>
        <h2 class="utrecht-heading-2">{say({ nl: "Hoe lang duurt het?", en: "How long does it take?" })}</h2>
        <Promises procedure={procedure} language={language} />
        <p>
          {say({
            nl: "Lukt het niet op tijd? Dan schrijven wij u voor die dag waarom, en wanneer het wel klaar is.",
            en: "Can we not make it? Then we write to you before that day why, and when it will be done.",
          })}
        </p>
        <TermsPerTask procedure={procedure} language={language} />
        <PublicRights procedure={procedure} language={language} />
        <PublicLearning procedure={procedure} language={language} />
        <ForWebsites {...view} />
      </>
    ),
  });
}

const ownerOf = (procedure: Procedure, language: Language) =>
  roleById(procedure, procedure.responsibilities.owner).title[language];

/** By mail, by form, by phone or in person: all are the same complaint (A4, B5, B14). */
function Ways({ procedure, language }: PublicPageView) {
  const say = speaking(language);
  const { complaintsAddress } = procedure.house;
  return (
    <section class="paper" aria-labelledby="ways-title">
      <h2 class="utrecht-heading-2" id="ways-title">
        {say({ nl: "Zo dient u een klacht in", en: "How to complain" })}
      </h2>
      <p>
        {say({
          nl: "Een paar woorden zijn genoeg. U kiest zelf hoe:",
          en: "A few words are enough. You choose how:",
        })}
      </p>
      <ul class="plain ways">
        <li>
          <a class="utrecht-button utrecht-button--primary-action" href={publicPath(procedure, "complain", language)}>
            {say({ nl: "Vul het formulier in", en: "Fill in the form" })}
          </a>
        </li>
        <li>
          {say({ nl: "Mail naar", en: "Mail to" })}{" "}
          <a class="utrecht-link utrecht-link--html-a" href={`mailto:${complaintsAddress}`}>
            {complaintsAddress}
          </a>
        </li>
        <li>
          {say({ nl: "Bel", en: "Call" })} <PhoneLink procedure={procedure} />
        </li>
        <li>
          {say({
            nl: "Vertel het aan iemand die bij ons werkt. Die geeft het door.",
            en: "Tell somebody who works with us. They pass it on.",
          })}
        </li>
      </ul>
      <p class="quiet">
        {say({
          nl: "Mailt u liever met een formulier als bijlage?",
          en: "Would you rather mail with a form attached?",
        })}{" "}
        <a
          class="utrecht-link utrecht-link--html-a"
          href={publicPath(procedure, "form", language)}
          type="application/pdf"
        >
          {say({ nl: "Haal het formulier op (PDF, om in te vullen)", en: "Download the form (PDF, to fill in)" })}
        </a>
        .{" "}
        {say({
          nl: "Het heeft 2 bladzijden en is kleiner dan 50 kB. U kunt het ook printen. Lukt de PDF niet? Neem dan",
          en: "It has 2 pages and is smaller than 50 kB. You can print it too. Does the PDF not work? Then take",
        })}{" "}
        <a
          class="utrecht-link utrecht-link--html-a"
          href={publicPath(procedure, "form.txt", language)}
          type="text/plain"
        >
          {say({ nl: "hetzelfde formulier als tekst", en: "the same form as text" })}
        </a>
        .
      </p>
    </section>
  );
}

/** What an administrator copies into "about us" and the intranet (A10, A11). */
function ForWebsites({ procedure, language, origin }: PublicPageView) {
  const say = speaking(language);
  return (
    <details class="fold for-websites">
      <summary>{say({ nl: "Voor uw website en intranet", en: "For your website and intranet" })}</summary>
      <div class="fold__inside">
        <label class="utrecht-form-label" for="block">
          {say({
            nl: `Werkt u bij ${procedure.house.name}? Kopieer dit blok naar de pagina “over ons” en naar het intranet.`,
            en: `Do you work at ${procedure.house.name}? Copy this block to the page “about us” and to the intranet.`,
          })}
        </label>
        <textarea
          class="utrecht-textarea utrecht-textarea--html-textarea"
          id="block"
          rows={8}
          readonly
          spellcheck={false}
          value={publicBlock({ procedure, language, origin })}
        />
        <p>
          <a class="utrecht-link utrecht-link--html-a" href={publicPath(procedure, "embed", language)}>
            {say({ nl: "Bekijk hoe het blok eruitziet", en: "See what the block looks like" })}
          </a>
        </p>
      </div>
    </details>
  );
}
