import { deliverDigest } from "../../shared/cases/deliver-digest.ts";
import { type DeliverLettersDependencies, deliverLetters } from "../../shared/cases/deliver-letters.ts";
import { deliverSignIn } from "../../shared/cases/deliver-sign-in.ts";
import { deliverTrouble } from "../../shared/cases/deliver-trouble.ts";
import type { PathLetter } from "../../shared/domain/letter-kinds.ts";

/** What there is to send: a letter that the path asks for, or what a transaction has just put in the outbox. */
export type ToSend =
  | {
      readonly letter: PathLetter;
      readonly organisation: string;
      readonly caseId: string;
      /** The same request sends once. */
      readonly requestId: string;
    }
  | {
      readonly outbox: readonly (
        | { readonly organisation: string; readonly caseId: string }
        | { readonly organisation: string; readonly signInId: string }
        | { readonly organisation: string; readonly troubleId: string }
        | { readonly organisation: string; readonly day: string; readonly person: string }
      )[];
    };

/** Queues the letters of a moment of the path, once, and sends all that is queued in the case; or sends what the outbox shows. */
export async function sendLetters(
  toSend: ToSend,
  dependencies: DeliverLettersDependencies,
): Promise<Record<string, never>> {
  if ("letter" in toSend) {
    const { organisation, caseId, letter, requestId } = toSend;
    const command = { type: "SendLetters" as const, letter, requestId };
    const executed = await dependencies.cases.execute(organisation, caseId, command, [], true);
    const queued = executed.ok ? executed.events : [];
    const mine = queued.flatMap((event) => (event.type === "LetterQueued" ? [event.facts.letterId] : []));
    await deliverLetters(organisation, caseId, dependencies, mine);
    return {};
  }
  for (const entry of toSend.outbox) {
    if ("caseId" in entry) await deliverLetters(entry.organisation, entry.caseId, dependencies);
    else if ("day" in entry) await deliverDigest(entry, dependencies);
    else if ("signInId" in entry) await deliverSignIn(entry.organisation, entry.signInId, dependencies);
    else await deliverTrouble(entry.organisation, entry.troubleId, dependencies);
  }
  return {};
}
