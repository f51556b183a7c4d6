import type { Dossier } from "../domain/dossier.ts";
import { complaintsBehind, erasureState } from "../domain/erasure.ts";
import type { Measure } from "../domain/matter.ts";
import { isRespondent, type Party } from "../domain/party.ts";
import type { Procedure } from "../domain/procedure.ts";
import { plain } from "../domain/seats.ts";
import type { Language } from "../domain/text.ts";
import { measureTypeInWords } from "../letters/wording/measure-words.ts";
import type { Instant } from "../ports.ts";

/** A measure or a pattern in complaints that is about somebody. */
export interface PersonElsewhere {
  readonly number: string;
  /** What it is. */
  readonly what: string;
  readonly since: Instant;
  readonly closedAt?: Instant | undefined;
  readonly keptUntil?: Instant | undefined;
  /** What was agreed on; absent when it names another party too, or when there are no words. */
  readonly text?: string | undefined;
  /** Whether there are words that name another party, and so stay away. */
  readonly namesOthers: boolean;
}

/** A complaint in which somebody was found, and what they are in it. */
export interface PlaceOf {
  readonly dossier: Dossier;
  readonly parties: readonly Party[];
}

/** Whom it is about: their places in complaints, and how they are written. */
export interface Sought {
  readonly places: readonly PlaceOf[];
  readonly names: readonly string[];
  readonly email?: string | undefined;
}

/** What a measure or signal has about somebody; `undefined` when it is not about them, or when its words are erased. */
export function elsewhereOf(
  sought: Sought,
  dossier: Dossier,
  procedure: Procedure,
  language: Language,
  now: Instant,
): PersonElsewhere | undefined {
  if (dossier.erasure.erasedAt !== undefined || !isAbout(sought, dossier)) return undefined;
  const { matter, number, registeredAt: since } = dossier;
  const text = matter.kind === "measure" ? matter.measure.text : "";
  const namesOthers = placesBehind(sought, dossier).some((place) => othersIn(place).some((name) => names(text, name)));
  const state = erasureState(dossier, procedure, now);
  return {
    number,
    what: kindOf(dossier, language),
    since,
    ...(dossier.status === "closed" && { closedAt: dossier.closedAt }),
    ...("eraseAt" in state && { keptUntil: state.eraseAt }),
    ...(text !== "" && !namesOthers && { text }),
    namesOthers,
  };
}

function kindOf({ matter }: Dossier, language: Language): string {
  if (matter.kind === "measure") return measureTypeInWords(matter.measure.measureType)[language];
  return { nl: "Patroon in klachten waarin u voorkomt", en: "Pattern in complaints in which you are named" }[language];
}

function isAbout(sought: Sought, dossier: Dossier): boolean {
  const { matter } = dossier;
  const places = placesBehind(sought, dossier);
  if (matter.kind === "signal") {
    const what = plain(matter.signal.what ?? "");
    return places.length > 0 && sought.names.some((name) => plain(name) === what);
  }
  if (matter.kind !== "measure") return false;
  const { text, why, cases } = matter.measure;
  // Without a complaint behind it only a whole name or an address tells that it is them.
  if (cases.length === 0) return isWritten(`${text}\n${why ?? ""}`, sought);
  return places.some((place) => isMeantFor(matter.measure, place) || sought.names.some((name) => names(text, name)));
}

const aboutPeople: readonly Measure["measureType"][] = ["retraining", "placement", "exclusion"];

/** A promise is made to the complainant; measures about people are about the one whom the complaint is about. */
function isMeantFor({ measureType }: Measure, { dossier, parties }: PlaceOf): boolean {
  if (measureType === "promise") return parties.includes("complainant");
  return aboutPeople.includes(measureType) && dossier.respondents.length === 1 && parties.some(isRespondent);
}

function placesBehind({ places }: Sought, dossier: Dossier): readonly PlaceOf[] {
  const cases = complaintsBehind(dossier);
  return places.filter((place) => cases.includes(place.dossier.caseId));
}

function othersIn({ dossier, parties }: PlaceOf): readonly string[] {
  const { complainant, client, respondents } = dossier;
  return [
    ...(parties.includes("complainant") ? [] : [complainant?.name]),
    ...(parties.includes("client") ? [] : [client?.name]),
    ...respondents.filter(({ party }) => !parties.includes(party)).map(({ name }) => name),
  ].filter((name) => name !== undefined);
}

function isWritten(words: string, { names: all, email }: Sought): boolean {
  const isWhole = (name: string) => plain(name).includes(" ") && ` ${plain(words)} `.includes(` ${plain(name)} `);
  return all.some(isWhole) || (email !== undefined && words.toLowerCase().includes(email.toLowerCase()));
}

/** Any word of a name that begins with a capital, as it is written. */
function names(text: string, name: string): boolean {
  const written = wordsOf(text);
  return wordsOf(name).some((word) => word.length >= 3 && /^\p{Lu}/u.test(word) && written.includes(word));
}

const wordsOf = (text: string): readonly string[] => text.match(/\p{L}+/gu) ?? [];
