import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";

/**
 * Where a page of a list ended, in an address. It names the last file of that page, which may be one that is kept from the visitor, so it is
 * encrypted; and what somebody else made of it is nothing.
 */
export function sealedCursor(cursor: string, key: Uint8Array): string {
  const start = randomBytes(startBytes);
  const cipher = createCipheriv(algorithm, keyFor(key), start);
  const hidden = Buffer.concat([cipher.update(cursor, "utf8"), cipher.final()]);
  return Buffer.concat([start, cipher.getAuthTag(), hidden]).toString("base64url");
}

/** The cursor in an address; `undefined` for what is none of ours. */
export function openedCursor(sealed: string, key: Uint8Array): string | undefined {
  const bytes = Buffer.from(sealed, "base64url");
  const [start, tag] = [bytes.subarray(0, startBytes), bytes.subarray(startBytes, startBytes + tagBytes)];
  if (tag.length < tagBytes) return undefined;
  const decipher = createDecipheriv(algorithm, keyFor(key), start, { authTagLength: tagBytes });
  decipher.setAuthTag(tag);
  try {
    const shown = Buffer.concat([decipher.update(bytes.subarray(startBytes + tagBytes)), decipher.final()]);
    return shown.toString("utf8");
  } catch {
    return undefined;
  }
}

const algorithm = "aes-256-gcm";
const startBytes = 12;
const tagBytes = 16;

/** A key of its own, so that one use of the session key says nothing about the other. */
const keyFor = (key: Uint8Array) => createHash("sha256").update("desk cursor:").update(key).digest();
