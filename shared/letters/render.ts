import type { Dossier } from "../domain/dossier.ts";
import type { LetterKind } from "../domain/letter-kinds.ts";
import type { Party } from "../domain/party.ts";
import type { Procedure } from "../domain/procedure.ts";
import type { Language } from "../domain/text.ts";
import type { Instant } from "../ports.ts";
import { frame } from "./frame.ts";
import { toHtml } from "./html.tsx";
import { letters } from "./letters.ts";
import { toText } from "./text.ts";
import { languageOf } from "./wording/people.ts";

/** What a letter is made from. */
export interface LetterToRender {
  readonly letter: LetterKind;
  readonly to: Party;
  readonly dossier: Dossier;
  /** The task that the letter is about; needed for task, reminder, overdue, escalation and taken-over. */
  readonly taskId?: string | undefined;
  /** Tells which of several letters of this kind it is, as for `message-filed`; without it the newest. */
  readonly letterId?: string | undefined;
  readonly procedure: Procedure;
  /** Whole URLs. */
  readonly links: { readonly task?: string; readonly status?: string };
  readonly now: Instant;
}

/** A letter ready to be composed into a mail; both parts say the same and have the same links. */
export interface RenderedLetter {
  /** One line: `[LW-2026-0001] …`. Never words of a complaint. */
  readonly subject: string;
  readonly text: string;
  /** A whole HTML document without anything from elsewhere. */
  readonly html: string;
  readonly language: Language;
}

/** The letter in the language of who gets it: the dossier's for the complainant, their own or the house's for staff. */
export function renderLetter(wanted: LetterToRender): RenderedLetter {
  const { letter, to, dossier, taskId, letterId, procedure, links, now } = wanted;
  const language = languageOf(to, dossier, procedure);
  const context = { to, dossier, procedure, language, taskId, letterId, links, now };
  const framed = frame(letters[letter](context), context);
  return {
    subject: `[${dossier.number}] ${framed.subject}`,
    text: toText(framed),
    html: toHtml(framed, language),
    language,
  };
}
