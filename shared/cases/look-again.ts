import { namedInMail } from "../domain/deciding/begin-file.ts";
import { doubts } from "../domain/doubt.ts";
import type { Procedure } from "../domain/procedure.ts";
import { parseMail } from "../mail/parse.ts";
import { ConditionFailed, type Write } from "../ports.ts";
import { type IntakeEntry, intakeEntry, isHarmfulMail, noteDisposition } from "../store/intake-log.ts";
import { claimKey } from "../store/keys.ts";
import type { End } from "./arrived-mail.ts";
import { heldWords } from "./held-words.ts";
import { holdAlone, shownAtMost } from "./hold-mail.ts";
import { type ReceiveMailDependencies, rawMailKey } from "./receive-mail.ts";

/** Whether nobody has a task about a mail and somebody might: also of what was held before held mail was a file. */
export function mayLookAgain({
  disposition,
  fileId,
  reason,
}: Pick<IntakeEntry, "disposition" | "fileId" | "reason">): boolean {
  // What was too big waits in a file already.
  const isRefused = disposition === "refused" && !(reason === "too-big" && fileId !== undefined);
  return disposition === "automatic" || isRefused || (disposition === "doubtful" && fileId === undefined);
}

/**
 * Has somebody look at a mail that was taken for one of a machine, or for none of ours: no rule is right every time. Nothing happens to a mail
 * that became something else, or that waits already.
 * @returns the file in which it waits now.
 */
export async function lookAgain(
  mailId: string,
  procedure: Procedure,
  { cases, archive }: Pick<ReceiveMailDependencies, "cases" | "archive">,
): Promise<string | undefined> {
  const entry = await intakeEntry(cases.items, procedure.id, mailId);
  if (entry === undefined || entry.erased === true || !mayLookAgain(entry)) return undefined;
  const raw = await archive.get(rawMailKey(mailId));
  if (raw === undefined) return undefined;
  const mail = await parseMail(raw);
  const { from, subject, text } = mail;
  const told = heldWords(mail, procedure.house.language);
  const end: End = (outcome) => {
    const noted = { ...entry, ...outcome };
    return { noted, writes: [noteDisposition(noted, entry.disposition)] };
  };
  const held = {
    mailId,
    receivedAt: entry.receivedAt,
    from: from?.address ?? entry.from,
    subject,
    text: isHarmfulMail(entry) ? "" : told.slice(0, shownAtMost).toWellFormed(),
    doubt: isHarmfulMail(entry) ? "virus" : (doubts.find((one) => one === entry.reason) ?? "asked"),
    shielded: namedInMail(subject, text, procedure),
  } as const;
  // That it is held does not tell one that is asked about by now from one that is not.
  const waits = claimKey("HELD", procedure.id, mailId);
  const claim = (caseId: string): readonly Write[] =>
    entry.disposition === "doubtful" ? [{ put: { ...waits, caseId }, when: "absent" }] : [];
  try {
    return (await holdAlone(held, claim, end, procedure.id, cases)).fileId;
  } catch (error) {
    // Somebody else asked at the same moment.
    if (!(error instanceof ConditionFailed)) throw error;
    return undefined;
  }
}
