import { separateReply } from "./reply.ts";

/** As many characters as a paragraph of a form takes. */
const longest = 20_000;

/** What somebody wrote themselves in a mail: without the mail they answered, the greeting above it and the signature below it. */
export function writtenWords(text: string, subject: string): string {
  const lines = separateReply(text, subject).written.split("\n");
  const end = lines.findIndex(endsWords);
  const words = end < 0 ? lines : lines.slice(0, end);
  const first = words.findIndex((line) => line.trim() !== "");
  const start = isGreeting(words[first] ?? "") ? first + 1 : 0;
  return words.slice(start).join("\n").trim().slice(0, longest).toWellFormed();
}

/** Such a line has nothing else on it than a name; a sentence that begins with the same word goes on for longer. */
const longestLine = 60;

function isGreeting(line: string): boolean {
  return /^\s*(beste|geachte|hallo|hoi|ha|hey|hi|hello|dear|dag|goede ?(morgen|middag|avond|dag)|good (morning|afternoon|evening))\b[^,.?!:]{0,50}[,!]?\s*$/iu.test(
    line.slice(0, longestLine + 10),
  );
}

/** How a letter is closed, how a signature begins (RFC 3676 4.3), and what phones and programs put below a mail. */
const endings: readonly RegExp[] = [
  /^-- ?$/u,
  /^(met )?(de )?((zeer )?vriendelijke|hartelijke|beste|warme) groet(en)?\b/iu,
  /^(groet(en|jes)?|gr\.?)([\s,]|$)/iu,
  /^m\.?\s?v\.?\s?g\.?([\s,]|$)/iu,
  /^((with )?(kind|best|warm|many) )?regards\b/iu,
  /^(yours )?(sincerely|faithfully)\b/iu,
  /^(best( wishes)?|cheers),?$/iu,
  /^(verstuurd|verzonden) (vanaf|vanuit|via|met) /iu,
  /^sent (from|with|via) /iu,
  /^(get|download) outlook for /iu,
  /^outlook voor (ios|android|mac)\b/iu,
];

function endsWords(line: string): boolean {
  const trimmed = line.trimStart();
  // The mark of a signature is two dashes and a space, so its end is looked at too.
  if (endings[0]?.test(trimmed) === true) return true;
  // Outlook puts a long address behind its own name.
  const shown = trimmed.replace(/<[^>]*>/gu, "").trim();
  return shown.length <= longestLine && endings.some((one) => one.test(shown));
}
