/** The first enhanced status in a text (RFC 3463): `5.1.1`. */
export function enhancedStatus(text: string): string | undefined {
  return /(?<![\d.])[245]\.[0-7]\.\d{1,3}(?![\d.]*\d)/u.exec(text)?.[0];
}

/** Whether a server says that the same may work another time: class 4 of RFC 3463, or without one an SMTP reply that begins with 4. */
export function isForNow(status: string | undefined, diagnostic: string): boolean {
  if (status !== undefined) return status.startsWith("4");
  return /(?<![\d.])4[0-5]\d[ -]/u.test(diagnostic) && !/(?<![\d.])5[0-5]\d[ -]/u.test(diagnostic);
}
