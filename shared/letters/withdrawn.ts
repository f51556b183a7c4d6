import { type LetterContent, list, paragraph } from "./content.ts";
import { ifYouDoNothing, whatWeDo, whatYouCanDo } from "./headings.ts";
import { type LetterContext, wordsFor } from "./letter-context.ts";
import { askOrAdd, casePage, orCall } from "./reaching-us.ts";

/** To the complainant: withdrawn, as they asked. */
export function withdrawn(context: LetterContext): LetterContent {
  const { dossier, now } = context;
  const { say, moment } = wordsFor(context);
  const at = moment(dossier.withdrawn?.at ?? now);
  return {
    subject: say({ nl: "Uw klacht is ingetrokken", en: "Your complaint is withdrawn" }),
    blocks: [
      paragraph(
        say({
          nl: `U hebt uw klacht ingetrokken. Dat was op ${at}. Uw zaaknummer is ${dossier.number}. Wij stoppen ermee, zoals u vroeg.`,
          en: `You withdrew your complaint. That was on ${at}. Your case number is ${dossier.number}. We stop, as you asked.`,
        }),
      ),
      whatWeDo(context),
      list([
        say({
          nl: "Iedereen die van de klacht weet, hoort van ons dat u stopt. Wij zeggen niet waarom.",
          en: "Everybody who knows of the complaint will hear that you have stopped. We will not say why.",
        }),
        say({
          nl: "Wij kijken nog wel wat wij ervan leren. Daarna sluiten wij de zaak.",
          en: "We still look at what we can learn from it. Then we close the case.",
        }),
      ]),
      whatYouCanDo(context),
      list([
        say({
          nl: "Hebt u dit niet zelf gedaan? Laat het ons snel weten.",
          en: "Was it not you who did this? Let us know soon.",
        }),
        say({
          nl: "Wilt u later toch een klacht indienen? Dat kan altijd: stuur dan een nieuwe.",
          en: "Do you want to file a complaint later after all? You always can: send a new one then.",
        }),
        ...askOrAdd(context),
        ...orCall(context),
      ]),
      ...casePage(context, say({ nl: "Bekijk uw zaak", en: "See your case" })),
      ifYouDoNothing(context),
      paragraph(
        say({
          nl: "Dan is het klaar. U hoeft niets te doen.",
          en: "Then it is over. You do not have to do anything.",
        }),
      ),
    ],
  };
}
