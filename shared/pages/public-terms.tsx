import type { CaseClock, Procedure } from "../domain/procedure.ts";
import type { TaskKind } from "../domain/tasks/task-kind.ts";
import type { Language, Text } from "../domain/text.ts";
import { periodInWords } from "../letters/wording/period.ts";
import { promises } from "../letters/wording/promises.ts";
import { speaking } from "../letters/wording/say.ts";
import { tasksIn, titleOf } from "./public-roles.ts";

interface TermsProps {
  readonly procedure: Procedure;
  readonly language: Language;
}

/** What the complainant can hold us to, and whose rule each term is. */
export function Promises({ procedure, language }: TermsProps) {
  const say = speaking(language);
  const { clocks, house } = procedure;
  const allOurOwn = clocks.every(({ basis }) => basis === "house-default");
  return (
    <>
      <ol class="plain">
        {clocks.map((clock) => (
          <li>
            <strong>
              {say({ nl: "Binnen", en: "Within" })} {periodInWords(clock.period, language)}
            </strong>{" "}
            {say(promises[clock.id])}.
            {!allOurOwn && (
              <>
                <br />
                <span class="quiet">{capital(whoseRule(clock, procedure, language))}.</span>
              </>
            )}
          </li>
        ))}
      </ol>
      {allOurOwn && (
        <p>
          {say({
            nl: `${house.name} koos deze termijnen zelf. Ze staan niet in de klachtenregeling.`,
            en: `${house.name} chose these terms itself. They are not in the complaints procedure.`,
          })}
        </p>
      )}
    </>
  );
}

/** How long each task may take, who does it and whose rule that is: for who wants to know exactly. */
export function TermsPerTask({ procedure, language }: TermsProps) {
  const say = speaking(language);
  return (
    <details class="fold">
      <summary>{say({ nl: "Hoe lang mag elke taak duren?", en: "How long may each task take?" })}</summary>
      <div class="fold__inside">
        <p>
          {say({
            nl: `Niet elke klacht heeft al deze taken. “Eigen termijn” wil zeggen: ${procedure.house.name} koos die zelf. Hij staat niet in de klachtenregeling.`,
            en: `Not every complaint has all of these tasks. “Own term” means: ${procedure.house.name} chose it itself. It is not in the complaints procedure.`,
          })}
        </p>
        {parts(procedure).map(({ labels, tasks }) => (
          <section>
            <h3 class="utrecht-heading-3">{labels.map(say).join(" · ")}</h3>
            <ul class="plain tasks">
              {tasks.map((kind) => (
                <TermOf kind={kind} procedure={procedure} language={language} />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </details>
  );
}

/** Steps that are about the same part of the path have their tasks together, once. */
function parts(procedure: Procedure) {
  const { steps } = procedure;
  const isSame = (one: Step, other: Step) => one.phases.join() === other.phases.join();
  return steps
    .filter((step, index) => steps.findIndex((one) => isSame(one, step)) === index)
    .map((step) => ({
      labels: steps.filter((one) => isSame(one, step)).map(({ label }) => label),
      tasks: tasksIn(step.phases, procedure),
    }));
}
type Step = Procedure["steps"][number];

function TermOf({ kind, procedure, language }: TermsProps & { readonly kind: TaskKind }) {
  const say = speaking(language);
  const term = procedure.tasks[kind.kind];
  if (term === undefined) return null;
  const who = titleOf(kind.who, procedure, language) ?? say(others[kind.who] ?? others.party);
  return (
    <li>
      <span>{say(kind.title)}</span>
      <strong>{periodInWords(term.within, language)}</strong>
      <span class="quiet">
        {capital(who)} · {whoseRule(term, procedure, language)}
      </span>
    </li>
  );
}

const others: { readonly [Who in TaskKind["who"]]?: Text } & { readonly party: Text } = {
  complainant: { nl: "u", en: "you" },
  party: { nl: "u, en de ander", en: "you, and the other side" },
  colleague: { nl: "de collega die de klacht doorgaf", en: "the colleague who passed the complaint on" },
  consulted: { nl: "met wie wij overleggen", en: "whom we consult" },
  independent: { nl: "de onafhankelijke persoon", en: "the independent person" },
};

/** Whether the written procedure sets a term, and where, or the house chose it. */
function whoseRule(
  { basis, duty }: { readonly basis: CaseClock["basis"]; readonly duty: string },
  { duties }: Procedure,
  language: Language,
): string {
  const say = speaking(language);
  if (basis === "house-default") return say({ nl: "eigen termijn", en: "own term" });
  const section = duties.find(({ id }) => id === duty)?.section;
  const source = say({ nl: "klachtenregeling", en: "complaints procedure" });
  return section === undefined ? source : `${source}, “${say(section)}”`;
}

const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);
