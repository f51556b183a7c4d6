import type { CaseClock, Procedure } from "../domain/procedure.ts";
import type { Language, Text } from "../domain/text.ts";
import { periodInWords } from "../letters/wording/period.ts";
import { speaking } from "../letters/wording/say.ts";
import { page } from "./layout.tsx";
import { PhoneLink } from "./phone-link.tsx";
import { publicPath } from "./public-paths.ts";

export interface HomePage {
  readonly procedures: readonly Procedure[];
  readonly language: Language;
}

const promises: { readonly [Id in CaseClock["id"]]: Text } = {
  receipt: { nl: "krijgt u bericht dat wij uw klacht hebben", en: "we tell you that we have your complaint" },
  response: { nl: "hoort u wat wij ermee doen", en: "we tell you what we do with it" },
  decision: { nl: "krijgt u de uitkomst", en: "you get the outcome" },
};

/** `/`: for each organisation where and how to complain, and what happens after (A1, A4, A9). The whole HTML document. */
export function homePage({ procedures, language }: HomePage): string {
  const say = speaking(language);
  const title = say({ nl: "Een klacht indienen", en: "Make a complaint" });
  return page({
    title,
    language,
    children: (
      <>
        <div class="opening">
          <h1 class="utrecht-heading-1">{title}</h1>
          <p class="lead">
            {say({
              nl: "Een gewone e-mail is genoeg. Schrijf wat er is gebeurd, in uw eigen woorden.",
              en: "A plain e-mail is enough. Write what happened, in your own words.",
            })}
          </p>
        </div>
        {procedures.map((procedure) => (
          <section class="paper house" id={procedure.id} aria-labelledby={`house-${procedure.id}`}>
            <h2 class="utrecht-heading-2" id={`house-${procedure.id}`}>
              {procedure.house.name}
            </h2>
            <p>
              {say({ nl: "Mail naar", en: "Mail to" })}{" "}
              <a class="utrecht-link utrecht-link--html-a" href={`mailto:${procedure.house.complaintsAddress}`}>
                {procedure.house.complaintsAddress}
              </a>{" "}
              {say({ nl: "of bel", en: "or call" })} <PhoneLink procedure={procedure} />.
            </p>
            <p>
              <a
                class="utrecht-button utrecht-button--primary-action"
                href={publicPath(procedure, "complain", written(procedure, language))}
              >
                {say({ nl: "Vul het formulier in", en: "Fill in the form" })}
                <span class="hidden-visually">: {procedure.house.name}</span>
              </a>
            </p>
            <h3 class="utrecht-heading-3">{say({ nl: "Wat gebeurt er dan?", en: "What happens then?" })}</h3>
            <ol class="terms">
              {procedure.clocks.map(({ id, period }) => (
                <li>
                  <strong>
                    {say({ nl: "Binnen", en: "Within" })} {periodInWords(period, language)}
                  </strong>{" "}
                  {say(promises[id])}.
                </li>
              ))}
            </ol>
            <p class="quiet">
              {procedure.clocks.every(({ basis }) => basis === "procedure")
                ? say({
                    nl: "Deze termijnen staan in de klachtenregeling.",
                    en: "These terms are in the complaints procedure.",
                  })
                : say({
                    nl: `${procedure.house.name} koos deze termijnen zelf. Ze staan niet in de klachtenregeling.`,
                    en: `${procedure.house.name} chose these terms itself. They are not in the complaints procedure.`,
                  })}
            </p>
            <p>{say(procedure.house.afterwards)}</p>
            <p>
              <a
                class="utrecht-link utrecht-link--html-a"
                href={publicPath(procedure, "", written(procedure, language))}
              >
                {say({ nl: "Zo gaat het met een klacht over", en: "What becomes of a complaint about" })}{" "}
                {procedure.house.name}
              </a>
            </p>
          </section>
        ))}
        <p>
          {say({ nl: "Werkt u bij ons?", en: "Do you work with us?" })}{" "}
          <a class="utrecht-link utrecht-link--html-a" href={`/desk?lang=${language}`}>
            {say({ nl: "Naar de klachtenbalie", en: "To the complaints desk" })}
          </a>
        </p>
      </>
    ),
  });
}

/** The language of a house's own pages for who reads this one. */
const written = ({ house }: Procedure, language: Language): Language =>
  house.languages.find((one) => one === language) ?? house.language;
