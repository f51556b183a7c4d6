import type { EndedTask, Message, OpenTask } from "../domain/dossier.ts";
import { formOf } from "../domain/tasks/catalogue.ts";
import { heading, type LetterContent, link, paragraph, type Row, rows } from "./content.ts";
import { ifYouDoNothing, nothingDecided } from "./headings.ts";
import { type LetterContext, queuedLetter, taskOf, taskTitle, wordsFor } from "./letter-context.ts";
import { isForAssignee, taskRows, whatIfNothing } from "./task-blocks.ts";
import { fileWords } from "./wording/file-words.ts";
import { nameAndTitle } from "./wording/people.ts";

/** To a colleague who replied to the letter of a task: nothing is decided by mail alone, so they look at the form and confirm it. */
export function confirmAnswer(context: LetterContext): LetterContent {
  const task = taskOf(context);
  return task.status === "open" ? stillToConfirm(task, context) : doneBefore(task, context);
}

function stillToConfirm(task: OpenTask, context: LetterContext): LetterContent {
  const { dossier, procedure, language, links } = context;
  const { say } = wordsFor(context);
  const { the } = fileWords(dossier);
  const mail = mailOf(context);
  const isFilledIn = (mail?.answer ?? "") !== "";
  return {
    subject: say({
      nl: `Bevestig uw antwoord: ${taskTitle(task, context)}`,
      en: `Confirm your answer: ${taskTitle(task, context)}`,
    }),
    blocks: [
      paragraph(thanks(mail, context)),
      nothingDecided(context),
      paragraph(
        isFilledIn
          ? say({
              nl: "Een mail alleen is nog geen antwoord. Wij zetten vast in het formulier wat u schreef. Kijk of het klopt. Bevestig dan met één knop.",
              en: "A mail alone is no answer yet. We put what you wrote in the form. See if it is right. Then confirm with one button.",
            })
          : say({
              nl: "Wij zagen geen tekst van uzelf in uw mail. Het formulier is daarom nog leeg. Vul het zelf in.",
              en: "We saw no words of your own in your mail. So the form is still empty. Fill it in yourself.",
            }),
      ),
      taskRows(task, context),
      ...link(
        isFilledIn
          ? say({ nl: "Kijk en bevestig", en: "Look and confirm" })
          : say({ nl: "Open de taak", en: "Open the task" }),
        links.task,
      ),
      paragraph(
        say({
          nl: "De link is alleen voor u: stuur hem niet door.",
          en: "The link is for you only: do not pass it on.",
        }),
      ),
      ...(isForAssignee(task, context)
        ? whatIfNothing(task, context)
        : [
            ifYouDoNothing(context),
            paragraph(
              say({
                nl: `Dan blijft de taak bij ${nameAndTitle(task.assignee, dossier, procedure, language)}.`,
                en: `Then the task stays with ${nameAndTitle(task.assignee, dossier, procedure, language)}.`,
              }),
            ),
          ]),
      heading(say({ nl: "Was uw mail geen antwoord?", en: "Was your mail no answer?" })),
      paragraph(
        say({
          nl: `Dan hoeft u hier niets mee. Uw mail staat bij ${the.nl}. Schreef u ons niet? Bevestig dan niets en bel ${procedure.house.phone}.`,
          en: `Then do nothing with this. Your mail is with ${the.en}. Did you not write to us? Then confirm nothing and call ${procedure.house.phone}.`,
        }),
      ),
    ],
  };
}

/** Somebody was first, the time was up, or it is not needed any more: who did what and when. */
function doneBefore(task: EndedTask, context: LetterContext): LetterContent {
  const { dossier, links } = context;
  const { say } = wordsFor(context);
  const { the } = fileWords(dossier);
  return {
    subject: say({
      nl: `Al klaar: ${taskTitle(task, context)}`,
      en: `Done already: ${taskTitle(task, context)}`,
    }),
    blocks: [
      paragraph(`${thanks(mailOf(context), context)} ${say(tooLate[task.status])}`),
      rows([{ term: say({ nl: "Taak", en: "Task" }), detail: taskTitle(task, context) }, ...howItEnded(task, context)]),
      paragraph(
        say({
          nl: `Wat u schreef, staat als bericht bij ${the.nl}. Er is niets door veranderd.`,
          en: `What you wrote is with ${the.en} as a message. It has changed nothing.`,
        }),
      ),
      ...link(say({ nl: "Kijk wat er nu gebeurt", en: "See what happens now" }), links.task),
      ifYouDoNothing(context),
      paragraph(say({ nl: "Dan gaat alles door zoals het liep.", en: "Then all goes on as it did." })),
    ],
  };
}

const tooLate = {
  answered: { nl: "De taak was toen al gedaan.", en: "The task had been done by then." },
  expired: { nl: "De tijd voor de taak was toen al om.", en: "The time for the task was up by then." },
  cancelled: { nl: "De taak was toen niet meer nodig.", en: "The task was no longer needed by then." },
} as const satisfies Record<EndedTask["status"], { nl: string; en: string }>;

function howItEnded(task: EndedTask, context: LetterContext): readonly Row[] {
  const { dossier, procedure, language } = context;
  const { say, moment } = wordsFor(context);
  if (task.status !== "answered") {
    return [
      {
        term: say({ nl: "Lag bij", en: "Was with" }),
        detail: nameAndTitle(task.assignee, dossier, procedure, language),
      },
      {
        term: say({ nl: "Gestopt op", en: "Ended on" }),
        detail: moment(task.status === "expired" ? task.expiredAt : task.cancelledAt),
      },
    ];
  }
  const { outcomes } = formOf(task);
  const outcome = outcomes.length > 1 ? outcomes.find(({ id }) => id === task.answer.outcome) : undefined;
  return [
    { term: say({ nl: "Gedaan door", en: "Done by" }), detail: nameAndTitle(task.by, dossier, procedure, language) },
    { term: say({ nl: "Op", en: "On" }), detail: moment(task.answeredAt) },
    ...(outcome === undefined ? [] : [{ term: say({ nl: "Keuze", en: "Choice" }), detail: say(outcome.label) }]),
  ];
}

function thanks(mail: Message | undefined, context: LetterContext): string {
  const { say, moment } = wordsFor(context);
  return mail === undefined
    ? say({ nl: "Dank u wel voor uw mail.", en: "Thank you for your mail." })
    : say({
        nl: `Dank u wel voor uw mail van ${moment(mail.at)}.`,
        en: `Thank you for your mail of ${moment(mail.at)}.`,
      });
}

function mailOf(context: LetterContext): Message | undefined {
  const mailId = queuedLetter(context)?.mailId;
  return context.dossier.messages.find((message) => message.mailId === mailId);
}
