import { type LetterContent, list, paragraph } from "./content.ts";
import { passedDate } from "./delay-blocks.ts";
import { ifYouDoNothing, whatWeDo, whatYouCanDo } from "./headings.ts";
import { type LetterContext, wordsFor } from "./letter-context.ts";
import { askOrAdd, casePage, mayWithdraw, whoHandles } from "./reaching-us.ts";

/** To the complainant, honestly: the date has passed and there is no new one yet (B22). */
export function delayUnknown(context: LetterContext): LetterContent {
  const { dossier } = context;
  const { say, moment } = wordsFor(context);
  const date = moment(passedDate(context));
  return {
    subject: say({ nl: "De uitkomst is te laat", en: "The outcome is late" }),
    blocks: [
      paragraph(
        say({
          nl: `U zou de uitkomst van uw klacht krijgen voor ${date}. Uw zaaknummer is ${dossier.number}. De uitkomst is er nog niet. Dat is onze fout. Het spijt ons.`,
          en: `You should have had the outcome of your complaint before ${date}. Your case number is ${dossier.number}. The outcome is not there yet. That is our fault. We are sorry.`,
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
      list([
        say({
          nl: "Wilt u weten waarom het zo lang duurt? Bel ons. U mag dat altijd vragen.",
          en: "Do you want to know why it takes so long? Call us. You may always ask.",
        }),
        ...askOrAdd(context),
        ...mayWithdraw(context),
      ]),
      ...casePage(context, say({ nl: "Bekijk uw klacht", en: "See your complaint" })),
      ifYouDoNothing(context),
      paragraph(
        say({
          nl: "U hoeft niets te doen. Uw klacht is niet weg. Wij gaan door.",
          en: "You do not have to do anything. Your complaint is not lost. We go on.",
        }),
      ),
    ],
  };
}
