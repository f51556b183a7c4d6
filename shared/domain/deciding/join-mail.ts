import type { Dossier } from "../dossier.ts";
import { type MailInFile, mailsHeld } from "../held-mail.ts";
import { type Decision, done, nothing, refuse } from "./decision.ts";

/** Adds a mail to those that wait already; refused once somebody has decided about them. */
export function joinMail({ mailId, receivedAt, ...words }: MailInFile, dossier: Dossier): Decision {
  if (dossier.matter.kind !== "mail" || dossier.status === "closed") return refuse({ reason: "not-now" });
  if (mailsHeld(dossier).some((one) => one.mailId === mailId)) return nothing;
  return done([{ type: "MailJoined", facts: { mailId, receivedAt }, private: words }]);
}
