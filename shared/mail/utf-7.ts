const utf16 = new TextDecoder("utf-16be");

/**
 * The words of a text in UTF-7 (RFC 2152), as old Outlook sent them: `co+APY-rdinatie`. Only for a mail that says it is UTF-7, and
 * only for what is shown as text, for any sign may come out.
 */
export function fromUtf7(text: string): string {
  return text.replace(/\+([A-Za-z0-9+/]{0,10000})(-?)/gu, (whole: string, base64: string, end: string) => {
    if (base64 === "") return end === "" ? whole : "+";
    const bytes = Buffer.from(base64, "base64");
    // What is left over after whole characters is padding.
    return utf16.decode(bytes.subarray(0, bytes.length - (bytes.length % 2)));
  });
}
