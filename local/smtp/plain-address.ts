/** The mailbox that an address belongs to: in lower case and without its `+label`, as SES recipient conditions match it. */
export function plainAddress(address: string): string {
  const at = address.lastIndexOf("@");
  if (at === -1) return address.toLowerCase();
  const [name = ""] = address.slice(0, at).split("+");
  return `${name}${address.slice(at)}`.toLowerCase();
}
