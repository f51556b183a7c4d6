import type { IncomingMail } from "./smtp/server.ts";

/** A mail that came in over SMTP, told as SES tells it to a function; nobody checked it for spam or viruses. */
export function sesEvent(mailId: string, { envelopeFrom, recipients, receivedAt }: Omit<IncomingMail, "raw">) {
  return {
    Records: [
      {
        eventSource: "aws:ses",
        eventVersion: "1.0",
        ses: {
          mail: { messageId: mailId, source: envelopeFrom, timestamp: receivedAt, destination: recipients },
          receipt: { timestamp: receivedAt, recipients },
        },
      },
    ],
  };
}
