import type { Language } from "../../shared/domain/text.ts";

/** The outcomes that lead from one step of a machine to another in Dutch, short enough for the picture. */
const dutch: ReadonlyMap<string, string> = new Map([
  ["handle", "behandelen"],
  ["solved", "opgelost"],
  ["not-solved", "niet opgelost"],
  ["talk-first", "eerst praten"],
  ["advice", "advies"],
  ["consult", "overleggen"],
  ["not-a-complaint", "geen klacht"],
  ["settled", "zo is het goed"],
  ["official", "toch een klacht"],
  ["silent", "geen antwoord"],
  ["skipped", "niet nodig"],
  ["hear", "nog horen"],
  ["established", "vastgesteld"],
  ["exchange", "laten reageren"],
  ["ask-more", "meer vragen"],
  ["willing", "allebei ja"],
  ["unwilling", "niet allebei"],
  ["agreement", "afspraak"],
  ["no-agreement", "geen afspraak"],
  ["not-held", "niet gehouden"],
  ["confirmed", "bevestigd"],
  ["disputed", "betwist"],
  ["approved", "goedgekeurd"],
  ["rework", "aanpassen"],
  ["satisfied", "tevreden"],
  ["not-satisfied", "niet tevreden"],
  ["found", "gevonden"],
  ["none", "niemand"],
  ["undecided", "onbeslist"],
  ["advised", "advies gegeven"],
  ["declined", "afgezien"],
  ["survey", "met enquête"],
  ["end", "zonder enquête"],
  ["rated", "cijfer gegeven"],
  ["done", "gedaan"],
  ["reopen", "heropenen"],
  ["kept", "nagekomen"],
  ["extended", "later"],
  ["dropped", "gaat niet door"],
  ["helped", "het hielp"],
  ["partly", "deels"],
  ["not-helped", "het hielp niet"],
  ["checked", "klopt"],
  ["analysed", "geanalyseerd"],
  ["decided", "besloten"],
  ["evaluated", "bekeken"],
  ["acknowledged", "gelezen"],
]);

/** What leads a way, in this language: the outcomes themselves, with a comma between, where nobody has translated them. */
export function wayWords(outcomes: string, language: Language): string {
  if (language !== "nl") return outcomes;
  return outcomes
    .split(", ")
    .map((outcome) => dutch.get(outcome) ?? outcome)
    .join(", ");
}
