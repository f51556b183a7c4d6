import { formOf } from "../domain/tasks/catalogue.ts";
import { type LetterContent, paragraph } from "./content.ts";
import { type LetterContext, taskOf, taskTitle, wordsFor } from "./letter-context.ts";
import { askedOf, notAskedAnyMore, shownWith, whyAsked } from "./question-blocks.ts";

/** The same question once more, before its time is up. */
export function questionReminder(context: LetterContext): LetterContent {
  const { say, moment } = wordsFor(context);
  const asked = taskOf(context);
  if (asked.status !== "open") return notAskedAnyMore(asked, context);
  return {
    subject: say({
      nl: `Herinnering: ${taskTitle(asked, context)}`,
      en: `Reminder: ${taskTitle(asked, context)}`,
    }),
    blocks: [
      paragraph(
        say({
          nl: `Wij vroegen u al iets, en hoorden nog niets van u. Dat geeft niet. U hebt tijd tot ${moment(asked.dueAt)}.`,
          en: `We asked you something and have not heard from you yet. That is fine. You have time until ${moment(asked.dueAt)}.`,
        }),
      ),
      paragraph(whyAsked(asked, context)),
      paragraph(say(formOf(asked).purpose)),
      ...shownWith(asked, context),
      ...askedOf(asked, context),
    ],
  };
}
