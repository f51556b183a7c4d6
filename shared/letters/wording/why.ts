import { endOf } from "../../domain/calendar.ts";
import { calendarOf, clockServedBy, dueAt, originalDueAt } from "../../domain/clocks.ts";
import type { Dossier, Task } from "../../domain/dossier.ts";
import { measureSeen } from "../../domain/learning/measure-seen.ts";
import { isStaff } from "../../domain/party.ts";
import type { CaseClock, Procedure } from "../../domain/procedure.ts";
import type { Language } from "../../domain/text.ts";
import type { Instant } from "../../ports.ts";
import { countedInWords } from "./arithmetic.ts";
import { dayInWords, momentInWords } from "./moment.ts";
import { periodInWords } from "./period.ts";
import { speaking } from "./say.ts";

/** Why something is due when it is, in parts. */
export interface Why {
  /** The obligation that it serves, `B21`; `undefined` where the organisation set the term for nothing but itself. */
  readonly duty: string | undefined;
  /** How long it may take. */
  readonly rule: string;
  /** Who says so. */
  readonly basis: CaseClock["basis"];
  /** How the date follows: first the sum itself, then what made it come out so and what happened since; a sentence a step. */
  readonly arithmetic: readonly string[];
}

/** Why a clock of the case runs out when it does: the term, announced delays (B22) and the times that it stood still. */
export function whyClock(clock: CaseClock, dossier: Dossier, procedure: Procedure, language: Language): Why {
  const period = periodInWords(clock.period, language);
  const since = clock.id === "decision" ? moved(dossier, procedure, language) : [];
  return {
    duty: clock.duty === "house" ? undefined : clock.duty,
    rule: speaking(language)(
      since.length === 0
        ? {
            nl: `Dat is ${period} nadat de klacht binnenkwam.`,
            en: `That is ${period} after the complaint came in.`,
          }
        : {
            nl: `Eerst was dat ${period} nadat de klacht binnenkwam.`,
            en: `At first it was ${period} after the complaint came in.`,
          },
    ),
    basis: clock.basis,
    arithmetic: [...countedInWords(dossier.receivedAt, clock.period, procedure, language), ...since],
  };
}

/** Why a task is due when it is: the clock of the case that it serves, or the term of its kind. */
export function whyTask(task: Task, dossier: Dossier, procedure: Procedure, language: Language): Why {
  const served = clockServedBy(task.kind, task.about, dossier);
  const clock = procedure.clocks.find(({ id }) => id === served);
  if (clock !== undefined && task.dueAt === dueAt(clock.id, dossier, procedure)) {
    return whyClock(clock, dossier, procedure, language);
  }
  const term = procedure.tasks[task.kind];
  if (term === undefined) throw new Error(`Procedure ${procedure.id} has no task ${task.kind}.`);
  const within = periodInWords(term.within, language);
  const one = term.within.amount === 1 || term.within.unit === "hours";
  // A term that was changed since explains no date of before.
  const explains = endOf(task.openedAt, term.within, calendarOf(procedure)) === task.dueAt;
  return {
    duty: term.duty === "house" ? undefined : term.duty,
    rule: speaking(language)(
      isStaff(task.assignee)
        ? { nl: `Voor deze taak ${one ? "staat" : "staan"} ${within}.`, en: `This task may take ${within}.` }
        : { nl: `U krijgt hier ${within} voor.`, en: `You have ${within} for this.` },
    ),
    basis: term.basis,
    arithmetic: explains ? countedInWords(task.openedAt, term.within, procedure, language) : [],
  };
}

/** The whole explanation for a colleague: the term, who set it with the duty, and the arithmetic. */
export function whyForStaff({ rule, basis, duty, arithmetic }: Why, procedure: Procedure, language: Language): string {
  const code = duty === undefined ? "" : ` (${duty})`;
  const { name } = procedure.house;
  const who = speaking(language)(
    basis === "procedure"
      ? { nl: `Zo staat het in de klachtenregeling${code}.`, en: `The complaints procedure says so${code}.` }
      : { nl: `${name} koos deze termijn zelf${code}.`, en: `${name} chose this term itself${code}.` },
  );
  return [rule, who, ...arithmetic].join(" ");
}

/** The same for everybody else, without our codes and without the sum, which the rule says already. */
export function whyForParty({ rule, basis, arithmetic }: Why, language: Language): string {
  return [rule, whoChose(basis, language), ...arithmetic.slice(1)].join(" ");
}

/** Who set a term, said to somebody outside. */
export function whoChose(basis: CaseClock["basis"], language: Language): string {
  return speaking(language)(
    basis === "procedure"
      ? { nl: "Dat staat in onze klachtenregeling.", en: "Our complaints procedure says so." }
      : { nl: "Dat hebben wij zelf zo gekozen.", en: "We chose this term ourselves." },
  );
}

/** Why a task is due when it is, for whoever has it. */
export function whyTaskIsDueThen(task: Task, dossier: Dossier, procedure: Procedure, language: Language): string {
  const agreed = agreedDate(task, dossier, procedure, language);
  if (agreed !== undefined) return agreed;
  const why = whyTask(task, dossier, procedure, language);
  return isStaff(task.assignee) ? whyForStaff(why, procedure, language) : whyForParty(why, language);
}

/** The date of a measure is not counted: people agreed on it, or its owner moved it since. */
function agreedDate(task: Task, dossier: Dossier, procedure: Procedure, language: Language): string | undefined {
  const { matter } = dossier;
  if (task.kind !== "report-measure" || matter.kind !== "measure") return undefined;
  const say = speaking(language);
  if (task.dueAt === matter.measure.dueAt) {
    return say({ nl: "Deze datum is zo afgesproken.", en: "This date was agreed on." });
  }
  return task.dueAt === measureSeen(dossier, procedure)?.dueAt
    ? say({ nl: "De datum is later verzet.", en: "The date was moved later on." })
    : undefined;
}

/** Why a clock of the case ends when it does, for a colleague. */
export function whyClockEndsThen(clock: CaseClock, dossier: Dossier, procedure: Procedure, language: Language): string {
  return whyForStaff(whyClock(clock, dossier, procedure, language), procedure, language);
}

/** The same for the complainant and others outside. */
export function whyWePromise(clock: CaseClock, dossier: Dossier, procedure: Procedure, language: Language): string {
  return whyForParty(whyClock(clock, dossier, procedure, language), language);
}

/** What happened since that moved the date of the outcome, in the order of `dueAt`: the last delay, then the pauses after it. */
function moved(dossier: Dossier, procedure: Procedure, language: Language): readonly string[] {
  const say = speaking(language);
  const { timeZone } = procedure.calendar;
  const moment = (at: Instant) => momentInWords(at, language, timeZone);
  const { delays } = dossier;
  const last = delays.at(-1);
  const pauses = dossier.pauses.filter(({ from, until }) => until > from && (last === undefined || from >= last.at));
  const due = dueAt("decision", dossier, procedure);
  return [
    ...delays.map(({ at, from, to }) =>
      say({
        nl: `Op ${dayInWords(at, language, timeZone)} lieten wij weten dat ${moment(from)} niet lukt. De nieuwe datum is ${moment(to)}.`,
        en: `On ${dayInWords(at, language, timeZone)} we said that ${moment(from)} is too soon. The new date is ${moment(to)}.`,
      }),
    ),
    ...pauses.map(({ from, until }) =>
      say({
        nl: `Van ${moment(from)} tot ${moment(until)} staat de klok stil. Die tijd komt erbij.`,
        en: `From ${moment(from)} until ${moment(until)} the clock stands still. That time is added.`,
      }),
    ),
    ...(pauses.length > 0 && due !== originalDueAt("decision", dossier.receivedAt, procedure)
      ? [say({ nl: `Zo wordt het ${moment(due)}.`, en: `That makes it ${moment(due)}.` })]
      : []),
  ];
}
