import type { Dossier } from "../domain/dossier.ts";
import type { LetterKind } from "../domain/letter-kinds.ts";
import type { Party } from "../domain/party.ts";
import type { Procedure } from "../domain/procedure.ts";
import type { Language } from "../domain/text.ts";
import type { Instant } from "../ports.ts";
import { frame } from "./frame.ts";
import { toHtml } from "./html.tsx";
import type { LetterContext } from "./letter-context.ts";
import { letters } from "./letters.ts";
import { toText } from "./text.ts";
import { languageOf } from "./wording/people.ts";

/** What a letter is made from. */
export interface LetterToRender {
  readonly letter: LetterKind;
  readonly to: Party;
  readonly dossier: Dossier;
  /** The task that the letter is about; needed for every letter that asks for one or tells of one. */
  readonly taskId?: string | undefined;
  /** Tells which of several letters of this kind it is, as for `message-filed`; without it the newest. */
  readonly letterId?: string | undefined;
  readonly procedure: Procedure;
  /** Whole URLs. */
  readonly links: { readonly task?: string; readonly status?: string };
  readonly now: Instant;
}

/** A letter ready to be composed into a mail or to be printed; both parts say the same and have the same links. */
export interface RenderedLetter {
  /** One line: `[LW-2026-0001] …`. Never words of a complaint. */
  readonly subject: string;
  readonly text: string;
  /** A whole HTML document without anything from elsewhere. */
  readonly html: string;
  readonly language: Language;
}

/** The letter in the language of who gets it, to be mailed. */
export function renderLetter(wanted: LetterToRender): RenderedLetter {
  return rendered(wanted.letter, contextOf(wanted, false), wanted.now);
}

/**
 * The letter of this id as it goes by post: with address and date, without links. It says what it would have said when it was queued.
 * @throws when the case has no such letter, which is a bug.
 */
export function printableLetter({
  letterId,
  dossier,
  procedure,
  now,
}: {
  readonly letterId: string;
  readonly dossier: Dossier;
  readonly procedure: Procedure;
  readonly now: Instant;
}): RenderedLetter {
  const queued = dossier.letters.find((one) => one.letterId === letterId);
  if (queued === undefined) throw new Error(`Case ${dossier.caseId} has no letter ${letterId} to print.`);
  const { letter, to, taskId, queuedAt } = queued;
  const wanted = { letter, to, dossier, taskId, letterId, procedure, links: {}, now: queuedAt };
  return rendered(letter, contextOf(wanted, true), now);
}

function contextOf(
  { to, dossier, taskId, letterId, procedure, links, now }: LetterToRender,
  onPaper: boolean,
): LetterContext {
  const language = languageOf(to, dossier, procedure);
  return { to, dossier, procedure, language, taskId, letterId, links, onPaper, now };
}

function rendered(letter: LetterKind, context: LetterContext, printedAt: Instant): RenderedLetter {
  const { dossier, language } = context;
  const framed = frame(letters[letter](context), context, printedAt);
  return {
    subject: `[${dossier.number}] ${framed.subject}`,
    text: toText(framed),
    html: toHtml(framed, language),
    language,
  };
}
