import { isStaff } from "../domain/party.ts";
import { personOf } from "../domain/roles.ts";
import type { Instant } from "../ports.ts";
import type { LetterContent } from "./content.ts";
import { type LetterContext, wordsFor } from "./letter-context.ts";
import { dayInWords } from "./wording/moment.ts";

/** A letter with how it begins and how it ends. */
export interface FramedLetter extends LetterContent {
  /** Whose letter it is and about which case: the first line. */
  readonly head: string;
  /** Where it goes and on which day it was printed; only on paper. */
  readonly post?: { readonly addressee: readonly string[]; readonly day: string };
  readonly salutation: string;
  readonly closing: string;
  readonly signature: string;
  readonly phone: string;
}

/** `printedAt` = the day on a letter on paper. */
export function frame(content: LetterContent, context: LetterContext, printedAt: Instant): FramedLetter {
  const { to, dossier, procedure, language, onPaper } = context;
  const { say } = wordsFor(context);
  const name = repeatable(personOf(to, procedure, dossier)?.name);
  const unknown = isStaff(to)
    ? say({ nl: "Hallo,", en: "Hello," })
    : say({ nl: "Beste heer of mevrouw,", en: "Dear Sir or Madam," });
  const day = dayInWords(printedAt, language, procedure.calendar.timeZone);
  return {
    ...content,
    head: `${procedure.house.name} · ${dossier.number}`,
    ...(onPaper && { post: { addressee: addressOf(context), day } }),
    salutation: name === undefined ? unknown : say({ nl: `Beste ${name},`, en: `Dear ${name},` }),
    closing: say({ nl: "Met vriendelijke groet,", en: "Kind regards," }),
    signature: procedure.house.name,
    phone: procedure.house.phone,
  };
}

/** Name and address as on an envelope; of most people we know the name only. */
function addressOf({ to, dossier, procedure }: LetterContext): readonly string[] {
  const name = personOf(to, procedure, dossier)?.name ?? "";
  const address = to === "complainant" ? (dossier.complainant?.address ?? "") : "";
  return [name, ...address.split("\n")].map((line) => line.trim()).filter((line) => line !== "");
}

/**
 * A name that we may repeat. A sender's name is free text, and the receipt goes to an address that the sender chose:
 * without this, our receipt would carry a stranger's advertisement or link.
 */
export function repeatable(name: string | undefined): string | undefined {
  const line = (name ?? "").replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, " ").trim();
  return /^\p{L}[\p{L}\p{M}'’. -]{0,59}$/u.test(line) && !/\.\p{L}{2}/u.test(line) ? line : undefined;
}
