import { latestWords } from "../domain/tasks/prefill.ts";
import { heading, type LetterContent, link, list, paragraph, prose } from "./content.ts";
import { type LetterContext, wordsFor } from "./letter-context.ts";

/** To the complainant: the outcome as the writer wrote it, and where to go next (B27, B28). */
export function outcome(context: LetterContext): LetterContent {
  const { dossier, procedure, links } = context;
  const { say } = wordsFor(context);
  const written = latestWords(dossier, "letter");
  return {
    subject: say({ nl: "De uitkomst van uw klacht", en: "The outcome of your complaint" }),
    blocks: [
      paragraph(
        say({
          nl: `Wij hebben uw klacht bekeken. Uw zaaknummer is ${dossier.number}. Dit is de uitkomst.`,
          en: `We have looked into your complaint. Your case number is ${dossier.number}. This is the outcome.`,
        }),
      ),
      written === undefined
        ? paragraph(
            say({
              nl: "Wij hebben de tekst niet meer, want de gegevens in deze zaak zijn gewist.",
              en: "We no longer have the text, as the details of this case have been erased.",
            }),
          )
        : prose(written),
      heading(say({ nl: "Wat gaan wij nu doen?", en: "What do we do now?" })),
      paragraph(
        say({
          nl: "Wij kijken wat wij van uw klacht leren. Daarna sluiten wij de zaak.",
          en: "We look at what your complaint can teach us. Then we close the case.",
        }),
      ),
      heading(say({ nl: "Wat kunt u doen?", en: "What can you do?" })),
      paragraph(say(procedure.house.afterwards)),
      list([
        say({
          nl: "Hebt u een vraag? Stuur een antwoord op deze mail. Het komt bij uw zaak.",
          en: "Do you have a question? Reply to this mail. It goes into your case.",
        }),
        say({
          nl: `Wilt u liever bellen? Ons nummer is ${procedure.house.phone}.`,
          en: `Would you rather call? Our number is ${procedure.house.phone}.`,
        }),
      ]),
      ...link(say({ nl: "Bekijk uw zaak", en: "See your case" }), links.status),
      heading(say({ nl: "Wat als u niets doet?", en: "What if you do nothing?" })),
      paragraph(
        say({
          nl: "Dan blijft de uitkomst zoals hij is. U hoeft niets te doen.",
          en: "Then the outcome stays as it is. You do not need to do a thing.",
        }),
      ),
    ],
  };
}
