import type { Instant } from "../ports.ts";
import { localDay } from "./calendar.ts";
import type { Dossier, Outsider } from "./dossier.ts";
import type { Because } from "./events.ts";
import { shieldedIn } from "./matter.ts";
import { isRespondent, isStaff, type Party } from "./party.ts";
import type { Procedure } from "./procedure.ts";
import { mailboxOf, personIdOf, roleById } from "./roles.ts";

/** Who acts for a role in a case, and why that is not its holder. */
export interface Seat {
  readonly party: Party;
  readonly because?: Because;
}

/** With these people involved nobody could handle the case. @see somebodyIsLeft */
export class NobodyLeft extends Error {
  override readonly name = "NobodyLeft";
}

/**
 * The holder of a role, else the deputy, else the same one role up. Never somebody who is involved in the case; nobody who is away or whose
 * mail comes back, nor somebody unfit for this very task, while another is there.
 * @throws {NobodyLeft}
 */
export function seatOf(
  role: string,
  dossier: Dossier,
  procedure: Procedure,
  now: Instant,
  isFit: (who: Party) => boolean = () => true,
): Seat {
  const free = chain(role, procedure).filter((who) => !isInvolvedParty(who, dossier, procedure));
  const fit = free.filter(isFit);
  const found = fit.find((who) => !isMissing(who, dossier, procedure, now)) ?? fit[0] ?? free[0];
  if (found === undefined) throw new NobodyLeft(`Everybody of ${procedure.id} is involved in case ${dossier.caseId}.`);
  const holder: Party = `role:${role}`;
  if (isInvolvedParty(holder, dossier, procedure)) return { party: found, because: "involved" };
  if (found === holder) return { party: found };
  if (isAway(holder, procedure, now)) return { party: found, because: "away" };
  return isUnreachable(holder, dossier, procedure) ? { party: found, because: "unreachable" } : { party: found };
}

/** Whether a case could still be handled if these colleagues were what it is about. */
export function somebodyIsLeft(dossier: Dossier, procedure: Procedure, personIds: readonly string[]): boolean {
  return procedure.people.some((one) => !personIds.includes(one.id) && !isASide(one, dossier));
}

/**
 * Whether a colleague may not handle this case: they are what it is about, or they complain themselves. Until somebody has read the
 * complaint, whoever is named in it counts too, so that nobody is the first to read about themselves; unless it names everybody, for
 * somebody has to read it.
 */
export function isInvolved(personId: string, dossier: Dossier, procedure: Procedure): boolean {
  const person = procedure.people.find(({ id }) => id === personId);
  if (person === undefined) return false;
  if (isASide(person, dossier)) return true;
  if (isAssessed(dossier) || !isNamed(person.name, dossier)) return false;
  return procedure.people.some((other) => !isASide(other, dossier) && !isNamed(other.name, dossier));
}

/** A colleague who is a respondent here or in a case behind it, or the complainant: also from a mailbox of their own, under their whole name. */
function isASide(colleague: Procedure["people"][number], dossier: Dossier): boolean {
  const { complainant, respondents, matter } = dossier;
  if (shieldedIn(matter).includes(colleague.id)) return true;
  const isThem = (name: string | undefined, email: string | undefined) =>
    email?.toLowerCase() === colleague.email.toLowerCase() ||
    (name !== undefined && plain(name) === plain(colleague.name));
  if (respondents.some(({ person, name, email }) => person === colleague.id || isThem(name, email))) return true;
  if (!dossier.identified) return false;
  return isThem(complainant?.name, complainant?.email) || isThem(undefined, complainant?.writesFrom);
}

/** The same for whoever holds a role, is a deputy or is meant by id; nobody else is ever a colleague. */
export function isInvolvedParty(who: Party, dossier: Dossier, procedure: Procedure): boolean {
  const id = personIdOf(who, procedure);
  return id !== undefined && isInvolved(id, dossier, procedure);
}

/** Colleagues and the independent person, as long as they are not involved. */
export function mayReadFile(who: Party, dossier: Dossier, procedure: Procedure): boolean {
  if (who === "independent") return !isOfASide(dossier.independent, dossier);
  return isStaff(who) && !isInvolvedParty(who, dossier, procedure);
}

/** Somebody from outside who turned out to be one of the sides. */
function isOfASide(one: Outsider | undefined, { complainant, respondents }: Dossier): boolean {
  const box = one?.email?.toLowerCase();
  return [complainant?.email, ...respondents.map(({ email }) => email)].some(
    (other) => other !== undefined && other.toLowerCase() === box,
  );
}

/** The owner, or whoever takes their place while they are away or when they are involved. */
export function ownerSeat(dossier: Dossier, procedure: Procedure, now: Instant): Party {
  const { owner, ownerRole } = dossier;
  const there = !isMissing(owner, dossier, procedure, now) && !isInvolvedParty(owner, dossier, procedure);
  return there ? owner : seatOf(ownerRole, dossier, procedure, now).party;
}

/** The respondent that a party is too: a colleague who is complained about. */
export function respondentBehind(who: Party, dossier: Dossier, procedure: Procedure): Party | undefined {
  if (isRespondent(who)) return who;
  const id = personIdOf(who, procedure);
  return id === undefined ? undefined : dossier.respondents.find(({ person }) => person === id)?.party;
}

/** Holder and deputy of the role and of each role above it, then whoever else there is. */
function chain(role: string, procedure: Procedure): readonly Party[] {
  const parties: Party[] = [];
  for (let at: string | undefined = role; at !== undefined; at = roleById(procedure, at).above) {
    parties.push(`role:${at}`, `deputy:${at}`);
  }
  return [...parties, ...procedure.people.map(({ id }): Party => `person:${id}`)];
}

/** Whether a colleague is absent on the local day of that moment. */
export function isAway(who: Party, procedure: Procedure, now: Instant): boolean {
  const id = personIdOf(who, procedure);
  const today = localDay(now, procedure.calendar.timeZone);
  const absences = procedure.people.find((one) => one.id === id)?.absences ?? [];
  return absences.some(({ from, until }) => from <= today && today <= until);
}

/** Whether mail to a colleague came back in this case: they cannot know of it, until their address is corrected or they write from it. */
export function isUnreachable(who: Party, dossier: Dossier, procedure: Procedure): boolean {
  return mailboxOf(who, procedure, dossier) === undefined;
}

function isMissing(who: Party, dossier: Dossier, procedure: Procedure, now: Instant): boolean {
  return isAway(who, procedure, now) || isUnreachable(who, dossier, procedure);
}

/** Whether somebody has read what a complaint is about, and said whom. */
export function isAssessed(dossier: Dossier): boolean {
  // Asking somebody's advice is not assessing yet.
  return dossier.tasks.some(
    ({ kind, answer }) => kind === "assess" && answer !== undefined && answer.outcome !== "consult",
  );
}

/** Somewhere in what the complainant wrote. */
function isNamed(name: string, { subject, text, messages }: Dossier): boolean {
  const replies = messages.filter(({ from }) => from === "complainant").map((one) => one.text);
  const words = [text, ...replies].join("\n");
  return isNamedIn(name, subject, words);
}

/** Short ones stand in other words too easily, and without a capital they are mostly something else: `bakker`. */
function isSurnameIn(surname: string, subject: string, text: string): boolean {
  if (surname.length < 4) return false;
  return unaddressed(subject, text)
    .flatMap((line) => line.split(/[^\p{L}\p{M}]+/u))
    .includes(surname);
}

/** Whether a whole name stands in a subject or a text, or a surname (`mevrouw Bakker`, `J. Vermeulen`), but for the lines that greet. */
export function isNamedIn(name: string, subject: string, text: string): boolean {
  const isWhole = plain(unaddressed(subject, text).join("\n")).includes(plain(name));
  return isWhole || isSurnameIn(name.split(/\s+/).at(-1) ?? "", subject, text);
}

function unaddressed(subject: string, text: string): readonly string[] {
  return [
    subject,
    ...text.split("\n").filter((line) => !/^\s*(beste|geachte|hallo|hoi|dag|dear|hello|hi)\b/i.test(line)),
  ];
}

/** Letters and single spaces, without accents or capitals. */
export function plain(words: string): string {
  return words
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, " ")
    .trim();
}
