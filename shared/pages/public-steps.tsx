import type { Procedure } from "../domain/procedure.ts";
import type { Phase } from "../domain/tasks/task-kind.ts";
import type { Language, Text } from "../domain/text.ts";
import { together } from "../letters/wording/people.ts";
import { speaking } from "../letters/wording/say.ts";
import { rolesIn } from "./public-roles.ts";

interface PublicStepsProps {
  readonly procedure: Procedure;
  readonly language: Language;
}

/** The steps by the procedure's own names (A3, B2), what happens in each, and whose work it is. */
export function PublicSteps({ procedure, language }: PublicStepsProps) {
  const say = speaking(language);
  return (
    <ol class="path">
      {procedure.steps.map(({ label, phases }, index) => {
        const earlier = procedure.steps.slice(0, index).flatMap((step) => step.phases);
        const roles = rolesIn(phases, procedure, language);
        return (
          <li>
            <strong>{say(label)}</strong>
            {phases
              .filter((phase) => !earlier.includes(phase))
              .map((phase) => (
                <span>{say(happens[phase](procedure))}</span>
              ))}
            {roles.length > 0 && (
              <span class="quiet">
                {say({ nl: "Door:", en: "By:" })} {together(roles, language)}
              </span>
            )}
          </li>
        );
      })}
    </ol>
  );
}

/** What each part of the path is to whoever complains. */
const happens: { readonly [Part in Phase]: (procedure: Procedure) => Text } = {
  intake: () => ({
    nl: "Uw klacht krijgt een nummer. Wij lezen hem en kijken wat er nodig is.",
    en: "Your complaint gets a number. We read it and look at what is needed.",
  }),
  analysis: ({ branches }) =>
    branches.session
      ? {
          nl: "U en de ander vertellen wat er is gebeurd, ook op een zitting.",
          en: "You and the other side tell what happened, also at a hearing.",
        }
      : {
          nl: "U en de ander vertellen wat er is gebeurd. Wij zoeken uit hoe het zit.",
          en: "You and the other side tell what happened. We find out what is true.",
        },
  handling: ({ branches }) =>
    branches.handling === "solution"
      ? {
          nl: "Wij zoeken een oplossing waar u en de ander mee verder kunnen.",
          en: "We look for a solution that works for you and for the other side.",
        }
      : branches.mediation
        ? {
            nl: "Wij vragen of u samen met de ander wilt praten. Komt u er zo niet uit? Dan geven wij een oordeel.",
            en: "We ask if you want to talk with the other side. Does that not solve it? Then we give a judgment.",
          }
        : { nl: "Wij geven een oordeel over uw klacht.", en: "We give a judgment on your complaint." },
  feedback: () => ({
    nl: "U krijgt de uitkomst, en zegt of u er iets aan hebt.",
    en: "You get the outcome, and say if it helps you.",
  }),
  learning: ({ branches }) =>
    branches.survey
      ? {
          nl: "Wij kijken wat wij ervan leren. Later vragen wij hoe u het vond.",
          en: "We see what we can learn from it. Later we ask how it was for you.",
        }
      : { nl: "Wij kijken wat wij ervan leren.", en: "We see what we can learn from it." },
};
