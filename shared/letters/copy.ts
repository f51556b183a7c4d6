import { complainantName, nobodyTakesSides, outcomeComes, theComplaint } from "./about-the-case.ts";
import { type LetterContent, list, paragraph } from "./content.ts";
import { ifYouDoNothing, whatWeDo, whatYouCanDo, yourRights } from "./headings.ts";
import { type LetterContext, wordsFor } from "./letter-context.ts";
import { askOrAdd, casePage, weAsk, whoHandles } from "./reaching-us.ts";

/** To a respondent: this is claimed, these are your rights, this person you can talk to (A16, B15, B23). */
export function copy(context: LetterContext): LetterContent {
  const { to, dossier } = context;
  const { say } = wordsFor(context);
  const colleague = dossier.respondents.find(({ party }) => party === to)?.person !== undefined;
  return {
    subject: say({ nl: "Er is een klacht die over u gaat", en: "There is a complaint about you" }),
    blocks: [
      paragraph(
        say({
          nl: `${complainantName(context)} heeft een klacht. De klacht gaat over u, of over iets waar u bij was. Het zaaknummer is ${dossier.number}. Wij willen dat u dit van ons hoort. Daarom krijgt u de klacht te lezen.`,
          en: `${complainantName(context)} has a complaint. It is about you, or about something in which you had a part. The case number is ${dossier.number}. We want you to hear this from us. So you get to read the complaint.`,
        }),
      ),
      ...theComplaint(context),
      ...nobodyTakesSides(context),
      yourRights(context),
      list([
        say({
          nl: "U mag uw kant vertellen. Wij horen u voor wij iets besluiten.",
          en: "You may tell your side. We hear you before we decide anything.",
        }),
        say({
          nl: "U mag iemand meenemen naar een gesprek, of hulp vragen bij wat u schrijft.",
          en: "You may bring somebody to a talk, or get help with what you write.",
        }),
        say({
          nl: "U mag ons alles vragen. Ook hoe het nu gaat en wat er kan gebeuren.",
          en: "You may ask us anything. Also how things go now and what can come of it.",
        }),
        say({ nl: "U hoort van ons wat de uitkomst is.", en: "You will hear the outcome from us." }),
        ...(colleague
          ? [
              say({
                nl: "U doet zelf niets aan deze klacht en leest het dossier niet. Dat geldt voor elke collega over wie een klacht gaat.",
                en: "You do no work on this complaint and do not read its file. That holds for any colleague whom a complaint is about.",
              }),
            ]
          : []),
      ]),
      whatWeDo(context),
      list([
        whoHandles(context),
        weAsk(context, { nl: "naar uw kant", en: "for your side" }),
        ...outcomeComes(context),
      ]),
      whatYouCanDo(context),
      list(askOrAdd(context)),
      ...casePage(context, say({ nl: "Bekijk hoe het staat", en: "See how things are" })),
      ifYouDoNothing(context),
      paragraph(
        context.onPaper
          ? say({
              nl: "Een collega belt u en vraagt om uw kant. Horen wij dan niets van u? Dan gaan wij door met wat wij weten.",
              en: "A colleague will call you and ask for your side. If we then do not hear from you, we go on with what we know.",
            })
          : say({
              nl: "U krijgt nu ook een mail waarin wij om uw kant vragen. Horen wij dan niets van u? Dan gaan wij door met wat wij weten.",
              en: "You now also get a mail in which we ask for your side. If we then do not hear from you, we go on with what we know.",
            }),
      ),
    ],
  };
}
