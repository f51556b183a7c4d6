import type { Dossier, OpenTask } from "../domain/dossier.ts";
import type { Procedure } from "../domain/procedure.ts";
import type { Language } from "../domain/text.ts";
import { speaking } from "../letters/wording/say.ts";
import { whyTaskIsDueThen } from "../letters/wording/why.ts";
import type { Instant } from "../ports.ts";
import { Entry } from "./entry.tsx";
import { Moment } from "./moment.tsx";

interface DueProps {
  readonly task: OpenTask;
  readonly dossier: Dossier;
  readonly procedure: Procedure;
  readonly language: Language;
  readonly now: Instant;
}

/** By when a task must be done, and why then. */
export function Due({ task, dossier, procedure, language, now }: DueProps) {
  const say = speaking(language);
  return (
    <Entry term={say({ nl: "Uiterlijk", en: "At the latest" })}>
      <strong>
        <Moment at={task.dueAt} language={language} procedure={procedure} />
      </strong>
      {task.dueAt <= now && (
        <>
          {" "}
          <strong class="late">{say({ nl: "Te laat", en: "Late" })}</strong>
        </>
      )}
      <br />
      <span class="quiet">{whyTaskIsDueThen(task, dossier, procedure, language)}</span>
    </Entry>
  );
}
