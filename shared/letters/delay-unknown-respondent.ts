import { type LetterContent, list, paragraph } from "./content.ts";
import { passedDate } from "./delay-blocks.ts";
import { ifYouDoNothing, whatWeDo, whatYouCanDo } from "./headings.ts";
import { type LetterContext, wordsFor } from "./letter-context.ts";
import { askOrAdd, casePage, whoHandles } from "./reaching-us.ts";

/** To a respondent who knows of the complaint, honestly: the date has passed and there is no new one yet (B22). */
export function delayUnknownRespondent(context: LetterContext): LetterContent {
  const { dossier } = context;
  const { say, moment } = wordsFor(context);
  const date = moment(passedDate(context));
  return {
    subject: say({ nl: "De uitkomst is te laat", en: "The outcome is late" }),
    blocks: [
      paragraph(
        say({
          nl: `U weet van een klacht die over u gaat. Het zaaknummer is ${dossier.number}. De uitkomst zou er zijn voor ${date}. Dat is niet gelukt. Dat is onze fout. Het spijt ons.`,
          en: `You know of a complaint about you. The case number is ${dossier.number}. The outcome should have been there before ${date}. It is not. That is our fault. We are sorry.`,
        }),
      ),
      whatWeDo(context),
      list([
        say({
          nl: "Wij weten nog niet wanneer de uitkomst komt. Wij hebben gevraagd om een nieuwe datum.",
          en: "We do not know yet when the outcome will come. We have asked for a new date.",
        }),
        say({ nl: "Zodra die er is, schrijven wij u weer.", en: "As soon as we have it, we write to you again." }),
        whoHandles(context),
      ]),
      whatYouCanDo(context),
      list(askOrAdd(context)),
      ...casePage(context, say({ nl: "Bekijk hoe het staat", en: "See how things are" })),
      ifYouDoNothing(context),
      paragraph(
        say({
          nl: "U hoeft niets te doen. Dat het langer duurt, zegt niets over u.",
          en: "You do not have to do anything. That it takes longer says nothing about you.",
        }),
      ),
    ],
  };
}
