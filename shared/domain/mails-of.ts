import type { Dossier } from "./dossier.ts";
import { mailsHeld } from "./held-mail.ts";

/** The ids under which what was sent to a file is known, oldest first. What was written on a page has one too, and no mail behind it. */
export function mailsOf(dossier: Pick<Dossier, "matter" | "mailId" | "messages">): readonly string[] {
  const { mailId, messages } = dossier;
  const first = mailId === undefined ? [] : [mailId];
  return [...first, ...mailsHeld(dossier).map((one) => one.mailId), ...messages.map((one) => one.mailId)];
}

/** Every file that came with a complaint and what was written about it later. More can come behind the last; none changes its place. */
export function filesOf({ attachments, messages }: Pick<Dossier, "attachments" | "messages">): Dossier["attachments"] {
  return [attachments, ...messages.map((one) => one.attachments)].flat();
}
