/** A mail as a simple mail server reads it: names of header fields as they stand, and parts. Shares no code with our own reader. */
export interface RawPart {
  readonly fields: readonly { readonly name: string; readonly value: string }[];
  readonly body: string;
  readonly parts: readonly RawPart[];
}

export function readRawMail(raw: string): RawPart {
  const end = raw.indexOf("\r\n\r\n");
  const header = end < 0 ? raw : raw.slice(0, end);
  const body = end < 0 ? "" : raw.slice(end + 4);
  const fields = header
    .replace(/\r\n[ \t]+/gu, " ")
    .split("\r\n")
    .map((line) => {
      const colon = line.indexOf(":");
      return { name: line.slice(0, colon), value: line.slice(colon + 1).trim() };
    });
  const type = fields.find(({ name }) => name.toLowerCase() === "content-type")?.value ?? "";
  const boundary = /boundary="?([^";]+)"?/iu.exec(type)?.[1];
  if (boundary === undefined) return { fields, body, parts: [] };
  const pieces = `\r\n${body}`.split(`\r\n--${boundary}`).slice(1, -1);
  return { fields, body, parts: pieces.map((piece) => readRawMail(piece.replace(/^[ \t]*\r\n/u, ""))) };
}

/** Its build without its words: field names and parts, and who it goes to. */
export function buildOf({ fields, parts }: RawPart): unknown {
  const receivers = fields.filter(({ name }) => /^(to|cc|bcc)$/iu.test(name)).map(({ value }) => addressesIn(value));
  return { names: fields.map(({ name }) => name), receivers, parts: parts.map(buildOf) };
}

/** Words in quotes are no addresses (RFC 5322 3.2.4). */
function addressesIn(value: string): number {
  const unquoted = value.replace(/"(?:[^"\\]|\\.)*"/gu, "");
  return unquoted.split("@").length - 1;
}
