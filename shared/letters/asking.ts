import type { LetterKind } from "../domain/letter-kinds.ts";

/**
 * Letters that ask for a task are made from the case as it is when they leave: a late one must not ask for what was done meanwhile. All
 * others tell the case as it was when they were queued, however late they leave.
 */
export const asksSomething: ReadonlySet<LetterKind> = new Set([
  "task",
  "reminder",
  "overdue",
  "escalation",
  "question",
  "question-reminder",
]);
