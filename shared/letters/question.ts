import { formOf } from "../domain/tasks/catalogue.ts";
import { type LetterContent, paragraph } from "./content.ts";
import { type LetterContext, taskOf, taskTitle, wordsFor } from "./letter-context.ts";
import { askedOf, notAskedAnyMore, shownWith, whyAsked } from "./question-blocks.ts";

/** To complainant, respondent or independent person: something is asked of you, with a link. */
export function question(context: LetterContext): LetterContent {
  const { say } = wordsFor(context);
  const asked = taskOf(context);
  if (asked.status !== "open") return notAskedAnyMore(asked, context);
  return {
    subject: taskTitle(asked, context),
    blocks: [
      paragraph(whyAsked(asked, context)),
      paragraph(say(formOf(asked).purpose)),
      ...shownWith(asked, context),
      ...askedOf(asked, context),
    ],
  };
}
