import type { Language } from "../../domain/text.ts";
import { speaking } from "../../letters/wording/say.ts";
import { inputId, problemId } from "../field-ids.ts";
import { page } from "../layout.tsx";

interface SignInPage {
  readonly language: Language;
  /** This page; with the language in it, when one was chosen. */
  readonly action: string;
  /** An address was given: a mail is on its way, if it is that of a colleague. */
  readonly sent?: boolean;
  readonly value?: string;
  /** What was filled in is no mail address. */
  readonly wrong?: boolean;
}

/** `/desk`: asks for a mail address, and says afterwards what to do. The same for every address. */
export function signInPage({ language, action, sent = false, value = "", wrong = false }: SignInPage): string {
  const say = speaking(language);
  const title = sent
    ? say({ nl: "Kijk in uw mail", en: "Look in your mail" })
    : say({ nl: "Klachtenbalie voor medewerkers", en: "Complaints desk for staff" });
  return page({
    title: wrong ? `${say({ nl: "Fout", en: "Error" })}: ${title}` : title,
    language,
    children: sent ? (
      <div class="opening">
        <h1 class="utrecht-heading-1">{title}</h1>
        <p class="lead">
          {say({
            nl: "Hebt u een rol bij klachten? Dan krijgt u nu een mail met een link. Die link werkt een kwartier.",
            en: "Do you have a role with complaints? Then you get a mail with a link now. It works for a quarter of an hour.",
          })}
        </p>
        <p>
          {say({
            nl: "Komt er geen mail? Kijk of u uw werkadres gebruikte. U kunt vijf keer per uur een link vragen.",
            en: "Does no mail come? See if you used your work address. You can ask for a link five times an hour.",
          })}
        </p>
        <p>
          <a class="utrecht-link utrecht-link--html-a" href={action}>
            {say({ nl: "Vraag nog eens een link", en: "Ask for a link again" })}
          </a>
        </p>
      </div>
    ) : (
      <>
        <div class="opening">
          <h1 class="utrecht-heading-1">{title}</h1>
          <p class="lead">
            {say({
              nl: "Vul het adres van uw werkmail in. U krijgt een link waarmee u binnenkomt. Een wachtwoord is niet nodig.",
              en: "Fill in the address of your work mail. You get a link that lets you in. You need no password.",
            })}
          </p>
        </div>
        <form class="answer utrecht-form" method="post" action={action} noValidate>
          <div class={`utrecht-form-field${wrong ? " utrecht-form-field--invalid" : ""}`}>
            <label class="utrecht-form-label utrecht-form-field__label" for={inputId("email")}>
              {say({ nl: "E-mailadres", en: "E-mail address" })}
            </label>
            {wrong && (
              <p class="utrecht-form-field-error-message" id={problemId("email")}>
                {say({
                  nl: "Dit is geen e-mailadres. Kijk of er een @ in staat, en geen spatie.",
                  en: "This is not an e-mail address. See that it has an @ and no space.",
                })}
              </p>
            )}
            <input
              class="utrecht-textbox utrecht-textbox--html-input"
              type="email"
              id={inputId("email")}
              name="email"
              autocomplete="email"
              spellcheck={false}
              value={value}
              // biome-ignore lint/a11y/noAutofocus: after a mistake the reader belongs at the only field
              autoFocus={wrong}
              {...(wrong && { "aria-invalid": true, "aria-describedby": problemId("email") })}
            />
          </div>
          <div class="answer__end">
            <button class="utrecht-button utrecht-button--primary-action utrecht-button--html-button" type="submit">
              {say({ nl: "Mail mij een link", en: "Mail me a link" })}
            </button>
          </div>
        </form>
      </>
    ),
  });
}
