import { type LetterContent, list, paragraph } from "./content.ts";
import { ifYouDoNothing, whatWeDo, whatYouCanDo } from "./headings.ts";
import { type LetterContext, wordsFor } from "./letter-context.ts";
import { askOrAdd, casePage, whoHandles } from "./reaching-us.ts";

/** To a respondent who knows of the complaint: it was withdrawn. Why is between the complainant and us. */
export function withdrawnRespondent(context: LetterContext): LetterContent {
  const { dossier } = context;
  const { say } = wordsFor(context);
  return {
    subject: say({ nl: "De klacht is ingetrokken", en: "The complaint is withdrawn" }),
    blocks: [
      paragraph(
        say({
          nl: `U weet van een klacht die over u gaat. Het zaaknummer is ${dossier.number}. De klager heeft de klacht ingetrokken. Wij stoppen ermee.`,
          en: `You know of a complaint about you. The case number is ${dossier.number}. The complainant withdrew it. We stop.`,
        }),
      ),
      whatWeDo(context),
      list([
        say({
          nl: "Er komt geen uitkomst. Wij zeggen dus ook niet wie gelijk had.",
          en: "There will be no outcome. So we do not say who was right.",
        }),
        say({
          nl: "Wij kijken nog wel wat wij ervan leren. Daarna sluiten wij de zaak.",
          en: "We still look at what we can learn from it. Then we close the case.",
        }),
      ]),
      whatYouCanDo(context),
      list([
        say({
          nl: "Zit er nog iets dwars? Praat erover met ons.",
          en: "Does something still trouble you? Talk to us about it.",
        }),
        whoHandles(context),
        ...askOrAdd(context),
      ]),
      ...casePage(context, say({ nl: "Bekijk hoe het staat", en: "See how things are" })),
      ifYouDoNothing(context),
      paragraph(
        say({
          nl: "Dan is het klaar. Hadden wij u nog iets gevraagd? Dat hoeft niet meer.",
          en: "Then it is over. Did we ask you something? You need not answer it now.",
        }),
      ),
    ],
  };
}
