import { namedInMail } from "../domain/deciding/begin-file.ts";
import type { Procedure } from "../domain/procedure.ts";
import { parseMail } from "../mail/parse.ts";
import { ConditionFailed } from "../ports.ts";
import { intakeEntry, isHarmfulMail, noteDisposition } from "../store/intake-log.ts";
import type { End } from "./arrived-mail.ts";
import { holdAlone, shownAtMost } from "./hold-mail.ts";
import { type ReceiveMailDependencies, rawMailKey } from "./receive-mail.ts";

/**
 * Has somebody look at a mail that was taken for one of a machine, or for none of ours: no rule is right every time. Nothing happens to a mail
 * that became something else, or that waits already.
 */
export async function lookAgain(
  mailId: string,
  procedure: Procedure,
  { cases, archive }: Pick<ReceiveMailDependencies, "cases" | "archive">,
): Promise<void> {
  const entry = await intakeEntry(cases.items, procedure.id, mailId);
  if (entry === undefined || (entry.disposition !== "automatic" && entry.disposition !== "refused")) return;
  const raw = await archive.get(rawMailKey(mailId));
  if (raw === undefined) return;
  const { from, subject, text } = await parseMail(raw);
  const end: End = (outcome) => {
    const noted = { ...entry, ...outcome };
    return { noted, writes: [noteDisposition(noted, entry.disposition)] };
  };
  const held = {
    mailId,
    receivedAt: entry.receivedAt,
    from: from?.address ?? entry.from,
    subject,
    text: isHarmfulMail(entry) ? "" : text.slice(0, shownAtMost).toWellFormed(),
    doubt: isHarmfulMail(entry) ? "virus" : "asked",
    shielded: namedInMail(subject, text, procedure),
  } as const;
  try {
    await holdAlone(held, () => [], end, procedure.id, cases);
  } catch (error) {
    // Somebody else asked at the same moment.
    if (!(error instanceof ConditionFailed)) throw error;
  }
}
