import { latestWords } from "../domain/tasks/prefill.ts";
import type { Text } from "../domain/text.ts";
import { heading, type LetterContent, link, paragraph, prose } from "./content.ts";
import { type LetterContext, wordsFor } from "./letter-context.ts";

/** What stands above our two answers, here and on the complainant's page. */
export const whyNot: Text = { nl: "Waarom niet?", en: "Why not?" };
export const whereTo: Text = { nl: "Waar kunt u wel heen?", en: "Where can you go?" };

/** To the sender of what is not a complaint: why, and where to go. */
export function referral(context: LetterContext): LetterContent {
  const { dossier, procedure, links } = context;
  const { say } = wordsFor(context);
  const reason = latestWords(dossier, "reason");
  const rightDoor = latestWords(dossier, "rightDoor");
  return {
    subject: say({ nl: "Uw bericht aan ons", en: "Your message to us" }),
    blocks: [
      paragraph(
        say({
          nl: `U schreef ons. Uw zaaknummer is ${dossier.number}. Wij hebben uw bericht goed gelezen. Wij zien het niet als een klacht.`,
          en: `You wrote to us. Your case number is ${dossier.number}. We have read your message with care. We do not see it as a complaint.`,
        }),
      ),
      ...(reason === undefined ? [] : [heading(say(whyNot)), prose(reason)]),
      ...(rightDoor === undefined ? [] : [heading(say(whereTo)), prose(rightDoor)]),
      heading(say({ nl: "Bent u het er niet mee eens?", en: "Do you not agree?" })),
      paragraph(
        say({
          nl: `Stuur een antwoord op deze mail of bel ${procedure.house.phone}. Dan kijken wij er nog eens naar.`,
          en: `Reply to this mail or call ${procedure.house.phone}. Then we will look at it again.`,
        }),
      ),
      ...link(say({ nl: "Bekijk uw zaak", en: "See your case" }), links.status),
      heading(say({ nl: "Wat als u niets doet?", en: "What if you do nothing?" })),
      paragraph(
        say({
          nl: "Wij hebben deze zaak gesloten. U hoeft niets te doen.",
          en: "We have closed this case. You do not need to do a thing.",
        }),
      ),
    ],
  };
}
