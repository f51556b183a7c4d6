import { dueAt } from "../domain/clocks.ts";
import type { CaseClock } from "../domain/procedure.ts";
import { catalogue } from "../domain/tasks/catalogue.ts";
import type { Text } from "../domain/text.ts";
import { heading, type LetterContent, link, paragraph, type Row, rows } from "./content.ts";
import { type LetterContext, wordsFor } from "./letter-context.ts";
import { nameAndTitle } from "./wording/people.ts";
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
    nl: "Zorg dat de klager voor die tijd de uitkomst heeft. Lukt dat niet? Vertel de klager dan waarom, en wanneer wel.",
    en: "See that the complainant has the outcome by then. Is that too soon? Then tell the complainant why, and when.",
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
    nl: "Bel of mail de klager vandaag. Zeg dat wij te laat zijn, waarom, en wanneer de uitkomst wel komt.",
    en: "Call or mail the complainant today. Say that we are late, why, and when the outcome will come.",
  },
};

/** To the owner, and at the end to the director: a term of the whole case comes to its end, or has (B17, B21, B22). */
export function caseWarning(context: LetterContext): LetterContent {
  const { dossier, procedure, language, links, now } = context;
  const { say, moment } = wordsFor(context);
  const clock = warnedOf(context);
  const due = dueAt(clock.id, dossier.receivedAt, procedure);
  const name = say(names[clock.id]);
  const past = due <= now;
  const waiting = dossier.tasks
    .filter(({ status }) => status === "open")
    .map(
      (task): Row => ({
        term: say({ nl: "Nu aan zet", en: "Whose turn" }),
        detail: `${nameAndTitle(`role:${task.role}`, dossier, procedure, language)}: ${say(catalogue[task.kind].title)}`,
      }),
    );

  return {
    subject: past
      ? say({ nl: `Te laat: ${name}`, en: `Late: ${name}` })
      : say({ nl: `Bijna te laat: ${name}`, en: `Nearly late: ${name}` }),
    blocks: [
      paragraph(
        past
          ? say({
              nl: `De tijd voor deze zaak is om. De klager wacht te lang op ${name}.`,
              en: `The time for this case is up. The complainant has waited too long for ${name}.`,
            })
          : say({
              nl: `De tijd voor deze zaak is bijna om. De klager wacht nog op ${name}.`,
              en: `The time for this case is nearly up. The complainant still waits for ${name}.`,
            }),
      ),
      rows([
        { term: say({ nl: "Waarvoor", en: "For what" }), detail: name },
        { term: say({ nl: "Uiterlijk", en: "At the latest" }), detail: moment(due) },
        { term: say({ nl: "Waarom dan", en: "Why then" }), detail: whyClockEndsThen(clock, procedure, language) },
        ...waiting,
      ]),
      heading(say({ nl: "Wat kunt u doen?", en: "What can you do?" })),
      paragraph(say((past ? adviceWhenLate : advice)[clock.id])),
      ...link(say({ nl: "Open de taak", en: "Open the task" }), links.task),
      heading(say({ nl: "Wat als u niets doet?", en: "What if you do nothing?" })),
      paragraph(
        past
          ? say({
              nl: "Dan blijft de klager wachten. In de zaak staat dat wij te laat zijn.",
              en: "Then the complainant has to wait. The case shows that we are late.",
            })
          : isToldAgain(clock, context)
            ? say({
                nl: "Dan zijn wij te laat. Dat komt in de zaak te staan en u krijgt weer bericht.",
                en: "Then we are late. The case will show it, and we write to you again.",
              })
            : say({
                nl: "Dan zijn wij te laat. Dat komt in de zaak te staan.",
                en: "Then we are late. The case will show it.",
              }),
      ),
    ],
  };
}

/** Whether a warning of this clock that is still to come goes to the reader too. */
function isToldAgain({ id, warnings }: CaseClock, { to, dossier, procedure }: LetterContext): boolean {
  return warnings.some(
    ({ tell }, index) =>
      !dossier.rung.has(`case:${id}:${index + 1}`) &&
      tell.some((one) => to === `role:${one === "owner" ? dossier.owner : procedure.responsibilities.director}`),
  );
}

/** The clock whose alarm this letter passes on; of an older letter, which does not name it, the clock that rang last. */
function warnedOf({ dossier, procedure, letterId }: LetterContext): CaseClock {
  const alarmId = dossier.letters.find((letter) => letter.letterId === letterId)?.alarmId;
  const named = procedure.clocks.find(({ id }) => alarmId?.startsWith(`case:${id}:`));
  if (named !== undefined) return named;
  const byEnd = procedure.clocks.toSorted((a, b) =>
    dueAt(a.id, dossier.receivedAt, procedure).localeCompare(dueAt(b.id, dossier.receivedAt, procedure)),
  );
  const rang = ({ id, warnings }: CaseClock) =>
    warnings.some((_, index) => dossier.rung.has(`case:${id}:${index + 1}`));
  const clock = byEnd.findLast(rang) ?? byEnd.at(-1);
  if (clock === undefined) throw new Error(`Procedure ${procedure.id} has no clock to warn about.`);
  return clock;
}
