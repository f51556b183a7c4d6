import { dueAt } from "../domain/clocks.ts";
import { roleOf } from "../domain/party.ts";
import type { CaseClock } from "../domain/procedure.ts";
import { personOf } from "../domain/roles.ts";
import { seatOf } from "../domain/seats.ts";
import { type Block, heading, type LetterContent, list, paragraph, quotation } from "./content.ts";
import { ifYouDoNothing, whatWeDo, whatYouCanDo } from "./headings.ts";
import { type LetterContext, wordsFor } from "./letter-context.ts";
import { askOrAdd, casePage, mayWithdraw, orCall } from "./reaching-us.ts";
import { titleOf } from "./wording/people.ts";
import { whyWePromise } from "./wording/why.ts";

/**
 * To the complainant: we have it, this happens next and by when (B9, B20, B21). It never repeats what was mailed or
 * typed to us: the sender's address may be somebody else's.
 */
export function receipt(context: LetterContext): LetterContent {
  const { dossier, procedure, language, onPaper } = context;
  const { say, moment } = wordsFor(context);
  const promise = (id: CaseClock["id"], what: string) => {
    const clock = procedure.clocks.find((one) => one.id === id);
    return clock === undefined ? [] : [`${what} ${whyWePromise(clock, dossier, procedure, language)}`];
  };
  const due = (id: CaseClock["id"]) => moment(dueAt(id, dossier, procedure));

  return {
    subject: say({ nl: "Wij hebben uw klacht ontvangen", en: "We have received your complaint" }),
    blocks: [
      paragraph(
        say({
          nl: `Wij hebben uw klacht ontvangen. Dat was op ${moment(dossier.receivedAt)}. Uw zaaknummer is ${dossier.number}. Dank u wel dat u ons dit vertelt.`,
          en: `We have received your complaint. That was on ${moment(dossier.receivedAt)}. Your case number is ${dossier.number}. Thank you for telling us.`,
        }),
      ),
      ...whatWeWroteDown(context),
      ...yourForm(context),
      whatWeDo(context),
      list([
        firstReader(context),
        ...promise(
          "response",
          onPaper
            ? say({
                nl: `U hoort van ons voor ${due("response")}. Wij bellen u of sturen u een brief.`,
                en: `You will hear from us before ${due("response")}. We will call you or send you a letter.`,
              })
            : say({
                nl: `U hoort van ons voor ${due("response")}. Wij mailen u of bellen u.`,
                en: `You will hear from us before ${due("response")}. We will mail or call you.`,
              }),
        ),
        ...promise(
          "decision",
          say({
            nl: `U krijgt de uitkomst voor ${due("decision")}.`,
            en: `You will get the outcome before ${due("decision")}.`,
          }),
        ),
      ]),
      ...twoQuestions(context),
      whatYouCanDo(context),
      list([
        ...askOrAdd(context),
        ...orCall(context),
        theyReadIt(context),
        aboutAHandler(context),
        ...mayWithdraw(context),
      ]),
      ...casePage(context, say({ nl: "Bekijk hoe het met uw klacht staat", en: "See how your complaint is doing" })),
      ifYouDoNothing(context),
      paragraph(
        say({
          nl: "U hoeft nu niets te doen. Wij gaan door met uw klacht. Hebt u geen klacht gestuurd? Laat het ons dan weten.",
          en: "You do not have to do anything now. We go on with your complaint. Did you not send a complaint? Then let us know.",
        }),
      ),
    ],
  };
}

/** Whoever believes to have told everything on a form must hear that nothing of it arrived (A13). */
function yourForm(context: LetterContext): readonly Block[] {
  const { dossier, onPaper } = context;
  const { say } = wordsFor(context);
  // Of a mail that a colleague passed on, who complains knows nothing.
  if (!dossier.formUnread || dossier.passedOnBy !== undefined || onPaper) return [];
  return [
    heading(say({ nl: "Uw formulier", en: "Your form" })),
    paragraph(
      say({
        nl: "Bij uw mail zat een formulier. Onze computer vond daarin geen antwoorden. Een collega opent het formulier en kijkt wat erop staat. Hebt u het op een scherm ingevuld? Dan is het misschien leeg bewaard. Mail ons dan in uw eigen woorden wat er is gebeurd, als antwoord op deze mail. Doet u niets? Dan gaan wij door met wat wij hebben.",
        en: "A form came with your mail. Our computer found no answers in it. A colleague opens the form and looks at what it says. Did you fill it in on a screen? Then it may have been saved empty. In that case, tell us in your own words what happened, as a reply to this mail. If you do nothing, we go on with what we have.",
      }),
    ),
  ];
}

/** Who reads the complaint first: the intake officer, or who sits in for them in this case. */
function firstReader(context: LetterContext): string {
  const { dossier, procedure, language, now } = context;
  const { say } = wordsFor(context);
  const { party } = seatOf(procedure.responsibilities.intake, dossier, procedure, now);
  const title = titleOf(party, procedure, language);
  return roleOf(party)?.deputy === true
    ? say({
        nl: `De ${title} leest uw klacht en kijkt wat er nodig is.`,
        en: `The ${title} reads your complaint and looks at what is needed.`,
      })
    : say({
        nl: `Onze ${title} leest uw klacht en kijkt wat er nodig is.`,
        en: `Our ${title} reads your complaint and looks at what is needed.`,
      });
}

/** Two questions that help, where a complaint came in writing; nobody has to answer them (A4, A13, A14). */
function twoQuestions(context: LetterContext): readonly Block[] {
  const { dossier, procedure, onPaper } = context;
  const { say } = wordsFor(context);
  const inWriting = dossier.channel === "email" || dossier.channel === "web";
  const told = dossier.report?.talked !== undefined;
  if (!procedure.branches.reportForm || !inWriting || onPaper || told) return [];
  return [
    heading(say({ nl: "Twee korte vragen", en: "Two short questions" })),
    paragraph(
      say({
        nl: "Hebt u er al over gepraat met degene over wie het gaat? En wat hebt u al geprobeerd? Via de link in deze mail kunt u dat invullen. Het hoeft niet. Wij gaan ook zonder uw antwoord door.",
        en: "Have you talked about it with the person it is about? And what have you tried? With the link in this mail you can fill that in. You do not have to. We go on without your answer too.",
      }),
    ),
  ];
}

/** The complainant knows beforehand that the other side hears what is claimed, and can say what it must not (A16, B15, B23). */
function theyReadIt(context: LetterContext): string {
  const { say } = wordsFor(context);
  return say({
    nl: "Degene over wie uw klacht gaat, krijgt uw klacht te lezen. Wilt u dat niet? Of staan er dingen in die diegene niet mag weten? Laat het ons snel weten.",
    en: "The person your complaint is about gets to read it. Do you not want that? Or are there things in it that they must not know? Let us know soon.",
  });
}

/** Of a complaint that a colleague wrote down or passed on: who did, and what it says, so that the complainant can set it right (B14). */
function whatWeWroteDown(context: LetterContext): readonly Block[] {
  const { dossier, procedure, onPaper } = context;
  const { say } = wordsFor(context);
  const { passedOnBy, text } = dossier;
  if (text === "" || (passedOnBy === undefined && !onPaper)) return [];
  const colleague = passedOnBy === undefined ? undefined : personOf(passedOnBy, procedure, dossier)?.name;
  const { phone } = procedure.house;
  return [
    heading(say({ nl: "Dit schreven wij op", en: "This is what we wrote down" })),
    ...(passedOnBy === undefined
      ? []
      : [
          paragraph(
            colleague === undefined
              ? say({
                  nl: "Een collega van ons gaf uw klacht door.",
                  en: "A colleague of ours passed on your complaint.",
                })
              : say({
                  nl: `Uw klacht kwam van ${colleague}. Dat is een collega van ons.`,
                  en: `Your complaint came from ${colleague}. That is a colleague of ours.`,
                }),
          ),
        ]),
    quotation(text),
    paragraph(say({ nl: `Klopt het niet? Bel ons: ${phone}.`, en: `Is it not right? Call us: ${phone}.` })),
  ];
}

/** Nobody should have to fear that the person it is about reads the complaint first (A4). */
function aboutAHandler(context: LetterContext): string {
  const { procedure, language, onPaper } = context;
  const { say } = wordsFor(context);
  const title = titleOf(`role:${procedure.responsibilities.intake}`, procedure, language);
  return onPaper
    ? say({
        nl: `Gaat uw klacht over onze ${title}, of over een ander die klachten behandelt? Bel ons dan. Vanaf dat moment doet een ander uw klacht. Die persoon leest het dossier dan niet, maar hoort wel wat u vertelt.`,
        en: `Is your complaint about our ${title}, or about another person who handles complaints? Then call us. From then on somebody else handles it. That person does not read the file, but does hear what you say.`,
      })
    : say({
        nl: `Gaat uw klacht over onze ${title}, of over een ander die klachten behandelt? Zeg dat via de link in deze mail. Vanaf dat moment doet een ander uw klacht. Die persoon leest het dossier dan niet, maar hoort wel wat u vertelt.`,
        en: `Is your complaint about our ${title}, or about another person who handles complaints? Tell us with the link in this mail. From then on somebody else handles it. That person does not read the file, but does hear what you say.`,
      });
}
