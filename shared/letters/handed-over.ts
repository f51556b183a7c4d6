import { isInvolvedParty } from "../domain/seats.ts";
import { type LetterContent, paragraph, rows } from "./content.ts";
import { ifYouDoNothing, whatYouCanDo } from "./headings.ts";
import { type LetterContext, taskOf, taskTitle, wordsFor } from "./letter-context.ts";
import { nameAndTitle } from "./wording/people.ts";

/** To a colleague whose task was given to somebody else. Who is involved is told no more than that (B16). */
export function handedOver(context: LetterContext): LetterContent {
  const { to, dossier, procedure, language } = context;
  const { say } = wordsFor(context);
  const given = taskOf(context);
  const aboutYou =
    dossier.matter.kind === "complaint"
      ? { nl: "De klacht gaat ook over u.", en: "The complaint is about you too." }
      : { nl: "Er hoort een klacht bij die over u gaat.", en: "It comes from a complaint that is about you." };
  const involved = isInvolvedParty(to, dossier, procedure);
  const now = nameAndTitle(given.assignee, dossier, procedure, language);
  return {
    subject: say({
      nl: `Niet meer uw taak: ${taskTitle(given, context)}`,
      en: `No longer your task: ${taskTitle(given, context)}`,
    }),
    blocks: [
      paragraph(
        involved
          ? say({
              nl: `Deze taak ligt niet meer bij u. ${aboutYou.nl} Wie bij een klacht betrokken is, doet er geen werk aan. Dat is eerlijk voor u en voor de klager.`,
              en: `This task is no longer with you. ${aboutYou.en} Nobody works on a complaint in which they are involved. That is fair to you and to the complainant.`,
            })
          : say({
              nl: `Deze taak ligt niet meer bij u. Een collega gaf hem aan een ander. ${now} doet de taak nu.`,
              en: `This task is no longer with you. A colleague gave it to somebody else. ${now} does the task now.`,
            }),
      ),
      rows([
        { term: say({ nl: "Taak", en: "Task" }), detail: taskTitle(given, context) },
        ...(involved ? [] : [{ term: say({ nl: "Nu bij", en: "Now with" }), detail: now }]),
      ]),
      whatYouCanDo(context),
      paragraph(
        involved
          ? say({
              nl: `Hebt u een vraag? Bel ${procedure.house.phone}. Wij horen ook uw kant.`,
              en: `Do you have a question? Call ${procedure.house.phone}. We hear your side too.`,
            })
          : say({
              nl: "Weet u iets dat helpt? Vertel het uw collega, of stuur een antwoord op deze mail.",
              en: "Do you know something that helps? Tell your colleague, or reply to this mail.",
            }),
      ),
      ifYouDoNothing(context),
      paragraph(
        say({
          nl: "U hoeft niets meer te doen. Het gaat door zonder u.",
          en: "You do not need to do more. It goes on without you.",
        }),
      ),
    ],
  };
}
