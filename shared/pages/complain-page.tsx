import type { Procedure } from "../domain/procedure.ts";
import type { Problem } from "../domain/tasks/task-kind.ts";
import type { Language, Text } from "../domain/text.ts";
import { speaking } from "../letters/wording/say.ts";
import { ComplainField, type Filled } from "./complain-field.tsx";
import { ComplainProblems } from "./complain-problems.tsx";
import { inputId } from "./field-ids.ts";
import { page } from "./layout.tsx";
import { PhoneLink } from "./phone-link.tsx";
import { publicPath } from "./public-paths.ts";

export interface ComplainPage {
  readonly procedure: Procedure;
  readonly language: Language;
  /** Goes back with what is posted: tells this form from the next one. */
  readonly ticket: string;
  readonly values?: Readonly<Record<string, string>>;
  readonly problems?: readonly Problem[];
  /** What was posted is right, but could not be stored. */
  readonly failed?: boolean;
}

const labels = {
  words: { nl: "Wat is er gebeurd?", en: "What happened?" },
  name: { nl: "Uw naam", en: "Your name" },
  email: { nl: "E-mailadres", en: "E-mail address" },
  phone: { nl: "Telefoon", en: "Phone" },
  address: { nl: "Adres voor post", en: "Address for post" },
  course: { nl: "Over welke training of cursus gaat het?", en: "Which course is it about?" },
  talked: {
    nl: "Hebt u er al over gepraat met de persoon om wie het gaat?",
    en: "Have you talked about it with the person it is about?",
  },
  tried: { nl: "Wat is er al gedaan om het op te lossen?", en: "What has been done so far to solve it?" },
} as const satisfies Readonly<Record<string, Text>>;

/** `/o/<organisation>/complain`: the web form. One free text and a way to answer are enough (A4, A13, A14). */
export function complainPage(view: ComplainPage): string {
  const { procedure, language, ticket, values = {}, problems = [], failed = false } = view;
  const say = speaking(language);
  const { house } = procedure;
  const title = say({ nl: "Vertel ons uw klacht", en: "Tell us your complaint" });
  const filled: Filled = { values, problems, language };
  return page({
    title: problems.length > 0 || failed ? `${say({ nl: "Fout", en: "Error" })}: ${title}` : title,
    language,
    procedure,
    children: (
      <>
        <ComplainProblems filled={filled} labels={labels} failed={failed} />
        <div class="opening">
          <h1 class="utrecht-heading-1">{title}</h1>
          <p class="lead">
            {say({
              nl: "Schrijf in uw eigen woorden wat er is gebeurd. De rest mag u open laten, als wij u maar kunnen antwoorden.",
              en: "Write in your own words what happened. You may leave the rest open, as long as we can answer you.",
            })}
          </p>
          <p>
            {say({
              nl: "Degene over wie het gaat, krijgt uw klacht ook te lezen.",
              en: "The person it is about will read your complaint too.",
            })}
          </p>
        </div>
        <form class="answer utrecht-form" method="post" action={publicPath(procedure, "complain", language)} noValidate>
          <input type="hidden" name="ticket" value={ticket} />
          <Trap language={language} />
          <ComplainField
            name="words"
            label={labels.words}
            hint={{
              nl: "Gaat het over iemand? Schrijf dan de hele naam op. Die persoon behandelt uw klacht dan niet.",
              en: "Is it about somebody? Then write their full name. That person will not handle your complaint.",
            }}
            rows={9}
            filled={filled}
          />
          <Contact filled={filled} />
          <More filled={filled} />
          <div class="answer__end">
            <button class="utrecht-button utrecht-button--primary-action utrecht-button--html-button" type="submit">
              {say({ nl: "Verstuur uw klacht", en: "Send your complaint" })}
            </button>
            <p class="quiet">
              {say({
                nl: "Wilt u iets meesturen, zoals een foto of een brief? Mail dan naar",
                en: "Do you want to send something with it, such as a photo or a letter? Then mail to",
              })}{" "}
              <a class="utrecht-link utrecht-link--html-a" href={`mailto:${house.complaintsAddress}`}>
                {house.complaintsAddress}
              </a>
              . {say({ nl: "Of bel", en: "Or call" })} <PhoneLink procedure={procedure} />.
            </p>
          </div>
        </form>
      </>
    ),
  });
}

function Contact({ filled }: { readonly filled: Filled }) {
  const say = speaking(filled.language);
  return (
    <fieldset class="utrecht-form-fieldset__fieldset utrecht-form-fieldset__fieldset--html-fieldset choice part">
      <legend class="utrecht-form-fieldset__legend utrecht-form-fieldset__legend--html-legend">
        {say({ nl: "Hoe kunnen wij u antwoorden?", en: "How can we answer you?" })}
      </legend>
      <p class="utrecht-form-field-description">
        {say({
          nl: "Met een e-mailadres gaat het het snelst. Hebt u dat niet? Geef dan uw telefoon of uw adres.",
          en: "An e-mail address is the fastest way. Do you have none? Then give your phone or your address.",
        })}
      </p>
      <ComplainField name="name" label={labels.name} optional autocomplete="name" filled={filled} />
      <ComplainField name="email" label={labels.email} type="email" autocomplete="email" filled={filled} />
      <ComplainField
        name="phone"
        label={labels.phone}
        hint={{ nl: "Als u geen e-mail hebt, of liever belt.", en: "If you have no e-mail, or would rather talk." }}
        type="tel"
        autocomplete="tel"
        filled={filled}
      />
      <ComplainField
        name="address"
        label={labels.address}
        hint={{ nl: "Alleen als u brieven per post wilt.", en: "Only if you want letters by post." }}
        autocomplete="street-address"
        rows={3}
        filled={filled}
      />
    </fieldset>
  );
}

/** What helps whoever reads it, and what nobody has to know (A14). */
function More({ filled }: { readonly filled: Filled }) {
  const say = speaking(filled.language);
  return (
    <fieldset class="utrecht-form-fieldset__fieldset utrecht-form-fieldset__fieldset--html-fieldset choice part">
      <legend class="utrecht-form-fieldset__legend utrecht-form-fieldset__legend--html-legend">
        {say({ nl: "Wilt u nog meer vertellen?", en: "Is there more you want to tell?" })}
      </legend>
      <p class="utrecht-form-field-description">
        {say({
          nl: "Dat helpt ons, maar het hoeft niet.",
          en: "It helps us, but you do not have to.",
        })}
      </p>
      <ComplainField name="course" label={labels.course} optional filled={filled} />
      <Talked filled={filled} />
      <ComplainField name="tried" label={labels.tried} optional rows={4} filled={filled} />
    </fieldset>
  );
}

function Talked({ filled }: { readonly filled: Filled }) {
  const say = speaking(filled.language);
  const options: readonly { readonly id: string; readonly label: Text }[] = [
    { id: "yes", label: { nl: "Ja", en: "Yes" } },
    { id: "no", label: { nl: "Nee", en: "No" } },
    {
      id: "",
      label: {
        nl: "Dat zeg ik liever niet, of het gaat niet over iemand",
        en: "I would rather not say, or it is about nobody",
      },
    },
  ];
  return (
    <fieldset class="utrecht-form-fieldset__fieldset utrecht-form-fieldset__fieldset--html-fieldset choice">
      <legend class="utrecht-form-fieldset__legend utrecht-form-fieldset__legend--html-legend">
        {say(labels.talked)}
        <span class="optional"> ({say({ nl: "niet verplicht", en: "optional" })})</span>
      </legend>
      <div class="choice__options">
        {options.map(({ id, label }) => (
          <div class="choice__option">
            <input
              class="utrecht-radio-button utrecht-radio-button--html-input"
              type="radio"
              id={inputId("talked", id)}
              name="talked"
              value={id}
              checked={(filled.values["talked"] ?? "") === id}
            />
            <div>
              <label class="utrecht-form-label utrecht-form-label--radio" for={inputId("talked", id)}>
                {say(label)}
              </label>
            </div>
          </div>
        ))}
      </div>
    </fieldset>
  );
}

/** A field that robots fill in and nobody sees: taken out of sight, of the Tab order and of what screen readers read. */
function Trap({ language }: { readonly language: Language }) {
  return (
    <div class="trap" aria-hidden="true">
      <label for="field-topic">{speaking(language)({ nl: "Laat dit leeg", en: "Leave this empty" })}</label>
      <input type="text" id="field-topic" name="topic" tabIndex={-1} autocomplete="off" value="" />
    </div>
  );
}
