import { separateRemarks } from "../../mail/remarks.ts";
import { separateReply } from "../../mail/reply.ts";
import { type SignedWords, separateSignature } from "../../mail/signature.ts";

/** What somebody mailed, in its parts. Nothing is left out: who shows it decides what stands in front. */
export interface OwnWords extends SignedWords {
  /** The mail that it answers. */
  readonly quoted: string;
  /** What they filled in on the report form that came with it. */
  readonly form: string;
  /** What we have to say about the mail itself. */
  readonly remarks: readonly string[];
}

/** Parts the text of a mail. Where nothing of their own would be left, the whole counts as theirs. */
export function ownWords(text: string, subject: string): OwnWords {
  const { words: mailed, form, remarks } = separateRemarks(text);
  const { written, quoted } = separateReply(mailed, subject);
  const isAnswer = written.trim() !== "";
  return { ...separateSignature(isAnswer ? written : mailed), quoted: isAnswer ? quoted : "", form, remarks };
}

/** The words that tell another what was written: with how it is signed, without what it answers. */
export function writtenIn(text: string, subject: string): string {
  const { words, closing, smallPrint, form, remarks } = ownWords(text, subject);
  const written = `${words}${closing}${smallPrint}`.trimEnd();
  return [written, form, ...remarks.map((remark) => `[${remark}]`)].filter((part) => part !== "").join("\n\n");
}
