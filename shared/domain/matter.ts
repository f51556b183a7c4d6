import { z } from "zod";
import { doubts } from "./doubt.ts";
import { party } from "./party.ts";

/** What kind of thing a measure is (B38); a promise was made to a complainant in the letter with the outcome. */
export const measureTypes = [
  "process",
  "material",
  "retraining",
  "placement",
  "exclusion",
  "other",
  "promise",
] as const;
export type MeasureType = (typeof measureTypes)[number];

/** Facts that say what a matter other than a complaint is; they stay for ever. */
export const measureFacts = {
  measureType: z.enum(measureTypes),
  source: z.enum(["case", "signal", "review", "other"]),
  /** The case id of the file that it came from. */
  sourceId: z.string().optional(),
  agreedBy: party,
  owner: party,
  dueAt: z.iso.datetime(),
  /** The ids of the complaints behind it. */
  cases: z.array(z.string()).readonly(),
  /** The complaints that should become fewer by it. */
  counted: z
    .object({ dimension: z.enum(["category", "cause", "course"]), value: z.string() })
    .readonly()
    .optional(),
};
/** Person ids of colleagues who are what one of the cases behind it is about: they never get, see or own it. */
const shielded = z.array(z.string()).readonly();
export const measureWords = { text: z.string(), why: z.string().optional(), shielded };

export const signalFacts = {
  rule: z.enum(["repeated", "rise", "late"]),
  dimension: z.enum(["category", "cause", "course", "client", "respondent", "all", "duty"]),
  /** The category, cause, course or duty; the name of a client or respondent is in the private part. */
  code: z.string().optional(),
  from: z.iso.datetime(),
  until: z.iso.datetime(),
  count: z.number().int(),
  expected: z.number().optional(),
  limit: z.number().optional(),
  cases: z.array(z.string()).readonly(),
};
export const signalWords = { what: z.string().optional(), shielded };

export const cycles = ["quarterly", "yearly"] as const;
/** How often the organisation looks back on its complaints (A25, B33). */
export type Cycle = (typeof cycles)[number];

export const reviewFacts = {
  cycle: z.enum(cycles),
  /** Local dates: the first day of the period, and the first one after it. */
  from: z.iso.date(),
  until: z.iso.date(),
  /** The overview of the period as it was when the review began. */
  figures: z.json(),
};
export const reviewWords = { shielded };

/** A mail of which a person says what it is; the same reason may hold more of them in one file. */
export const mailCameIn = { mailId: z.string(), receivedAt: z.iso.datetime() };
export const mailFacts = { ...mailCameIn, doubt: z.enum(doubts) };
/** Of a mail that may do harm only who sent it and its subject; `text` is cut where it is very long. */
export const wordsOfMail = { from: z.string(), subject: z.string(), text: z.string() };
export const mailWords = { ...wordsOfMail, shielded };

const measure = z.object({ ...measureFacts, ...measureWords }).readonly();
const signal = z.object({ ...signalFacts, ...signalWords }).readonly();
const review = z.object({ ...reviewFacts, ...reviewWords }).readonly();
const mail = z
  .object({
    ...mailFacts,
    ...mailWords,
    /** Those that came in later and are held for the same reason, oldest first. */
    others: z.array(z.object({ ...mailCameIn, ...wordsOfMail }).readonly()).readonly(),
  })
  .readonly();

/** Something that somebody does to make things better, by a date (A28, B37, B38). */
export type Measure = z.infer<typeof measure>;
/** A pattern in complaints that somebody should look into (B36). */
export type Signal = z.infer<typeof signal>;
/** One look back on a period (A25-A30, B33, B34). */
export type Review = z.infer<typeof review>;
/** A mail that a machine should not decide about; `from`, `subject` and `text` as far as they may be shown. */
export type HeldMail = z.infer<typeof mail>;

/** What a file is about: whatever waits for people is a file with the same events, tasks, letters and owner. */
export type Matter =
  | { readonly kind: "complaint" }
  | { readonly kind: "measure"; readonly measure: Measure }
  | { readonly kind: "signal"; readonly signal: Signal }
  | { readonly kind: "review"; readonly review: Review }
  | { readonly kind: "mail"; readonly mail: HeldMail };
export type MatterKind = Matter["kind"];

/** Colleagues, by person id, from whom a file other than a complaint is kept. */
export function shieldedIn(matter: Matter): readonly string[] {
  switch (matter.kind) {
    case "complaint":
      return [];
    case "measure":
      return matter.measure.shielded;
    case "signal":
      return matter.signal.shielded;
    case "review":
      return matter.review.shielded;
    case "mail":
      return matter.mail.shielded;
  }
}

/** The same, kept from this colleague too; a complaint is kept from those whom it names itself. */
export function keptFrom(person: string, matter: Matter): Matter {
  const shielded = [...shieldedIn(matter), person];
  switch (matter.kind) {
    case "complaint":
      return matter;
    case "measure":
      return { ...matter, measure: { ...matter.measure, shielded } };
    case "signal":
      return { ...matter, signal: { ...matter.signal, shielded } };
    case "review":
      return { ...matter, review: { ...matter.review, shielded } };
    case "mail":
      return { ...matter, mail: { ...matter.mail, shielded } };
  }
}
