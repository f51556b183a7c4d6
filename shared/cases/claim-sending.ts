import { ConditionFailed } from "../ports.ts";
import type { CaseStore } from "../store/cases.ts";
import { claim, type Sendable } from "../store/outbox.ts";

/** Whether this is ours to send now: it is due, and nobody else took it at the same moment. */
export async function claimed(letter: Sendable, cases: CaseStore): Promise<boolean> {
  const now = cases.now();
  if (letter.notBefore > now) return false;
  try {
    await cases.items.transact([claim(letter, now)]);
    return true;
  } catch (error) {
    if (error instanceof ConditionFailed) return false;
    throw error;
  }
}
