import type { OpenTask } from "../domain/dossier.ts";
import { personOf, roleAbove } from "../domain/roles.ts";
import { type Block, heading, paragraph } from "./content.ts";
import { type LetterContext, wordsFor } from "./letter-context.ts";
import { nameAndTitle } from "./wording/people.ts";
import { ifNobodyAnswers } from "./wording/silence.ts";

/** For whoever is told about somebody else's task: what they can do, and how it ends if nobody does anything. */
export function laterSteps(task: OpenTask, context: LetterContext): readonly Block[] {
  const { dossier, procedure, language, links } = context;
  const { say, moment } = wordsFor(context);
  const assignee = personOf(`role:${task.role}`, procedure, dossier)?.name ?? "";
  const last = ifNobodyAnswers(task, dossier, procedure, language).at(-1);
  const next = roleAbove(procedure, task.role);
  const name = nameAndTitle(`role:${next}`, dossier, procedure, language);
  return [
    heading(say({ nl: "Wat kunt u doen?", en: "What can you do?" })),
    paragraph(
      say({
        nl: `Vraag ${assignee} wat er nodig is, en help als dat kan. Stuur een antwoord op deze mail als wij iets moeten weten.`,
        en: `Ask ${assignee} what is needed, and help if you can. Reply to this mail if we should know something.`,
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
    ...(last === undefined
      ? []
      : [
          heading(say({ nl: "Wat als u niets doet?", en: "What if you do nothing?" })),
          paragraph(
            next === task.role
              ? say({
                  nl: `Dan vragen wij het ${assignee} nog een paar keer. Op ${moment(last.at)} begint de taak opnieuw.`,
                  en: `Then we ask ${assignee} a few more times. On ${moment(last.at)} the task starts again.`,
                })
              : say({
                  nl: `Dan vragen wij het ${assignee} nog een paar keer. Op ${moment(last.at)} gaat de taak naar ${name}.`,
                  en: `Then we ask ${assignee} a few more times. On ${moment(last.at)} the task goes to ${name}.`,
                }),
          ),
        ]),
  ];
}
