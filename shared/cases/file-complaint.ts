import { createHash } from "node:crypto";
import type { Procedure } from "../domain/procedure.ts";
import type { Language } from "../domain/text.ts";
import { intakeEntry } from "../store/intake-log.ts";
import type { WrittenComplaint } from "./complaint-form.ts";
import { complaintMail } from "./complaint-mail.tsx";
import { type ReceiveMailDependencies, rawMailKey, receiveMail } from "./receive-mail.ts";

const unchecked = { spam: "UNKNOWN", virus: "UNKNOWN", spf: "UNKNOWN", dkim: "UNKNOWN", dmarc: "UNKNOWN" } as const;

/**
 * Files what somebody wrote on the web form the way a mail is filed: first stored as it is, then taken in. Once this returns it cannot be
 * lost: what breaks off halfway is finished by the sweeper. `language` is that of the form. @throws when it could not be noted at all.
 */
export async function fileComplaint(
  complaint: WrittenComplaint,
  procedure: Procedure,
  language: Language,
  dependencies: ReceiveMailDependencies,
): Promise<void> {
  const { cases, archive } = dependencies;
  const receivedAt = cases.now();
  const mailId = idOf(complaint, procedure);
  await archive.put(rawMailKey(mailId), await complaintMail(complaint, mailId, procedure, language, receivedAt));
  const { form } = complaint;
  const envelope = { from: form.complainant.email ?? "", recipients: [procedure.house.complaintsAddress] };
  try {
    await receiveMail({ mailId, envelope, receivedAt, verdicts: unchecked, form }, dependencies);
  } catch (error) {
    if ((await intakeEntry(cases.items, procedure.id, mailId)) === undefined) throw error;
  }
}

const ofForms = "web-";

/** Whether a mail was made of the web form. */
export const isFormMail = (mailId: string): boolean => mailId.startsWith(ofForms);

/** The same form with the same words has the same id, so that pressing the button twice files one complaint. Begins apart from ids of SES. */
function idOf({ words, form, ticket }: WrittenComplaint, { id }: Procedure): string {
  const contents = JSON.stringify([id, ticket, words, form]);
  return `${ofForms}${createHash("sha256").update(contents).digest("hex").slice(0, 40)}`;
}
