import type { OpenTask } from "../domain/dossier.ts";
import { isSamePerson, personOf } from "../domain/roles.ts";
import { catalogue } from "../domain/tasks/catalogue.ts";
import type { Instant } from "../ports.ts";
import { type Block, paragraph } from "./content.ts";
import { ifYouDoNothing, whatYouCanDo } from "./headings.ts";
import { type LetterContext, wordsFor } from "./letter-context.ts";
import { nextInLine } from "./wording/next-in-line.ts";
import { nameAndTitle, titleOf } from "./wording/people.ts";
import { ifNobodyAnswers } from "./wording/silence.ts";

/** For whoever is told about somebody else's task: what they can do, and how it ends if nobody does anything. */
export function laterSteps(task: OpenTask, context: LetterContext): readonly Block[] {
  const { dossier, procedure, language, links } = context;
  const { say } = wordsFor(context);
  const { assignee } = task;
  const name = personOf(assignee, procedure, dossier)?.name ?? titleOf(assignee, procedure, language);
  const last = ifNobodyAnswers(task, dossier, procedure, language).at(-1);
  return [
    whatYouCanDo(context),
    paragraph(
      say({
        nl: `Vraag ${name} wat er nodig is, en help als dat kan. Stuur een antwoord op deze mail als wij iets moeten weten.`,
        en: `Ask ${name} what is needed, and help if you can. Reply to this mail if we should know something.`,
      }),
    ),
    ...(links.task === undefined
      ? []
      : [
          paragraph(
            say({
              nl: "U mag de taak ook zelf doen, met de link hierboven.",
              en: "You may also do the task yourself, with the link above.",
            }),
          ),
        ]),
    ...(last === undefined ? [] : [ifYouDoNothing(context), paragraph(ending(task, name, last.at, context))]),
  ];
}

function ending(task: OpenTask, name: string, at: Instant, context: LetterContext): string {
  const { dossier, procedure, language } = context;
  const { say, moment } = wordsFor(context);
  const next = nextInLine(task, dossier, procedure, at);
  const meanwhile =
    catalogue[task.kind].hurry === true
      ? ""
      : say({
          nl: `Dan vragen wij het ${name} nog een paar keer. `,
          en: `Then we ask ${name} a few more times. `,
        });
  const then = isSamePerson(next, task.assignee, procedure, dossier)
    ? say({ nl: `Op ${moment(at)} begint de taak opnieuw.`, en: `On ${moment(at)} the task starts again.` })
    : say({
        nl: `Op ${moment(at)} gaat de taak naar ${nameAndTitle(next, dossier, procedure, language)}.`,
        en: `On ${moment(at)} the task goes to ${nameAndTitle(next, dossier, procedure, language)}.`,
      });
  return `${meanwhile}${then}`;
}
