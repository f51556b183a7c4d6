import type { Dossier } from "../domain/dossier.ts";
import { catalogue } from "../domain/tasks/catalogue.ts";
import { type Phase, phases } from "../domain/tasks/task-kind.ts";
import type { Language, Text } from "../domain/text.ts";
import { speaking } from "../letters/wording/say.ts";
import { isReferred } from "./status-story.ts";

const names: { readonly [Name in Phase]: Text } = {
  intake: { nl: "Lezen", en: "Reading" },
  analysis: { nl: "Uitzoeken", en: "Looking into it" },
  handling: { nl: "Oplossen", en: "Solving" },
  feedback: { nl: "Uitkomst", en: "Outcome" },
  learning: { nl: "Leren", en: "Learning" },
};

type State = "done" | "now" | "later" | "skipped";

const states: { readonly [Name in State]: Text } = {
  done: { nl: "klaar", en: "done" },
  now: { nl: "nu", en: "now" },
  later: { nl: "later", en: "later" },
  skipped: { nl: "niet nodig", en: "not needed" },
};

/** The five parts of the path and where the case is now; every page about a case has it (A3, B2). */
export function PhaseSteps({ dossier, language }: { readonly dossier: Dossier; readonly language: Language }) {
  const say = speaking(language);
  return (
    <ol class="steps" aria-label={say({ nl: "Stappen van deze zaak", en: "Steps of this case" })}>
      {phases.map((phase) => {
        const state = stateOf(phase, dossier);
        return (
          <li class={`steps__step steps__step--${state}`} {...(state === "now" && { "aria-current": "step" })}>
            <span class="steps__name">{say(names[phase])}</span>
            <span class="hidden-visually">: {say(states[state])}</span>
          </li>
        );
      })}
    </ol>
  );
}

/** A part in which nobody had a task did not happen: what is no complaint, or was solved at once, is not looked into. */
function stateOf(phase: Phase, dossier: Dossier): State {
  const index = phases.indexOf(phase);
  const current = phases.indexOf(dossier.phase);
  const over = dossier.status === "closed" || index < current;
  if (over) return dossier.tasks.some(({ kind }) => catalogue[kind].phase === phase) ? "done" : "skipped";
  if (index === current) return "now";
  return isReferred(dossier) ? "skipped" : "later";
}
