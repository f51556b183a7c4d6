import type { PathLetter } from "../../shared/domain/letter-kinds.ts";
import type { RoundId } from "../../shared/domain/rounds.ts";
import type { TaskKindId } from "../../shared/domain/tasks/task-kind.ts";

type Ways = Readonly<Record<string, string>>;

/** What a step does, and the step to which each of its outcomes leads. */
export type ExpectedStep =
  | { readonly does: "task"; readonly kind: TaskKindId; readonly ways: Ways }
  | { readonly does: "round"; readonly round: RoundId; readonly ways: Ways }
  | { readonly does: "letter"; readonly letter: PathLetter; readonly next: string }
  | { readonly does: "close"; readonly ways: Ways }
  | { readonly does: "wait"; readonly next: string };

const task = (kind: TaskKindId, ways: Ways): ExpectedStep => ({ does: "task", kind, ways });
const round = (id: RoundId, ways: Ways): ExpectedStep => ({ does: "round", round: id, ways });
const letter = (kind: PathLetter, next: string): ExpectedStep => ({ does: "letter", letter: kind, next });

const everywhere = {
  "Complete the registration": task("complete-registration", {
    own: "Confirm receipt",
    "passed-on": "Confirm receipt",
    skipped: "Confirm receipt",
  }),
  "Confirm receipt": letter("receipt", "Assess"),
  "Send referral": letter("referral", "Close case"),
  "Send copies": letter("copies", "Release the copy"),
  "Release the copy": task("release-copy", { released: "Hear both sides", skipped: "Hear both sides" }),
  "Hear both sides": round("hearing", { heard: "Establish what happened" }),
  "Answer each other": round("exchange", { answered: "Establish what happened" }),
  "Ask the complainant": task("answer-question", {
    answered: "Establish what happened",
    silent: "Establish what happened",
  }),
  "Write outcome": task("write-outcome", { written: "Approve outcome" }),
  "Approve outcome": task("approve-outcome", {
    approved: "Send outcome",
    rework: "Write outcome",
    skipped: "Send outcome",
  }),
  "Send outcome": letter("outcome", "React to the outcome"),
  "Close as withdrawn": letter("withdrawal", "Draw lessons"),
  "Draw lessons": task("draw-lessons", { drawn: "Close case" }),
} as const satisfies Readonly<Record<string, ExpectedStep>>;

/** From the facts on: where `established` leads differs. */
const establish = (established: string) =>
  task("establish-facts", {
    established,
    exchange: "Answer each other",
    hear: "Hear both sides",
    "ask-more": "Ask the complainant",
  });

/** Without an independent person. */
const reactsAndLearns = {
  "React to the outcome": task("react", {
    satisfied: "Draw lessons",
    "not-satisfied": "Draw lessons",
    silent: "Draw lessons",
  }),
} as const satisfies Readonly<Record<string, ExpectedStep>>;

const surveyed = {
  "Close case": { does: "close", ways: { survey: "Wait for the survey", end: "Case closed" } },
  "Wait for the survey": { does: "wait", next: "Ask satisfaction" },
  "Ask satisfaction": round("survey", { asked: "Follow up a low score" }),
  "Follow up a low score": task("follow-up", {
    done: "Case closed",
    reopen: "Establish what happened",
    skipped: "Case closed",
  }),
} as const satisfies Readonly<Record<string, ExpectedStep>>;

/** The path of each organisation as its procedure has it, written down by hand: the machines must be this and nothing else. */
export const expectedPaths: Readonly<Record<string, Readonly<Record<string, ExpectedStep>>>> = {
  sterker: {
    ...everywhere,
    ...reactsAndLearns,
    ...surveyed,
    Assess: task("assess", {
      handle: "Send copies",
      solved: "Write outcome",
      "talk-first": "Invite to talk",
      advice: "Advise",
      "not-a-complaint": "Send referral",
    }),
    "Invite to talk": letter("invitation", "Tell how the talk went"),
    "Tell how the talk went": task("talk-result", {
      solved: "Confirm what was agreed in the talk",
      "not-solved": "Send copies",
      advice: "Advise",
      silent: "Decide after the talk",
    }),
    "Confirm what was agreed in the talk": round("confirmation", {
      confirmed: "Write outcome",
      disputed: "Decide after the talk",
    }),
    "Decide after the talk": task("decide-after-silence", {
      solved: "Write outcome",
      handle: "Send copies",
      advice: "Advise",
    }),
    Advise: task("advise", { advised: "Choose after advice" }),
    "Choose after advice": task("choose-after-advice", {
      settled: "Close case",
      official: "Send copies",
      silent: "Close case",
    }),
    "Establish what happened": establish("Ask for a three-way talk"),
    "Ask for a three-way talk": round("consent", { willing: "Three-way talk", unwilling: "Separate talks" }),
    "Three-way talk": task("three-way-talk", {
      agreement: "Confirm the agreement",
      "no-agreement": "Give judgment",
      "not-held": "Separate talks",
    }),
    "Confirm the agreement": round("confirmation", { confirmed: "Write outcome", disputed: "Give judgment" }),
    "Separate talks": task("separate-talks", { held: "Give judgment" }),
    "Give judgment": task("give-judgment", { given: "Write outcome" }),
  },
  learnworks: {
    ...everywhere,
    ...surveyed,
    Assess: task("assess", {
      handle: "Decide urgently",
      solved: "Write outcome",
      consult: "Consult",
      "not-a-complaint": "Send referral",
    }),
    Consult: task("consult", { advised: "Assess" }),
    "Decide urgently": task("decide-urgently", { directed: "Send copies", skipped: "Send copies" }),
    "Establish what happened": establish("Solve"),
    Solve: task("solve", { solved: "Ask whether it satisfies" }),
    "Ask whether it satisfies": round("confirmation", { confirmed: "Address those involved", disputed: "Solve" }),
    "Address those involved": round("addressing", { addressed: "Write outcome" }),
    "React to the outcome": task("react", {
      satisfied: "Draw lessons",
      "not-satisfied": "Propose independent persons",
      silent: "Draw lessons",
    }),
    "Propose independent persons": task("propose-independents", { proposed: "Rank independent persons" }),
    "Rank independent persons": round("ranking", {
      found: "Independent advice",
      none: "Propose independent persons",
      undecided: "Choose an independent person",
    }),
    "Choose an independent person": task("choose-independent", { chosen: "Independent advice" }),
    "Independent advice": task("independent-advice", {
      advised: "Final outcome",
      declined: "Propose independent persons",
      silent: "Propose independent persons",
    }),
    "Final outcome": task("final-outcome", { written: "Send final outcome" }),
    "Send final outcome": letter("final-outcome", "Draw lessons"),
  },
  school: {
    ...everywhere,
    ...reactsAndLearns,
    "Close case": { does: "close", ways: { end: "Case closed" } },
    Assess: task("assess", {
      handle: "Send copies",
      solved: "Write outcome",
      "not-a-complaint": "Send referral",
    }),
    "Hear both sides": round("hearing", { heard: "Hold the session" }),
    "Hold the session": task("hold-session", {
      held: "Establish what happened",
      "not-held": "Establish what happened",
    }),
    "Establish what happened": establish("Give judgment"),
    "Give judgment": task("give-judgment", { given: "Write outcome" }),
  },
};

/** Asked of a withdrawn complaint too. */
export const afterWithdrawal = "draw-lessons";

/** Asked of closed cases, which nobody can withdraw. */
export const afterClosing: readonly string[] = ["satisfaction", "follow-up"];

export interface NamedStep<Does extends ExpectedStep["does"]> {
  readonly step: string;
  readonly expected: Extract<ExpectedStep, { readonly does: Does }>;
}

/** The steps of an organisation that do this. */
export function stepsThat<Does extends ExpectedStep["does"]>(
  organisation: string,
  does: Does,
): readonly NamedStep<Does>[] {
  const is = (one: ExpectedStep): one is NamedStep<Does>["expected"] => one.does === does;
  return Object.entries(expectedPaths[organisation] ?? {}).flatMap(([step, expected]) =>
    is(expected) ? [{ step, expected }] : [],
  );
}
