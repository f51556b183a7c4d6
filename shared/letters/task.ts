import { catalogue } from "../domain/tasks/catalogue.ts";
import { theFile, whatIsThere } from "./about-the-file.ts";
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
import { fileWords } from "./wording/file-words.ts";

/** To a colleague: something is asked of you, with a link. */
export function task(context: LetterContext): LetterContent {
  const { dossier, links } = context;
  const { say } = wordsFor(context);
  const { name } = fileWords(dossier);
  const asked = taskOf(context);
  if (asked.status !== "open" || !isForAssignee(asked, context)) return endedMeanwhile(asked, context);

  return {
    subject: taskTitle(asked, context),
    blocks: [
      paragraph(
        say({
          nl: `U hebt een taak ${dossier.matter.kind === "complaint" ? "in" : "bij"} ${name.nl} ${dossier.number}. ${asked.onBehalfOf === undefined ? catalogue[asked.kind].purpose.nl : ""}`,
          en: `You have a task in ${name.en} ${dossier.number}. ${asked.onBehalfOf === undefined ? catalogue[asked.kind].purpose.en : ""}`,
        }).trim(),
      ),
      ...whyYou(asked, context),
      ...theFile(context),
      taskRows(asked, context),
      ...promised(asked, context),
      ...link(say({ nl: "Open de taak", en: "Open the task" }), links.task),
      paragraph(
        say({
          nl: `${whatIsThere(context)} De link is alleen voor u: stuur hem niet door.`,
          en: `${whatIsThere(context)} The link is for you only: do not pass it on.`,
        }),
      ),
      byMailToo(context),
      ...whatIfNothing(asked, context),
      ...ifYouCannot(context),
    ],
  };
}
