import type { Procedure } from "../../domain/procedure.ts";
import type { Problem } from "../../domain/tasks/task-kind.ts";
import type { Language, Text } from "../../domain/text.ts";
import { speaking } from "../../letters/wording/say.ts";
import { ComplainField, type Filled } from "../complain-field.tsx";
import { page } from "../layout.tsx";
import type { DeskFrame } from "./desk-frame.ts";
import { DeskProblems } from "./desk-problems.tsx";
import { Radios } from "./radios.tsx";

export interface PersonPage {
  readonly procedure: Procedure;
  readonly language: Language;
  readonly desk: DeskFrame;
  readonly action: string;
  readonly values?: Readonly<Record<string, string>>;
  readonly problems?: readonly Problem[];
}

const labels = {
  email: { nl: "E-mailadres van die persoon", en: "E-mail address of that person" },
  name: { nl: "Naam van die persoon", en: "Name of that person" },
  reads: { nl: "Welke taal leest die persoon?", en: "Which language does that person read?" },
  format: { nl: "Waarvoor is het bestand?", en: "What is the file for?" },
} as const satisfies Readonly<Record<string, Text>>;

const reads = [
  { id: "nl", label: { nl: "Nederlands", en: "Dutch" } },
  { id: "en", label: { nl: "Engels", en: "English" } },
] as const;

const formats = [
  { id: "html", label: { nl: "Om te lezen", en: "To read" } },
  { id: "json", label: { nl: "Voor een programma (json)", en: "For a program (json)" } },
] as const;

/** `/desk/<organisation>/person`: for somebody who wants to see what we have of them. It is posted, so that no name stands in an address. */
export function personPage(view: PersonPage): string {
  const { procedure, language, desk, action, problems = [] } = view;
  const say = speaking(language);
  const title = say({ nl: "Wat weten wij van iemand?", en: "What do we know of somebody?" });
  const values = { reads: procedure.house.language, format: "html", ...view.values };
  const filled: Filled = { values, problems, language };
  return page({
    title: problems.length > 0 ? `${say({ nl: "Fout", en: "Error" })}: ${title}` : title,
    language,
    procedure,
    desk,
    children: (
      <>
        <DeskProblems filled={filled} labels={labels} />
        <div class="opening">
          <h1 class="utrecht-heading-1">{title}</h1>
          <p class="lead">
            {say({
              nl: "Voor wie vraagt om inzage. U krijgt één bestand met alles wat wij van die persoon hebben.",
              en: "For somebody who asks to see their data. You get one file with all that we have of that person.",
            })}
          </p>
          <p>
            {say({
              nl: "Wat anderen in vertrouwen zeiden staat er niet in. Lees het na voor u het geeft, en kijk of de persoon is wie hij zegt.",
              en: "What others said in confidence is not in it. Read it before you give it, and see that the person is who they say.",
            })}
          </p>
        </div>
        <form class="answer utrecht-form" method="post" action={action} noValidate>
          <ComplainField name="email" label={labels.email} type="email" filled={filled} />
          <ComplainField
            name="name"
            label={labels.name}
            hint={{
              nl: "Voor zaken waarin wij geen mailadres van die persoon hebben.",
              en: "For cases in which we have no mail address of that person.",
            }}
            filled={filled}
          />
          {procedure.house.languages.length > 1 && (
            <Radios name="reads" legend={labels.reads} options={reads} filled={filled} />
          )}
          <Radios name="format" legend={labels.format} options={formats} filled={filled} />
          <div class="answer__end">
            <button class="utrecht-button utrecht-button--primary-action utrecht-button--html-button" type="submit">
              {say({ nl: "Maak het bestand", en: "Make the file" })}
            </button>
            <p class="quiet">
              {say({
                nl: "Bij elke zaak die erin staat, wordt vastgelegd dat u keek.",
                en: "In each case that is in it, it is written down that you looked.",
              })}
            </p>
          </div>
        </form>
      </>
    ),
  });
}
