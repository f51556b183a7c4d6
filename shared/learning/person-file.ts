import type { Dossier } from "../domain/dossier.ts";
import { erasureState } from "../domain/erasure.ts";
import { replay } from "../domain/evolve.ts";
import { hasGone } from "../domain/letter-status.ts";
import type { Party } from "../domain/party.ts";
import type { Procedure } from "../domain/procedure.ts";
import { listOfToken, searchedTokens } from "../domain/register/word-tokens.ts";
import { personOf } from "../domain/roles.ts";
import type { SealedEvent } from "../domain/seal.ts";
import { plain } from "../domain/seats.ts";
import type { Language } from "../domain/text.ts";
import { aboutNow } from "../letters/about-now.ts";
import { renderLetter } from "../letters/render.ts";
import { titleOf } from "../letters/wording/people.ts";
import { boxKey } from "../mail/mailboxes.ts";
import type { Instant } from "../ports.ts";
import type { CaseStore } from "../store/cases.ts";
import { everyIntake, type IntakeEntry } from "../store/intake-log.ts";
import { listFiles } from "../store/listings.ts";
import { madeOfComplaints } from "./closed-files.ts";
import { message, recordedOf, type Said, saidBy } from "./own-words.ts";
import { elsewhereOf, type PersonElsewhere, type PlaceOf, type Sought } from "./person-elsewhere.ts";
import { personFileDocument } from "./person-file-document.tsx";

/** Who asks, as we know them. With an address, a name counts only where we have no address. */
export interface AskedPerson {
  readonly name?: string | undefined;
  readonly email?: string | undefined;
}

/** What we have of somebody in one case. */
export interface PersonInCase {
  readonly number: string;
  /** What they are in it. */
  readonly as: string;
  readonly receivedAt: Instant;
  readonly closedAt?: Instant | undefined;
  /** When their data will be erased, as far as that is known. */
  readonly keptUntil?: Instant | undefined;
  /** Name and ways to reach them. */
  readonly known: readonly string[];
  readonly said: readonly Said[];
  /** What we wrote down of talks with them. */
  readonly recorded: readonly Said[];
  /** The letters that they got, whole. */
  readonly letters: readonly { readonly at: Instant; readonly subject: string; readonly text: string }[];
  /** Who else has had to do with the case. */
  readonly sharedWith: readonly string[];
}

export interface PersonFileContent {
  readonly house: string;
  readonly asked: AskedPerson;
  readonly madeAt: Instant;
  readonly cases: readonly PersonInCase[];
  /** Measures and patterns that are about them. */
  readonly elsewhere: readonly PersonElsewhere[];
  /** Mail of theirs that became no case. */
  readonly mail: readonly Pick<IntakeEntry, "receivedAt" | "subject">[];
}

/** Everything about one person, as a page to read and as data. */
export interface PersonFile {
  readonly content: PersonFileContent;
  /** A whole document that needs nothing from elsewhere. */
  readonly html: string;
  readonly json: string;
}

export interface PersonFileDependencies {
  readonly cases: CaseStore;
  /** Whether a case, or a file in which mail waits, must stay away from the colleague who makes the file: they are involved in it. */
  readonly isKeptBack?: ((dossier: Dossier) => boolean) | undefined;
}

/**
 * Everything that an organisation has about one person, in the language they read (GDPR article 15): what they told, what they got from us,
 * what was said to them. Not what others told in confidence, nor what colleagues weighed among themselves.
 */
export async function personFile(
  organisation: string,
  asked: AskedPerson,
  language: Language,
  { cases, isKeptBack }: PersonFileDependencies,
): Promise<PersonFile> {
  const procedure = cases.procedure(organisation);
  const mails = await mailFrom(asked, organisation, cases);
  const ids = new Set([...(await found(asked, organisation, cases)), ...mails.flatMap(({ caseId }) => caseId ?? [])]);
  const inCases: PersonInCase[] = [];
  const places: PlaceOf[] = [];
  for (const caseId of ids) {
    const events = await cases.events(organisation, caseId);
    const dossier = replay(events);
    if (isKeptBack?.(dossier) === true) continue;
    inCases.push(...placesIn({ asked, dossier, events, procedure, language, now: cases.now() }));
    places.push({ dossier, parties: theirsIn(asked, dossier, procedure) });
  }
  const loose: IntakeEntry[] = [];
  for (const mail of mails) {
    if (mail.caseId !== null) continue;
    const waitsIn = mail.fileId === undefined ? undefined : await cases.load(organisation, mail.fileId);
    if (waitsIn === undefined || isKeptBack?.(waitsIn) !== true) loose.push(mail);
  }
  const content: PersonFileContent = {
    house: procedure.house.name,
    asked,
    madeAt: cases.now(),
    cases: inCases.toSorted((one, other) => one.receivedAt.localeCompare(other.receivedAt)),
    elsewhere: await elsewhere(soughtIn(asked, places, procedure), procedure, language, { cases, isKeptBack }),
    mail: loose.map(({ receivedAt, subject }) => ({ receivedAt, subject })),
  };
  const html = personFileDocument(content, procedure, language);
  return { content, html, json: `${JSON.stringify(content, undefined, 2)}\n` };
}

/** How they are written in the complaints in which they were found. */
function soughtIn({ name, email }: AskedPerson, places: readonly PlaceOf[], procedure: Procedure): Sought {
  const found = places.filter(({ parties }) => parties.length > 0);
  const known = found.flatMap(({ dossier, parties }) =>
    parties.flatMap((who) => personOf(who, procedure, dossier)?.name ?? []),
  );
  const names = [...new Set([name ?? "", ...known])].filter((one) => one !== "");
  return { places: found, names, ...(email !== undefined && { email }) };
}

async function elsewhere(
  sought: Sought,
  procedure: Procedure,
  language: Language,
  { cases, isKeptBack }: PersonFileDependencies,
): Promise<readonly PersonElsewhere[]> {
  const found: PersonElsewhere[] = [];
  for await (const dossier of madeOfComplaints(procedure.id, cases)) {
    const one = elsewhereOf(sought, dossier, procedure, language, cases.now());
    if (one !== undefined && isKeptBack?.(dossier) !== true) found.push(one);
  }
  return found;
}

/** Files that are found by the address, or by the longest word of the name: the others are compared when the file is read. */
async function found({ name, email }: AskedPerson, organisation: string, cases: CaseStore): Promise<readonly string[]> {
  const longest = searchedTokens(name ?? "").toSorted((one, other) => other.length - one.length)[0];
  const tokens = [...searchedTokens(email ?? ""), ...(longest === undefined ? [] : [longest])];
  const ids: string[] = [];
  for (const token of tokens) {
    let cursor: string | undefined;
    do {
      const query = {
        list: listOfToken(token),
        prefix: `${token}#`,
        limit: 100,
        ...(cursor !== undefined && { cursor }),
      };
      const page = await listFiles(cases.items, organisation, query);
      ids.push(...page.entries.map(({ caseId }) => caseId));
      cursor = page.cursor;
    } while (cursor !== undefined);
  }
  return ids;
}

async function mailFrom(
  { email }: AskedPerson,
  organisation: string,
  cases: CaseStore,
): Promise<readonly IntakeEntry[]> {
  if (email === undefined) return [];
  const all = await Array.fromAsync(everyIntake(cases.items, organisation));
  return all.filter(({ from }) => from !== "" && boxKey(from) === boxKey(email));
}

interface Reading {
  readonly asked: AskedPerson;
  readonly dossier: Dossier;
  readonly events: readonly SealedEvent[];
  readonly procedure: Procedure;
  readonly language: Language;
  readonly now: Instant;
}

/** Somebody can be more than one party of a case; who only wrote to us about it is none. */
function placesIn(reading: Reading): readonly PersonInCase[] {
  const { asked, dossier, procedure, language } = reading;
  const theirs = theirsIn(asked, dossier, procedure);
  if (theirs.length > 0) return theirs.map((who) => placeOf(who, reading));
  const written = dossier.messages.filter(({ address }) => isSameBox(address, asked.email));
  if (written.length === 0) return [];
  const as = { nl: "iemand die over de zaak schreef", en: "somebody who wrote about the case" }[language];
  const said = written.map((one) => message(one, language));
  return [
    {
      ...dates(reading),
      as,
      known: asked.email === undefined ? [] : [asked.email],
      said,
      recorded: [],
      letters: [],
      sharedWith: [],
    },
  ];
}

function theirsIn(asked: AskedPerson, dossier: Dossier, procedure: Procedure): readonly Party[] {
  const respondents = dossier.respondents.map(({ party }) => party);
  const parties: readonly Party[] = ["complainant", "client", "independent", ...respondents];
  return parties.filter((who) => isThem(asked, who, dossier, procedure));
}

function isThem(asked: AskedPerson, who: Party, dossier: Dossier, procedure: Procedure): boolean {
  const person = personOf(who, procedure, dossier);
  if (person === undefined) return false;
  const writesFrom = who === "complainant" ? dossier.complainant?.writesFrom : undefined;
  const boxes = [person.email, writesFrom].filter((one) => one !== undefined);
  if (boxes.some((one) => isSameBox(one, asked.email))) return true;
  const sameName = asked.name !== undefined && asked.name !== "" && plain(asked.name) === plain(person.name);
  return sameName && (asked.email === undefined || boxes.length === 0);
}

function isSameBox(one: string, other: string | undefined): boolean {
  return other !== undefined && one !== "" && boxKey(one) === boxKey(other);
}

function placeOf(who: Party, reading: Reading): PersonInCase {
  const { dossier, procedure, language } = reading;
  const person = personOf(who, procedure, dossier);
  const { writesFrom, phone, address } = (who === "complainant" ? dossier.complainant : undefined) ?? {};
  const known = [person?.name, person?.email, writesFrom, phone, address].filter(
    (one) => one !== undefined && one !== "",
  );
  return {
    ...dates(reading),
    as: titleOf(who, procedure, language),
    known: known.map(String),
    said: saidBy(who, dossier, procedure, language),
    recorded: recordedOf(who, dossier, procedure, language),
    letters: lettersTo(who, reading),
    sharedWith: othersIn(who, dossier, procedure, language),
  };
}

function dates({ dossier, procedure, now }: Reading) {
  const { number, receivedAt } = dossier;
  const state = erasureState(dossier, procedure, now);
  return {
    number,
    receivedAt,
    ...(dossier.status === "closed" && { closedAt: dossier.closedAt }),
    ...("eraseAt" in state && { keptUntil: state.eraseAt }),
  };
}

/** Made again as they were: from the case as it was when each was written. */
function lettersTo(who: Party, { dossier, events, procedure }: Reading): PersonInCase["letters"] {
  return events.flatMap(({ event, version }) => {
    if (event.type !== "LetterQueued" || event.facts.to !== who) return [];
    const { letter, taskId, letterId } = event.facts;
    const sent = dossier.letters.find((one) => one.letterId === letterId);
    if (sent?.doneAt === undefined || !hasGone(sent)) return [];
    const { queuedAt: now, doneAt: at } = sent;
    const until = aboutNow.has(letter) ? (sentIn(events, letterId) ?? version) : version;
    const then = replay(events.filter((one) => one.version <= until));
    const { subject, text } = renderLetter({
      letter,
      to: who,
      dossier: then,
      taskId,
      letterId,
      procedure,
      links: {},
      now,
    });
    return [{ at, subject, text }];
  });
}

function sentIn(events: readonly SealedEvent[], letterId: string): number | undefined {
  const sent = events.find(({ event }) => event.type === "LetterSent" && event.facts.letterId === letterId);
  return sent === undefined ? undefined : sent.version - 1;
}

/** Roles and sides that had a task or a letter in the case; not by name. */
function othersIn(who: Party, dossier: Dossier, procedure: Procedure, language: Language): readonly string[] {
  const others = [...dossier.letters.map(({ to }) => to), ...dossier.tasks.map(({ assignee }) => assignee)];
  return [...new Set(others.filter((one) => one !== who).map((one) => titleOf(one, procedure, language)))];
}
