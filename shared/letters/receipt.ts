import { dueAt } from "../domain/clocks.ts";
import type { CaseClock } from "../domain/procedure.ts";
import { heading, type LetterContent, link, list, paragraph } from "./content.ts";
import { type LetterContext, wordsFor } from "./letter-context.ts";
import { titleOf } from "./wording/people.ts";
import { whyWePromise } from "./wording/why.ts";

/**
 * To the complainant: we have it, this happens next and by when (B9, B20, B21). It never repeats what was written to
 * us: the sender's address may be somebody else's.
 */
export function receipt(context: LetterContext): LetterContent {
  const { dossier, procedure, language, links } = context;
  const { say, moment } = wordsFor(context);
  const reader = titleOf(`role:${procedure.responsibilities.intake}`, procedure, language);
  const promise = (id: CaseClock["id"], what: string) => {
    const clock = procedure.clocks.find((one) => one.id === id);
    return clock === undefined ? [] : [`${what} ${whyWePromise(clock, language)}`];
  };
  const due = (id: CaseClock["id"]) => moment(dueAt(id, dossier.receivedAt, procedure));

  return {
    subject: say({ nl: "Wij hebben uw klacht ontvangen", en: "We have received your complaint" }),
    blocks: [
      paragraph(
        say({
          nl: `Wij hebben uw klacht ontvangen. Dat was op ${moment(dossier.receivedAt)}. Uw zaaknummer is ${dossier.number}. Dank u wel dat u ons dit vertelt.`,
          en: `We have received your complaint. That was on ${moment(dossier.receivedAt)}. Your case number is ${dossier.number}. Thank you for telling us.`,
        }),
      ),
      heading(say({ nl: "Wat gaan wij nu doen?", en: "What do we do now?" })),
      list([
        say({
          nl: `Onze ${reader} leest uw klacht en kijkt wat er nodig is.`,
          en: `Our ${reader} reads your complaint and sees what is needed.`,
        }),
        ...promise(
          "response",
          say({
            nl: `U hoort van ons voor ${due("response")}. Wij mailen u of bellen u.`,
            en: `You hear from us before ${due("response")}. We mail you or call you.`,
          }),
        ),
        ...promise(
          "decision",
          say({
            nl: `U krijgt de uitkomst voor ${due("decision")}.`,
            en: `You get the outcome before ${due("decision")}.`,
          }),
        ),
      ]),
      heading(say({ nl: "Wat kunt u doen?", en: "What can you do?" })),
      list([
        say({
          nl: "Wilt u iets toevoegen? Stuur dan een antwoord op deze mail. Het komt bij uw zaak.",
          en: "Do you want to add something? Then reply to this mail. It goes into your case.",
        }),
        say({
          nl: `Wilt u liever bellen? Ons nummer is ${procedure.house.phone}.`,
          en: `Would you rather call? Our number is ${procedure.house.phone}.`,
        }),
      ]),
      ...link(say({ nl: "Bekijk hoe het met uw klacht staat", en: "See how your complaint is doing" }), links.status),
      heading(say({ nl: "Wat als u niets doet?", en: "What if you do nothing?" })),
      paragraph(
        say({
          nl: "U hoeft nu niets te doen. Wij gaan door met uw klacht. Hebt u ons niet geschreven? Laat het ons dan weten.",
          en: "You do not need to do a thing now. We go on with your complaint. Did you not write to us? Then let us know.",
        }),
      ),
    ],
  };
}
