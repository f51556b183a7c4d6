import { type LetterContent, list, paragraph, prose } from "./content.ts";
import { ifYouDoNothing, whatYouCanDo } from "./headings.ts";
import { type LetterContext, wordsFor } from "./letter-context.ts";
import { isFinal, writtenFor } from "./outcome-written.ts";
import { askOrAdd, whoHandles } from "./reaching-us.ts";

/** To the client whose course it is: what came of a complaint about it, without details that are not theirs (B28). */
export function outcomeClient(context: LetterContext): LetterContent {
  const { dossier, procedure } = context;
  const { say } = wordsFor(context);
  const looked = isFinal(context)
    ? { nl: "Iemand van buiten keek nog eens mee.", en: "Somebody from outside took a fresh look." }
    : { nl: "Wij hebben de klacht bekeken.", en: "We looked into it." };
  const written = writtenFor("clientLetter", context);
  return {
    subject: say({ nl: "Een klacht over een training van u", en: "A complaint about a course of yours" }),
    blocks: [
      paragraph(
        say({
          nl: `Wij kregen een klacht over een training die wij voor u geven. Het zaaknummer is ${dossier.number}. ${looked.nl} U hoort van ons wat eruit kwam.`,
          en: `We got a complaint about a course that we give for you. The case number is ${dossier.number}. ${looked.en} You hear from us what came of it.`,
        }),
      ),
      written === undefined
        ? paragraph(
            say({
              nl: "De klager heeft een eigen brief met de uitkomst. Wij kijken wat wij ervan leren.",
              en: "The complainant has a letter of their own with the outcome. We look at what we can learn from it.",
            }),
          )
        : prose(written),
      whatYouCanDo(context),
      list([
        say({
          nl: `Wilt u meer weten? Wij vertellen u wat mag. Wat mensen ons in vertrouwen zeggen, blijft bij ${procedure.house.name}.`,
          en: `Do you want to know more? We tell you what we may. What people tell us in trust stays with ${procedure.house.name}.`,
        }),
        whoHandles(context),
        ...askOrAdd(context),
      ]),
      ifYouDoNothing(context),
      paragraph(
        say({
          nl: "U hoeft niets te doen. Wij zorgen dat gebeurt wat nodig is.",
          en: "You do not have to do anything. We see to it that what is needed is done.",
        }),
      ),
    ],
  };
}
