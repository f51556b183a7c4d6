import type { Task } from "../domain/dossier.ts";
import { catalogue } from "../domain/tasks/catalogue.ts";
import { type LetterContent, link, paragraph } from "./content.ts";
import { type LetterContext, taskOf, taskTitle, wordsFor } from "./letter-context.ts";
import { endedMeanwhile, ifYouCannot, ifYouDoNothing, promised, taskRows } from "./task-blocks.ts";
import { nameAndTitle } from "./wording/people.ts";

/** To staff: something is asked of you, with a link. */
export function task(context: LetterContext): LetterContent {
  const { dossier, links } = context;
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
      ...(before?.status === "expired" ? [paragraph(whyYours(before, asked, context))] : []),
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

/** Why a task that nobody answered comes now: to the next role up, or once more to the role that has none above it. */
function whyYours(before: Task, asked: Task, context: LetterContext): string {
  const { dossier, procedure, language } = context;
  const { say } = wordsFor(context);
  if (before.role === asked.role) {
    return say({
      nl: "U kreeg deze taak al eerder. Wij kregen geen antwoord. Daarom vragen wij het u opnieuw.",
      en: "You had this task before. We got no answer, so we ask you again.",
    });
  }
  const name = nameAndTitle(`role:${before.role}`, dossier, procedure, language);
  return say({
    nl: `Deze taak lag bij ${name}. Daar kwam op tijd geen antwoord. Nu is de taak voor u.`,
    en: `This task was with ${name}. No answer came in time. Now the task is yours.`,
  });
}
