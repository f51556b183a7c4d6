import { isStopped } from "../domain/alarms.ts";
import { dueAt } from "../domain/clocks.ts";
import type { CaseClock } from "../domain/procedure.ts";
import { isInvolvedParty } from "../domain/seats.ts";
import type { Text } from "../domain/text.ts";
import { fileRows, theFile } from "./about-the-file.ts";
import { type LetterContent, link, list, paragraph, type Row, rows } from "./content.ts";
import { ifYouDoNothing, whatYouCanDo } from "./headings.ts";
import { type LetterContext, wordsFor } from "./letter-context.ts";
import { whoseTurn } from "./whose-turn.ts";
import { capital } from "./wording/capital.ts";
import { fileWords } from "./wording/file-words.ts";
import { involvedIn } from "./wording/involved.ts";
import { titleOf } from "./wording/people.ts";
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
  const { name, the, this: own } = fileWords(dossier);
  const isComplaint = dossier.matter.kind === "complaint";
  const terms = procedure.clocks
    .filter(({ id }) => isComplaint && !isStopped(id, dossier))
    .flatMap((clock): readonly Row[] => [
      { term: say(promises[clock.id]), detail: moment(dueAt(clock.id, dossier, procedure)) },
      {
        term: say({ nl: "Waarom dan", en: "Why then" }),
        detail: whyClockEndsThen(clock, dossier, procedure, language),
      },
    ]);
  return {
    subject: say({ nl: `${capital(own.nl)} is nu van u`, en: `${capital(own.en)} is yours now` }),
    blocks: [
      paragraph(
        say({
          nl: `U bent nu de eigenaar van ${name.nl} ${dossier.number}. Dat betekent: u zorgt dat het goed en op tijd gaat. ${whyNow(context)}`,
          en: `You are now the owner of ${name.en} ${dossier.number}. That means: you see to it that it goes well and in time. ${whyNow(context)}`,
        }),
      ),
      ...theFile(context),
      rows([...(dossier.matter.kind === "mail" ? [] : fileRows(context)), ...terms, ...whoseTurn(context)]),
      ...link(say({ nl: `Open ${the.nl}`, en: `Open ${the.en}` }), links.status),
      whatYouCanDo(context),
      list([
        say({
          nl: `Lees ${the.nl}. U vindt daar wat er is gezegd en gedaan.`,
          en: `Read ${the.en}. There you find what was said and done.`,
        }),
        ...(isComplaint
          ? [
              say({
                nl: "Duurt het langer? Zeg dat via de link. De klager krijgt dan een brief met de nieuwe datum.",
                en: "Will it take longer? Say so with the link. The complainant then gets a letter with the new date.",
              }),
            ]
          : []),
        say({
          nl: `Kunt u dit niet doen? Via de link geeft u ${the.nl} aan een ander.`,
          en: `Can you not do this? With the link you hand ${the.en} to somebody else.`,
        }),
      ]),
      ifYouDoNothing(context),
      paragraph(
        say({
          nl: `Dan blijft ${the.nl} van u. Taken voor u komen met een aparte mail. Komt een datum dichtbij, dan hoort u dat.`,
          en: `Then ${the.en} stays yours. Tasks for you come by separate mail. When a date comes close, we tell you.`,
        }),
      ),
    ],
  };
}

/** Why it is not with the holder of the role any more. */
function whyNow({ dossier, procedure, language }: LetterContext): string {
  const { owner, ownerRole } = dossier;
  const { the } = fileWords(dossier);
  const complaint = involvedIn(dossier);
  const holder = titleOf(`role:${ownerRole}`, procedure, language);
  const why: Text = isInvolvedParty(`role:${ownerRole}`, dossier, procedure)
    ? {
        nl: `U krijgt ${the.nl} omdat de ${holder} bij ${complaint.nl} betrokken is. Praat er met hem of haar niet over.`,
        en: `You get it because the ${holder} is involved in ${complaint.en}. Do not talk to them about it.`,
      }
    : owner === `role:${ownerRole}`
      ? { nl: `U krijgt ${the.nl} omdat u ${holder} bent.`, en: `You get it as ${holder}.` }
      : owner.startsWith("person:")
        ? { nl: `Een collega gaf ${the.nl} aan u.`, en: "A colleague handed it to you." }
        : {
            nl: `U krijgt ${the.nl} omdat de ${holder} er nu niet is.`,
            en: `You get it because the ${holder} is away now.`,
          };
  return why[language];
}
