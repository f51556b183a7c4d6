import type { Instant } from "../../ports.ts";
import type { ActionId } from "../actions/action-kind.ts";
import { closingOn, endOf, type Period } from "../calendar.ts";
import { calendarOf, dueAt } from "../clocks.ts";
import type { Dossier, Task } from "../dossier.ts";
import type { Party } from "../party.ts";
import type { Procedure } from "../procedure.ts";
import { personOf } from "../roles.ts";
import { latestAnswered, unheard } from "../rounds.ts";
import { somebodyIsLeft } from "../seats.ts";
import { peopleIn } from "../tasks/answer.ts";
import type { Answer, Problem, TaskKindId } from "../tasks/task-kind.ts";
import type { Text } from "../text.ts";
import { mayAnswer } from "./may-answer.ts";

/** The moment and the case that an answer is given in. */
interface Circumstances {
  readonly dossier: Dossier;
  readonly procedure: Procedure;
  readonly now: Instant;
  /** The task through which it is done. */
  readonly task?: Task | undefined;
}

/** What is wrong with an answer at this very moment, which its form alone cannot tell. */
export function objections(form: TaskKindId | ActionId, answer: Answer, at: Circumstances): readonly Problem[] {
  const wrongDay = measureDays(answer.facts, at);
  return wrongDay.length > 0 ? wrongDay : ofForm(form, answer, at);
}

function ofForm(form: TaskKindId | ActionId, answer: Answer, at: Circumstances): readonly Problem[] {
  const { facts, private: words, outcome } = answer;
  switch (form) {
    case "announce-delay":
      return outcome === "on-time" ? termHasPassed(at) : dayIsOver("newDate", facts["newDate"], at);
    case "pause-clock":
      return dayIsOver("pauseUntil", facts["pauseUntil"], at);
    case "propose-independents":
      return notIndependent("candidates", words["candidates"], at);
    case "choose-independent":
      return notIndependent("chosenIndependent", words["chosenIndependent"], at);
    case "give-judgment":
    case "solve":
    case "write-outcome":
    case "final-outcome":
      return notHeard(form, at);
    case "hand-over-task":
      return mayNotDoIt(facts["handTo"], at);
    default:
      return [];
  }
}

/** Refuses what would leave nobody to handle the case; `then` is the case as it would be. */
export function nobodyIsLeft(then: Dossier, procedure: Procedure): readonly Problem[] {
  return somebodyIsLeft(then, procedure, []) ? [] : [{ field: "outcome", message: nobody }];
}

const nobody: Text = {
  nl: "Zo blijft er niemand over om de klacht te behandelen.",
  en: "This leaves nobody to handle the complaint.",
};

/** Somebody who was named after the facts were established is heard first (A16). */
function notHeard(form: TaskKindId, { dossier }: Circumstances): readonly Problem[] {
  const established = latestAnswered(dossier, "establish-facts", "established") !== undefined;
  if (!established || unheard(dossier).length === 0) return [];
  const message = {
    nl: "Iemand die later is genoemd, is nog niet gehoord. Wacht op het antwoord, of tot de tijd daarvoor om is.",
    en: "Somebody who was named later has not been heard yet. Wait for the answer, or until the time for it is up.",
  };
  const field = form === "give-judgment" ? "judgment" : form === "solve" ? "solution" : "letter";
  return [{ field, message }];
}

/** Too late to say that the outcome will be in time (B22). */
function termHasPassed({ dossier, procedure, now }: Circumstances): readonly Problem[] {
  if (dueAt("decision", dossier, procedure) > now) return [];
  const message = { nl: "De tijd is al om. Kies een nieuwe datum.", en: "The time is up already. Choose a new date." };
  return [{ field: "outcome", message }];
}

/** What is promised for a day is promised for its closing time. */
function dayIsOver(field: string, day: string | undefined, { procedure, now }: Circumstances): readonly Problem[] {
  if (day === undefined || closingOn(day, calendarOf(procedure)) > now) return [];
  return [{ field, message: { nl: "Kies een latere dag.", en: "Choose a later day." } }];
}

/** A measure or a promise is done within so many months: whatever takes longer is done in steps. */
export const measureWithin = { amount: 9, unit: "months" } as const satisfies Period;

/** By when a measure or a promise will be done: a day to come, and not in a far future. */
function measureDays(facts: Answer["facts"], at: Circumstances): readonly Problem[] {
  return Object.entries(facts)
    .filter(([name]) => /^(measureDue[0-9]?|promiseDue|newDue)$/.test(name))
    .flatMap(([field, day]) => {
      const tooFar = tooFarAhead(field, day, at);
      return tooFar.length > 0 ? tooFar : dayIsOver(field, day, at);
    });
}

/** Refuses a local day that lies further ahead than `measureWithin`, wherever it is filled in. */
export function tooFarAhead(
  field: string,
  day: string,
  { procedure, now }: Pick<Circumstances, "procedure" | "now">,
): readonly Problem[] {
  const calendar = calendarOf(procedure);
  if (closingOn(day, calendar) <= endOf(now, measureWithin, calendar)) return [];
  const message = {
    nl: "Kies een dag binnen negen maanden. Duurt het langer? Begin dan met een eerste stap.",
    en: "Choose a day within nine months. Does it take longer? Then begin with a first step.",
  };
  return [{ field, message }];
}

/** Nobody who has to do with the complaint gives independent advice on it (B29). */
function notIndependent(
  field: string,
  named: string | undefined,
  { dossier, procedure }: Circumstances,
): readonly Problem[] {
  const sides: readonly Party[] = ["complainant", "client", ...dossier.respondents.map(({ party }) => party)];
  const known = sides.map((side) => personOf(side, procedure, dossier));
  // A colleague works for the organisation that decided.
  const boxes = new Set([...known, ...procedure.people].flatMap((one) => one?.email?.toLowerCase() ?? []));
  const names = new Set([...known, ...procedure.people].flatMap((one) => one?.name.toLowerCase() ?? []));
  const people = peopleIn(named ?? "");
  const unreachable = people.find(({ email }) => email === undefined);
  if (unreachable !== undefined) {
    const message = {
      nl: `Zet achter ${unreachable.name} een mailadres. Deze persoon krijgt het dossier en een eigen link.`,
      en: `Put a mail address behind ${unreachable.name}. This person gets the file and a link of their own.`,
    };
    return [{ field, message }];
  }
  const wrong = people.find(
    ({ name, email }) => names.has(name.toLowerCase()) || (email !== undefined && boxes.has(email.toLowerCase())),
  );
  if (wrong === undefined) return [];
  const message = {
    nl: `${wrong.name} heeft met de klacht te maken. Noem iemand anders.`,
    en: `${wrong.name} has to do with the complaint. Name somebody else.`,
  };
  return [{ field, message }];
}

/** Who wrote the outcome is not given its approval (B27). */
function mayNotDoIt(handTo: string | undefined, { task, dossier, procedure }: Circumstances): readonly Problem[] {
  const to: Party = `person:${handTo}`;
  if (task === undefined || mayAnswer(task.kind, task.assignee, to, dossier, procedure)) return [];
  const message = {
    nl: "Deze collega schreef de uitkomst. Kies iemand anders om hem goed te keuren.",
    en: "This colleague wrote the outcome. Choose somebody else to approve it.",
  };
  return [{ field: "handTo", message }];
}
