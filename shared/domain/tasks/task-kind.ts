import type { Dossier } from "../dossier.ts";
import type { Procedure } from "../procedure.ts";
import type { Language, Text } from "../text.ts";

/** The five parts of the path; every page about a case says in which it is (A3, B2). */
export const phases = ["intake", "analysis", "handling", "feedback", "learning"] as const;
export type Phase = (typeof phases)[number];

/** What somebody can be responsible for; the procedure says which role carries it. */
export const responsibilities = ["intake", "owner", "writer", "learning", "director"] as const;
export type Responsibility = (typeof responsibilities)[number];

export const taskKindIds = [
  "assess",
  "establish-facts",
  "give-judgment",
  "solve",
  "write-outcome",
  "draw-lessons",
] as const;
export type TaskKindId = (typeof taskKindIds)[number];

export interface Option {
  readonly id: string;
  readonly label: Text;
  readonly hint?: Text;
}

/** How a field looks and what it takes. `choice` shows radio buttons; lists that differ per house come from its procedure. */
export type Control =
  | { readonly type: "line" }
  | { readonly type: "paragraph" }
  /** A day: one that is still to come (today counts), or one that has been. */
  | { readonly type: "date"; readonly when: "coming" | "past" }
  | { readonly type: "choice"; readonly options: readonly Option[] }
  | { readonly type: "choice"; readonly from: "categories" | "causes" | "roles" };

/** One question of a task. Field names are the keys of the answer. */
export interface Field {
  readonly name: string;
  readonly label: Text;
  readonly hint?: Text;
  readonly control: Control;
  readonly optional?: boolean;
  /** `fact`: a code or date that stays for ever; `private`: words about people that can be erased. */
  readonly keep: "fact" | "private";
}

/** One way a task can end. The state machine branches on its id. */
export interface Outcome {
  readonly id: string;
  readonly label: Text;
  readonly hint?: Text;
  /** The fields that are asked with this outcome, in order. */
  readonly fields: readonly string[];
}

/** What somebody answered: codes and dates apart from words. */
export interface Answer {
  readonly outcome: string;
  readonly facts: Readonly<Record<string, string>>;
  readonly private: Readonly<Record<string, string>>;
}

/** Why an answer cannot be taken, for the person who gave it. `field` is a field name or `outcome`. */
export interface Problem {
  readonly field: string;
  readonly message: Text;
}

/**
 * One kind of human task. The form, the page, the check of the answer, the letter and the branches of the state
 * machine all derive from this; its clock is in the procedure file.
 */
export interface TaskKind {
  readonly kind: TaskKindId;
  readonly phase: Phase;
  readonly responsibility: Responsibility;
  /** The obligations that this task carries out. */
  readonly duties: readonly string[];
  /** What to do, as an instruction: "Assess the complaint". */
  readonly title: Text;
  /** Why it is asked and what a good answer has. */
  readonly purpose: Text;
  readonly fields: readonly Field[];
  readonly outcomes: readonly [Outcome, ...Outcome[]];
  /** What must hold between fields, after each field by itself is right. */
  readonly check?: (answer: Answer) => readonly Problem[];
  /** A first version of the answer, made from what the case already holds. */
  readonly prefill?: (dossier: Dossier, procedure: Procedure, language: Language) => Readonly<Record<string, string>>;
}
