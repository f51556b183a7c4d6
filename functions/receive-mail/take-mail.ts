import { type ReceiveMailDependencies, receiveMail, type StoredMail } from "../../shared/cases/receive-mail.ts";
import { settleMail } from "../../shared/cases/settle-mail.ts";
import { pendingSettlings } from "../../shared/store/outbox.ts";

/** A mail that came in, or files of which somebody said what the mail in them is. */
type ToTake = StoredMail | { readonly settled: readonly { readonly organisation: string; readonly caseId: string }[] };

/** Makes of mail what it is: by the rules as it comes in, and later as a person says. */
export async function takeMail(toTake: ToTake, dependencies: ReceiveMailDependencies): Promise<void> {
  if (!("settled" in toTake)) return receiveMail(toTake, dependencies);
  for (const { organisation, caseId } of toTake.settled) {
    for (const settling of await pendingSettlings(dependencies.cases.items, organisation, caseId)) {
      await settleMail(settling, dependencies);
    }
  }
}
