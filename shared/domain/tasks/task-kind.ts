import type { Dossier } from "../dossier.ts";
import type { MatterKind } from "../matter.ts";
import type { Procedure } from "../procedure.ts";
import type { Language, Text } from "../text.ts";

/** The five parts of the path; every page about a case says in which it is (A3, B2). */
export const phases = ["intake", "analysis", "handling", "feedback", "learning"] as const;
export type Phase = (typeof phases)[number];

/** What somebody can be responsible for; the procedure says which role carries it. */
export const responsibilities = [
  "intake",
  "owner",
  "writer",
  "learning",
  "adviser",
  "director",
  "checker",
  "analyst",
  "improver",
] as const;
export type Responsibility = (typeof responsibilities)[number];

/** What a procedure may have or not have; a machine, a form and a letter have only what the procedure has. */
export const branches = [
  /** Two questions to the complainant, beside the path (A14). */
  "reportForm",
  /** The complainant may talk it over with the person it concerns first (A5, A15). */
  "talkFirst",
  /** The complainant may ask for advice instead of complaining (A8). */
  "advice",
  /** The intake officer may consult somebody (B8). */
  "consult",
  /** The director decides on the way of serious cases at once (B19). */
  "urgent",
  /** The owner holds a session at which both sides are heard. */
  "session",
  /** Talks with both sides before a judgment: together when both agree, else apart (A19-A21). */
  "mediation",
  /** Both sides are asked whether a solution satisfies them (B18). */
  "confirmSolution",
  /** Those involved are addressed on a founded complaint, with conditions (B25, B26). */
  "addressing",
  /** An independent person whom both sides accept, after an outcome that does not satisfy (B29). */
  "independent",
  /** Satisfaction is asked afterwards (B35). */
  "survey",
] as const;
export type Branch = (typeof branches)[number];

export const taskKindIds = [
  "complete-registration",
  "assess",
  "report-form",
  "consult",
  "talk-result",
  "decide-after-silence",
  "advise",
  "choose-after-advice",
  "decide-urgently",
  "first-response",
  "release-copy",
  "statement",
  "reply-to-account",
  "answer-question",
  "hold-session",
  "establish-facts",
  "consent-to-talk",
  "three-way-talk",
  "confirm-agreement",
  "separate-talks",
  "give-judgment",
  "solve",
  "address-respondent",
  "write-outcome",
  "approve-outcome",
  "react",
  "propose-independents",
  "rank-independents",
  "choose-independent",
  "independent-advice",
  "final-outcome",
  "draw-lessons",
  "satisfaction",
  "follow-up",
  "report-measure",
  "judge-effect",
  "look-into-signal",
  "check-overview",
  "analyse-overview",
  "go-through-measures",
  "evaluate-procedure",
  "acknowledge-review",
  "look-at-mail",
  "announce-delay",
  "send-by-post",
] as const;
export type TaskKindId = (typeof taskKindIds)[number];

export interface Option {
  readonly id: string;
  readonly label: Text;
  readonly hint?: Text;
}

/** Lists that differ per house or per case. */
export type OptionSource =
  | "categories"
  | "causes"
  | "roles"
  /** Whom the procedure lets the intake officer consult. */
  | "consultable"
  /** Colleagues, by person id. */
  | "people"
  /** Colleagues who may act in this case: not involved in it. */
  | "colleagues"
  /** The respondents of the case, `respondent:1`. */
  | "respondents"
  /** The independent persons that the owner proposed last, `1`, `2`, … */
  | "candidates";

/** How a field looks and what it takes. `choice` shows radio buttons. */
export type Control =
  | { readonly type: "line" }
  | { readonly type: "paragraph" }
  /** A day: one that is still to come (today counts), or one that has been (today counts). */
  | { readonly type: "date"; readonly when: "coming" | "past" }
  | { readonly type: "email" }
  | { readonly type: "choice"; readonly options: readonly Option[] }
  | { readonly type: "choice"; readonly from: OptionSource }
  /** Several of a list: checkboxes; kept as ids with a comma between. */
  | { readonly type: "several"; readonly from: OptionSource }
  /** People who are not in the list: one per line, `Name, address@of.example`; the address may be left out. */
  | { readonly type: "people"; readonly atLeast?: number; readonly atMost: number };

/** One question of a form. Field names are the keys of the answer. */
export interface Field {
  readonly name: string;
  readonly label: Text;
  readonly hint?: Text;
  readonly control: Control;
  readonly optional?: boolean;
  /** Words of the file that the question is about, quoted above it; `undefined` where there are none. */
  readonly about?: (dossier: Dossier, language: Language) => string | undefined;
  /** Asked only where this holds; left out, always. */
  readonly askedWhen?: (dossier: Dossier, procedure: Procedure) => boolean;
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
  /** Only procedures with this branch have this outcome. */
  readonly branch?: Branch;
  /** Only cases of which this holds have this outcome. */
  readonly offeredWhen?: (dossier: Dossier, procedure: Procedure) => boolean;
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

/** A form that somebody fills in: for a task, or for something one may do at any moment. */
export interface Form {
  /** What to do, as an instruction: "Assess the complaint". */
  readonly title: Text;
  /** Why it is asked and what a good answer has. */
  readonly purpose: Text;
  readonly fields: readonly Field[];
  readonly outcomes: readonly [Outcome, ...Outcome[]];
  /** What must hold between fields and in the case, after each field by itself is right. */
  readonly check?: (answer: Answer, dossier: Dossier, procedure: Procedure) => readonly Problem[];
  /** A first version of the answer, made from what the case already holds. */
  readonly prefill?: (dossier: Dossier, procedure: Procedure, language: Language) => Readonly<Record<string, string>>;
}

/**
 * Who does a task: the role that carries a responsibility; the complainant; the colleague who passed the complaint on; the role that was
 * chosen to be consulted; the independent person; or the party that the task is about, as in a hearing.
 */
export type Doer = Responsibility | "complainant" | "colleague" | "consulted" | "independent" | "party";

/** What a party who may not read the file gets to see of it, on the page and in the letter. */
export type Shown =
  | "complaint"
  | "accounts"
  | "agreement"
  | "solution"
  | "advice"
  | "question"
  | "candidates"
  | "outcome";

/**
 * One kind of human task. The form, the page, the check of the answer, the letter and the branches of the state
 * machine all derive from this; its clock is in the procedure file.
 */
export interface TaskKind extends Form {
  readonly kind: TaskKindId;
  readonly phase: Phase;
  readonly who: Doer;
  /** What file it is a task of; left out, of a complaint. */
  readonly matter?: Exclude<MatterKind, "complaint">;
  /** The branch of a procedure without which the task does not exist; left out, every procedure has it. */
  readonly branch?: Branch;
  /** The obligations that this task carries out. */
  readonly duties: readonly string[];
  /** What follows when nobody answers: the next role up is asked, or the path goes on without an answer. */
  readonly whenExpired: "next-up" | "silent";
  /** Runs in an execution of its own beside the path, so that it holds nothing up. */
  readonly beside?: boolean;
  /** Asked without a letter of its own: another letter or page leads to it. */
  readonly quiet?: boolean;
  /** Cannot wait: nobody is chased; it goes to the next role up on the first working day after its deadline. */
  readonly hurry?: boolean;
  /** The path passes by when this does not hold; left out, it is always asked. */
  readonly needed?: (dossier: Dossier, procedure: Procedure) => boolean;
  /** What is different where it is about a respondent: the same question reads otherwise to each side. */
  readonly forRespondent?: Pick<Form, "title" | "purpose" | "fields" | "outcomes">;
  /** For whoever is no colleague: what happens if they do nothing, and what of the file they get to see. */
  readonly forParty?: { readonly silence: Text; readonly shows: readonly Shown[] };
}
