import type { Instant } from "../ports.ts";

/** Somebody in a header field. `address` is a bare addr-spec with its domain in lower case (RFC 5322 3.4.1). */
export interface Mailbox {
  readonly name?: string;
  readonly address: string;
}

export interface MailAttachment {
  /** Safe to show and to offer as a name for saving: one line, no path. Never use it as a storage key. */
  readonly fileName: string;
  /** Lower-case media type as the sender claims it. */
  readonly contentType: string;
  readonly bytes: Uint8Array;
  readonly disposition: "attachment" | "inline";
}

/**
 * What was wrong with a mail. Everything but `unparsable` and `undecodable` still leaves something to read; the raw mail
 * always holds the rest.
 */
export type MailDefect =
  | "attachments-dropped"
  | "headers-dropped"
  | "no-header"
  | "raw-text"
  | "several-senders"
  | "text-cut"
  | "too-large"
  | "too-many-lines"
  | "too-many-parts"
  | "undecodable"
  | "unparsable";

/**
 * A mail as we can trust it: every string is bounded, single-line fields hold no control or direction-changing
 * characters. Ids are without angle brackets.
 */
export interface ParsedMail {
  readonly messageId?: string;
  readonly inReplyTo: readonly string[];
  /** Oldest first; of a very long list the newest. */
  readonly references: readonly string[];
  /** Missing when the header names nobody we could write to. */
  readonly from?: Mailbox;
  readonly sender?: Mailbox;
  readonly replyTo: readonly Mailbox[];
  readonly to: readonly Mailbox[];
  readonly cc: readonly Mailbox[];
  readonly subject: string;
  /** What the sender's clock said. */
  readonly date?: Instant;
  /** Plain text with `\n` line ends, made from the HTML when there is no text part. */
  readonly text: string;
  /** The sender's HTML as it came, for the archive. Never show it. */
  readonly html?: string;
  readonly attachments: readonly MailAttachment[];
  /** Lower-case field name to its values, in order of appearance. Raw: encoded words are not decoded. */
  readonly headers: ReadonlyMap<string, readonly string[]>;
  /** The media type of the whole mail, lower case, without parameters. */
  readonly contentType: string;
  /** The keyword of `Auto-Submitted` in lower case (RFC 3834 5); missing when the field is. */
  readonly autoSubmitted?: string;
  readonly defects: readonly MailDefect[];
}

/** How the mail came in: the SMTP envelope, not the header. */
export interface MailEnvelope {
  /** The return path; empty for the null sender (RFC 5321 4.5.5). */
  readonly from: string;
  readonly recipients: readonly string[];
}
