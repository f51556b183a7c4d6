import type { Procedure } from "../../shared/domain/procedure.ts";
import type { Language } from "../../shared/domain/text.ts";
import type { Instant } from "../../shared/ports.ts";
import type { Disposition, IntakeRow } from "./dependencies.ts";
import type { Letter } from "./letters.ts";
import { words } from "./words.ts";

/** One line in somebody's mailbox: a letter that Wederhoor sent, or a mail that came in. */
export type MailEntry = {
  /** Names the entry in the address of a page. */
  readonly key: string;
  readonly id: string;
  readonly at: Instant;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
} & (
  | { readonly kind: "letter" }
  | {
      readonly kind: "mail";
      /** What the sender calls themselves; empty when they do not say. */
      readonly fromName: string;
      readonly disposition: Disposition;
      readonly caseId?: string | undefined;
    }
);

export interface Mailbox {
  readonly address: string;
  /** Empty when only the address is known. */
  readonly name: string;
  /** What somebody does here, empty for people outside. */
  readonly role: string;
}

export interface MailboxGroup {
  readonly id: string;
  readonly title: string;
  readonly boxes: readonly Mailbox[];
}

/** All mail, newest first. */
export function entriesOf(
  letters: readonly Letter[],
  mails: readonly (IntakeRow & { readonly fromName: string })[],
): readonly MailEntry[] {
  const out = letters.map(
    ({ id, at, from, to, subject }): MailEntry => ({ kind: "letter", key: `letter-${id}`, id, at, from, to, subject }),
  );
  const into = mails.map(
    ({ id, receivedAt, from, fromName, to, subject, disposition, caseId }): MailEntry => ({
      kind: "mail",
      key: `mail-${id}`,
      id,
      at: receivedAt,
      from,
      fromName,
      to: [to],
      subject,
      disposition,
      caseId,
    }),
  );
  // A receipt may carry the very moment of the mail it answers: then the answer is the newer one.
  return [...into, ...out].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)).reverse();
}

/** What somebody sent and received. */
export function entriesIn(
  address: string,
  entries: readonly MailEntry[],
  procedures: readonly Procedure[],
): readonly MailEntry[] {
  const wanted = mailboxOf(address, procedures);
  return entries.filter(({ from, to }) => [from, ...to].some((one) => mailboxOf(one, procedures) === wanted));
}

/** Everybody who can have mail, house by house; people outside as soon as they wrote or were written to. */
export function mailboxGroups(
  procedures: readonly Procedure[],
  entries: readonly MailEntry[],
  language: Language,
): readonly MailboxGroup[] {
  const houses = procedures.map(({ id, house, people, roles }) => ({
    id,
    title: house.name,
    boxes: [
      { address: house.complaintsAddress, name: "", role: words.complaintsAddress[language] },
      ...people.map((person) => ({
        address: person.email,
        name: person.name,
        role:
          roles
            .filter(({ holder }) => holder === person.id)
            .map(({ title }) => title[language])
            .join(", ") || words.deputy[language],
      })),
    ],
  }));
  const known = new Set(houses.flatMap(({ boxes }) => boxes.map(({ address }) => address.toLowerCase())));
  const everybody = entries.flatMap(({ from, to }) => [from, ...to]).map((one) => mailboxOf(one, procedures));
  const outside = [...new Set(everybody)]
    .filter((address) => address !== "" && !known.has(address))
    .map((address) => ({ address, name: ownNameOf(address, entries), role: "" }));
  return [{ id: "outside", title: words.complainants[language], boxes: outside }, ...houses];
}

/** What to call whoever has an address, in a list: the house, the colleague, the name in their newest mail, or the address. */
export function nameOf(address: string, entries: readonly MailEntry[], procedures: readonly Procedure[]): string {
  const box = mailboxOf(address, procedures);
  const house = procedures.find((one) => one.house.complaintsAddress.toLowerCase() === box)?.house.name;
  const colleague = procedures.flatMap(({ people }) => people).find(({ email }) => email.toLowerCase() === box)?.name;
  return house ?? colleague ?? (ownNameOf(box, entries) || address);
}

function ownNameOf(address: string, entries: readonly MailEntry[]): string {
  const newest = entries.find(
    (entry) => entry.kind === "mail" && entry.fromName !== "" && entry.from.toLowerCase() === address,
  );
  return newest?.kind === "mail" ? newest.fromName : "";
}

/** The mailbox that an address delivers to: `klachten+key@…` is in `klachten@…`, and case does not matter. */
export function mailboxOf(address: string, procedures: readonly Procedure[]): string {
  const small = address.toLowerCase();
  const bare = small.replace(/\+[^@]*@/u, "@");
  return procedures.some(({ house }) => house.complaintsAddress.toLowerCase() === bare) ? bare : small;
}
