import { roleAbove } from "../domain/roles.ts";
import { heading, type LetterContent, paragraph } from "./content.ts";
import { type LetterContext, taskOf, taskTitle, wordsFor } from "./letter-context.ts";
import { taskRows } from "./task-blocks.ts";
import { nameAndTitle } from "./wording/people.ts";

/** To staff whose task has gone to the next role up. */
export function takenOver(context: LetterContext): LetterContent {
  const { dossier, procedure, language } = context;
  const { say } = wordsFor(context);
  const lost = taskOf(context);
  const next = nameAndTitle(`role:${roleAbove(procedure, lost.role)}`, dossier, procedure, language);
  return {
    subject: say({
      nl: `Niet meer uw taak: ${taskTitle(lost, context)}`,
      en: `No longer your task: ${taskTitle(lost, context)}`,
    }),
    blocks: [
      paragraph(
        say({
          nl: `Deze taak ligt niet meer bij u. Wij kregen geen antwoord. ${next} doet de taak nu. Uw link werkt niet meer.`,
          en: `This task is no longer with you. We got no answer. ${next} does the task now. Your link no longer works.`,
        }),
      ),
      taskRows(lost, context),
      heading(say({ nl: "Wat kunt u doen?", en: "What can you do?" })),
      paragraph(
        say({
          nl: "Weet u iets dat helpt? Stuur dan een antwoord op deze mail. Het komt bij de zaak.",
          en: "Do you know something that helps? Then reply to this mail. It goes into the case.",
        }),
      ),
      heading(say({ nl: "Wat als u niets doet?", en: "What if you do nothing?" })),
      paragraph(
        say({
          nl: "U hoeft niets meer te doen. De zaak gaat door.",
          en: "You do not need to do more. The case goes on.",
        }),
      ),
    ],
  };
}
