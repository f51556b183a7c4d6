import { type LetterContent, list, paragraph } from "./content.ts";
import { delayBlocks, toldDelays } from "./delay-blocks.ts";
import { ifYouDoNothing, whatWeDo, whatYouCanDo } from "./headings.ts";
import { type LetterContext, wordsFor } from "./letter-context.ts";
import { askOrAdd, casePage, mayWithdraw, whoHandles } from "./reaching-us.ts";

/** To the complainant: the outcome comes later, then, and why (B22). */
export function delay(context: LetterContext): LetterContent {
  const { dossier } = context;
  const { say } = wordsFor(context);
  const again = toldDelays(context).length > 1;
  return {
    subject: say({ nl: "De uitkomst komt later", en: "The outcome comes later" }),
    blocks: [
      paragraph(
        say({
          nl: `Wij hebben ${again ? "opnieuw " : ""}meer tijd nodig voor uw klacht. Uw zaaknummer is ${dossier.number}. Dat spijt ons. Hieronder staat wanneer u de uitkomst krijgt.`,
          en: `We need more time ${again ? "again " : ""}for your complaint. Your case number is ${dossier.number}. We are sorry. Below is when you get the outcome.`,
        }),
      ),
      ...delayBlocks(context),
      whatWeDo(context),
      list([say({ nl: "Wij gaan door met uw klacht.", en: "We go on with your complaint." }), whoHandles(context)]),
      whatYouCanDo(context),
      list([
        say({
          nl: "Duurt het voor u te lang? Zeg het ons. Wij kijken dan wat wel kan.",
          en: "Is this too long for you? Tell us. We then see what can be done.",
        }),
        ...askOrAdd(context),
        ...mayWithdraw(context),
      ]),
      ...casePage(context, say({ nl: "Bekijk uw klacht", en: "See your complaint" })),
      ifYouDoNothing(context),
      paragraph(
        say({
          nl: "U hoeft niets te doen. U krijgt de uitkomst voor de nieuwe datum.",
          en: "You do not have to do anything. You get the outcome before the new date.",
        }),
      ),
    ],
  };
}
