import type { Instant } from "../../ports.ts";
import { closingOn, localDay } from "../calendar.ts";
import { calendarOf, originalDueAt } from "../clocks.ts";
import type { Happened } from "../dossier.ts";
import type { CaseClock } from "../procedure.ts";
import type { Text } from "../text.ts";
import { howItEnded, withoutOutcome } from "./case-end.ts";
import { answers, arrival, type CaseSoFar, earliest, ending, lettersTo, told } from "./case-so-far.ts";
import { notApplicable, type Proof, type Shown, unlessEnded, waiting } from "./proof.ts";

const receiptIsToCome: Text = {
  nl: "De klager heeft nog geen ontvangstbevestiging.",
  en: "The complainant has no receipt yet.",
};
const contactIsToCome: Text = {
  nl: "Er is nog geen persoonlijk contact met de klager vastgelegd.",
  en: "No personal contact with the complainant has been recorded yet.",
};
const outcomeIsToCome: Text = { nl: "De klager wacht op de uitkomst.", en: "The complainant waits for the outcome." };
const newDateIsToCome: Text = {
  nl: "De klager heeft nog geen nieuwe datum.",
  en: "The complainant has no new date yet.",
};
const onTime: Text = {
  nl: "De termijn is niet overschreden.",
  en: "The term has not been exceeded.",
};

/** The receipt was mailed or brought over within 24 hours (B9). */
export const receiptInTime: Proof = (the) =>
  unlessEnded(
    the,
    ["withdrawn"],
    dated(told(the, "receipt", "complainant"), receiptIsToCome, originalDue("receipt", the), the),
  );

/** Somebody was in touch in person: a receipt, made by a machine, never is (B20). */
export const responseInTime: Proof = (the) => {
  const dueAt = originalDue("response", the);
  const shown = contacts(the)
    .map((by) => dated(by, contactIsToCome, dueAt, the))
    .filter((one) => one.is === "done")
    .toSorted((a, b) => (a.at ?? a.by.at).localeCompare(b.at ?? b.by.at));
  return unlessEnded(the, ["withdrawn"], shown[0] ?? waiting(contactIsToCome, dueAt));
};

/** The outcome reached the complainant within the month, or by the date that was announced before the month ended (B21). */
export const decisionInTime: Proof = (the) =>
  unlessEnded(the, withoutOutcome, dated(decided(the), outcomeIsToCome, decisionTerms(the).at(-1)?.dueAt, the));

/** Each time that the term was too short, the complainant had a new date before it ended (B22). */
export const delayAnnounced: Proof = (the) => {
  const terms = decisionTerms(the);
  const letters = lettersTo(the, "delay", "complainant");
  const announced = the.dossier.delays.map((delay, index): Shown => {
    const letter = letters.find(({ queuedAt }) => queuedAt === delay.at);
    return dated(letter && arrival(the, letter), newDateIsToCome, terms[index]?.dueAt, the);
  });
  const tooLate = announced.find(isLate(the));
  if (tooLate !== undefined) return tooLate;
  const last = terms.at(-1)?.dueAt;
  const until = decided(the)?.at ?? howItEnded(the)?.at ?? the.now;
  if (last !== undefined && until > last) return waiting(newDateIsToCome, last);
  return announced.at(-1) ?? notApplicable(onTime);
};

function isLate({ now }: CaseSoFar) {
  return (shown: Shown) =>
    shown.dueAt !== undefined && (shown.is === "done" ? (shown.at ?? shown.by.at) : now) > shown.dueAt;
}

/** When the complainant had the outcome first, or heard where else to go. */
function decided(the: CaseSoFar): Happened | undefined {
  return earliest([told(the, "outcome", "complainant"), told(the, "referral", "complainant")]);
}

interface Term {
  readonly dueAt: Instant;
}

/**
 * The terms of the outcome one after another: the first by the procedure, then one for each announced delay. A delay that is announced after
 * the term had passed does not repair it. While the clock stands still the term moves along.
 */
function decisionTerms(the: CaseSoFar): readonly Term[] {
  const { delays, pauses } = the.dossier;
  const first = originalDue("decision", the);
  if (first === undefined) return [];
  const moves = [
    ...delays.map(({ at, to }) => ({ at, to })),
    ...pauses.map(({ from, until }) => ({ at: from, stoodStill: Date.parse(until) - Date.parse(from) })),
  ].toSorted((a, b) => a.at.localeCompare(b.at));
  const ended: Term[] = [];
  let dueAt = first;
  for (const move of moves) {
    if ("to" in move) ended.push({ dueAt });
    if (move.at > dueAt) continue;
    dueAt = "to" in move ? move.to : later(dueAt, move.stoodStill);
  }
  return [...ended, { dueAt }];
}

function later(moment: Instant, milliseconds: number): Instant {
  return new Date(Date.parse(moment) + Math.max(0, milliseconds)).toISOString();
}

/** A procedure without this clock has no term. */
function originalDue(clock: CaseClock["id"], { dossier, procedure }: CaseSoFar): Instant | undefined {
  return procedure.clocks.some(({ id }) => id === clock)
    ? originalDueAt(clock, dossier.receivedAt, procedure)
    : undefined;
}

function contacts(the: CaseSoFar): readonly (Happened | undefined)[] {
  const solved = [...answers(the, "assess", "solved"), ...answers(the, "decide-after-silence", "solved")];
  const recorded = [...answers(the, "first-response", "done"), ...solved];
  return [...recorded.map((task) => ending(the, task)), decided(the)];
}

/** Done when it happened, which may be before it was written down. */
function dated(by: Happened | undefined, why: Text, dueAt: Instant | undefined, the: CaseSoFar): Shown {
  return by === undefined ? waiting(why, dueAt) : { is: "done", by, at: momentOf(by, dueAt, the), dueAt };
}

/**
 * Of a contact, and of a letter that was brought over, only the day is asked. An earlier day than that on which it was written down counts until
 * closing time (B9); a term of a week or more for a contact lasts for the whole of its last day (B20).
 */
function momentOf({ at, event }: Happened, dueAt: Instant | undefined, { procedure }: CaseSoFar): Instant {
  const { contactDate, sentOn } = event.type === "TaskAnswered" ? event.facts.answer : {};
  const { timeZone } = procedure.calendar;
  const day = contactDate ?? sentOn ?? localDay(at, timeZone);
  const then = day < localDay(at, timeZone) ? closingOn(day, calendarOf(procedure)) : at;
  const lastDay = dueAt !== undefined && contactDate === localDay(dueAt, timeZone);
  return lastDay && then > dueAt ? dueAt : then;
}
