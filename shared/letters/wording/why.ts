import type { CaseClock, Procedure } from "../../domain/procedure.ts";
import type { TaskKindId } from "../../domain/tasks/task-kind.ts";
import type { Language } from "../../domain/text.ts";
import { periodInWords } from "./period.ts";
import { speaking } from "./say.ts";

/** Why a task must be done by its date: how long it may take, who says so, and the duty it carries out. For staff. */
export function whyTaskIsDueThen(kind: TaskKindId, procedure: Procedure, language: Language): string {
  const term = procedure.tasks[kind];
  if (term === undefined) throw new Error(`Procedure ${procedure.id} has no task ${kind}.`);
  const say = speaking(language);
  const within = periodInWords(term.within, language);
  const counted = say({
    nl: `Voor deze taak ${term.within.amount === 1 ? "staat" : "staan"} ${within}.`,
    en: `This task may take ${within}.`,
  });
  return `${counted} ${basisForStaff(term, procedure, language)}`;
}

/** Why a clock of the case ends when it does, for staff: with the duty. */
export function whyClockEndsThen(clock: CaseClock, procedure: Procedure, language: Language): string {
  return `${countedFromReceipt(clock, language)} ${basisForStaff(clock, procedure, language)}`;
}

/** The same for the complainant: whose rule it is, without our codes. */
export function whyWePromise(clock: CaseClock, language: Language): string {
  const say = speaking(language);
  const basis =
    clock.basis === "procedure"
      ? say({ nl: "Dat staat in onze klachtenregeling.", en: "Our complaints procedure says so." })
      : say({ nl: "Dat hebben wij zelf zo gekozen.", en: "We chose this term ourselves." });
  return `${countedFromReceipt(clock, language)} ${basis}`;
}

function countedFromReceipt(clock: CaseClock, language: Language): string {
  const period = periodInWords(clock.period, language);
  return speaking(language)({
    nl: `Dat is ${period} nadat de klacht binnenkwam.`,
    en: `That is ${period} after the complaint came in.`,
  });
}

function basisForStaff(
  term: { readonly basis: CaseClock["basis"]; readonly duty: string },
  procedure: Procedure,
  language: Language,
): string {
  const duty = term.duty === "house" ? "" : ` (${term.duty})`;
  return speaking(language)(
    term.basis === "procedure"
      ? { nl: `Zo staat het in de klachtenregeling${duty}.`, en: `The complaints procedure says so${duty}.` }
      : {
          nl: `${procedure.house.name} koos deze termijn zelf${duty}.`,
          en: `${procedure.house.name} chose this term itself${duty}.`,
        },
  );
}
