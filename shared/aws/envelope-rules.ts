import { isBareAddress } from "../mail/address.ts";
import { type Envelope, PostRefused } from "../ports.ts";

/** SES: recipients of one message, and bytes of a raw message (docs.aws.amazon.com/ses/latest/dg/quotas.html, API v1). */
const most = { recipients: 50, bytes: 10 * 1024 * 1024 } as const;

/**
 * Both ways out refuse what SES would refuse, and what a composer or server could read as a second recipient.
 * @throws {PostRefused} naming the position of the recipient, never the address.
 */
export function refuseBadEnvelope({ from, to, raw, tags = {} }: Envelope): void {
  if (!isBareAddress(from)) throw new PostRefused("The sender is not one bare address.");
  if (to.length < 1 || to.length > most.recipients) {
    throw new PostRefused(`A message has 1 to ${most.recipients} recipients, not ${to.length}.`);
  }
  const bad = to.findIndex((address) => !isBareAddress(address));
  if (bad !== -1) throw new PostRefused(`Recipient ${bad + 1} of ${to.length} is not one bare address.`);
  if (raw.length < 1 || raw.length > most.bytes) {
    throw new PostRefused(`A message has 1 to ${most.bytes} bytes, not ${raw.length}.`);
  }
  // https://docs.aws.amazon.com/ses/latest/APIReference/API_MessageTag.html
  const unfit = Object.entries(tags).find((tag) => !tag.every((part) => /^[\w-]{1,256}$/.test(part)));
  if (unfit !== undefined) throw new PostRefused(`The tag ${unfit[0]} does not consist of letters, digits, - and _.`);
}
