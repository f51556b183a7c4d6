import type { Doubt } from "../domain/doubt.ts";
import type { Complainant } from "../domain/events.ts";
import { classifyMail, type MailClass } from "../mail/classify.ts";
import { boxKey } from "../mail/mailboxes.ts";
import type { ParsedMail } from "../mail/parsed-mail.ts";
import type { CaseStore } from "../store/cases.ts";
import { claimedCase } from "../store/claims.ts";
import { type IntakeEntry, noteCopy } from "../store/intake-log.ts";
import { type Arrived, claimsOf, deliveryKey, type End, endOfMail } from "./arrived-mail.ts";
import { fileMail } from "./file-mail.ts";
import { findCase, takesWords } from "./find-case.ts";
import { holdMail } from "./hold-mail.ts";
import { mailLimit } from "./mail-limit.ts";
import { openCase } from "./open-case.ts";
import type { ReceiveMailDependencies, StoredMail } from "./receive-mail.ts";
import { reportBounce } from "./report-bounce.ts";
import { wordsAgain } from "./words-again.ts";

/** Decides what a mail is and writes all that follows in one transaction. @throws {ConditionFailed} when others were at it too. */
export async function takeIn(
  mail: ParsedMail,
  came: Arrived,
  dependencies: ReceiveMailDependencies,
): Promise<IntakeEntry> {
  const { cases } = dependencies;
  const { procedure, stored } = came;
  const end = endOfMail(came);
  const isOfLetter = stored.form === undefined && (await reportBounce(mail, came, cases));
  const found = isOfLetter ? aReport : classified(mail, stored, cases);
  if (found.kind === "automatic") {
    const { noted, writes } = end({ disposition: "automatic", reason: found.reason });
    await cases.items.transact(writes);
    return noted;
  }

  const earlier = await claimedCase(cases.items, deliveryKey(mail, came));
  if (earlier !== undefined && (await takesWords(earlier, procedure, cases))) return isCopyOf(earlier, came, cases);
  const arrived = { ...came, erased: earlier };
  if (found.kind === "doubtful") return holdDoubtful(mail, found.reason, arrived, cases);

  const { form } = stored;
  // Nobody has shown that the address on a form is theirs, so it opens a case of its own.
  const caseId = form !== undefined ? undefined : await findCase(mail, found.sender, stored.envelope, procedure, cases);
  const words = await wordsAgain(mail, arrived, cases);
  if (words.saidIn !== undefined && (caseId ?? words.saidIn) === words.saidIn) {
    return isCopyOf(words.saidIn, arrived, cases);
  }
  const complainant = complainantOf(found);
  const answered = caseId === undefined && complainant.email !== undefined ? complainant.email : undefined;
  const limit = await mailLimit(found.sender.address, answered, procedure, cases);
  if (limit.reachedBy !== undefined) return holdMail(mail, "too-many", arrived, end, cases, limit.reachedBy);

  const claims = await claimsOf(mail, arrived, cases);
  const also = (id: string) => [...limit.counted, ...claims(id), words.claim(id)];
  return caseId === undefined
    ? openCase(mail, complainant, arrived, dependencies, end, also)
    : fileMail(mail, found.sender, caseId, arrived, dependencies, end, also);
}

/** Doubts about mail that need not be of the sender that it names: it counts for nobody. */
const notTheirs: ReadonlySet<Doubt> = new Set(["virus", "spam", "forged-sender"]);

/**
 * A colleague is asked about a mail that is held. When a colleague's mailbox sent it, it may answer that too, so it counts as an answer to them,
 * and the exchange comes to an end.
 */
async function holdDoubtful(mail: ParsedMail, doubt: Doubt, arrived: Arrived, cases: CaseStore): Promise<IntakeEntry> {
  const { procedure } = arrived;
  const end = endOfMail(arrived);
  const sender = mail.from?.address;
  const isColleague = procedure.people.some(({ email }) => sender !== undefined && boxKey(email) === boxKey(sender));
  if (sender === undefined || !isColleague || notTheirs.has(doubt)) return holdMail(mail, doubt, arrived, end, cases);
  const limit = await mailLimit(sender, sender, procedure, cases);
  if (limit.reachedBy !== undefined) return holdMail(mail, "too-many", arrived, end, cases, limit.reachedBy);
  const counted: End = (outcome) => {
    const { noted, writes } = end(outcome);
    return { noted, writes: [...writes, ...limit.counted] };
  };
  return holdMail(mail, doubt, arrived, counted, cases);
}

const aReport = { kind: "automatic", reason: "report" } as const;

/** A form tells by itself what it is; a mail is looked at. */
function classified(
  mail: ParsedMail,
  { envelope, verdicts, form }: StoredMail,
  cases: CaseStore,
): MailClass | { readonly kind: "automatic"; readonly reason: "robot" } {
  if (form?.robot === true) return { kind: "automatic", reason: "robot" };
  if (form !== undefined && mail.from !== undefined) return { kind: "letter", sender: mail.from, mayAnswer: false };
  const ownAddresses = cases.procedures.map(({ house }) => house.complaintsAddress);
  return classifyMail({ mail, envelope, ownAddresses, verdicts });
}

/** The same mail, or the same words of the same person, once more: the case is erased with all of them. */
async function isCopyOf(caseId: string, arrived: Arrived, cases: CaseStore): Promise<IntakeEntry> {
  const { procedure, stored } = arrived;
  const { noted, writes } = endOfMail(arrived)({ disposition: "duplicate", caseId });
  await cases.items.transact([...writes, noteCopy(procedure.id, caseId, stored.mailId)]);
  return noted;
}

/** Who complains is who wrote; letters go to where they want their answers. */
function complainantOf(found: Extract<MailClass, { kind: "letter" }>): Complainant {
  const { name = "", address } = found.sender;
  const email = found.mayAnswer ? found.answerTo.address : address;
  return { name, email, ...(boxKey(email) !== boxKey(address) && { writesFrom: address }) };
}
