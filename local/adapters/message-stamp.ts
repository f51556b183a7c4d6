/** What SES puts in place of what the composer wrote. */
export interface Stamp {
  /** With angle brackets. */
  readonly messageId: string;
  readonly date: Date;
}

/**
 * Replaces Message-ID and Date in a MIME message as SES does on sending, so that nothing can come to rely on its own.
 * Every other byte stays as it is.
 */
export function stamped(raw: Uint8Array, { messageId, date }: Stamp): Uint8Array {
  const message = Buffer.from(raw);
  const end = headerEnd(message);
  // One character per byte, so that raw 8-bit headers survive.
  const fields = message
    .subarray(0, end)
    .toString("latin1")
    .split(/\r?\n(?![ \t])/);
  const kept = fields.filter((field) => field !== "" && !/^(message-id|date)[ \t]*:/i.test(field));
  const head = [...kept, `Message-ID: ${messageId}`, `Date: ${date.toUTCString().replace("GMT", "+0000")}`];
  return Buffer.concat([Buffer.from(`${head.join("\r\n")}\r\n`, "latin1"), message.subarray(end)]);
}

/** Where the header fields end: just before the empty line, or the end of a message without a body. */
function headerEnd(message: Buffer): number {
  const ends = [message.indexOf("\r\n\r\n"), message.indexOf("\n\n")].filter((at) => at !== -1);
  if (ends.length === 0) return message.length;
  const at = Math.min(...ends);
  return at + (message[at] === 0x0d ? 2 : 1);
}

/** The id that a message has by itself, without angle brackets. */
export function messageIdOf(raw: Uint8Array): string | undefined {
  const message = Buffer.from(raw);
  const head = message.subarray(0, headerEnd(message)).toString("latin1");
  return /^message-id[ \t]*:\s*<([^<>\s]+)>/imu.exec(head)?.[1];
}
