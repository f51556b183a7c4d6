import type { Row } from "./content.ts";
import { type LetterContext, wordsFor } from "./letter-context.ts";
import { nameAndTitle } from "./wording/people.ts";
import { taskName } from "./wording/task-name.ts";

/** Who has to do something now, a row each, for colleagues. */
export function whoseTurn(context: LetterContext): readonly Row[] {
  const { dossier, procedure, language } = context;
  const { say } = wordsFor(context);
  return dossier.tasks
    .filter(({ status }) => status === "open")
    .map((task) => ({
      term: say({ nl: "Nu aan zet", en: "Whose turn" }),
      detail: `${nameAndTitle(task.assignee, dossier, procedure, language)}: ${say(taskName(task, dossier))}`,
    }));
}
