import { isInvolvedParty } from "../domain/seats.ts";
import { theFile, whoWaits } from "./about-the-file.ts";
import { type LetterContent, link, paragraph } from "./content.ts";
import { type LetterContext, taskOf, taskTitle, wordsFor } from "./letter-context.ts";
import { byMailToo, endedMeanwhile, ifYouCannot, isForAssignee, taskRows, whatIfNothing } from "./task-blocks.ts";
import { laterSteps } from "./told-too.ts";
import { nameAndTitle, titleOf } from "./wording/people.ts";

/** To whoever has the task and those above them: still not done. */
export function escalation(context: LetterContext): LetterContent {
  const { to, dossier, procedure, language, links } = context;
  const { say, moment } = wordsFor(context);
  const asked = taskOf(context);
  if (asked.status !== "open" || isInvolvedParty(to, dossier, procedure)) return endedMeanwhile(asked, context);
  const forAssignee = isForAssignee(asked, context);
  const assignee = nameAndTitle(asked.assignee, dossier, procedure, language);
  const you = titleOf(to, procedure, language);

  return {
    subject: say({
      nl: `Nog steeds niet klaar: ${taskTitle(asked, context)}`,
      en: `Still not done: ${taskTitle(asked, context)}`,
    }),
    blocks: [
      paragraph(
        forAssignee
          ? say({
              nl: `Deze taak had klaar moeten zijn op ${moment(asked.dueAt)}. Wij vragen het u nu opnieuw. ${whoWaits(context)}`,
              en: `This task should have been done on ${moment(asked.dueAt)}. We ask you again now. ${whoWaits(context)}`,
            })
          : say({
              nl: `Een taak is nog steeds niet klaar. Hij ligt bij ${assignee}. Wij vroegen er al meer dan eens om. U leest dit omdat u ${you} bent.`,
              en: `A task is still not done. It is with ${assignee}. We have asked more than once. You get this as ${you}.`,
            }),
      ),
      ...theFile(context),
      taskRows(asked, context),
      ...link(say({ nl: "Open de taak", en: "Open the task" }), links.task),
      ...(forAssignee
        ? [byMailToo(context), ...whatIfNothing(asked, context), ...ifYouCannot(context)]
        : laterSteps(asked, context)),
    ],
  };
}
