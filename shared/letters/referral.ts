import { latestAnswered } from "../domain/rounds.ts";
import type { Text } from "../domain/text.ts";
import { heading, type LetterContent, paragraph, prose } from "./content.ts";
import { ifYouDoNothing } from "./headings.ts";
import { type LetterContext, wordsFor } from "./letter-context.ts";
import { casePage } from "./reaching-us.ts";

/** What stands above our two answers, here and on the complainant's page. */
export const whyNot: Text = { nl: "Waarom niet?", en: "Why not?" };
export const whereTo: Text = { nl: "Waar kunt u wel heen?", en: "Where can you go?" };

/** To the sender of what is not a complaint: why, and where to go. */
export function referral(context: LetterContext): LetterContent {
  const { dossier, procedure, onPaper } = context;
  const { say } = wordsFor(context);
  const { reason, rightDoor } = latestAnswered(dossier, "assess", "not-a-complaint")?.answer.private ?? {};
  const { phone } = procedure.house;
  return {
    subject: say({ nl: "Uw bericht aan ons", en: "Your message to us" }),
    blocks: [
      paragraph(
        say({
          nl: `U hebt ons iets gevraagd of verteld. Uw zaaknummer is ${dossier.number}. Wij hebben het goed gelezen. Wij zien het niet als een klacht.`,
          en: `You asked or told us something. Your case number is ${dossier.number}. We have read it with care. We do not see it as a complaint.`,
        }),
      ),
      ...(reason === undefined ? [] : [heading(say(whyNot)), prose(reason)]),
      ...(rightDoor === undefined ? [] : [heading(say(whereTo)), prose(rightDoor)]),
      heading(say({ nl: "Bent u het er niet mee eens?", en: "Do you not agree?" })),
      paragraph(
        onPaper
          ? say({
              nl: `Bel ${phone} en noem zaak ${dossier.number}. Dan kijken wij er nog eens naar.`,
              en: `Call ${phone} and name case ${dossier.number}. Then we will look at it again.`,
            })
          : say({
              nl: `Stuur een antwoord op deze mail of bel ${phone}. Dan kijken wij er nog eens naar.`,
              en: `Reply to this mail or call ${phone}. Then we will look at it again.`,
            }),
      ),
      ...casePage(context, say({ nl: "Bekijk uw zaak", en: "See your case" })),
      ifYouDoNothing(context),
      paragraph(
        say({
          nl: "Dan sluiten wij deze zaak. U hoeft niets te doen.",
          en: "Then we close this case. You do not have to do anything.",
        }),
      ),
    ],
  };
}
