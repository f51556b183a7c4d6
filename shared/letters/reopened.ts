import { type LetterContent, list, paragraph } from "./content.ts";
import { ifYouDoNothing, whatWeDo, whatYouCanDo } from "./headings.ts";
import { type LetterContext, wordsFor } from "./letter-context.ts";
import { askOrAdd, casePage, mayWithdraw, whoHandles } from "./reaching-us.ts";

/** To the complainant: we look at the complaint again, after they told us that they were not satisfied (B18, B35). */
export function reopened(context: LetterContext): LetterContent {
  const { dossier } = context;
  const { say } = wordsFor(context);
  return {
    subject: say({ nl: "Wij kijken opnieuw naar uw klacht", en: "We look at your complaint again" }),
    blocks: [
      paragraph(
        say({
          nl: `Uw klacht was afgerond. Uw zaaknummer is ${dossier.number}. U was niet tevreden over hoe het ging. Dat nemen wij serieus. Daarom is uw zaak nu weer open.`,
          en: `Your complaint was closed. Your case number is ${dossier.number}. You were not happy with how it went. We take that seriously. That is why your case is open again.`,
        }),
      ),
      whatWeDo(context),
      list([
        say({
          nl: "Wij zoeken opnieuw uit wat er is gebeurd. Hebben wij een vraag, dan hoort u dat.",
          en: "We look again at what happened. If we have a question, you will hear it.",
        }),
        say({ nl: "Daarna krijgt u een nieuwe uitkomst.", en: "After that you get a new outcome." }),
        // The dates that were promised belonged to the first outcome.
        say({
          nl: "Wij weten nog niet wanneer die komt. U hoort dat van ons.",
          en: "We do not know yet when it will come. You will hear that from us.",
        }),
        whoHandles(context),
      ]),
      whatYouCanDo(context),
      list([...askOrAdd(context), ...mayWithdraw(context)]),
      ...casePage(context, say({ nl: "Bekijk uw klacht", en: "See your complaint" })),
      ifYouDoNothing(context),
      paragraph(
        say({
          nl: "U hoeft niets te doen. Wij gaan door met uw klacht.",
          en: "You do not have to do anything. We go on with your complaint.",
        }),
      ),
    ],
  };
}
