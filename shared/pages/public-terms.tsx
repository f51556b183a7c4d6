import type { CaseClock, Procedure } from "../domain/procedure.ts";
import type { TaskKind } from "../domain/tasks/task-kind.ts";
import type { Language, Text } from "../domain/text.ts";
import { periodInWords } from "../letters/wording/period.ts";
import { speaking } from "../letters/wording/say.ts";
import { tasksIn, titleOf } from "./public-roles.ts";

interface Shown {
  readonly procedure: Procedure;
  readonly language: Language;
}

const promises: { readonly [Id in CaseClock["id"]]: Text } = {
  receipt: { nl: "schrijven wij u dat wij uw klacht hebben", en: "we write to you that we have your complaint" },
  response: { nl: "hoort u van ons, per mail of telefoon", en: "you hear from us, by mail or phone" },
  decision: { nl: "krijgt u de uitkomst", en: "you get the outcome" },
};

/** What the complainant can hold us to, and whose rule each term is. */
export function Promises({ procedure, language }: Shown) {
  const say = speaking(language);
  return (
    <ol class="plain promises">
      {procedure.clocks.map((clock) => (
        <li>
          <strong>
            {say({ nl: "Binnen", en: "Within" })} {periodInWords(clock.period, language)}
          </strong>{" "}
          {say(promises[clock.id])}.
          <br />
          <span class="quiet">{whoseRule(clock, procedure, language)}</span>
        </li>
      ))}
    </ol>
  );
}

/** How long each task of each step may take, who does it and whose rule that is: for who wants to know it exactly. */
export function TermsPerTask({ procedure, language }: Shown) {
  const say = speaking(language);
  return (
    <details class="fold">
      <summary>{say({ nl: "Hoe lang mag elke taak duren?", en: "How long may each task take?" })}</summary>
      <div class="fold__inside">
        {procedure.steps.map(({ label, phases }) => (
          <section>
            <h3 class="utrecht-heading-3">{say(label)}</h3>
            <ul class="plain tasks">
              {tasksIn(phases, procedure).map((kind) => (
                <TermOf kind={kind} procedure={procedure} language={language} />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </details>
  );
}

function TermOf({ kind, procedure, language }: Shown & { readonly kind: TaskKind }) {
  const say = speaking(language);
  const term = procedure.tasks[kind.kind];
  if (term === undefined) return null;
  const who = titleOf(kind.who, procedure, language) ?? say(others[kind.who] ?? others.party);
  return (
    <li>
      {say(kind.title)}: <strong>{periodInWords(term.within, language)}</strong>
      <br />
      <span class="quiet">
        {who}. {whoseRule(term, procedure, language)}
      </span>
    </li>
  );
}

const others: { readonly [Who in TaskKind["who"]]?: Text } & { readonly party: Text } = {
  complainant: { nl: "U", en: "You" },
  party: { nl: "U, en over wie het gaat", en: "You, and whoever it is about" },
  colleague: { nl: "De collega die de klacht doorgaf", en: "The colleague who passed the complaint on" },
  consulted: { nl: "Met wie wij overleggen", en: "Whom we consult" },
  independent: { nl: "De onafhankelijke persoon", en: "The independent person" },
};

/** In so many words whether the written procedure sets a term, and where, or the house chose it. */
function whoseRule(
  { basis, duty }: { readonly basis: CaseClock["basis"]; readonly duty: string },
  { house, duties }: Procedure,
  language: Language,
): string {
  const say = speaking(language);
  if (basis === "house-default") {
    return say({
      nl: `${house.name} koos deze termijn zelf. Hij staat niet in de klachtenregeling.`,
      en: `${house.name} chose this term itself. It is not in the complaints procedure.`,
    });
  }
  const section = duties.find(({ id }) => id === duty)?.section;
  return section === undefined
    ? say({ nl: "Dit staat in de klachtenregeling.", en: "This is in the complaints procedure." })
    : say({
        nl: `Dit staat in de klachtenregeling, onder “${section.nl}”.`,
        en: `This is in the complaints procedure, under “${section.en}”.`,
      });
}
