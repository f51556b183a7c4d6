import type { Procedure } from "../domain/procedure.ts";
import { boxKey } from "../mail/mailboxes.ts";
import type { Mailbox, MailEnvelope, ParsedMail } from "../mail/parsed-mail.ts";
import { threadKeys } from "../mail/thread.ts";
import type { CaseStore } from "../store/cases.ts";
import { claimedCase } from "../store/claims.ts";
import { claimKey } from "../store/keys.ts";

/** The case that a mail belongs to: by reply address, by the mails it answers, or by its number from somebody known there. */
export async function findCase(
  mail: ParsedMail,
  sender: Mailbox,
  envelope: MailEnvelope,
  procedure: Procedure,
  cases: CaseStore,
): Promise<string | undefined> {
  for (const key of threadKeys(mail, envelope, [procedure.house.numberPrefix])) {
    switch (key.by) {
      case "plus-key": {
        const found = await claimedCase(cases.items, claimKey("REPLY", procedure.id, key.key));
        if (found !== undefined) return found;
        break;
      }
      case "message-id": {
        const found = await threadOf(key.id, procedure, cases);
        if (found !== undefined) return found;
        break;
      }
      case "case-number": {
        const found = await claimedCase(cases.items, claimKey("NUMBER", procedure.id, key.number));
        if (found !== undefined && (await standing(sender, procedure, found, cases)) !== "unknown") return found;
        break;
      }
    }
  }
  return undefined;
}

/** Of our own letters the provider gave us the part before the @; of others' mails we noted the whole id. */
async function threadOf(messageId: string, procedure: Procedure, cases: CaseStore): Promise<string | undefined> {
  const lookUp = (id: string) => claimedCase(cases.items, claimKey("THREAD", procedure.id, id));
  return (await lookUp(messageId)) ?? (await lookUp(messageId.slice(0, messageId.lastIndexOf("@"))));
}

/** What a sender is in a case, by address alone. */
export async function standing(
  sender: Mailbox,
  procedure: Procedure,
  caseId: string,
  cases: CaseStore,
): Promise<"complainant" | "staff" | "unknown"> {
  const box = boxKey(sender.address);
  const { complainant } = await cases.load(procedure.id, caseId);
  const theirs = complainant === undefined ? [] : [complainant.email, complainant.writesFrom ?? complainant.email];
  if (theirs.some((address) => boxKey(address) === box)) return "complainant";
  return procedure.people.some(({ email }) => boxKey(email) === box) ? "staff" : "unknown";
}
