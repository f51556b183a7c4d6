import type { LetterKind } from "../domain/letter-kinds.ts";

/**
 * Letters about a task are made from the case as it is when they leave: a late one must not ask for what was done meanwhile, nor tell who
 * is involved by now whose task it is. All others tell the case as it was when they were queued, however late they leave.
 */
export const aboutNow: ReadonlySet<LetterKind> = new Set([
  "task",
  "reminder",
  "overdue",
  "escalation",
  "handed-over",
  "confirm-answer",
  "question",
  "question-reminder",
]);
