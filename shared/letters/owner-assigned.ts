import { isStopped } from "../domain/alarms.ts";
import { dueAt } from "../domain/clocks.ts";
import type { CaseClock } from "../domain/procedure.ts";
import { isInvolvedParty } from "../domain/seats.ts";
import type { Text } from "../domain/text.ts";
import { type LetterContent, link, list, paragraph, type Row, rows } from "./content.ts";
import { ifYouDoNothing, whatYouCanDo } from "./headings.ts";
import { type LetterContext, wordsFor } from "./letter-context.ts";
import { whoseTurn } from "./whose-turn.ts";
import { nameAndTitle, titleOf } from "./wording/people.ts";
import { whyClockEndsThen } from "./wording/why.ts";

const promises: { readonly [Id in CaseClock["id"]]: Text } = {
  receipt: { nl: "Bevestiging voor", en: "Confirmation by" },
  response: { nl: "Reactie voor", en: "Response by" },
  decision: { nl: "Uitkomst voor", en: "Outcome by" },
};

/** To the new owner: the case is yours now, with the link of its page (B16, B17). */
export function ownerAssigned(context: LetterContext): LetterContent {
  const { dossier, procedure, language, links } = context;
  const { say, moment } = wordsFor(context);
  const terms = procedure.clocks
    .filter(({ id }) => !isStopped(id, dossier))
    .flatMap((clock): readonly Row[] => [
      { term: say(promises[clock.id]), detail: moment(dueAt(clock.id, dossier, procedure)) },
      {
        term: say({ nl: "Waarom dan", en: "Why then" }),
        detail: whyClockEndsThen(clock, dossier, procedure, language),
      },
    ]);
  return {
    subject: say({ nl: "Deze zaak is nu van u", en: "This case is yours now" }),
    blocks: [
      paragraph(
        say({
          nl: `U bent nu de eigenaar van zaak ${dossier.number}. Dat betekent: u zorgt dat het goed en op tijd gaat. ${whyNow(context)}`,
          en: `You are now the owner of case ${dossier.number}. That means: you see to it that it is handled well and in time. ${whyNow(context)}`,
        }),
      ),
      rows([
        {
          term: say({ nl: "Van", en: "From" }),
          detail: nameAndTitle("complainant", dossier, procedure, language),
        },
        { term: say({ nl: "Kwam op", en: "Came on" }), detail: moment(dossier.receivedAt) },
        ...terms,
        ...whoseTurn(context),
      ]),
      ...link(say({ nl: "Open de zaak", en: "Open the case" }), links.status),
      whatYouCanDo(context),
      list([
        say({
          nl: "Lees de zaak. U vindt daar wat er is gezegd en gedaan.",
          en: "Read the case. There you find what was said and done.",
        }),
        say({
          nl: "Duurt het langer? Zeg dat via de link. De klager krijgt dan een brief met de nieuwe datum.",
          en: "Will it take longer? Say so with the link. The complainant then gets a letter with the new date.",
        }),
        say({
          nl: "Kunt u dit niet doen? Via de link geeft u de zaak aan een ander.",
          en: "Can you not do this? With the link you hand the case to somebody else.",
        }),
      ]),
      ifYouDoNothing(context),
      paragraph(
        say({
          nl: "Dan blijft de zaak van u. Taken voor u komen met een aparte mail. Komt een datum dichtbij, dan hoort u dat.",
          en: "Then the case stays yours. Tasks for you come by separate mail. When a date comes close, we tell you.",
        }),
      ),
    ],
  };
}

/** Why it is not with the holder of the role any more. */
function whyNow({ dossier, procedure, language }: LetterContext): string {
  const { owner, ownerRole } = dossier;
  const holder = titleOf(`role:${ownerRole}`, procedure, language);
  const why: Text = isInvolvedParty(`role:${ownerRole}`, dossier, procedure)
    ? {
        nl: `U krijgt de zaak omdat de ${holder} bij deze klacht betrokken is. Praat er met hem of haar niet over.`,
        en: `You get it because the ${holder} is involved in this complaint. Do not talk to them about it.`,
      }
    : owner === `role:${ownerRole}`
      ? { nl: `U krijgt de zaak omdat u ${holder} bent.`, en: `You get it as ${holder}.` }
      : owner.startsWith("person:")
        ? { nl: "Een collega gaf de zaak aan u.", en: "A colleague handed it to you." }
        : {
            nl: `U krijgt de zaak omdat de ${holder} er nu niet is.`,
            en: `You get it because the ${holder} is away now.`,
          };
  return why[language];
}
