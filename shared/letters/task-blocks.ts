import type { OpenTask, Task } from "../domain/dossier.ts";
import { party } from "../domain/party.ts";
import { isSamePerson } from "../domain/roles.ts";
import { type Block, heading, type LetterContent, list, paragraph, type Row, rows } from "./content.ts";
import { ifYouDoNothing } from "./headings.ts";
import { type LetterContext, openTask, taskTitle, wordsFor } from "./letter-context.ts";
import { fileWords } from "./wording/file-words.ts";
import { promisedContact } from "./wording/first-contact.ts";
import { letterNames } from "./wording/letter-names.ts";
import { whyNotByMail } from "./wording/letter-status-words.ts";
import { nameAndTitle } from "./wording/people.ts";
import { ifNobodyAnswers } from "./wording/silence.ts";
import { whyTaskIsDueThen } from "./wording/why.ts";

/** What, about whom, who, by when and why then. For colleagues. */
export function taskRows(task: Task, context: LetterContext): Block {
  const { dossier, procedure, language } = context;
  const { say, moment } = wordsFor(context);
  return rows([
    { term: say({ nl: "Taak", en: "Task" }), detail: taskTitle(task, context) },
    ...aboutRow(task, context),
    {
      term: say({ nl: "Voor wie", en: "For whom" }),
      detail: nameAndTitle(task.assignee, dossier, procedure, language),
    },
    { term: say({ nl: "Uiterlijk", en: "At the latest" }), detail: moment(task.dueAt) },
    {
      term: say({ nl: "Waarom dan", en: "Why then" }),
      detail: whyTaskIsDueThen(task, dossier, procedure, language),
    },
  ]);
}

/** Whose answer it is when a colleague asks for it; else the letter or the person that the task is about. */
function aboutRow({ kind, about, onBehalfOf }: Task, context: LetterContext): readonly Row[] {
  const { dossier, procedure, language } = context;
  const { say } = wordsFor(context);
  const named = (one: Parameters<typeof nameAndTitle>[0]) => nameAndTitle(one, dossier, procedure, language);
  if (onBehalfOf !== undefined) {
    const phone = onBehalfOf === "complainant" ? dossier.complainant?.phone : undefined;
    return [
      { term: say({ nl: "Antwoord van", en: "Answer of" }), detail: named(onBehalfOf) },
      ...(phone === undefined ? [] : [{ term: say({ nl: "Telefoon", en: "Phone" }), detail: phone }]),
    ];
  }
  const letter = dossier.letters.find(({ letterId }) => letterId === about);
  if (letter !== undefined) {
    return [
      { term: say({ nl: "Brief", en: "Letter" }), detail: say(letterNames[letter.letter]) },
      { term: say({ nl: "Aan", en: "To" }), detail: named(letter.to) },
      ...(kind === "send-by-post"
        ? [
            {
              term: say({ nl: "Waarom niet per mail", en: "Why not by mail" }),
              detail: say(whyNotByMail(letter.to, letter, dossier, procedure)),
            },
          ]
        : []),
    ];
  }
  const who = party.safeParse(about);
  return who.success ? [{ term: say({ nl: "Gaat over", en: "Is about" }), detail: named(who.data) }] : [];
}

/** What happens next by itself, then the deadline and the end, for whoever has the task; the page behind the link tells all. */
export function whatIfNothing(task: Task, context: LetterContext): readonly Block[] {
  const { dossier, procedure, language } = context;
  const { moment } = wordsFor(context);
  const open = openTask(task);
  if (open === undefined) return [];
  return [
    ifYouDoNothing(context),
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

/** A reply is as good as the link, as far as it goes: it fills in the form, and a person confirms. */
export function byMailToo(context: LetterContext): Block {
  const { say } = wordsFor(context);
  return paragraph(
    say({
      nl: "Mailt u liever? Stuur een antwoord op deze mail. U krijgt dan een ingevuld formulier dat u met één knop bevestigt.",
      en: "Would you rather mail? Reply to this mail. You then get a form that is filled in, to confirm with one button.",
    }),
  );
}

/** Two ways out for whoever cannot do it. */
export function ifYouCannot(context: LetterContext): readonly Block[] {
  const { say } = wordsFor(context);
  const { the } = fileWords(context.dossier);
  return [
    heading(say({ nl: "Lukt het niet?", en: "Can you not do it?" })),
    paragraph(
      say({
        nl: `Via de link kunt u de taak aan een collega geven. Of stuur een antwoord op deze mail en zeg waarom. Het komt bij ${the.nl}.`,
        en: `With the link you can hand the task to a colleague. Or reply to this mail and say why. It goes with ${the.en}.`,
      }),
    ),
  ];
}

/** Whether the letter goes to the person who has the task, and not to somebody who is told about it. */
export function isForAssignee(task: Task, { to, dossier, procedure }: LetterContext): boolean {
  return isSamePerson(task.assignee, to, procedure, dossier);
}

/** For a letter about a task that ended, or went to somebody else, while the letter waited to be sent. */
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
          en: "We wrote to you about this task. It is done now, or with somebody else. You do not have to do anything.",
        }),
      ),
      rows([{ term: say({ nl: "Taak", en: "Task" }), detail: taskTitle(task, context) }]),
    ],
  };
}
