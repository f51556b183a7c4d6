import { type LetterContent, list, paragraph } from "./content.ts";
import { ifYouDoNothing, whatWeDo, whatYouCanDo } from "./headings.ts";
import { type LetterContext, wordsFor } from "./letter-context.ts";
import { isFinal, outcomeText } from "./outcome-written.ts";
import { askOrAdd, casePage, whoHandles } from "./reaching-us.ts";

/** To a respondent: the outcome, in words of their own (B28). */
export function outcomeRespondent(context: LetterContext): LetterContent {
  const { dossier } = context;
  const { say } = wordsFor(context);
  const final = isFinal(context);
  return {
    subject: final
      ? say({ nl: "De laatste uitkomst van de klacht", en: "The final outcome of the complaint" })
      : say({ nl: "De uitkomst van de klacht", en: "The outcome of the complaint" }),
    blocks: [
      paragraph(
        final
          ? say({
              nl: `Iemand van buiten keek mee naar de klacht die over u gaat. Het zaaknummer is ${dossier.number}. Dit is nu de laatste uitkomst.`,
              en: `Somebody from outside looked at the complaint about you too. The case number is ${dossier.number}. This is now the final outcome.`,
            })
          : say({
              nl: `Wij hebben gekeken naar de klacht die over u gaat. Het zaaknummer is ${dossier.number}. Dit is de uitkomst.`,
              en: `We have looked into the complaint about you. The case number is ${dossier.number}. This is the outcome.`,
            }),
      ),
      outcomeText("respondentLetter", context),
      whatWeDo(context),
      list([
        say({
          nl: "De klager krijgt een eigen brief met de uitkomst.",
          en: "The complainant gets a letter of their own with the outcome.",
        }),
        final
          ? say({
              nl: "Er komt geen tweede ronde. Wij kijken nog wat wij hiervan leren.",
              en: "There is no second round. We still look at what we can learn from this.",
            })
          : say({
              nl: "De klager mag zeggen of dit goed is. Zegt de klager nee, dan kan de uitkomst nog veranderen. U hoort dat dan van ons.",
              en: "The complainant may say whether this is right. If they say no, the outcome can still change. You will then hear it from us.",
            }),
      ]),
      whatYouCanDo(context),
      list([
        say({
          nl: "Bent u het er niet mee eens, of zit het u dwars? Praat erover met ons.",
          en: "Do you not agree, or does it trouble you? Talk to us about it.",
        }),
        say({
          nl: "U mag altijd ook ergens anders om raad of hulp vragen.",
          en: "You may always ask for advice or help somewhere else too.",
        }),
        whoHandles(context),
        ...askOrAdd(context),
      ]),
      ...casePage(context, say({ nl: "Bekijk hoe het staat", en: "See how things are" })),
      ifYouDoNothing(context),
      paragraph(
        final
          ? say({
              nl: "Dan blijft de uitkomst zoals hij is. U hoeft niets te doen.",
              en: "Then the outcome stays as it is. You do not have to do anything.",
            })
          : say({
              nl: "U hoeft niets te doen. Hoort u niets meer van ons? Dan geldt deze uitkomst.",
              en: "You do not have to do anything. If you hear no more from us, this outcome stands.",
            }),
      ),
    ],
  };
}
