import type { Address } from "postal-mime";
import { MAIL_LIMITS } from "./limits.ts";
import { withoutMojibake } from "./mojibake.ts";
import type { Mailbox } from "./parsed-mail.ts";
import { oneLine } from "./plain-text.ts";

/** The usable mailboxes of an address field, groups opened up, in order. */
export function mailboxes(addresses: readonly Address[] | undefined): readonly Mailbox[] {
  const found: Mailbox[] = [];
  for (const entry of addresses ?? []) {
    for (const { name, address } of entry.group ?? [entry]) {
      if (found.length >= MAIL_LIMITS.addresses) return found;
      const bare = bareAddress(address ?? "");
      if (bare === undefined) continue;
      const shown = honestName(oneLine(withoutMojibake(name.slice(0, MAIL_LIMITS.name * 4)), MAIL_LIMITS.name), bare);
      found.push(shown === "" ? { address: bare } : { name: shown, address: bare });
    }
  }
  return found;
}

/** A name that is somebody else's address is left out: it is there to be taken for the sender's. */
function honestName(name: string, address: string): string {
  const claimed = /[^\s<>"'(),;:@]+@[^\s<>"'(),;:@]+/u.exec(name)?.[0];
  return claimed === undefined || claimed.toLowerCase() === address.toLowerCase() ? name : "";
}

/**
 * The address as we keep it: domain in lower case, angle brackets and surrounding space removed. Nothing when it is not
 * a plain `local@domain` (RFC 5321 4.1.2; quoted local parts and address literals are not people's addresses).
 */
export function bareAddress(text: string): string | undefined {
  if (text.length > MAIL_LIMITS.address + 10) return undefined;
  const address = text.trim().replace(/^<(.*)>$/u, "$1");
  const at = address.lastIndexOf("@");
  const local = address.slice(0, at);
  const domain = address.slice(at + 1).toLowerCase();
  if (at < 1 || address.length > MAIL_LIMITS.address || local.length > 64) return undefined;
  if (!/^[^\s\p{Cc}\p{Cf}"(),:;<>@[\\\]]+$/u.test(local) || local.startsWith(".") || local.endsWith("."))
    return undefined;
  if (!/^[\p{L}\p{N}\p{M}_-]+(\.[\p{L}\p{N}\p{M}_-]+)*$/u.test(domain)) return undefined;
  return `${local}@${domain}`;
}

/** The mailbox behind an address: lower case, without a `+label`. Two addresses with the same key reach the same box. */
export function boxKey(address: string): string {
  const lower = address.toLowerCase();
  const at = lower.lastIndexOf("@");
  const local = at < 0 ? lower : lower.slice(0, at);
  const plus = local.indexOf("+");
  return (plus > 0 ? local.slice(0, plus) : local) + (at < 0 ? "" : lower.slice(at));
}
