import type { Dossier } from "./dossier.ts";
import type { EventOf } from "./events.ts";
import type { HeldMail, Matter } from "./matter.ts";
import type { Procedure } from "./procedure.ts";

/** A mail that waits in a file for somebody to say what it is. */
export type MailInFile = HeldMail["others"][number];

/** All mails that a file holds, oldest first; none where it is about something else. */
export function mailsHeld({ matter }: Pick<Dossier, "matter">): readonly MailInFile[] {
  if (matter.kind !== "mail") return [];
  const { mailId, receivedAt, from, subject, text, others } = matter.mail;
  return [{ mailId, receivedAt, from, subject, text }, ...others];
}

/** What holds this mail too. */
export function joinedBy({ facts, private: words }: EventOf<"MailJoined">, matter: Matter): Matter {
  if (matter.kind !== "mail") return matter;
  const { from = "", subject = "", text = "" } = words ?? {};
  const others = [...matter.mail.others, { ...facts, from, subject, text }];
  return { ...matter, mail: { ...matter.mail, others } };
}

/** What the mail itself says of who wrote it and of which case it is about, for whoever decides. */
export function saidInMail({ matter }: Dossier, { house }: Procedure): Readonly<Record<string, string>> {
  if (matter.kind !== "mail") return {};
  const { from, subject, text, doubt } = matter.mail;
  const isTheirs = from !== "" && doubt !== "forged-sender" && doubt !== "web-form";
  const number = caseNumbersIn(`${subject}\n${text}`, house.numberPrefix)[0];
  return { ...(isTheirs && { complainantEmail: from }), ...(number !== undefined && { caseNumber: number }) };
}

/** Numbers of complaints as they stand in a text, in the way we write them: `LW-2026-0012`. */
export function caseNumbersIn(text: string, prefix: string): readonly string[] {
  if (!/^[A-Za-z]{1,10}$/u.test(prefix)) return [];
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}-])${prefix}-(\\d{4})-(\\d{1,8})(?![\\p{L}\\p{N}-])`, "giu");
  return [...text.matchAll(pattern)].map(([, year, serial]) => `${prefix.toUpperCase()}-${year}-${serial}`);
}
