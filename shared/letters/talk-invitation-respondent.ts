import { complainantName, nobodyTakesSides, theComplaint } from "./about-the-case.ts";
import { heading, type LetterContent, list, paragraph } from "./content.ts";
import { ifYouDoNothing, whatWeDo, whatYouCanDo, yourRights } from "./headings.ts";
import { type LetterContext, wordsFor } from "./letter-context.ts";
import { askOrAdd, casePage, whoHandles } from "./reaching-us.ts";

/** To a respondent: there is a complaint, and the first step is to talk it over together (A5, A7, A15). */
export function talkInvitationRespondent(context: LetterContext): LetterContent {
  const { dossier } = context;
  const { say } = wordsFor(context);
  const name = complainantName(context);
  return {
    subject: say({ nl: "Wilt u over een klacht praten?", en: "Will you talk about a complaint?" }),
    blocks: [
      paragraph(
        say({
          nl: `${name} heeft een klacht. De klacht gaat over u, of over iets waar u bij was. Het zaaknummer is ${dossier.number}. Wij vragen u om er eerst samen over te praten. Vaak lost dat het op.`,
          en: `${name} has a complaint. It is about you, or about something in which you had a part. The case number is ${dossier.number}. We ask you to talk about it together first. Often that solves it.`,
        }),
      ),
      ...theComplaint(context),
      ...nobodyTakesSides(context),
      heading(say({ nl: "Wat vragen wij van u?", en: "What do we ask of you?" })),
      list([
        say({ nl: "Luister, en neem de klacht serieus.", en: "Listen, and take the complaint seriously." }),
        say({ nl: "Vertel hoe u het zag.", en: "Say how you saw it." }),
        say({
          nl: "Zoek samen een oplossing, en schrijf op wat u afspreekt.",
          en: "Look for a solution together, and write down what you agree.",
        }),
      ]),
      yourRights(context),
      list([
        say({
          nl: "U mag ook nee zeggen. Dat werkt niet tegen u.",
          en: "You may say no. We will not hold that against you.",
        }),
        say({ nl: "U mag iemand meenemen naar het gesprek.", en: "You may bring somebody to the talk." }),
        say({
          nl: "Komt er meer van? Dan horen wij u voor wij iets besluiten.",
          en: "Does it go further? Then we hear you before we decide anything.",
        }),
      ]),
      whatWeDo(context),
      list([
        say({
          nl: `Wij vroegen ${name} om een afspraak met u te maken. U mag ook zelf bellen of mailen.`,
          en: `We asked ${name} to set a date with you. You may also call or mail first.`,
        }),
        say({
          nl: "Daarna vragen wij de klager hoe het ging. Is er een afspraak? Dan vragen wij u of die klopt.",
          en: "Then we ask the complainant how it went. Is there an agreement? Then we ask you if it is right.",
        }),
        whoHandles(context),
      ]),
      whatYouCanDo(context),
      list(askOrAdd(context)),
      ...casePage(context, say({ nl: "Bekijk hoe het staat", en: "See how things are" })),
      ifYouDoNothing(context),
      paragraph(
        say({
          nl: "Dan onderzoeken wij de klacht. Wij vragen u dan om uw kant te vertellen.",
          en: "Then we look into the complaint. We will ask you to tell your side then.",
        }),
      ),
    ],
  };
}
