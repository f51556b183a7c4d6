import type { Dossier } from "../domain/dossier.ts";
import { type Phase, phases } from "../domain/tasks/task-kind.ts";
import type { Language, Text } from "../domain/text.ts";
import { speaking } from "../letters/wording/say.ts";

const names: { readonly [Name in Phase]: Text } = {
  intake: { nl: "Lezen", en: "Reading" },
  analysis: { nl: "Uitzoeken", en: "Looking into it" },
  handling: { nl: "Oplossen", en: "Solving" },
  feedback: { nl: "Uitkomst", en: "Outcome" },
  learning: { nl: "Leren", en: "Learning" },
};

type State = "done" | "now" | "later";

const states: { readonly [Name in State]: Text } = {
  done: { nl: "klaar", en: "done" },
  now: { nl: "nu", en: "now" },
  later: { nl: "later", en: "later" },
};

/** The five parts of the path and where the case is now; every page about a case has it (A3, B2). */
export function PhaseSteps({ dossier, language }: { readonly dossier: Dossier; readonly language: Language }) {
  const say = speaking(language);
  const current = phases.indexOf(dossier.phase);
  return (
    <ol class="steps" aria-label={say({ nl: "Stappen van deze zaak", en: "Steps of this case" })}>
      {phases.map((phase, index) => {
        const state: State =
          dossier.status === "closed" || index < current ? "done" : index === current ? "now" : "later";
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
