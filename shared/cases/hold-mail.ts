import { localDay } from "../domain/calendar.ts";
import { namedInMail } from "../domain/deciding/begin-file.ts";
import { type Doubt, isHarmful } from "../domain/doubt.ts";
import type { HeldMail } from "../domain/matter.ts";
import type { ParsedMail } from "../mail/parsed-mail.ts";
import type { Key, Write } from "../ports.ts";
import type { CaseStore } from "../store/cases.ts";
import { claimedCase } from "../store/claims.ts";
import type { IntakeEntry } from "../store/intake-log.ts";
import { claimKey } from "../store/keys.ts";
import { type Arrived, claimDelivery, type End, endOfMail } from "./arrived-mail.ts";
import { heldWords } from "./held-words.ts";

/** Characters of a held mail that stand in its file; the rest stands in the original. */
export const shownAtMost = 20_000;

/** The same of those that wait in one file with others: there may be very many, and every change of the file reads them all. */
export const shownOfEach = 2_000;

/** The newest file in which mail waits that is over the limit of this mailbox. */
export const overLimitKey = (organisation: string, box: string): Key =>
  claimKey("HELD", organisation, `over-limit ${box}`);

/** Doubts of which there may be many a day: those that nobody has decided about yet wait in one file. */
const together: ReadonlySet<Doubt> = new Set(["spam", "too-many", "too-big"]);

/**
 * Holds a mail for the intake officer, who says what it is; nobody is answered. `from` is the mailbox because of which it is held, if it is.
 * @throws {ConditionFailed} when others were at it too.
 */
export async function holdMail(
  mail: ParsedMail,
  doubt: Doubt,
  arrived: Arrived,
  end: End,
  cases: CaseStore,
  from = "",
): Promise<IntakeEntry> {
  const { procedure, stored, entry } = arrived;
  const { address = entry.from } = mail.from ?? {};
  const told = isHarmful(doubt) ? "" : heldWords(mail, procedure.house.language);
  const text = told.slice(0, shownAtMost).toWellFormed();
  const words = { from: address, subject: mail.subject, text };
  const named = namedInMail(mail.subject, mail.text, procedure);
  const held = { mailId: stored.mailId, receivedAt: stored.receivedAt, ...words };
  if (!together.has(doubt)) {
    const claim = (fileId: string) => [claimDelivery(mail, arrived, fileId)];
    return holdAlone({ ...held, doubt, shielded: named }, claim, end, procedure.id, cases);
  }

  // What is over the limit of a mailbox waits until somebody decides, however long that takes: until then there is silence.
  const when = doubt === "too-many" ? from : localDay(cases.now(), procedure.calendar.timeZone);
  // Mails that name others wait apart: whom they name must not read them.
  const waiting = claimKey("HELD", procedure.id, [doubt, when, ...named].join(" "));
  const fileId = await claimedCase(cases.items, waiting);
  if (fileId !== undefined) {
    const { noted, writes } = end({ disposition: "doubtful", reason: doubt, fileId });
    const command = { type: "JoinMail" as const, mail: { ...held, text: text.slice(0, shownOfEach).toWellFormed() } };
    const joined = await cases.execute(procedure.id, fileId, command, [
      ...writes,
      claimDelivery(mail, arrived, fileId),
    ]);
    if (joined.ok) return noted;
  }
  const claim = (caseId: string): readonly Write[] => [
    claimDelivery(mail, arrived, caseId),
    { put: { ...waiting, caseId }, when: fileId === undefined ? "absent" : { caseId: fileId } },
    ...(doubt === "too-many" ? [{ put: { ...overLimitKey(procedure.id, from), caseId } }] : []),
  ];
  return holdAlone({ ...held, doubt, shielded: named }, claim, end, procedure.id, cases);
}

/** Holds a mail that could not be read: each time it was begun, something ended it. Its original is all there is. */
export async function holdUnread(arrived: Arrived, cases: CaseStore): Promise<IntakeEntry> {
  const { procedure, stored, entry } = arrived;
  const { mailId, receivedAt } = stored;
  const held = {
    mailId,
    receivedAt,
    from: entry.from,
    subject: "",
    text: "",
    doubt: "unreadable",
    shielded: [],
  } as const;
  return holdAlone(held, () => [], endOfMail(arrived), procedure.id, cases);
}

/** Holds a mail in a file of its own, with a task of its own. */
export async function holdAlone(
  mail: Omit<HeldMail, "others">,
  claims: (fileId: string) => readonly Write[],
  end: End,
  organisation: string,
  cases: CaseStore,
): Promise<IntakeEntry> {
  const ended = (fileId: string) => end({ disposition: "doubtful", reason: mail.doubt, fileId });
  const { caseId } = await cases.holdMail(organisation, mail, (fileId) => [...ended(fileId).writes, ...claims(fileId)]);
  return ended(caseId).noted;
}
