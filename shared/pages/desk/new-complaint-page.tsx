import type { ComponentChildren } from "preact";
import type { Procedure } from "../../domain/procedure.ts";
import type { Problem } from "../../domain/tasks/task-kind.ts";
import type { Language, Text } from "../../domain/text.ts";
import { speaking } from "../../letters/wording/say.ts";
import { ComplainField, type Filled } from "../complain-field.tsx";
import { page } from "../layout.tsx";
import { DateField } from "./date-field.tsx";
import type { DeskFrame } from "./desk-frame.ts";
import { DeskProblems } from "./desk-problems.tsx";
import { Radios } from "./radios.tsx";

export interface NewComplaintPage {
  readonly procedure: Procedure;
  readonly language: Language;
  readonly desk: DeskFrame;
  /** Where it is posted. */
  readonly action: string;
  /** Goes back with what is posted: tells this form from the next one. */
  readonly ticket: string;
  readonly values: Readonly<Record<string, string>>;
  readonly problems?: readonly Problem[];
  /** What was registered just now; its page, when the visitor may open it. */
  readonly done?: { readonly number: string; readonly href?: string } | undefined;
}

const labels = {
  channel: { nl: "Hoe kwam de klacht binnen?", en: "How did the complaint come in?" },
  receivedOn: { nl: "Op welke dag?", en: "On which day?" },
  words: { nl: "Wat is er gebeurd?", en: "What happened?" },
  name: { nl: "Naam van de klager", en: "Name of the complainant" },
  email: { nl: "E-mailadres", en: "E-mail address" },
  phone: { nl: "Telefoon", en: "Phone" },
  address: { nl: "Adres voor post", en: "Address for post" },
  reads: { nl: "Welke taal leest de klager?", en: "Which language does the complainant read?" },
  course: { nl: "Over welke training of cursus gaat het?", en: "Which course is it about?" },
  talked: {
    nl: "Heeft de klager al gepraat met de persoon om wie het gaat?",
    en: "Has the complainant talked with the person it is about?",
  },
  tried: { nl: "Wat is er al gedaan om het op te lossen?", en: "What has been done so far to solve it?" },
} as const satisfies Readonly<Record<string, Text>>;

const channels = [
  { id: "phone", label: { nl: "Per telefoon", en: "By phone" } },
  { id: "counter", label: { nl: "In een gesprek", en: "In person" } },
  { id: "letter", label: { nl: "Per brief", en: "By letter" } },
] as const;

const reads = [
  { id: "nl", label: { nl: "Nederlands", en: "Dutch" } },
  { id: "en", label: { nl: "Engels", en: "English" } },
] as const;

const yesOrNo = [
  { id: "yes", label: { nl: "Ja", en: "Yes" } },
  { id: "no", label: { nl: "Nee", en: "No" } },
  { id: "", label: { nl: "Weet ik niet", en: "I do not know" } },
] as const;

/** `/desk/<organisation>/cases/new`: writes down a complaint that came by phone, by letter or in person, in a minute (B5, B6, B14). */
export function newComplaintPage(view: NewComplaintPage): string {
  const { procedure, language, desk, action, ticket, values, problems = [], done } = view;
  const say = speaking(language);
  const title = say({ nl: "Leg een klacht vast", en: "Register a complaint" });
  const filled: Filled = { values, problems, language };
  return page({
    title: problems.length > 0 ? `${say({ nl: "Fout", en: "Error" })}: ${title}` : title,
    language,
    procedure,
    desk,
    children: (
      <>
        <DeskProblems filled={filled} labels={labels} firstOf={{ channel: "phone" }} />
        {done !== undefined && <Done done={done} language={language} />}
        <div class="opening">
          <h1 class="utrecht-heading-1">{title}</h1>
          <p class="lead">
            {say({
              nl: "Voor een klacht per telefoon, per brief of in een gesprek. De termijnen lopen vanaf de dag waarop de klacht binnenkwam.",
              en: "For a complaint by phone, by letter or in person. The terms run from the day on which the complaint came in.",
            })}
          </p>
        </div>
        <form class="answer utrecht-form" method="post" action={action} noValidate>
          <input type="hidden" name="ticket" value={ticket} />
          <Radios name="channel" legend={labels.channel} options={channels} filled={filled} />
          <DateField name="receivedOn" label={labels.receivedOn} filled={filled} />
          <ComplainField
            name="words"
            label={labels.words}
            hint={{
              nl: "In de woorden van de klager. Gaat het over iemand? Schrijf dan de hele naam op: die persoon ziet de klacht dan niet als eerste.",
              en: "In the words of the complainant. Is it about somebody? Then write their full name: that person will not be the first to see it.",
            }}
            rows={9}
            filled={filled}
          />
          <Contact filled={filled} several={procedure.house.languages.length > 1} />
          <More filled={filled} />
          <div class="answer__end">
            <button class="utrecht-button utrecht-button--primary-action utrecht-button--html-button" type="submit">
              {say({ nl: "Leg de klacht vast", en: "Register the complaint" })}
            </button>
            <p class="quiet">
              {say({
                nl: "De klager krijgt bericht dat wij de klacht hebben. Zonder e-mailadres brengt een collega dat over.",
                en: "The complainant is told that we have the complaint. Without an e-mail address a colleague brings it over.",
              })}
            </p>
          </div>
        </form>
      </>
    ),
  });
}

function Done({
  done,
  language,
}: Required<Pick<NewComplaintPage, "language">> & { readonly done: NonNullable<NewComplaintPage["done"]> }) {
  const say = speaking(language);
  const number = <strong>{done.number}</strong>;
  return (
    <div class="notice" role="status">
      <p>
        {say({ nl: "De klacht is vastgelegd. Het nummer is", en: "The complaint is registered. Its number is" })}{" "}
        {number}.{" "}
        {done.href === undefined ? (
          say({ nl: "Een collega behandelt hem verder.", en: "A colleague takes it from here." })
        ) : (
          <a class="utrecht-link utrecht-link--html-a" href={done.href}>
            {say({ nl: "Open de zaak", en: "Open the case" })}
          </a>
        )}
      </p>
    </div>
  );
}

function Part({ legend, children }: { readonly legend: string; readonly children: ComponentChildren }) {
  return (
    <fieldset class="utrecht-form-fieldset__fieldset utrecht-form-fieldset__fieldset--html-fieldset choice part">
      <legend class="utrecht-form-fieldset__legend utrecht-form-fieldset__legend--html-legend">{legend}</legend>
      {children}
    </fieldset>
  );
}

function Contact({ filled, several }: { readonly filled: Filled; readonly several: boolean }) {
  const say = speaking(filled.language);
  return (
    <Part legend={say({ nl: "Wie klaagt, en hoe antwoorden wij?", en: "Who complains, and how do we answer?" })}>
      <p class="utrecht-form-field-description">
        {say({
          nl: "Eén manier om te antwoorden is genoeg. Met e-mail gaat het het snelst.",
          en: "One way to answer is enough. E-mail is the fastest.",
        })}
      </p>
      <ComplainField name="name" label={labels.name} optional filled={filled} />
      <ComplainField name="email" label={labels.email} type="email" filled={filled} />
      <ComplainField name="phone" label={labels.phone} type="tel" filled={filled} />
      <ComplainField name="address" label={labels.address} rows={3} filled={filled} />
      {several && <Radios name="reads" legend={labels.reads} options={reads} filled={filled} />}
    </Part>
  );
}

function More({ filled }: { readonly filled: Filled }) {
  const say = speaking(filled.language);
  return (
    <Part legend={say({ nl: "Wat u verder weet", en: "What else you know" })}>
      <p class="utrecht-form-field-description">
        {say({ nl: "U mag dit open laten.", en: "You may leave this open." })}
      </p>
      <ComplainField name="course" label={labels.course} optional filled={filled} />
      <Radios name="talked" legend={labels.talked} options={yesOrNo} optional filled={filled} />
      <ComplainField name="tried" label={labels.tried} optional rows={4} filled={filled} />
    </Part>
  );
}
