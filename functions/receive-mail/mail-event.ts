import { z } from "zod";
import type { StoredMail } from "../../shared/cases/receive-mail.ts";
import { outboxRecords } from "../outbox-record.ts";

const verdict = z
  .object({ status: z.enum(["PASS", "FAIL", "GRAY", "PROCESSING_FAILED", "DISABLED"]) })
  .transform(({ status }) => (status === "DISABLED" ? ("UNKNOWN" as const) : status))
  .optional()
  .transform((status) => status ?? ("UNKNOWN" as const));

/**
 * One mail from SES (https://docs.aws.amazon.com/ses/latest/dg/receiving-email-action-lambda-event.html). The envelope counts, not the
 * header: `receipt.recipients` are the addresses of ours, and the raw mail stands in the archive under its message id.
 */
const fromSes = z
  .object({
    Records: z
      .tuple([
        z.object({
          ses: z.object({
            mail: z.object({ messageId: z.string().regex(/^[0-9A-Za-z_-]{1,200}$/), source: z.string() }),
            receipt: z.object({
              timestamp: z.iso.datetime({ offset: true }),
              recipients: z.array(z.string()).min(1),
              spamVerdict: verdict,
              virusVerdict: verdict,
              spfVerdict: verdict,
              dkimVerdict: verdict,
              dmarcVerdict: verdict,
            }),
          }),
        }),
      ])
      .readonly(),
  })
  .transform(({ Records: [{ ses }] }): StoredMail => {
    const { mail, receipt } = ses;
    return {
      mailId: mail.messageId,
      envelope: { from: mail.source === "<>" ? "" : mail.source, recipients: receipt.recipients },
      receivedAt: new Date(receipt.timestamp).toISOString(),
      verdicts: {
        spam: receipt.spamVerdict,
        virus: receipt.virusVerdict,
        spf: receipt.spfVerdict,
        dkim: receipt.dkimVerdict,
        dmarc: receipt.dmarcVerdict,
      },
    };
  });

/** From the table's stream: files with held mail of which somebody has just said what it is. */
const fromStream = outboxRecords.transform((records) => ({
  settled: records.map(({ organisation, id }) => ({ organisation, caseId: id })),
}));

export const mailEvent = z.union([fromSes, fromStream]);
