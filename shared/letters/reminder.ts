import { theFile } from "./about-the-file.ts";
import { type LetterContent, link, paragraph } from "./content.ts";
import { type LetterContext, taskOf, taskTitle, wordsFor } from "./letter-context.ts";
import {
  byMailToo,
  endedMeanwhile,
  ifYouCannot,
  isForAssignee,
  promised,
  taskRows,
  whatIfNothing,
} from "./task-blocks.ts";
import { whyYou } from "./why-you.ts";

/** To a colleague: half of the time is gone, or the last day has come. */
export function reminder(context: LetterContext): LetterContent {
  const { say, moment } = wordsFor(context);
  const asked = taskOf(context);
  if (asked.status !== "open" || !isForAssignee(asked, context)) return endedMeanwhile(asked, context);

  return {
    subject: say({
      nl: `Herinnering: ${taskTitle(asked, context)}`,
      en: `Reminder: ${taskTitle(asked, context)}`,
    }),
    blocks: [
      paragraph(
        say({
          nl: `Deze taak wacht nog op u. U hebt tijd tot ${moment(asked.dueAt)}.`,
          en: `This task still waits for you. You have time until ${moment(asked.dueAt)}.`,
        }),
      ),
      ...whyYou(asked, context),
      ...theFile(context),
      taskRows(asked, context),
      ...promised(asked, context),
      ...link(say({ nl: "Open de taak", en: "Open the task" }), context.links.task),
      byMailToo(context),
      ...whatIfNothing(asked, context),
      ...ifYouCannot(context),
    ],
  };
}
