/**
 * The bounds of what we take out of one mail. They are far above what people send, and low enough that the worst mail is
 * read in seconds and its text fits an item of the store (400 KB). What falls outside stays in the raw mail.
 */
export const MAIL_LIMITS = {
  /** Bytes; what SES stores (https://docs.aws.amazon.com/ses/latest/dg/quotas.html). */
  rawBytes: 40 * 1024 * 1024,
  /** A 40 MB attachment in base64 has about 550,000 lines. */
  lines: 600_000,
  /** Lines of fewer than 40 bytes. The parser spends about 10 µs on a line, whatever is in it. */
  shortLines: 100_000,
  /** Lines with a space in them, which a file in base64 has not: the parser needs about 2 KB of memory for one. */
  wordLines: 250_000,
  /** Lines that begin with two dashes: each may open a part. */
  dashLines: 10_000,
  /** Bytes of header fields over all parts. */
  headerBytes: 512 * 1024,
  nesting: 50,
  /** A mail in a mail in a mail. */
  mailsInMails: 3,
  headerFields: 500,
  attachments: 100,
  /**
   * Bytes of all attachments that are kept apart from their mail. As large as a mail can be: only what is unpacked on top of it, or was sent
   * without base64 and grew, can be more.
   */
  keptBytes: 40 * 1024 * 1024,
  addresses: 100,
  ids: 50,
  /** Characters from here on. */
  text: 100_000,
  html: 1_000_000,
  /** What is read of HTML to find the words in, pictures written into it not counted. */
  htmlRead: 2_000_000,
  subject: 300,
  name: 120,
  /** RFC 5321 4.5.3.1.3. */
  address: 254,
  messageId: 250,
  fileName: 150,
  headerValue: 2_000,
} as const;
