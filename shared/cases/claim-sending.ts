import { ConditionFailed, PostUnavailable, PostUncertain } from "../ports.ts";
import type { CaseStore } from "../store/cases.ts";
import type { Sendable } from "../store/outbox.ts";
import { claim, postponed } from "../store/patience.ts";

/** The mail as ours to send now; `undefined` when it is not due, or somebody else took it at the same moment. */
export async function claimed<Mail extends Sendable>(mail: Mail, cases: CaseStore): Promise<Mail | undefined> {
  const now = cases.now();
  if (mail.notBefore > now) return undefined;
  const { taken, write } = claim(mail, now);
  return (await written(cases, write)) ? taken : undefined;
}

/**
 * Sends a mail that was taken. When the post cannot take it now, or does not say whether it did, the mail waits in the outbox: longer each time,
 * and long when it may have gone.
 * @throws {PostUnavailable} {PostUncertain} after that.
 */
export async function withPatience(mail: Sendable, cases: CaseStore, send: () => Promise<void>): Promise<void> {
  try {
    await send();
  } catch (error) {
    if (error instanceof PostUncertain) await written(cases, postponed(mail, cases.now(), "uncertain"));
    if (error instanceof PostUnavailable) await putBack(mail, cases);
    throw error;
  }
}

/** Puts back what was taken and not offered to the post. */
export async function putBack(mail: Sendable, cases: CaseStore): Promise<void> {
  await written(cases, postponed(mail, cases.now(), "not-sent"));
}

/** Whether it was still as we thought. */
async function written(cases: CaseStore, write: Parameters<CaseStore["items"]["transact"]>[0][number]) {
  try {
    await cases.items.transact([write]);
    return true;
  } catch (error) {
    if (error instanceof ConditionFailed) return false;
    throw error;
  }
}
