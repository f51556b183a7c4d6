import { deliverLetters } from "../../shared/cases/deliver-letters.ts";
import { type DeliverNoticeDependencies, deliverNotice } from "../../shared/cases/deliver-notice.ts";

/** What there is to send: a letter that the path asks for, or what a transaction has just put in the outbox. */
export type ToSend =
  | { readonly letter: "receipt" | "outcome" | "referral"; readonly organisation: string; readonly caseId: string }
  | {
      readonly outbox: readonly (
        | { readonly organisation: string; readonly caseId: string }
        | { readonly organisation: string; readonly mailId: string }
      )[];
    };

/** Queues a letter of the path, once, and sends all that is queued in the case; or sends what the outbox shows. */
export async function sendLetters(
  toSend: ToSend,
  dependencies: DeliverNoticeDependencies,
): Promise<Record<string, never>> {
  if ("letter" in toSend) {
    const { organisation, caseId, letter } = toSend;
    const executed = await dependencies.cases.execute(organisation, caseId, { type: "SendLetter", letter }, [], true);
    const queued = executed.ok ? executed.events : [];
    const mine = queued.flatMap((event) => (event.type === "LetterQueued" ? [event.facts.letterId] : []));
    await deliverLetters(organisation, caseId, dependencies, mine);
    return {};
  }
  for (const entry of toSend.outbox) {
    if ("caseId" in entry) await deliverLetters(entry.organisation, entry.caseId, dependencies);
    else await deliverNotice(entry.organisation, entry.mailId, dependencies);
  }
  return {};
}
