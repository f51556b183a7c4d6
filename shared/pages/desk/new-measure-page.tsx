import type { Procedure } from "../../domain/procedure.ts";
import { measureTypeOptions } from "../../domain/tasks/measure-fields.ts";
import type { Problem } from "../../domain/tasks/task-kind.ts";
import type { Language, Text } from "../../domain/text.ts";
import { titleOf } from "../../letters/wording/people.ts";
import { speaking } from "../../letters/wording/say.ts";
import { ComplainField, type Filled } from "../complain-field.tsx";
import { page } from "../layout.tsx";
import { DateField } from "./date-field.tsx";
import type { DeskFrame } from "./desk-frame.ts";
import { DeskProblems } from "./desk-problems.tsx";
import { Radios } from "./radios.tsx";
import { Select } from "./select.tsx";

export interface NewMeasurePage {
  readonly procedure: Procedure;
  readonly language: Language;
  readonly desk: DeskFrame;
  readonly action: string;
  readonly ticket: string;
  readonly back: string;
  readonly values?: Readonly<Record<string, string>>;
  readonly problems?: readonly Problem[];
}

const labels = {
  text: { nl: "Wat gaan wij doen?", en: "What are we going to do?" },
  why: { nl: "Waarom?", en: "Why?" },
  measureType: { nl: "Wat voor maatregel is het?", en: "What kind of measure is it?" },
  owner: { nl: "Wie voert hem uit?", en: "Who carries it out?" },
  due: { nl: "Voor welke datum?", en: "By what date?" },
  cases: { nl: "Bij welke klachten hoort hij?", en: "Which complaints does it go with?" },
  counted: { nl: "Welke klachten moeten minder worden?", en: "Which complaints should become fewer?" },
} as const satisfies Readonly<Record<string, Text>>;

/** `/desk/<organisation>/measures/new`: a measure that did not come from a complaint, such as one after an audit (B38). */
export function newMeasurePage(view: NewMeasurePage): string {
  const { procedure, language, desk, action, ticket, back, values = {}, problems = [] } = view;
  const say = speaking(language);
  const title = say({ nl: "Spreek een maatregel af", en: "Agree on a measure" });
  const filled: Filled = { values, problems, language };
  const people = procedure.people.map(({ id, name }) => {
    const of = (one: Language) => `${name} (${titleOf(`person:${id}`, procedure, one)})`;
    return { id, label: { nl: of("nl"), en: of("en") } };
  });
  const firstOf = { measureType: measureTypeOptions[0].id, owner: people[0]?.id ?? "" };
  return page({
    title: problems.length > 0 ? `${say({ nl: "Fout", en: "Error" })}: ${title}` : title,
    language,
    procedure,
    desk,
    children: (
      <>
        <DeskProblems filled={filled} labels={labels} firstOf={firstOf} />
        <div class="opening">
          <h1 class="utrecht-heading-1">{title}</h1>
          <p class="lead">
            {say({
              nl: "Voor een maatregel die ergens anders vandaan komt dan uit een klacht, zoals een audit of een gesprek.",
              en: "For a measure that comes from elsewhere than a complaint, such as an audit or a talk.",
            })}
          </p>
        </div>
        <form class="answer utrecht-form" method="post" action={action} noValidate>
          <input type="hidden" name="ticket" value={ticket} />
          <ComplainField
            name="text"
            label={labels.text}
            hint={{ nl: "Eén zin, zonder namen.", en: "One sentence, without names." }}
            filled={filled}
          />
          <ComplainField
            name="why"
            label={labels.why}
            hint={{ nl: "Waar komt de maatregel vandaan?", en: "Where does the measure come from?" }}
            optional
            rows={4}
            filled={filled}
          />
          <Radios name="measureType" legend={labels.measureType} options={measureTypeOptions} filled={filled} />
          <Radios name="owner" legend={labels.owner} options={people} filled={filled} />
          <DateField name="due" label={labels.due} filled={filled} />
          <ComplainField
            name="cases"
            label={labels.cases}
            hint={{
              nl: `Nummers zoals ${procedure.house.numberPrefix}-2026-0001, met een komma ertussen.`,
              en: `Numbers like ${procedure.house.numberPrefix}-2026-0001, with a comma in between.`,
            }}
            optional
            filled={filled}
          />
          <Counted procedure={procedure} filled={filled} />
          <div class="answer__end">
            <button class="utrecht-button utrecht-button--primary-action utrecht-button--html-button" type="submit">
              {say({ nl: "Spreek hem af", en: "Agree on it" })}
            </button>
            <p class="quiet">
              {say({
                nl: "Wie hem uitvoert, krijgt er een taak voor. Na drie en zes maanden vragen wij of het hielp.",
                en: "Whoever carries it out gets a task for it. After three and six months we ask whether it helped.",
              })}
            </p>
          </div>
        </form>
        <p>
          <a class="utrecht-link utrecht-link--html-a" href={back}>
            {say({ nl: "Terug, zonder iets te doen", en: "Back, without doing a thing" })}
          </a>
        </p>
      </>
    ),
  });
}

/** By which numbers its effect is shown later; it may be by none. */
function Counted({ procedure, filled }: { readonly procedure: Procedure; readonly filled: Filled }) {
  const say = speaking(filled.language);
  const named = (dimension: "category" | "cause", before: Text, list: Procedure["categories"]) =>
    list.map(({ id, label }) => ({ id: `${dimension}:${id}`, label: `${say(before)}: ${say(label)}` }));
  return (
    <Select
      name="counted"
      label={say(labels.counted)}
      value={filled.values["counted"]}
      options={[
        { id: "", label: say({ nl: "Dat is niet te tellen", en: "That cannot be counted" }) },
        ...named("category", { nl: "Soort", en: "Kind" }, procedure.categories),
        ...named("cause", { nl: "Oorzaak", en: "Cause" }, procedure.causes),
      ]}
    />
  );
}
