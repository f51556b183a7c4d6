const most = 512;
const segment = "(?!\\.)[0-9A-Za-z_.-]{1,128}";
const key = new RegExp(`^${segment}(?:/${segment})*$`);

/** A key of the archive that is none: a bug of the caller, or somebody trying to leave the folder. */
export class InvalidArchiveKey extends Error {
  override readonly name = "InvalidArchiveKey";
}

/**
 * Keys are segments of `[0-9A-Za-z_.-]` between slashes, none beginning with a dot: safe as a path on any machine and the
 * same in both editions. @throws {InvalidArchiveKey}
 */
export function refuseBadKey(text: string): void {
  if (text.length > most || !key.test(text)) throw new InvalidArchiveKey("Not a key of the archive.");
}
