import { wasAnswered } from "../domain/alarms.ts";
import type { OpenTask, Task } from "../domain/dossier.ts";
import { isRespondent } from "../domain/party.ts";
import { latestAnswered } from "../domain/rounds.ts";
import { type Block, heading, type LetterContent, link, list, paragraph, quotation, rows } from "./content.ts";
import { ifYouDoNothing, whatYouCanDo } from "./headings.ts";
import { type LetterContext, taskTitle, wordsFor } from "./letter-context.ts";
import { askOrAdd, mayWithdraw, whoHandles } from "./reaching-us.ts";
import { shownToParty } from "./wording/shown.ts";
import { ifNobodyAnswers } from "./wording/silence.ts";
import { whyTaskIsDueThen } from "./wording/why.ts";

/** Why this reader gets a question at all, in a sentence or two. */
export function whyAsked({ kind }: Task, context: LetterContext): string {
  const { to, dossier, procedure } = context;
  const { say } = wordsFor(context);
  const { number } = dossier;
  if (to === "independent") {
    return say({
      nl: `Er is een klacht bij ${procedure.house.name}. Het zaaknummer is ${number}. U hoort niet bij ons, en kiest dus geen kant. Daarom vragen wij u om hulp.`,
      en: `There is a complaint at ${procedure.house.name}. The case number is ${number}. You are not one of us, so you take no sides. That is why we ask for your help.`,
    });
  }
  if (isRespondent(to) && dossier.status === "closed") {
    return say({
      nl: `Er was een klacht die over u ging. Het zaaknummer is ${number}. De zaak is nu gesloten.`,
      en: `There was a complaint about you. The case number is ${number}. The case is closed now.`,
    });
  }
  if (isRespondent(to)) {
    return say({
      nl: `U weet van een klacht die over u gaat. Het zaaknummer is ${number}. ${undecided(context)}`,
      en: `You know of a complaint about you. The case number is ${number}. ${undecided(context)}`,
    }).trim();
  }
  if (kind === "choose-after-advice") {
    return say({
      nl: `U stelde ons een vraag. Wij geven u advies. Uw zaaknummer is ${number}.`,
      en: `You asked us a question. We give you advice. Your case number is ${number}.`,
    });
  }
  return wasAnswered(dossier) || dossier.status === "closed"
    ? say({ nl: `Dit gaat over uw klacht, zaak ${number}.`, en: `This is about your complaint, case ${number}.` })
    : say({
        nl: `Wij zijn bezig met uw klacht. Uw zaaknummer is ${number}. Wij willen u graag iets vragen.`,
        en: `We are working on your complaint. Your case number is ${number}. We would like to ask you something.`,
      });
}

/** That nothing has been decided, as long as that is so. */
function undecided(context: LetterContext): string {
  const { say } = wordsFor(context);
  return latestAnswered(context.dossier, "establish-facts", "established") === undefined
    ? say({
        nl: "Er is nog niets besloten en wij kiezen geen kant.",
        en: "Nothing has been decided and we take no sides.",
      })
    : "";
}

/** What of the case the reader may see with this question. */
export function shownWith(task: OpenTask, { to, dossier, procedure, language }: LetterContext): readonly Block[] {
  return shownToParty(task.kind, to, dossier, procedure).flatMap((one) => [
    heading(one.heading[language]),
    quotation(one.text),
  ]);
}

/** The question with its date, the way to answer, what else one can do, and what silence means. */
export function askedOf(task: OpenTask, context: LetterContext): readonly Block[] {
  const { to, dossier, procedure, language, links, onPaper } = context;
  const { say, moment } = wordsFor(context);
  return [
    rows([
      { term: say({ nl: "Wat wij vragen", en: "What we ask" }), detail: taskTitle(task, context) },
      { term: say({ nl: "Uiterlijk", en: "At the latest" }), detail: moment(task.dueAt) },
      {
        term: say({ nl: "Waarom dan", en: "Why then" }),
        detail: whyTaskIsDueThen(task, dossier, procedure, language),
      },
    ]),
    ...(onPaper
      ? [
          paragraph(
            say({
              nl: "Een collega belt u om uw antwoord te horen.",
              en: "A colleague will call you to hear your answer.",
            }),
          ),
        ]
      : [
          ...link(say({ nl: "Geef uw antwoord", en: "Give your answer" }), links.task),
          paragraph(
            to === "independent"
              ? say({
                  nl: "Via de link leest u het hele dossier. Het is alleen voor u. Praat er niet over met anderen.",
                  en: "With the link you can read the whole file. It is for you only. Do not talk about it with others.",
                })
              : say({
                  nl: "De link is alleen voor u. Stuur hem niet door.",
                  en: "The link is for you only. Do not pass it on.",
                }),
          ),
        ]),
    whatYouCanDo(context),
    list([
      ...(isRespondent(to)
        ? [
            say({
              nl: "U mag hulp vragen bij uw antwoord, of iemand meenemen naar een gesprek.",
              en: "You may get help with your answer, or bring somebody to a talk.",
            }),
          ]
        : []),
      // The survey comes when the file is closed; nothing can be replied to on paper.
      ...(dossier.status === "closed" || onPaper || to === "independent"
        ? []
        : [
            say({
              nl: "Lukt het niet op tijd? Schrijf ons dan later, als antwoord op deze mail. Het komt altijd in het dossier.",
              en: "Can you not make that day? Then write to us later, as a reply to this mail. It always goes into the file.",
            }),
          ]),
      ...askOrAdd(context),
      ...mayWithdraw(context),
      whoHandles(context),
    ]),
    ifYouDoNothing(context),
    list(ifNobodyAnswers(task, dossier, procedure, language).map(({ at, what }) => `${moment(at)}: ${what}`)),
  ];
}

/** For a question that was answered, or given up, while its letter waited to be sent. */
export function notAskedAnyMore(task: Task, context: LetterContext): LetterContent {
  const { say } = wordsFor(context);
  return {
    subject: say({
      nl: `Niet meer nodig: ${taskTitle(task, context)}`,
      en: `No longer needed: ${taskTitle(task, context)}`,
    }),
    blocks: [
      paragraph(
        say({
          nl: "Wij wilden u iets vragen. Dat is niet meer nodig. U hoeft niets te doen.",
          en: "We wanted to ask you something. It is no longer needed. You do not have to do anything.",
        }),
      ),
      whatYouCanDo(context),
      list([...askOrAdd(context), whoHandles(context)]),
    ],
  };
}
