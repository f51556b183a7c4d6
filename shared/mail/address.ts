const maxOctets = 320;
const maxLocalOctets = 64;

/** Printable ASCII without what separates, quotes or comments in RFC 5322, so that no composer or server can read a second address in it. */
const local = /^[!#-'*+\-./0-9=?A-Z^-~]+$/;
const domain = /^[0-9A-Za-z]([0-9A-Za-z-]*[0-9A-Za-z])?(\.[0-9A-Za-z]([0-9A-Za-z-]*[0-9A-Za-z])?)*$/;

/**
 * Whether the text is one bare mail address, `name@host`, at most 320 octets, that can go into an envelope as it is.
 * Narrower than RFC 5321 on purpose: no quoted names, no address literals, and ASCII only because SES has no SMTPUTF8.
 */
export function isBareAddress(text: string): boolean {
  const [name, host, ...more] = text.split("@");
  if (name === undefined || host === undefined || more.length > 0) return false;
  return text.length <= maxOctets && name.length <= maxLocalOctets && local.test(name) && domain.test(host);
}
