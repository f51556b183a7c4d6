import { categoryLabel } from "../domain/learning/overview-labels.ts";
import { latestFact } from "../domain/tasks/prefill.ts";
import { heading, type LetterContent, list, paragraph, prose } from "./content.ts";
import { ifYouDoNothing, whatYouCanDo } from "./headings.ts";
import { type LetterContext, queuedLetter, wordsFor } from "./letter-context.ts";
import { askOrAdd, casePage, orCall } from "./reaching-us.ts";

/** To a complainant who wished to hear it: what we did with what they told us. No colleague is named. */
export function youSaidWeDid(context: LetterContext): LetterContent {
  const { dossier, procedure } = context;
  const { say } = wordsFor(context);
  const told = dossier.toldMeasures.find(({ measureId }) => measureId === queuedLetter(context)?.measureId);
  const category = latestFact(dossier, "category")["category"];
  return {
    subject: say({ nl: "Dit deden wij met uw klacht", en: "What we did with your complaint" }),
    blocks: [
      paragraph(
        say({
          nl: `U diende een klacht bij ons in. Uw zaaknummer is ${dossier.number}. U wilde horen wat wij ermee deden.`,
          en: `You made a complaint to us. Your case number is ${dossier.number}. You wished to hear what we did with it.`,
        }),
      ),
      ...(category === undefined
        ? []
        : [
            heading(say({ nl: "Dit zei u", en: "What you said" })),
            paragraph(
              say({ nl: "Uw klacht ging over:", en: "Your complaint was about:" }) +
                ` ${say(categoryLabel(procedure)(category))}.`,
            ),
          ]),
      heading(say({ nl: "Dit deden wij", en: "What we did" })),
      told === undefined || told.text === ""
        ? paragraph(
            say({
              nl: "Wij deden iets om te zorgen dat dit niet weer gebeurt. Wilt u weten wat? Vraag het ons.",
              en: "We did something so that this does not happen again. Do you want to know what? Ask us.",
            }),
          )
        : prose(told.text),
      paragraph(
        say({
          nl: "Dit komt door mensen die ons zeiden wat er mis was. U bent een van hen. Dank u wel.",
          en: "This came about by people who told us what was wrong. You are one of them. Thank you.",
        }),
      ),
      whatYouCanDo(context),
      list([...askOrAdd(context), ...orCall(context)]),
      ...casePage(context, say({ nl: "Bekijk uw zaak", en: "See your case" })),
      ifYouDoNothing(context),
      paragraph(
        say({
          nl: "Dat is goed. Uw zaak blijft gesloten.",
          en: "That is fine. Your case stays closed.",
        }),
      ),
    ],
  };
}
