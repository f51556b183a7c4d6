import { taskDueAt } from "../domain/clocks.ts";
import { respondentNames } from "./about-the-case.ts";
import { heading, type LetterContent, list, paragraph, quotation } from "./content.ts";
import { repeatable } from "./frame.ts";
import { ifYouDoNothing, whatWeDo, whatYouCanDo } from "./headings.ts";
import { type LetterContext, wordsFor } from "./letter-context.ts";
import { askOrAdd, casePage, mayWithdraw, weAsk, whoHandles } from "./reaching-us.ts";
import { dayInWords } from "./wording/moment.ts";
import { whoChose } from "./wording/why.ts";

/** To the complainant: talk it over first; with an invitation that is ready to be sent (A5, A15). */
export function talkInvitation(context: LetterContext): LetterContent {
  const { dossier, procedure, language, now } = context;
  const { say } = wordsFor(context);
  const names = respondentNames(context);
  const own = repeatable(dossier.complainant?.name) ?? "";
  const due = taskDueAt("talk-result", undefined, now, dossier, procedure);
  const basis = procedure.tasks["talk-result"]?.basis ?? "house-default";
  const day = dayInWords(due, language, procedure.calendar.timeZone);
  return {
    subject: say({ nl: "Wilt u er eerst samen over praten?", en: "Will you talk it over first?" }),
    blocks: [
      paragraph(
        say({
          nl: `Wij hebben uw klacht gelezen. Uw zaaknummer is ${dossier.number}. Vaak helpt het om eerst samen te praten. Wilt u dat doen met ${names}? Wij vragen dit ook aan de andere kant.`,
          en: `We have read your complaint. Your case number is ${dossier.number}. Often it helps to talk first. Will you do that with ${names}? We also ask the other side.`,
        }),
      ),
      heading(say({ nl: "Zo maakt u een afspraak", en: "How to set a date" })),
      paragraph(say({ nl: "U kunt dit sturen of zeggen:", en: "You can send or say this:" })),
      quotation(
        say({
          nl: `Beste ${names},\n\nIk heb een klacht en wil er graag met u over praten. Wanneer kunt u?\n\nGroeten,\n${own}`,
          en: `Dear ${names},\n\nI have a complaint and would like to talk about it with you. When can you meet?\n\nKind regards,\n${own}`,
        }).trim(),
      ),
      heading(say({ nl: "In het gesprek", en: "In the talk" })),
      list([
        say({ nl: "Vertel wat er gebeurde en hoe dat voor u was.", en: "Say what happened and how it made you feel." }),
        say({ nl: "Zeg wat u zou helpen.", en: "Say what would help you." }),
        say({ nl: "Schrijf samen op wat u afspreekt.", en: "Write down together what you agree." }),
        say({ nl: "U mag iemand meenemen.", en: "You may bring somebody." }),
      ]),
      whatWeDo(context),
      list([
        weAsk(context, { nl: "hoe het gesprek ging", en: "how the talk went" }),
        say({
          nl: `U hebt de tijd tot ${day}. ${whoChose(basis, language)}`,
          en: `You have until ${day}. ${whoChose(basis, language)}`,
        }),
        say({
          nl: "Komt u er samen niet uit? Dan onderzoeken wij uw klacht.",
          en: "Did it not work out? Then we look into your complaint.",
        }),
        whoHandles(context),
      ]),
      whatYouCanDo(context),
      list([
        say({
          nl: "Wilt u niet samen praten? Dat hoeft niet. Laat het ons weten. Dan gaan wij meteen verder.",
          en: "Would you rather not talk? You do not have to. Let us know. Then we go on at once.",
        }),
        ...askOrAdd(context),
        ...mayWithdraw(context),
      ]),
      ...casePage(context, say({ nl: "Bekijk uw klacht", en: "See your complaint" })),
      ifYouDoNothing(context),
      paragraph(
        say({
          nl: "Dan vragen wij u nog een keer hoe het ging. Horen wij niets? Dan kiezen wij hoe het verder gaat. Uw klacht raakt niet weg.",
          en: "Then we ask you once more how it went. Do we hear nothing? Then we choose how to go on. Your complaint does not get lost.",
        }),
      ),
    ],
  };
}
