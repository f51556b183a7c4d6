import type { LetterKind } from "../domain/letter-kinds.ts";
import { caseWarning } from "./case-warning.ts";
import type { LetterContent } from "./content.ts";
import { escalation } from "./escalation.ts";
import type { LetterContext } from "./letter-context.ts";
import { messageFiled } from "./message-filed.ts";
import { outcome } from "./outcome.ts";
import { overdue } from "./overdue.ts";
import { receipt } from "./receipt.ts";
import { referral } from "./referral.ts";
import { reminder } from "./reminder.ts";
import { takenOver } from "./taken-over.ts";
import { task } from "./task.ts";
import { undeliverable } from "./undeliverable.ts";

/** What each kind of letter says. */
export const letters: { readonly [Kind in LetterKind]: (context: LetterContext) => LetterContent } = {
  receipt,
  task,
  reminder,
  overdue,
  escalation,
  "taken-over": takenOver,
  "case-warning": caseWarning,
  outcome,
  referral,
  "message-filed": messageFiled,
  undeliverable,
};
