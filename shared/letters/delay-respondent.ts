import { type LetterContent, list, paragraph } from "./content.ts";
import { delayBlocks, delaySubject, howItMoved, toldMoves } from "./delay-blocks.ts";
import { ifYouDoNothing, whatWeDo, whatYouCanDo } from "./headings.ts";
import { type LetterContext, wordsFor } from "./letter-context.ts";
import { askOrAdd, casePage, whoHandles } from "./reaching-us.ts";

/** To a respondent who knows of the complaint: the outcome comes later, then, and why (B22). */
export function delayRespondent(context: LetterContext): LetterContent {
  const { say } = wordsFor(context);
  return {
    subject: delaySubject(context),
    blocks: [
      paragraph(whatChanged(context)),
      ...delayBlocks(context),
      whatWeDo(context),
      list([
        say({
          nl: "Wij gaan door met de klacht. De klager krijgt dezelfde datum.",
          en: "We go on with the complaint. The complainant gets the same date.",
        }),
        whoHandles(context),
      ]),
      whatYouCanDo(context),
      list(askOrAdd(context)),
      ...casePage(context, say({ nl: "Bekijk hoe het staat", en: "See how things are" })),
      ifYouDoNothing(context),
      paragraph(
        say({
          nl: "U hoeft niets te doen. U hoort van ons wat de uitkomst is.",
          en: "You do not have to do anything. You will hear the outcome from us.",
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
        nl: `U weet van een klacht die over u gaat. Het zaaknummer is ${number}. Wij hebben ${again ? "opnieuw " : ""}meer tijd nodig. Dat spijt ons, ook voor u. Hieronder staat wanneer de uitkomst komt.`,
        en: `You know of a complaint about you. The case number is ${number}. We need more time${again ? " again" : ""}. We are sorry, for you too. Below is when the outcome comes.`,
      });
    }
    case "stopped":
      return say({
        nl: `U weet van een klacht die over u gaat. Het zaaknummer is ${number}. De tijd voor de klacht staat even stil. De uitkomst komt daarom later. Hieronder staat wanneer.`,
        en: `You know of a complaint about you. The case number is ${number}. The time for it stands still for a while. So the outcome comes later. Below is when.`,
      });
    case "restarted":
      return say({
        nl: `U weet van een klacht die over u gaat. Het zaaknummer is ${number}. De tijd voor de klacht stond stil. Nu loopt die weer. De uitkomst komt eerder dan wij u het laatst schreven. Hieronder staat wanneer.`,
        en: `You know of a complaint about you. The case number is ${number}. The time for it stood still. Now it runs again. The outcome comes sooner than we last wrote to you. Below is when.`,
      });
  }
}
