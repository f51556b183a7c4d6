import type { Language } from "./language.ts";
import type { MailDefect, ParsedMail } from "./parsed-mail.ts";
import { isWinmail } from "./readable-text.ts";
import { openWinmail } from "./winmail.ts";

type Remark = "cut" | "attachments" | "structure" | "winmail-opened" | "winmail-closed" | "encrypted" | "no-words";

const remarks = {
  cut: {
    nl: "Deze mail was te groot of te vreemd om helemaal te lezen. De rest staat in de mail zoals die binnenkwam.",
    en: "This mail was too large or too odd to read as a whole. The rest is in the mail as it came in.",
  },
  attachments: {
    nl: "Deze mail had heel veel bijlagen. Alleen de eerste staan hier. De rest staat in de mail zoals die binnenkwam.",
    en: "This mail had very many attachments. Only the first are here. The rest is in the mail as it came in.",
  },
  structure: {
    nl: "De opbouw van deze mail klopt niet. Daarom ziet u de tekst zoals die binnenkwam.",
    en: "This mail is not built as it should be. So you see the text as it came in.",
  },
  "winmail-opened": {
    nl: "Bij deze mail zat het bestand winmail.dat. Wat daarin zit, staat bij de bijlagen.",
    en: "This mail came with the file winmail.dat. What is in it is with the attachments.",
  },
  "winmail-closed": {
    nl: "Bij deze mail zat het bestand winmail.dat. Wij konden het niet openen. Vraag de afzender om de bijlage nog eens gewoon te sturen.",
    en: "This mail came with the file winmail.dat. We could not open it. Ask the sender to send the attachment again in the normal way.",
  },
  encrypted: {
    nl: "Deze mail is versleuteld. Wij kunnen hem niet lezen. Vraag de afzender om hem gewoon te sturen.",
    en: "This mail is encrypted. We cannot read it. Ask the sender to send it in the normal way.",
  },
  "no-words": {
    nl: "In deze mail staat geen tekst. Kijk in de bijlage.",
    en: "There is no text in this mail. Look in the attachment.",
  },
} as const satisfies Record<Remark, Record<Language, string>>;

const CUT: ReadonlySet<MailDefect> = new Set([
  "text-cut",
  "too-large",
  "too-many-lines",
  "too-many-parts",
  "unparsable",
]);

/** What stands in a case instead of a mail with a virus. */
export const notShown = {
  nl: "Er zat een virus in deze mail. Wij laten hem niet zien. Vraag de afzender om alles nog eens te vertellen, per telefoon of in een nieuwe mail.",
  en: "There was a virus in this mail. We do not show it. Ask the sender to tell it all again, by phone or in a new mail.",
} as const satisfies Record<Language, string>;

/** What whoever reads the words of a mail should know: that something is missing, or stands elsewhere. Empty for most mail. */
export function remarksOn(mail: ParsedMail, language: Language): readonly string[] {
  const { defects, attachments } = mail;
  const winmails = attachments.filter(isWinmail).map(({ bytes }) => openWinmail(bytes));
  const isOpened = (packed: ReturnType<typeof openWinmail>) =>
    packed !== undefined && (packed.files.length > 0 || packed.text !== "");
  const encrypted = isEncrypted(mail);
  const found: readonly (readonly [Remark, boolean])[] = [
    ["encrypted", encrypted],
    ["structure", defects.includes("raw-text")],
    ["cut", defects.some((defect) => CUT.has(defect))],
    ["attachments", defects.includes("attachments-dropped")],
    ["winmail-opened", winmails.some(isOpened)],
    ["winmail-closed", !winmails.every(isOpened)],
    ["no-words", !encrypted && mail.text === "" && attachments.length > 0],
  ];
  return found.filter(([, applies]) => applies).map(([remark]) => remarks[remark][language]);
}

/** RFC 8551 3.3 and RFC 3156 4. A signed mail in one lump has the same media type, so its name is looked at. */
function isEncrypted({ contentType, headers }: ParsedMail): boolean {
  if (contentType === "multipart/encrypted") return true;
  const type = headers.get("content-type")?.[0] ?? "";
  return /^application\/(x-)?pkcs7-mime$/u.test(contentType) && !/smime-type\s*=\s*"?(signed|certs)/iu.test(type);
}

/** About a report form of which nothing could be read. */
export const formUnread = {
  nl: "Bij deze mail zat een klachtformulier. Wij konden er geen antwoorden in vinden. Kijk in de bijlage.",
  en: "A complaint form came with this mail. We could find no answers in it. Look in the attachment.",
} as const satisfies Record<Language, string>;

/** Above what was filled in on a report form, behind the words of the mail that it came with. */
export const formSays = {
  nl: "Op het formulier bij deze mail staat:",
  en: "The form with this mail says:",
} as const satisfies Record<Language, string>;

const bracketed = new Set(
  [...Object.values(remarks), formUnread, notShown].flatMap((one) => Object.values(one).map((text) => `[${text}]`)),
);
const headings: ReadonlySet<string> = new Set(Object.values(formSays));

/** What was put behind the words of a mail: what the form says that came with it, under its heading, and our remarks. */
export interface SeparatedRemarks {
  readonly words: string;
  readonly form: string;
  readonly remarks: readonly string[];
}

/** Takes what stands behind the words of a mail off them again. */
export function separateRemarks(text: string): SeparatedRemarks {
  const parts = text.split("\n\n");
  const end = parts.findLastIndex((part) => !bracketed.has(part)) + 1;
  const heading = parts.findLastIndex((part, index) => index < end && headings.has(part));
  const form = heading < 0 ? end : heading;
  return {
    words: parts.slice(0, form).join("\n\n"),
    form: parts.slice(form, end).join("\n\n"),
    remarks: parts.slice(end).map((part) => part.slice(1, -1)),
  };
}

/** The words of a mail and, set apart between brackets, what there is to know about them. */
export function withRemarks(text: string, mail: ParsedMail, language: Language): string {
  const remarks = remarksOn(mail, language).map((remark) => `[${remark}]`);
  return [text, ...remarks].filter((part) => part !== "").join("\n\n");
}
