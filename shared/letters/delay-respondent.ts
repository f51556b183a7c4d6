import { type LetterContent, list, paragraph } from "./content.ts";
import { delayBlocks, toldDelays } from "./delay-blocks.ts";
import { ifYouDoNothing, whatWeDo, whatYouCanDo } from "./headings.ts";
import { type LetterContext, wordsFor } from "./letter-context.ts";
import { askOrAdd, casePage, whoHandles } from "./reaching-us.ts";

/** To a respondent who knows of the complaint: the outcome comes later, then, and why (B22). */
export function delayRespondent(context: LetterContext): LetterContent {
  const { dossier } = context;
  const { say } = wordsFor(context);
  const again = toldDelays(context).length > 1;
  return {
    subject: say({ nl: "De uitkomst komt later", en: "The outcome comes later" }),
    blocks: [
      paragraph(
        say({
          nl: `U weet van een klacht die over u gaat. Het zaaknummer is ${dossier.number}. Wij hebben ${again ? "opnieuw " : ""}meer tijd nodig. Dat spijt ons, ook voor u. Hieronder staat wanneer de uitkomst komt.`,
          en: `You know of a complaint about you. The case number is ${dossier.number}. We need more time${again ? " again" : ""}. We are sorry, for you too. Below is when the outcome comes.`,
        }),
      ),
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
