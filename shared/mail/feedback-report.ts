import { fieldBlocks, valuesOf } from "./header-block.ts";
import { bareAddress } from "./mailboxes.ts";
import type { MailAttachment } from "./parsed-mail.ts";
import type { RecipientReport } from "./recipient-report.ts";

/** Somebody does not want the mail (RFC 5965 7.3). Others say that it is no spam, or that a signature was wrong. */
const UNWANTED = new Set(["abuse", "fraud", "opt-out", "opt-out-list", "complaint"]);

/** Who told their provider that mail of ours is spam. Most providers leave out who, for they may not tell. */
export function complaintsIn(attachments: readonly MailAttachment[]): {
  readonly reports: readonly RecipientReport[];
  readonly recipients: readonly string[];
} {
  const fields = attachments
    .filter(({ contentType }) => contentType === "message/feedback-report")
    .flatMap(({ bytes }) => fieldBlocks(bytes))
    .flat();
  const isUnwanted = valuesOf("feedback-type", fields).some((type) => UNWANTED.has(type.toLowerCase()));
  if (!isUnwanted) return { reports: [], recipients: [] };
  const told = [...valuesOf("original-rcpt-to", fields), ...valuesOf("removal-recipient", fields)];
  const recipients = [...new Set(told.flatMap((value) => bareAddress(value) ?? []))];
  const complained = { action: "complained", permanent: false } as const;
  const reports = recipients.map((recipient): RecipientReport => ({ recipient, ...complained }));
  return { reports: reports.length > 0 ? reports : [complained], recipients };
}
