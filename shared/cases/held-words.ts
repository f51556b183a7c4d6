import type { Language } from "../domain/text.ts";
import { MAIL_LIMITS } from "../mail/limits.ts";
import type { ParsedMail } from "../mail/parsed-mail.ts";
import { oneLine } from "../mail/plain-text.ts";
import { addedIn } from "./told-in.ts";

/** How many files are named to whoever looks at a mail. */
const namedAtMost = 20;

const words = {
  senders: { nl: "Afzenders", en: "Senders" },
  answerTo: { nl: "Antwoord gevraagd aan", en: "Asks to be answered at" },
  files: { nl: "Bijlagen", en: "Attachments" },
} as const;

/**
 * What a mail says, for whoever has to say what it is: its words, those of a report form with it, and between brackets what only its header
 * tells. The files themselves are in the mail as it came in.
 */
export function heldWords(mail: ParsedMail, language: Language): string {
  const from = mail.headers.get("from") ?? [];
  const answers = mail.replyTo.map(({ address }) => address).filter((address) => address !== mail.from?.address);
  const files = mail.attachments.slice(0, namedAtMost).map(({ fileName }) => fileName);
  const lines = [
    ...(mail.defects.includes("several-senders") ? [[words.senders, from] as const] : []),
    [words.answerTo, answers] as const,
    [words.files, files] as const,
  ].flatMap(([name, values]) =>
    values.length === 0 ? [] : [oneLine(`[${name[language]}: ${values.join(", ")}]`, MAIL_LIMITS.headerValue)],
  );
  return [addedIn(mail, language).trim(), ...lines].filter((part) => part !== "").join("\n\n");
}
