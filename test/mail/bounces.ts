import { readFileSync } from "node:fs";
import type { RecipientReport } from "../../shared/mail/recipient-report.ts";

/** The id of the letter that every file of `bounces/` is about, and whom it went to. */
export const bouncedId = "4f1c9a0e7b2d61d8@learnworks.example";
export const bouncedTo = "sanne.dewit@zorggroep.example";

/** What one file of `bounces/` tells; nothing when it is no bounce. */
export interface BounceMail {
  readonly file: string;
  readonly title: string;
  readonly reports?: readonly RecipientReport[];
  /** Whom the returned mail names; the recipient of the letter unless told otherwise. */
  readonly names?: readonly string[];
}

export function readBounceFile(file: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(`bounces/${file}.eml`, import.meta.url)));
}

const failed = (status?: string, more: Partial<RecipientReport> = {}): RecipientReport => ({
  ...{ recipient: bouncedTo, action: "failed", permanent: true, ...(status !== undefined && { status }) },
  ...more,
});
const delayed = (status?: string): RecipientReport => ({ ...failed(status), action: "delayed", permanent: false });
const arrived = (action: "delivered" | "relayed" | "expanded", status: string): RecipientReport => ({
  ...failed(status),
  action,
  permanent: false,
});
const complained = { action: "complained", permanent: false } as const;

export const bounces: readonly BounceMail[] = [
  { file: "postfix", title: "Postfix", reports: [failed("5.1.1", { sentTo: bouncedTo })] },
  { file: "postfix-delayed", title: "Postfix, still trying", reports: [delayed("4.4.1")], names: [] },
  { file: "postfix-relayed", title: "Postfix, passed on", reports: [arrived("relayed", "2.0.0")] },
  {
    file: "postfix-dutch",
    title: "Postfix in Dutch, behind another address",
    reports: [failed("5.2.1", { recipient: "s.dewit@intern.zorggroep.example", sentTo: bouncedTo })],
  },
  { file: "exim-old", title: "old Exim, in words only", reports: [failed()], names: [] },
  { file: "exim-warning", title: "Exim, still trying", reports: [delayed()], names: [] },
  { file: "qmail", title: "qmail, in words only", reports: [failed("5.1.1")], names: [] },
  { file: "exchange-online", title: "Exchange Online", reports: [failed("5.1.10")] },
  { file: "exchange-dutch", title: "Exchange in Dutch, in words only", reports: [failed("5.1.1")], names: [] },
  { file: "exchange-2003-dutch", title: "Exchange 2003 in Dutch", reports: [failed("5.1.1")], names: [] },
  { file: "gmail", title: "Gmail", reports: [failed("5.1.1")] },
  { file: "gmail-dutch-delay", title: "Gmail in Dutch, still trying", reports: [delayed("4.4.2")] },
  { file: "gmail-old", title: "old Gmail, in words only", reports: [failed("5.2.2")], names: [] },
  { file: "sendmail", title: "Sendmail", reports: [failed("5.7.1", { sentTo: bouncedTo })] },
  { file: "sendmail-warning", title: "Sendmail, still trying", reports: [delayed("4.4.1")], names: [] },
  { file: "domino", title: "Domino, with empty lines between the fields", reports: [failed("5.1.1")] },
  { file: "courier", title: "Courier, in words, the header quoted", reports: [failed("5.3.0")], names: [] },
  { file: "expired", title: "five days in vain", reports: [failed("4.4.1", { permanent: false })] },
  { file: "expanded", title: "a list", reports: [arrived("expanded", "2.0.0")] },
  { file: "delivered-base64", title: "delivered, the status in base64", reports: [arrived("delivered", "2.1.5")] },
  {
    file: "global",
    title: "an address beyond ASCII (RFC 6533)",
    reports: [failed("5.1.1", { recipient: "jörg@bücher.example", sentTo: "jörg@bücher.example" })],
  },
  {
    file: "two-recipients-run-together",
    title: "two recipients without a line between them",
    reports: [failed("5.1.1"), { ...arrived("delivered", "2.0.0"), recipient: "piet@zorggroep.example" }],
  },
  { file: "complaint", title: "a complaint of spam", reports: [{ recipient: bouncedTo, ...complained }] },
  {
    file: "complaint-without-name",
    title: "a complaint of spam by nobody knows whom",
    reports: [complained],
    names: [],
  },
  { file: "complaint-taken-back", title: "no spam after all" },
  { file: "out-of-office", title: "an absent colleague" },
  { file: "person-tells", title: "somebody who tells of a bounce" },
  { file: "read", title: "a read receipt" },
  { file: "daemon-says-other-things", title: "a postmaster about something else" },
];
