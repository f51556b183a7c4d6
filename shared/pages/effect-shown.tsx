import type { Verdict } from "../domain/learning/before-and-after.ts";
import type { Effect } from "../domain/learning/overview-effect.ts";
import { categoryLabel, causeLabel, courseLabel } from "../domain/learning/overview-labels.ts";
import type { Procedure } from "../domain/procedure.ts";
import type { Language, Text } from "../domain/text.ts";
import { speaking } from "../letters/wording/say.ts";

interface EffectShownProps {
  readonly effect: Effect;
  readonly procedure: Procedure;
  readonly language: Language;
}

const verdicts: { readonly [One in Verdict]: Text } = {
  fewer: {
    nl: "Er zijn minder klachten dan ervoor. Dat komt bijna zeker niet door toeval.",
    en: "There are fewer complaints than before. That is very unlikely to be chance.",
  },
  more: {
    nl: "Er zijn meer klachten dan ervoor. Dat komt bijna zeker niet door toeval.",
    en: "There are more complaints than before. That is very unlikely to be chance.",
  },
  "could-be-chance": {
    nl: "Het verschil is zo klein dat het toeval kan zijn.",
    en: "The difference is so small that it could be chance.",
  },
  "too-few": {
    nl: "Dit is te weinig om iets te kunnen zeggen. Kijk dus ook op een andere manier of het hielp.",
    en: "This is too little to tell. So look in another way too whether it helped.",
  },
};

/** Complaints before and after a measure, and in plain words what that means (A28, B37). */
export function EffectShown({ effect, procedure, language }: EffectShownProps) {
  const say = speaking(language);
  const { before, monthsBefore, after, monthsAfter, verdict, notYetKnown } = effect;
  const number = new Intl.NumberFormat(language === "nl" ? "nl-NL" : "en-GB", { maximumFractionDigits: 1 });
  const row = (name: Text, count: number, months: number) => (
    <tr>
      <th scope="row">{say(name)}</th>
      <td>{count}</td>
      <td>{months}</td>
      <td>{months === 0 ? "–" : number.format(count / months)}</td>
    </tr>
  );
  return (
    <section class="effect" aria-labelledby="effect-title">
      <h3 class="utrecht-heading-3" id="effect-title">
        {say({ nl: "Voor en na de maatregel", en: "Before and after the measure" })}
      </h3>
      <p>
        {say({ nl: "Wij tellen", en: "We count" })} {say(whatIsCounted(effect, procedure))}.
      </p>
      <table class="counts">
        <thead>
          <tr>
            <th scope="col">{say({ nl: "Wanneer", en: "When" })}</th>
            <th scope="col">{say({ nl: "Klachten", en: "Complaints" })}</th>
            <th scope="col">{say({ nl: "Maanden", en: "Months" })}</th>
            <th scope="col">{say({ nl: "Per maand", en: "A month" })}</th>
          </tr>
        </thead>
        <tbody>
          {row({ nl: "Ervoor", en: "Before" }, before, monthsBefore)}
          {row({ nl: "Erna", en: "After" }, after, monthsAfter)}
        </tbody>
      </table>
      <p class="notice">{say(verdicts[verdict])}</p>
      {notYetKnown > 0 && (
        <p class="quiet">
          {say({
            nl: `Van ${notYetKnown} open ${notYetKnown === 1 ? "klacht" : "klachten"} weten wij dit nog niet.`,
            en: `Of ${notYetKnown} open ${notYetKnown === 1 ? "complaint" : "complaints"} we do not know this yet.`,
          })}
        </p>
      )}
    </section>
  );
}

/** Which complaints, as part of a sentence. */
function whatIsCounted({ counted }: Effect, procedure: Procedure): Text {
  if (counted === undefined) return { nl: "alle klachten", en: "all complaints" };
  switch (counted.dimension) {
    case "category": {
      const { nl, en } = categoryLabel(procedure)(counted.value);
      return { nl: `klachten over “${nl}”`, en: `complaints about “${en}”` };
    }
    case "cause": {
      const { nl, en } = causeLabel(procedure)(counted.value);
      return { nl: `klachten met de oorzaak “${nl}”`, en: `complaints with the cause “${en}”` };
    }
    case "course": {
      const { nl, en } = courseLabel(counted.value);
      return { nl: `klachten over de cursus “${nl}”`, en: `complaints about the course “${en}”` };
    }
  }
}
