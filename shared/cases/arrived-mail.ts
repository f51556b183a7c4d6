import type { Procedure } from "../domain/procedure.ts";
import { deliveryFingerprint } from "../mail/fingerprint.ts";
import { guessLanguage, type Language } from "../mail/language.ts";
import type { ParsedMail } from "../mail/parsed-mail.ts";
import { separateReply } from "../mail/reply.ts";
import type { Key, Write } from "../ports.ts";
import type { CaseStore } from "../store/cases.ts";
import { claimedCase } from "../store/claims.ts";
import { type IntakeEntry, noteDisposition } from "../store/intake-log.ts";
import { claimKey } from "../store/keys.ts";
import { kept } from "../store/outbox.ts";
import type { StoredMail } from "./receive-mail.ts";
import { ownWordsIn } from "./told-in.ts";

/** A mail at one organisation, of which something is to be made. */
export interface Arrived {
  readonly procedure: Procedure;
  readonly stored: StoredMail;
  /** What the intake log says of it so far. */
  readonly entry: IntakeEntry;
  /** What the same mail belonged to when it came before, and has been erased. */
  readonly erased?: string | undefined;
}

/** What becomes of a mail, as the intake log will say it, and the writes that must go with it. */
export interface Ended {
  readonly noted: IntakeEntry;
  readonly writes: readonly Write[];
}
export type End = (outcome: Pick<IntakeEntry, "disposition"> & Partial<IntakeEntry>) => Ended;

/** The end of a mail that came in just now: it is not pending any more. */
export const endOfMail =
  ({ procedure, stored, entry }: Arrived): End =>
  (outcome) => {
    const { form } = stored;
    const noted = { ...entry, ...outcome, ...(outcome.disposition === "doubtful" && form !== undefined && { form }) };
    const read = kept({ what: "mail", organisation: procedure.id, mailId: stored.mailId });
    return { noted, writes: [noteDisposition(noted), read] };
  };

/** By which our letters name a mail as what they answer. */
export function idOf({ messageId }: ParsedMail): { readonly messageId?: string } {
  return messageId === undefined ? {} : { messageId };
}

/** The language somebody wrote in themselves: what they quote or forward may be in another. */
export function languageOf(mail: ParsedMail, { house }: Procedure): Language {
  const { subject } = mail;
  const own = separateReply(ownWordsIn(mail), subject).written;
  const guessed = guessLanguage(`${subject}\n${own}`, house.language);
  return house.languages.includes(guessed) ? guessed : house.language;
}

/**
 * Where the same mail is found when it is delivered again. Without a message id the same words may be meant for two cases: then where they
 * were sent to tells them apart.
 */
export function deliveryKey(mail: ParsedMail, { procedure, stored }: Arrived): Key {
  const fingerprint = deliveryFingerprint(mail);
  const recipients = [...stored.envelope.recipients].sort().join(",").toLowerCase();
  const told = mail.messageId === undefined ? `${fingerprint}:${recipients}` : fingerprint;
  return claimKey("DELIVERY", procedure.id, told);
}

/** What this delivery and its message id will belong to; an id that another mail had first stays with that one's case. */
export async function claimsOf(
  mail: ParsedMail,
  arrived: Arrived,
  cases: CaseStore,
): Promise<(caseId: string) => readonly Write[]> {
  const { procedure } = arrived;
  const thread = mail.messageId === undefined ? undefined : claimKey("THREAD", procedure.id, mail.messageId);
  const free = thread !== undefined && (await claimedCase(cases.items, thread)) === undefined ? [thread] : [];
  return (caseId) => [
    claimDelivery(mail, arrived, caseId),
    ...free.map((key): Write => ({ put: { ...key, caseId }, when: "absent" })),
  ];
}

/**
 * From now on the same mail belongs there too; one of which a person says what it is belonged to the file in which it waited, and one that came
 * long ago to what is erased.
 */
export const claimDelivery = (mail: ParsedMail, arrived: Arrived, caseId: string): Write => {
  const put = { ...deliveryKey(mail, arrived), caseId };
  if (arrived.entry.fileId !== undefined) return { put };
  return { put, when: arrived.erased === undefined ? "absent" : { caseId: arrived.erased } };
};
