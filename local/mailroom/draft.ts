import { z } from "zod";
import type { Text } from "../../shared/domain/text.ts";
import { isBareAddress } from "../../shared/mail/address.ts";
import type { MailToSend } from "./dependencies.ts";

const line = z
  .string()
  .catch("")
  .transform((text) => text.replace(/\s+/gu, " ").trim());

/** The fields of the compose form, as somebody filled them in so far. */
export const draft = z.object({
  fromName: line,
  fromAddress: line,
  to: line,
  subject: line,
  inReplyTo: line,
  text: z
    .string()
    .catch("")
    .transform((text) => text.replaceAll("\r\n", "\n")),
});
export type Draft = z.infer<typeof draft>;

export const emptyDraft: Draft = { fromName: "", fromAddress: "", to: "", subject: "", inReplyTo: "", text: "" };

export interface DraftProblem {
  readonly field: keyof Draft;
  readonly message: Text;
}

/** The mail that the form describes, or what is wrong with it, field by field. */
export function mailOf(filled: Draft): MailToSend | { readonly problems: readonly DraftProblem[] } {
  const problems: DraftProblem[] = [];
  if (!isBareAddress(filled.fromAddress)) problems.push({ field: "fromAddress", message: notAnAddress });
  if (!isBareAddress(filled.to)) problems.push({ field: "to", message: notAnAddress });
  if (filled.text.trim() === "") problems.push({ field: "text", message: nothingWritten });
  if (problems.length > 0) return { problems };
  return {
    from: { ...(filled.fromName !== "" && { name: filled.fromName }), address: filled.fromAddress },
    to: filled.to,
    subject: filled.subject,
    text: filled.text,
    ...(filled.inReplyTo !== "" && { inReplyTo: filled.inReplyTo }),
  };
}

const notAnAddress: Text = {
  nl: "Vul één e-mailadres in, zoals naam@voorbeeld.example.",
  en: "Enter one e-mail address, such as name@company.example.",
};
const nothingWritten: Text = { nl: "Schrijf een bericht.", en: "Write a message." };
