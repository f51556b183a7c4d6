import { dueAt } from "../domain/clocks.ts";
import { mayReadFile } from "../domain/seats.ts";
import { respondentNames, theComplaint } from "./about-the-case.ts";
import { type LetterContent, link, paragraph, type Row, rows } from "./content.ts";
import { ifYouDoNothing, whatYouCanDo } from "./headings.ts";
import { type LetterContext, wordsFor } from "./letter-context.ts";
import { nameAndTitle, titleOf } from "./wording/people.ts";
import { whyClockEndsThen } from "./wording/why.ts";

/** To colleagues who should know: this complaint came in, and who handles it (B15). */
export function copyInside(context: LetterContext): LetterContent {
  const { to, dossier, procedure, language, links } = context;
  const { say, moment } = wordsFor(context);
  const clock = procedure.clocks.find(({ id }) => id === "decision");
  const why: readonly Row[] =
    clock === undefined
      ? []
      : [
          { term: say({ nl: "Uitkomst voor", en: "Outcome by" }), detail: moment(dueAt(clock.id, dossier, procedure)) },
          {
            term: say({ nl: "Waarom dan", en: "Why then" }),
            detail: whyClockEndsThen(clock, dossier, procedure, language),
          },
        ];
  const you = titleOf(to, procedure, language);
  return {
    subject: say({ nl: "Ter informatie: een klacht", en: "For your information: a complaint" }),
    blocks: [
      paragraph(
        say({
          nl: `Er kwam een klacht binnen. U leest dit omdat u ${you} bent. U hoeft niets te doen.`,
          en: `A complaint came in. You get this as ${you}. You do not have to do anything.`,
        }),
      ),
      rows([
        {
          term: say({ nl: "Van", en: "From" }),
          detail: nameAndTitle("complainant", dossier, procedure, language),
        },
        ...(dossier.respondents.length === 0
          ? []
          : [{ term: say({ nl: "Gaat over", en: "Is about" }), detail: respondentNames(context) }]),
        { term: say({ nl: "Kwam op", en: "Came on" }), detail: moment(dossier.receivedAt) },
        {
          term: say({ nl: "Wie doet het", en: "Who does it" }),
          detail: nameAndTitle(dossier.owner, dossier, procedure, language),
        },
        ...why,
      ]),
      ...(mayReadFile(to, dossier, procedure) ? theComplaint(context) : []),
      ...link(say({ nl: "Open de zaak", en: "Open the case" }), links.status),
      whatYouCanDo(context),
      paragraph(
        say({
          nl: "Weet u iets dat helpt? Stuur een antwoord op deze mail. Praat er verder niet over: dat is eerlijk voor beide kanten.",
          en: "Do you know something that helps? Reply to this mail. Do not talk about it with others: that is fair to both sides.",
        }),
      ),
      ifYouDoNothing(context),
      paragraph(
        say({
          nl: "Dan gaat de zaak gewoon door. U krijgt ook de uitkomst van ons.",
          en: "Then the case simply goes on. You get the outcome from us too.",
        }),
      ),
    ],
  };
}
