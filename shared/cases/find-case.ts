import type { EventOf } from "../domain/events.ts";
import type { Party } from "../domain/party.ts";
import type { Procedure } from "../domain/procedure.ts";
import { personOf } from "../domain/roles.ts";
import { boxKey } from "../mail/mailboxes.ts";
import type { Mailbox, MailEnvelope, ParsedMail } from "../mail/parsed-mail.ts";
import { threadKeys } from "../mail/thread.ts";
import type { CaseStore } from "../store/cases.ts";
import { claimedCase, threadClaim } from "../store/claims.ts";
import { claimKey } from "../store/keys.ts";

/**
 * The case that a mail belongs to: by reply address, by the mails it answers, or by its number from somebody known there. Nothing comes into a
 * case any more that has been erased: who writes about it later begins a new one.
 */
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
        if (found !== undefined && (await takesWords(found, procedure, cases))) return found;
        break;
      }
      case "message-id": {
        const found = (await threadClaim(cases.items, procedure.id, key.id))?.caseId;
        if (found !== undefined && (await takesWords(found, procedure, cases))) return found;
        break;
      }
      case "case-number": {
        const found = await claimedCase(cases.items, claimKey("NUMBER", procedure.id, key.number));
        if (found !== undefined && (await standing(sender, procedure, found, cases)).from !== "unknown") return found;
        break;
      }
    }
  }
  return undefined;
}

/** Whether a file is still there to take anything in. */
export async function takesWords(caseId: string, { id }: Procedure, cases: CaseStore): Promise<boolean> {
  return (await cases.load(id, caseId)).erasure.erasedAt === undefined;
}

/** What somebody who writes is in a case. */
export interface Standing {
  readonly from: EventOf<"MessageFiled">["facts"]["from"];
  readonly by?: Party;
}

/** What a sender is in a case, by address alone. A colleague who is complained about is a respondent there. */
export async function standing(
  sender: Mailbox,
  procedure: Procedure,
  caseId: string,
  cases: CaseStore,
): Promise<Standing> {
  const dossier = await cases.load(procedure.id, caseId);
  const isTheirs = (address: string | undefined) => address !== undefined && boxKey(address) === boxKey(sender.address);
  const { complainant, respondents } = dossier;
  if (isTheirs(complainant?.email) || isTheirs(complainant?.writesFrom))
    return { from: "complainant", by: "complainant" };
  const respondent = respondents.find(({ party }) => isTheirs(personOf(party, procedure, dossier)?.email));
  if (respondent !== undefined) return { from: "respondent", by: respondent.party };
  const colleague = procedure.people.find(({ email }) => isTheirs(email));
  return colleague === undefined ? { from: "unknown" } : { from: "staff", by: `person:${colleague.id}` };
}
