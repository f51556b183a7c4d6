import MailComposer from "nodemailer/lib/mail-composer";
import type { Procedure } from "../../shared/domain/procedure.ts";
import type { Language } from "../../shared/domain/text.ts";
import type { Instant } from "../../shared/ports.ts";
import { exampleComplaints } from "../mailroom/examples.ts";
import type { IncomingMail } from "../smtp/server.ts";

/** A complaint in this language as a mail to the house, one that was written for it where there is one. */
export async function exampleComplaint(
  { id, house }: Procedure,
  language: Language,
  receivedAt: Instant,
): Promise<IncomingMail> {
  const inLanguage = exampleComplaints.filter((one) => one.language === language);
  const complaint = inLanguage.find(({ organisation }) => organisation === id) ?? inLanguage[0];
  if (complaint === undefined) throw new Error(`There is no example complaint in ${language}.`);
  const { name, address, subject, text } = complaint;
  const to = house.complaintsAddress;
  const mail = new MailComposer({ from: { name, address }, to, subject, text, date: new Date(receivedAt) });
  const raw = await mail.compile().build();
  return { envelopeFrom: address, recipients: [to], raw, receivedAt };
}
