import type { Dossier } from "../domain/dossier.ts";
import type { Procedure } from "../domain/procedure.ts";
import { type Phase, phases } from "../domain/tasks/task-kind.ts";
import type { Language, Text } from "../domain/text.ts";
import { speaking } from "../letters/wording/say.ts";
import { isAdvised, phaseNow, wasDone } from "./case-now.ts";
import { isReferred } from "./status-story.ts";

type State = "done" | "now" | "later" | "skipped";

const states: { readonly [Name in State]: Text } = {
  done: { nl: "klaar", en: "done" },
  now: { nl: "nu", en: "now" },
  later: { nl: "later", en: "later" },
  skipped: { nl: "niet nodig", en: "not needed" },
};

interface PhaseStepsProps {
  readonly dossier: Dossier;
  readonly procedure: Procedure;
  readonly language: Language;
}

/** The steps of the procedure, in its own terms, and where the case is now; every page about a complaint has them (A3, B2). */
export function PhaseSteps({ dossier, procedure, language }: PhaseStepsProps) {
  const say = speaking(language);
  if (dossier.matter.kind !== "complaint") return null;
  const steps = procedure.steps.map((step) => ({ ...step, state: stateOf(step.phases, dossier) }));
  const current = steps.findIndex(({ state }) => state === "now");
  const now = steps[current];
  return (
    <div class="progress">
      <ol class="steps" aria-label={say({ nl: "Stappen van deze zaak", en: "Steps of this case" })}>
        {steps.map(({ label, state }, index) => (
          <li class={`steps__step steps__step--${state}`} {...(index === current && { "aria-current": "step" })}>
            <span class="steps__name">{say(label)}</span>
            <span class="hidden-visually">: {say(states[state])}</span>
          </li>
        ))}
      </ol>
      {now !== undefined && (
        <p class="steps__now" aria-hidden="true">
          {say({
            nl: `Stap ${current + 1} van ${steps.length}: ${now.label.nl}`,
            en: `Step ${current + 1} of ${steps.length}: ${now.label.en}`,
          })}
        </p>
      )}
    </div>
  );
}

/**
 * A step may cover several phases, and a phase may be several steps. One in which nothing was done did not happen: what is no complaint, or
 * was solved at once, is not looked into. After the end no step is the present one.
 */
function stateOf(covered: readonly Phase[], dossier: Dossier): State {
  const places = covered.map((phase) => phases.indexOf(phase));
  const current = phases.indexOf(phaseNow(dossier));
  const wasTaken = covered.some((phase) => wasDone(phase, dossier)) ? "done" : "skipped";
  if (isOver(dossier) || places.every((place) => place < current)) return wasTaken;
  return places.some((place) => place <= current) ? "now" : "later";
}

function isOver(dossier: Dossier): boolean {
  return dossier.status === "closed" || dossier.withdrawn !== undefined || isReferred(dossier) || isAdvised(dossier);
}
