import { latestAnswered } from "../domain/rounds.ts";
import { heading, type LetterContent, list, paragraph, prose } from "./content.ts";
import { ifYouDoNothing, whatYouCanDo } from "./headings.ts";
import { type LetterContext, wordsFor } from "./letter-context.ts";
import { askOrAdd, casePage, orCall } from "./reaching-us.ts";
import { askedAdvice } from "./wording/asked-advice.ts";

/** To the complainant who has not been told yet how it ended: the case is closed; after advice, with that advice (A8). */
export function closing(context: LetterContext): LetterContent {
  const { dossier } = context;
  const { say } = wordsFor(context);
  const chosen = askedAdvice(dossier) ? latestAnswered(dossier, "advise") : undefined;
  const advice = chosen?.answer.private["advice"];
  return {
    subject: say({ nl: "Wij sluiten uw zaak", en: "We close your case" }),
    blocks: [
      paragraph(
        chosen === undefined
          ? say({
              nl: `Uw zaak is afgerond. Uw zaaknummer is ${dossier.number}. Kreeg u nog geen brief met de uitkomst? Die komt apart.`,
              en: `We have completed your case. Your case number is ${dossier.number}. Did you not get a letter with the outcome yet? It comes separately.`,
            })
          : say({
              nl: `U stelde ons een vraag. Uw zaaknummer is ${dossier.number}. Wij gaven u advies. Daarmee sluiten wij de zaak. Wij tellen het niet als klacht.`,
              en: `You asked us a question. Your case number is ${dossier.number}. We gave you advice. With that we close the case. We do not count it as a complaint.`,
            }),
      ),
      ...(advice === undefined ? [] : [heading(say({ nl: "Ons advies", en: "Our advice" })), prose(advice)]),
      whatYouCanDo(context),
      list([
        chosen === undefined
          ? say({
              nl: "Is er iets niet goed gegaan? Laat het ons weten. Dan kijken wij er nog eens naar.",
              en: "Did something go wrong? Let us know. Then we will look at it again.",
            })
          : say({
              nl: "Helpt het advies niet? U mag altijd nog een klacht sturen. Dan onderzoeken wij die.",
              en: "Does the advice not help? You may still send a complaint. Then we will look into it.",
            }),
        ...askOrAdd(context),
        ...orCall(context),
      ]),
      ...casePage(context, say({ nl: "Bekijk uw zaak", en: "See your case" })),
      ifYouDoNothing(context),
      paragraph(
        say({
          nl: "Dan blijft de zaak gesloten. U hoeft niets te doen.",
          en: "Then the case stays closed. You do not have to do anything.",
        }),
      ),
    ],
  };
}
