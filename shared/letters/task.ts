import { catalogue } from "../domain/tasks/catalogue.ts";
import { type LetterContent, link, paragraph } from "./content.ts";
import { type LetterContext, taskOf, taskTitle, wordsFor } from "./letter-context.ts";
import { endedMeanwhile, ifYouCannot, ifYouDoNothing, promised, taskRows } from "./task-blocks.ts";
import { nameAndTitle } from "./wording/people.ts";

/** To staff: something is asked of you, with a link. */
export function task(context: LetterContext): LetterContent {
  const { dossier, procedure, language, links } = context;
  const { say } = wordsFor(context);
  const asked = taskOf(context);
  if (asked.status !== "open") return endedMeanwhile(asked, context);
  const before = dossier.tasks.findLast((one) => one.kind === asked.kind && one.taskId !== asked.taskId);

  return {
    subject: taskTitle(asked, context),
    blocks: [
      paragraph(
        say({
          nl: `U hebt een taak in zaak ${dossier.number}. ${catalogue[asked.kind].purpose.nl}`,
          en: `You have a task in case ${dossier.number}. ${catalogue[asked.kind].purpose.en}`,
        }),
      ),
      ...(before?.status === "expired"
        ? [
            paragraph(
              say({
                nl: `Deze taak lag bij ${nameAndTitle(`role:${before.role}`, dossier, procedure, language)}. Daar kwam op tijd geen antwoord. Nu is de taak voor u.`,
                en: `This task was with ${nameAndTitle(`role:${before.role}`, dossier, procedure, language)}. No answer came in time. Now the task is yours.`,
              }),
            ),
          ]
        : []),
      taskRows(asked, context),
      ...promised(asked, context),
      ...link(say({ nl: "Open de taak", en: "Open the task" }), links.task),
      paragraph(
        say({
          nl: "U ziet daar de klacht en de vragen. De link is alleen voor u: stuur hem niet door.",
          en: "There you see the complaint and the questions. The link is for you only: do not pass it on.",
        }),
      ),
      ...ifYouDoNothing(asked, context),
      ...ifYouCannot(context),
    ],
  };
}
