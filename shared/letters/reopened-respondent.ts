import { heading, type LetterContent, list, paragraph, prose } from "./content.ts";
import { ifYouDoNothing, nothingDecided, whatWeDo, whatYouCanDo, yourRights } from "./headings.ts";
import { type LetterContext, wordsFor } from "./letter-context.ts";
import { askOrAdd, casePage, whoHandles } from "./reaching-us.ts";

/** To a respondent who knows of the complaint: we look at it again, why, and that nothing is decided yet (A16, B18, B35). */
export function reopenedRespondent(context: LetterContext): LetterContent {
  const { dossier } = context;
  const { say } = wordsFor(context);
  const reason = dossier.reopened?.reason ?? "";
  return {
    subject: say({ nl: "Wij kijken opnieuw naar een klacht", en: "We look at a complaint again" }),
    blocks: [
      paragraph(
        say({
          nl: `U weet van een klacht die over u gaat. Het zaaknummer is ${dossier.number}. De zaak was klaar. De klager was er niet tevreden over. Daarom is de zaak nu weer open.`,
          en: `You know of a complaint about you. The case number is ${dossier.number}. The case was closed. The complainant was not happy with it. That is why the case is open again.`,
        }),
      ),
      ...(reason === "" ? [] : [heading(say({ nl: "Waarom doen wij dat?", en: "Why do we do that?" })), prose(reason)]),
      nothingDecided(context),
      paragraph(
        say({
          nl: "Dat wij opnieuw kijken, zegt niet wie er gelijk heeft. Wij kiezen geen kant.",
          en: "That we look again does not say who is right. We do not take sides.",
        }),
      ),
      yourRights(context),
      list([
        say({
          nl: "U mag nog iets zeggen of sturen. Ook als u dat eerder al deed.",
          en: "You may still say or send something. Also when you did so before.",
        }),
        say({
          nl: "U mag iemand meenemen naar een gesprek, of hulp vragen bij wat u schrijft.",
          en: "You may bring somebody to a talk, or get help with what you write.",
        }),
        say({ nl: "U hoort van ons wat de nieuwe uitkomst is.", en: "You will hear the new outcome from us." }),
      ]),
      whatWeDo(context),
      list([
        say({
          nl: "Wij zoeken opnieuw uit wat er is gebeurd. Hebben wij een vraag, dan hoort u dat.",
          en: "We look again at what happened. If we have a question, you will hear it.",
        }),
        whoHandles(context),
      ]),
      whatYouCanDo(context),
      list(askOrAdd(context)),
      ...casePage(context, say({ nl: "Bekijk hoe het staat", en: "See how things are" })),
      ifYouDoNothing(context),
      paragraph(
        say({
          nl: "U hoeft nu niets te doen. Wij gaan door met wat wij weten.",
          en: "You do not have to do anything now. We go on with what we know.",
        }),
      ),
    ],
  };
}
