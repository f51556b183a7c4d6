import type { CaseClock, Procedure } from "../domain/procedure.ts";
import { roleById } from "../domain/roles.ts";
import type { Language } from "../domain/text.ts";
import { periodInWords } from "../letters/wording/period.ts";
import { speaking } from "../letters/wording/say.ts";
import { page } from "./layout.tsx";
import { PhoneLink } from "./phone-link.tsx";
import { publicPath } from "./public-paths.ts";

/** `/o/<organisation>/complain/sent`: we have it, this happens next and by when. Says nothing of any complaint, so anybody may open it. */
export function complainSentPage(procedure: Procedure, language: Language): string {
  const say = speaking(language);
  const title = say({ nl: "Wij hebben uw klacht", en: "We have your complaint" });
  const within = (id: CaseClock["id"]) => {
    const clock = procedure.clocks.find((one) => one.id === id);
    return clock === undefined ? undefined : periodInWords(clock.period, language);
  };
  const [receipt, response, decision] = [within("receipt"), within("response"), within("decision")];
  const reader = say(roleById(procedure, procedure.responsibilities.intake).title);
  return page({
    title,
    language,
    procedure,
    children: (
      <>
        <div class="opening">
          <h1 class="utrecht-heading-1">{title}</h1>
          <p class="lead">
            {say({
              nl: "Dank u wel dat u ons dit vertelt. U kunt deze pagina sluiten.",
              en: "Thank you for telling us. You can close this page.",
            })}
          </p>
        </div>
        <h2 class="utrecht-heading-2">{say({ nl: "Wat gebeurt er nu?", en: "What happens now?" })}</h2>
        <ol class="terms">
          {receipt !== undefined && (
            <li>
              {say({
                nl: `Binnen ${receipt} bevestigen wij dat wij uw klacht hebben. Dat doen wij per mail. Gaf u geen e-mailadres? Dan bellen of schrijven wij u.`,
                en: `Within ${receipt} we confirm that we have your complaint. We do that by mail. Did you give no e-mail address? Then we call or write to you.`,
              })}
            </li>
          )}
          <li>
            {say({
              nl: `Onze ${reader} leest uw klacht. Staat die zelf in uw klacht? Dan leest iemand anders hem.`,
              en: `Our ${reader} reads your complaint. Are they named in it? Then somebody else reads it.`,
            })}
          </li>
          {response !== undefined && (
            <li>
              {say({
                nl: `Binnen ${response} hoort u wat wij ermee doen.`,
                en: `Within ${response} you hear what we do with it.`,
              })}
            </li>
          )}
          {decision !== undefined && (
            <li>
              {say({
                nl: `Binnen ${decision} krijgt u de uitkomst. Duurt het langer? Dan zeggen wij waarom, en tot wanneer.`,
                en: `Within ${decision} you get the outcome. Does it take longer? Then we say why, and until when.`,
              })}
            </li>
          )}
        </ol>
        <h2 class="utrecht-heading-2">{say({ nl: "Krijgt u geen bericht?", en: "Do you hear nothing?" })}</h2>
        <p>
          {say({
            nl: "Kijk dan ook bij uw ongewenste mail. Misschien klopt het adres niet dat u invulde. Bel",
            en: "Then look among your unwanted mail too. The address you filled in may be wrong. Call",
          })}{" "}
          <PhoneLink procedure={procedure} />.
        </p>
        <p>
          <a class="utrecht-link utrecht-link--html-a" href={publicPath(procedure, "", language)}>
            {say({ nl: "Zo gaan wij om met een klacht", en: "This is how we deal with a complaint" })}
          </a>
        </p>
      </>
    ),
  });
}
