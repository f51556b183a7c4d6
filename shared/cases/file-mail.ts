import type { Mailbox, ParsedMail } from "../mail/parsed-mail.ts";
import type { Write } from "../ports.ts";
import type { IntakeEntry } from "../store/intake-log.ts";
import { answeredTask } from "./answered-task.ts";
import { type Arrived, type End, idOf, languageOf } from "./arrived-mail.ts";
import { type Standing, standing } from "./find-case.ts";
import type { ReceiveMailDependencies } from "./receive-mail.ts";
import { storeAttachments } from "./store-attachments.ts";
import { addedIn } from "./told-in.ts";

/**
 * Files a mail in a case, as what its sender is there; whoever answers for the case is told. `also` is written with it.
 * @throws {ConditionFailed} when others were at it too.
 */
export async function fileMail(
  mail: ParsedMail,
  sender: Mailbox | undefined,
  caseId: string,
  { procedure, stored, entry }: Arrived,
  { cases, archive }: Pick<ReceiveMailDependencies, "cases" | "archive">,
  end: End,
  also: (caseId: string) => readonly Write[],
): Promise<IntakeEntry> {
  const attachments = await storeAttachments(mail, entry, archive);
  const { noted, writes } = end({ disposition: "reply", caseId });
  const unknown: Standing = { from: "unknown" };
  const writer = sender === undefined ? unknown : await standing(sender, procedure, caseId, cases);
  const { from, by } = writer;
  // Of a mail that was held nobody knows whether its sender wrote it: it is filed, and asks nothing of them.
  const answer = entry.fileId === undefined ? await answeredTask(mail, writer, caseId, procedure, cases) : undefined;
  const text = addedIn(mail, languageOf(mail, procedure));
  const words = { address: sender?.address ?? "", subject: mail.subject, text, attachments, ...idOf(mail) };
  const command = {
    type: "FileMessage" as const,
    facts: {
      mailId: stored.mailId,
      from,
      ...(by !== undefined && { by }),
      ...(answer !== undefined && { taskId: answer.taskId }),
    },
    private: { ...words, ...(answer !== undefined && { answer: answer.words }) },
  };
  await cases.execute(procedure.id, caseId, command, [...writes, ...also(caseId)]);
  return noted;
}
