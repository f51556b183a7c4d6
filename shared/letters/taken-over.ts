import { type LetterContent, paragraph, rows } from "./content.ts";
import { ifYouDoNothing, whatYouCanDo } from "./headings.ts";
import { type LetterContext, taskOf, taskTitle, wordsFor } from "./letter-context.ts";
import { fileWords } from "./wording/file-words.ts";
import { nextInLine } from "./wording/next-in-line.ts";
import { nameAndTitle } from "./wording/people.ts";

/** To a colleague whose task has gone to the next role up. */
export function takenOver(context: LetterContext): LetterContent {
  const { dossier, procedure, language, now } = context;
  const { say, moment } = wordsFor(context);
  const { the } = fileWords(dossier);
  const lost = taskOf(context);
  const next = nameAndTitle(nextInLine(lost, dossier, procedure, now), dossier, procedure, language);
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
      rows([
        { term: say({ nl: "Taak", en: "Task" }), detail: taskTitle(lost, context) },
        { term: say({ nl: "Was voor", en: "Was due" }), detail: moment(lost.dueAt) },
        { term: say({ nl: "Nu bij", en: "Now with" }), detail: next },
      ]),
      whatYouCanDo(context),
      paragraph(
        say({
          nl: `Weet u iets dat helpt? Stuur dan een antwoord op deze mail. Het komt bij ${the.nl}.`,
          en: `Do you know something that helps? Then reply to this mail. It goes with ${the.en}.`,
        }),
      ),
      ifYouDoNothing(context),
      paragraph(
        say({
          nl: "U hoeft niets meer te doen. Het gaat door zonder u.",
          en: "You do not need to do more. It goes on without you.",
        }),
      ),
    ],
  };
}
