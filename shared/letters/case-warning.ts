import { caseAlarmId, clockOfAlarm } from "../domain/alarms.ts";
import { dueAt } from "../domain/clocks.ts";
import type { CaseClock } from "../domain/procedure.ts";
import { isSamePerson } from "../domain/roles.ts";
import { seatOf } from "../domain/seats.ts";
import type { Text } from "../domain/text.ts";
import { type LetterContent, link, paragraph, rows } from "./content.ts";
import { ifYouDoNothing, whatYouCanDo } from "./headings.ts";
import { type LetterContext, queuedLetter, wordsFor } from "./letter-context.ts";
import { whoseTurn } from "./whose-turn.ts";
import { whyClockEndsThen } from "./wording/why.ts";

const names: { readonly [Id in CaseClock["id"]]: Text } = {
  receipt: { nl: "de bevestiging", en: "the confirmation" },
  response: { nl: "de eerste reactie", en: "the first response" },
  decision: { nl: "de uitkomst", en: "the outcome" },
};

const advice: { readonly [Id in CaseClock["id"]]: Text } = {
  receipt: {
    nl: "Kijk of de klager een bevestiging kreeg. Zo niet, stuur dan zelf een mail of een brief.",
    en: "Check if the complainant got our letter. If not, send a mail or a letter yourself.",
  },
  response: {
    nl: "Bel of mail de klager. Zeg wie de klacht behandelt en wat er nu gebeurt.",
    en: "Call or mail the complainant. Say who handles the complaint and what happens now.",
  },
  decision: {
    nl: "Zorg dat de klager voor die tijd de uitkomst heeft. Lukt dat niet? Kies dan een nieuwe datum en zeg waarom. U krijgt daar een aparte mail over. De klager krijgt dan bericht.",
    en: "See that the complainant has the outcome by then. Will it not be in time? Then choose a new date and say why. You get a separate mail about that. The complainant will then be told.",
  },
};

const adviceWhenLate: { readonly [Id in CaseClock["id"]]: Text } = {
  receipt: {
    nl: "Kijk of de klager een bevestiging kreeg. Zo niet, bel of mail de klager dan vandaag. Zeg dat wij te laat zijn en wat er nu gebeurt.",
    en: "Check if the complainant got our letter. If not, call or mail the complainant today. Say that we are late and what happens now.",
  },
  response: {
    nl: "Bel of mail de klager vandaag. Zeg dat wij te laat zijn en wat er nu gebeurt.",
    en: "Call or mail the complainant today. Say that we are late and what happens now.",
  },
  decision: {
    nl: "Wij schreven de klager dat wij te laat zijn en nog geen nieuwe datum hebben. Bel vandaag zelf. Zeg waarom. Kies een nieuwe datum: daar kreeg u een aparte mail over.",
    en: "We wrote to the complainant that we are late and have no new date yet. Call them today. Say why. Choose a new date: you got a separate mail about that.",
  },
};

/** To the owner, and at the end to the director: a term of the whole case comes to its end, or has (B17, B21, B22). */
export function caseWarning(context: LetterContext): LetterContent {
  const { dossier, procedure, language, links, now } = context;
  const { say, moment } = wordsFor(context);
  const clock = warnedOf(context);
  const due = dueAt(clock.id, dossier, procedure);
  const name = say(names[clock.id]);
  const past = due <= now;

  return {
    subject: past
      ? say({ nl: `Te laat: ${name}`, en: `Late: ${name}` })
      : say({ nl: `Bijna te laat: ${name}`, en: `Nearly late: ${name}` }),
    blocks: [
      paragraph(
        past
          ? say({
              nl: `De tijd voor ${name} is om. De klager wacht nu te lang.`,
              en: `The time for ${name} is up. The complainant has waited too long.`,
            })
          : say({
              nl: `De tijd voor ${name} is bijna om. De klager wacht er nog op.`,
              en: `The time for ${name} is nearly up. The complainant still waits for it.`,
            }),
      ),
      rows([
        { term: say({ nl: "Waarvoor", en: "For what" }), detail: name },
        { term: say({ nl: "Uiterlijk", en: "At the latest" }), detail: moment(due) },
        {
          term: say({ nl: "Waarom dan", en: "Why then" }),
          detail: whyClockEndsThen(clock, dossier, procedure, language),
        },
        ...whoseTurn(context),
      ]),
      whatYouCanDo(context),
      paragraph(say((past ? adviceWhenLate : advice)[clock.id])),
      ...link(say({ nl: "Open de zaak", en: "Open the case" }), links.status ?? links.task),
      ifYouDoNothing(context),
      paragraph(say(silence(past, clock, context))),
    ],
  };
}

function silence(past: boolean, clock: CaseClock, context: LetterContext): Text {
  if (past) {
    return {
      nl: "Dan blijft de klager wachten. In de zaak staat dat wij te laat zijn.",
      en: "Then the complainant has to wait. The case shows that we are late.",
    };
  }
  return isToldAgain(clock, context)
    ? {
        nl: "Dan zijn wij te laat. Dat komt in de zaak te staan en u krijgt weer bericht.",
        en: "Then we are late. The case will show it, and we write to you again.",
      }
    : {
        nl: "Dan zijn wij te laat. Dat komt in de zaak te staan.",
        en: "Then we are late. The case will show it.",
      };
}

/** Whether a warning of this clock that is still to come goes to the reader too. */
function isToldAgain({ id, warnings }: CaseClock, { to, dossier, procedure, now }: LetterContext): boolean {
  const told = (one: "owner" | "director") =>
    one === "owner" ? dossier.owner : seatOf(procedure.responsibilities.director, dossier, procedure, now).party;
  return warnings.some(
    ({ tell }, index) =>
      !dossier.rung.has(caseAlarmId(id, index, dossier, procedure)) &&
      tell.some((one) => isSamePerson(to, told(one), procedure, dossier)),
  );
}

/** The clock whose alarm this letter passes on; of a letter that names none, the clock that rang last. */
function warnedOf(context: LetterContext): CaseClock {
  const { dossier, procedure } = context;
  const named = clockOfAlarm(queuedLetter(context)?.alarmId ?? "", procedure);
  if (named !== undefined) return named;
  const [rang] = [...dossier.rung].toReversed().flatMap((alarmId) => clockOfAlarm(alarmId, procedure) ?? []);
  const clock = rang ?? procedure.clocks.at(-1);
  if (clock === undefined) throw new Error(`Procedure ${procedure.id} has no clock to warn about.`);
  return clock;
}
