import { type LetterContent, list, paragraph } from "./content.ts";
import { delayBlocks, delaySubject, howItMoved, toldMoves } from "./delay-blocks.ts";
import { ifYouDoNothing, whatWeDo, whatYouCanDo } from "./headings.ts";
import { type LetterContext, wordsFor } from "./letter-context.ts";
import { askOrAdd, casePage, mayWithdraw, whoHandles } from "./reaching-us.ts";

/** To the complainant: the outcome comes later, then, and why (B22). */
export function delay(context: LetterContext): LetterContent {
  const { say } = wordsFor(context);
  const how = howItMoved(context);
  return {
    subject: delaySubject(context),
    blocks: [
      paragraph(whatChanged(context)),
      ...delayBlocks(context),
      whatWeDo(context),
      list([say({ nl: "Wij gaan door met uw klacht.", en: "We go on with your complaint." }), whoHandles(context)]),
      whatYouCanDo(context),
      list([
        ...(how === "restarted"
          ? []
          : [
              say({
                nl: "Duurt het voor u te lang? Zeg het ons. Wij kijken dan wat wel kan.",
                en: "Is this too long for you? Tell us. We then see what can be done.",
              }),
            ]),
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

function whatChanged(context: LetterContext): string {
  const { number } = context.dossier;
  const { say } = wordsFor(context);
  switch (howItMoved(context)) {
    case "announced": {
      const again = toldMoves(context).length > 1;
      return say({
        nl: `Wij hebben ${again ? "opnieuw " : ""}meer tijd nodig voor uw klacht. Uw zaaknummer is ${number}. Dat spijt ons. Hieronder staat wanneer u de uitkomst krijgt.`,
        en: `We need more time ${again ? "again " : ""}for your complaint. Your case number is ${number}. We are sorry. Below is when you get the outcome.`,
      });
    }
    case "stopped":
      return say({
        nl: `De tijd voor uw klacht staat even stil. Uw zaaknummer is ${number}. De uitkomst komt daarom later. Hieronder staat wanneer.`,
        en: `The time for your complaint stands still for a while. Your case number is ${number}. So the outcome comes later. Below is when.`,
      });
    case "restarted":
      return say({
        nl: `De tijd voor uw klacht stond stil. Nu loopt die weer. Uw zaaknummer is ${number}. De uitkomst komt eerder dan wij u het laatst schreven. Hieronder staat wanneer.`,
        en: `The time for your complaint stood still. Now it runs again. Your case number is ${number}. The outcome comes sooner than we last wrote to you. Below is when.`,
      });
  }
}
