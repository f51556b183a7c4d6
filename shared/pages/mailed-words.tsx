import type { Language } from "../domain/text.ts";
import { ownWords } from "../letters/wording/own-words.ts";
import { speaking } from "../letters/wording/say.ts";
import { WordsOf } from "./words-of.tsx";

interface MailedWordsProps {
  readonly text: string;
  readonly subject: string;
  readonly language: Language;
  /** When there is nothing to show. */
  readonly otherwise: string;
}

/** What somebody mailed: their own words in front, what they answered and what stands under all their mail folded behind. */
export function MailedWords({ text, subject, language, otherwise }: MailedWordsProps) {
  const say = speaking(language);
  const { words, closing, smallPrint, quoted, form, remarks } = ownWords(text, subject);
  return (
    <div class="mailed">
      {(words.trim() !== "" || (form === "" && remarks.length === 0)) && (
        <WordsOf text={words.trimEnd()} otherwise={otherwise} />
      )}
      {closing.trim() !== "" && <Behind text={closing} />}
      {form !== "" && <WordsOf text={form} otherwise={otherwise} />}
      {smallPrint.trim() !== "" && (
        <details class="fold fold--small">
          <summary>{say({ nl: "Ondertekening en kleine letters", en: "Signature and small print" })}</summary>
          <Behind text={smallPrint} />
        </details>
      )}
      {quoted.trim() !== "" && (
        <details class="fold fold--small">
          <summary>{say({ nl: "Aangehaalde tekst", en: "Quoted text" })}</summary>
          <Behind text={quoted} />
        </details>
      )}
      {remarks.map((remark) => (
        <p class="notice">{remark}</p>
      ))}
    </div>
  );
}

function Behind({ text }: { readonly text: string }) {
  return (
    <div class="words words--behind utrecht-preserve-data" dir="auto">
      {text.trim()}
    </div>
  );
}
