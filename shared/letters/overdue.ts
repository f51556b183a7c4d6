import { isInvolvedParty } from "../domain/seats.ts";
import { theFile, whoWaits } from "./about-the-file.ts";
import { type LetterContent, link, paragraph } from "./content.ts";
import { type LetterContext, taskOf, taskTitle, wordsFor } from "./letter-context.ts";
import { byMailToo, endedMeanwhile, ifYouCannot, isForAssignee, taskRows, whatIfNothing } from "./task-blocks.ts";
import { laterSteps } from "./told-too.ts";
import { nameAndTitle, titleOf } from "./wording/people.ts";

/** To whoever has the task, their deputy and the owner: the deadline has passed. */
export function overdue(context: LetterContext): LetterContent {
  const { to, dossier, procedure, language, links } = context;
  const { say, moment } = wordsFor(context);
  const asked = taskOf(context);
  if (asked.status !== "open" || isInvolvedParty(to, dossier, procedure)) return endedMeanwhile(asked, context);
  const subject = say({ nl: `Te laat: ${taskTitle(asked, context)}`, en: `Late: ${taskTitle(asked, context)}` });
  const button = link(say({ nl: "Open de taak", en: "Open the task" }), links.task);

  if (isForAssignee(asked, context)) {
    return {
      subject,
      blocks: [
        paragraph(
          say({
            nl: `De tijd voor deze taak is om. Dat was op ${moment(asked.dueAt)}. Doe de taak nu toch nog. ${whoWaits(context)}`,
            en: `The time for this task is up. That was on ${moment(asked.dueAt)}. Please do it now. ${whoWaits(context)}`,
          }),
        ),
        ...theFile(context),
        taskRows(asked, context),
        ...button,
        byMailToo(context),
        ...whatIfNothing(asked, context),
        ...ifYouCannot(context),
      ],
    };
  }
  const assignee = nameAndTitle(asked.assignee, dossier, procedure, language);
  const you = titleOf(to, procedure, language);
  return {
    subject,
    blocks: [
      paragraph(
        say({
          nl: `Een taak is niet op tijd klaar. Hij ligt bij ${assignee}. U leest dit omdat u ${you} bent.`,
          en: `A task was not done in time. It is with ${assignee}. You get this as ${you}.`,
        }),
      ),
      ...theFile(context),
      taskRows(asked, context),
      ...button,
      ...laterSteps(asked, context),
    ],
  };
}
