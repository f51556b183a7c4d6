import { type Block, heading, type LetterContent, list, paragraph } from "./content.ts";
import { ifYouDoNothing, whatWeDo, whatYouCanDo } from "./headings.ts";
import { type LetterContext, wordsFor } from "./letter-context.ts";
import { isFinal, outcomeText } from "./outcome-written.ts";
import { askOrAdd, casePage, weAsk, whoHandles } from "./reaching-us.ts";
import { periodInWords } from "./wording/period.ts";

/** To the complainant: the outcome as the writer wrote it, and where to go next (A18, B27, B28). */
export function outcome(context: LetterContext): LetterContent {
  const { dossier } = context;
  const { say } = wordsFor(context);
  const final = isFinal(context);
  return {
    subject: final
      ? say({ nl: "De laatste uitkomst van uw klacht", en: "The final outcome of your complaint" })
      : say({ nl: "De uitkomst van uw klacht", en: "The outcome of your complaint" }),
    blocks: [
      paragraph(
        final
          ? say({
              nl: `Iemand van buiten keek mee naar uw klacht. Uw zaaknummer is ${dossier.number}. Dit is nu de laatste uitkomst.`,
              en: `Somebody from outside looked at your complaint too. Your case number is ${dossier.number}. This is now the final outcome.`,
            })
          : say({
              nl: `Wij hebben uw klacht bekeken. Uw zaaknummer is ${dossier.number}. Dit is de uitkomst.`,
              en: `We have looked into your complaint. Your case number is ${dossier.number}. This is the outcome.`,
            }),
      ),
      outcomeText("letter", context),
      ...(final ? lastRound(context) : firstRound(context)),
      list([...askOrAdd(context), whoHandles(context)]),
      ...casePage(context, say({ nl: "Bekijk uw zaak", en: "See your case" })),
      ifYouDoNothing(context),
      paragraph(
        final
          ? say({
              nl: "Dan blijft de uitkomst zoals hij is. U hoeft niets te doen.",
              en: "Then the outcome stays as it is. You do not have to do anything.",
            })
          : say({
              nl: "Horen wij niet wat u ervan vindt? Dan denken wij dat u met de uitkomst verder kunt. Wij sluiten dan de zaak.",
              en: "Do we not hear what you think of it? Then we take it that you can go on with the outcome, and we close the case.",
            }),
      ),
    ],
  };
}

/** We ask for a reaction, and tell where to go with it. */
function firstRound(context: LetterContext): readonly Block[] {
  const { say } = wordsFor(context);
  return [
    whatWeDo(context),
    list([
      weAsk(context, {
        nl: "wat u van de uitkomst vindt",
        en: "what you think of the outcome",
      }),
      ...timeToReact(context),
      say({
        nl: "Daarna kijken wij wat wij van uw klacht leren. Dan sluiten wij de zaak.",
        en: "After that we look at what your complaint can teach us. Then we close the case.",
      }),
    ]),
    whatYouCanDo(context),
    paragraph(say(context.procedure.house.afterwards)),
  ];
}

/** How long the question after this letter may wait for an answer. */
function timeToReact({ procedure, language }: LetterContext): readonly string[] {
  const within = procedure.tasks.react?.within;
  if (within === undefined) return [];
  const period = periodInWords(within, language);
  return [{ nl: `U krijgt ${period} om te antwoorden.`, en: `You get ${period} to answer.` }[language]];
}

/** After an independent advice there is no second round (B29). */
function lastRound(context: LetterContext): readonly Block[] {
  const { say } = wordsFor(context);
  return [
    heading(say({ nl: "Geen nieuwe ronde", en: "No new round" })),
    paragraph(
      say({
        nl: "Dit was de laatste stap van onze klachtenregeling. Er komt geen tweede ronde. Wij kijken nog wat wij van uw klacht leren. Dan sluiten wij de zaak.",
        en: "This was the last step of our complaints procedure. There is no second round. We still look at what your complaint can teach us. Then we close the case.",
      }),
    ),
    whatYouCanDo(context),
    paragraph(
      say({
        nl: "Bent u het er niet mee eens? U mag altijd ergens anders om raad of hulp vragen.",
        en: "Do you not agree? You may always ask for advice or help somewhere else.",
      }),
    ),
  ];
}
