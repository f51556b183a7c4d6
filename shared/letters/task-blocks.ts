import type { OpenTask, Task } from "../domain/dossier.ts";
import { personOf } from "../domain/roles.ts";
import { type Block, heading, type LetterContent, list, paragraph, rows } from "./content.ts";
import { type LetterContext, openTask, taskTitle, wordsFor } from "./letter-context.ts";
import { promisedContact } from "./wording/first-contact.ts";
import { nameAndTitle } from "./wording/people.ts";
import { ifNobodyAnswers } from "./wording/silence.ts";
import { whyTaskIsDueThen } from "./wording/why.ts";

/** What, who, by when and why then. */
export function taskRows(task: Task, context: LetterContext): Block {
  const { dossier, procedure, language } = context;
  const { say, moment } = wordsFor(context);
  return rows([
    { term: say({ nl: "Taak", en: "Task" }), detail: taskTitle(task, context) },
    {
      term: say({ nl: "Voor wie", en: "For whom" }),
      detail: nameAndTitle(`role:${task.role}`, dossier, procedure, language),
    },
    { term: say({ nl: "Uiterlijk", en: "At the latest" }), detail: moment(task.dueAt) },
    {
      term: say({ nl: "Waarom dan", en: "Why then" }),
      detail: whyTaskIsDueThen(task.kind, procedure, language),
    },
  ]);
}

/** What happens next by itself, then the deadline and the end, for whoever has the task; the page behind the link tells all. */
export function ifYouDoNothing(task: Task, context: LetterContext): readonly Block[] {
  const { dossier, procedure, language } = context;
  const { say, moment } = wordsFor(context);
  const open = openTask(task);
  if (open === undefined) return [];
  return [
    heading(say({ nl: "Wat als u niets doet?", en: "What if you do nothing?" })),
    list(
      ifNobodyAnswers(open, dossier, procedure, language)
        .filter(({ reason }, index) => index === 0 || reason === "deadline" || reason === "expired")
        .map(({ at, what }) => `${moment(at)}: ${what}`),
    ),
  ];
}

/** The contact that the complainant was promised, for whoever should have it. */
export function promised(task: OpenTask, { dossier, procedure, language, now }: LetterContext): readonly Block[] {
  const contact = promisedContact(task, dossier, procedure, language, now);
  return contact === undefined ? [] : [paragraph(contact)];
}

/** Two ways out for whoever cannot do it. */
export function ifYouCannot(context: LetterContext): readonly Block[] {
  const { say } = wordsFor(context);
  return [
    heading(say({ nl: "Lukt het niet?", en: "Can you not do it?" })),
    paragraph(
      say({
        nl: "Stuur een antwoord op deze mail en zeg waarom. Wat u schrijft, komt bij de zaak.",
        en: "Reply to this mail and say why. What you write goes into the case.",
      }),
    ),
  ];
}

/** Whether the letter goes to the person who has the task, and not to somebody who is told about it. */
export function isForAssignee(task: Task, { to, dossier, procedure }: LetterContext): boolean {
  const assignee = personOf(`role:${task.role}`, procedure, dossier);
  return assignee !== undefined && assignee.email === personOf(to, procedure, dossier)?.email;
}

/** For a letter about a task that ended while the letter waited to be sent. */
export function endedMeanwhile(task: Task, context: LetterContext): LetterContent {
  const { say } = wordsFor(context);
  return {
    subject: say({
      nl: `Niet meer nodig: ${taskTitle(task, context)}`,
      en: `No longer needed: ${taskTitle(task, context)}`,
    }),
    blocks: [
      paragraph(
        say({
          nl: "Wij schreven u over deze taak. De taak is nu klaar of ligt bij een ander. U hoeft niets te doen.",
          en: "We wrote to you about this task. It is done now, or with somebody else. You do not need to do a thing.",
        }),
      ),
      taskRows(task, context),
    ],
  };
}
