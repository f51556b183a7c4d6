import { latestAnswered } from "../domain/rounds.ts";
import { mayReadFile } from "../domain/seats.ts";
import { type LetterContent, link, paragraph, prose, rows } from "./content.ts";
import { ifYouDoNothing, whatWeDo, whatYouCanDo } from "./headings.ts";
import { type LetterContext, wordsFor } from "./letter-context.ts";
import { isFinal, writtenFor } from "./outcome-written.ts";
import { findingInWords } from "./wording/finding.ts";
import { nameAndTitle, titleOf } from "./wording/people.ts";

/** To colleagues who should know: what came of a complaint (B28). */
export function outcomeInside(context: LetterContext): LetterContent {
  const { to, dossier, procedure, language, links } = context;
  const { say } = wordsFor(context);
  const you = titleOf(to, procedure, language);
  const written = writtenFor("teamLetter", context);
  const finding = latestAnswered(dossier, "establish-facts", "established")?.answer.facts["finding"];
  const mayRead = mayReadFile(to, dossier, procedure);
  return {
    subject: say({ nl: "Ter informatie: de uitkomst van een klacht", en: "For your information: an outcome" }),
    blocks: [
      paragraph(
        say({
          nl: `De klager heeft de ${isFinal(context) ? "laatste " : ""}uitkomst. U leest dit omdat u ${you} bent. U hoeft niets te doen.`,
          en: `The complainant has the ${isFinal(context) ? "final " : ""}outcome. You get this as ${you}. You do not have to do anything.`,
        }),
      ),
      rows([
        { term: say({ nl: "Zaak", en: "Case" }), detail: dossier.number },
        ...(finding === undefined || !mayRead
          ? []
          : [{ term: say({ nl: "Klacht terecht", en: "Founded" }), detail: findingInWords(finding, language) }]),
        {
          term: say({ nl: "Wie doet het", en: "Who does it" }),
          detail: nameAndTitle(dossier.owner, dossier, procedure, language),
        },
      ]),
      ...(written === undefined ? [] : [prose(written)]),
      whatWeDo(context),
      paragraph(
        say({
          nl: "Wij kijken wat wij ervan leren, en wie daar iets aan doet.",
          en: "We look at what we can learn from it, and who will act on that.",
        }),
      ),
      ...link(say({ nl: "Open de zaak", en: "Open the case" }), links.status),
      whatYouCanDo(context),
      paragraph(
        say({
          nl: "Weet u hoe dit beter kan? Stuur een antwoord op deze mail. Het komt bij de zaak.",
          en: "Do you know how to do this better? Reply to this mail. It goes into the case.",
        }),
      ),
      ifYouDoNothing(context),
      paragraph(
        say({
          nl: "Dan gaat de zaak gewoon door. U hoort het als er nog iets verandert.",
          en: "Then the case simply goes on. You will hear it if something changes.",
        }),
      ),
    ],
  };
}
