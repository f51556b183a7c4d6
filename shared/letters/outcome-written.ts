import { type Block, paragraph, prose } from "./content.ts";
import { type LetterContext, queuedLetter, wordsFor } from "./letter-context.ts";
import { latestWritten } from "./wording/shown.ts";

/** The texts that are written for an outcome, one for each kind of reader. */
type Reader = "letter" | "respondentLetter" | "clientLetter" | "teamLetter";

/** What the writer wrote for this reader: `undefined` when there is no such text, or it has been erased. */
export function writtenFor(reader: Reader, context: LetterContext): string | undefined {
  return writtenThen(context)?.answer.private[reader];
}

/** Whether this is the last outcome, after an independent person looked at it (B29). */
export function isFinal(context: LetterContext): boolean {
  return writtenThen(context)?.kind === "final-outcome";
}

/** The text for a reader who always has one. */
export function outcomeText(reader: Reader, context: LetterContext): Block {
  const { say } = wordsFor(context);
  const text = writtenFor(reader, context);
  if (text !== undefined) return prose(text);
  return paragraph(
    say({
      nl: "Wij hebben de tekst niet meer. De gegevens in deze zaak zijn gewist.",
      en: "We no longer have the text. The details of this case have been erased.",
    }),
  );
}

/** What was written when the letter was queued: a letter that is printed later tells no later outcome. */
function writtenThen(context: LetterContext) {
  return latestWritten(context.dossier, queuedLetter(context)?.queuedAt);
}
