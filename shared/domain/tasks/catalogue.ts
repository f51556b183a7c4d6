import { assess } from "./assess.ts";
import { drawLessons } from "./draw-lessons.ts";
import { establishFacts } from "./establish-facts.ts";
import { giveJudgment } from "./give-judgment.ts";
import { solve } from "./solve.ts";
import type { TaskKind, TaskKindId } from "./task-kind.ts";
import { writeOutcome } from "./write-outcome.ts";

const kinds = {
  assess,
  "establish-facts": establishFacts,
  "give-judgment": giveJudgment,
  solve,
  "write-outcome": writeOutcome,
  "draw-lessons": drawLessons,
} as const satisfies { readonly [Kind in TaskKindId]: TaskKind & { readonly kind: Kind } };

/** The ids of the ways in which a task of this kind can end; `expired` comes on top for each. */
export type OutcomeOf<Kind extends TaskKindId> = (typeof kinds)[Kind]["outcomes"][number]["id"];

/** Every kind of human task there is. */
export const catalogue: { readonly [Kind in TaskKindId]: TaskKind } = kinds;
