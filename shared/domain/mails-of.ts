import type { Dossier } from "./dossier.ts";

/** The ids under which what was sent to a file is known, oldest first. What was written on a page has one too, and no mail behind it. */
export function mailsOf({ mailId, messages }: Pick<Dossier, "mailId" | "messages">): readonly string[] {
  return [...(mailId === undefined ? [] : [mailId]), ...messages.map((one) => one.mailId)];
}

/** Every file that came with a complaint and what was written about it later. More can come behind the last; none changes its place. */
export function filesOf({ attachments, messages }: Pick<Dossier, "attachments" | "messages">): Dossier["attachments"] {
  return [attachments, ...messages.map((one) => one.attachments)].flat();
}
