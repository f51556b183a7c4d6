import { roleOf } from "../domain/party.ts";
import { personOf } from "../domain/roles.ts";
import type { LetterContent } from "./content.ts";
import { type LetterContext, wordsFor } from "./letter-context.ts";

/** A letter with how it begins and how it ends. */
export interface FramedLetter extends LetterContent {
  /** Whose letter it is and about which case: the first line. */
  readonly head: string;
  readonly salutation: string;
  readonly closing: string;
  readonly signature: string;
  readonly phone: string;
}

export function frame(content: LetterContent, context: LetterContext): FramedLetter {
  const { to, dossier, procedure } = context;
  const { say } = wordsFor(context);
  const name = greetable(personOf(to, procedure, dossier)?.name);
  const unknown =
    roleOf(to) === undefined
      ? say({ nl: "Beste heer of mevrouw,", en: "Dear Sir or Madam," })
      : say({ nl: "Hallo,", en: "Hello," });
  return {
    ...content,
    head: `${procedure.house.name} · ${dossier.number}`,
    salutation: name === undefined ? unknown : say({ nl: `Beste ${name},`, en: `Dear ${name},` }),
    closing: say({ nl: "Met vriendelijke groet,", en: "Kind regards," }),
    signature: procedure.house.name,
    phone: procedure.house.phone,
  };
}

/**
 * A name that we may repeat. A sender's name is free text, and the receipt goes to an address that the sender chose:
 * without this, our receipt would carry a stranger's advertisement or link.
 */
function greetable(name: string | undefined): string | undefined {
  const line = (name ?? "").replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, " ").trim();
  return /^\p{L}[\p{L}\p{M}'’. -]{0,59}$/u.test(line) && !/\.\p{L}{2}/u.test(line) ? line : undefined;
}
