import { type LetterContent, paragraph, prose } from "./content.ts";
import { type LetterContext, queuedLetter, wordsFor } from "./letter-context.ts";

/** To a complainant who wished to hear it: what we did with what they told us. */
export function youSaidWeDid(context: LetterContext): LetterContent {
  const { dossier } = context;
  const { say } = wordsFor(context);
  const told = dossier.toldMeasures.find(({ measureId }) => measureId === queuedLetter(context)?.measureId);
  return {
    subject: say({ nl: "Wat wij met uw klacht deden", en: "What we did with your complaint" }),
    blocks: [
      paragraph(
        say({
          nl: "U vertelde ons wat er niet goed ging. U wilde horen wat wij ermee deden. Dit hebben wij gedaan.",
          en: "You told us what went wrong. You wished to hear what we did with it. This is what we did.",
        }),
      ),
      ...(told === undefined ? [] : [prose(told.text)]),
    ],
  };
}
