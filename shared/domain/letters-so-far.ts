import type { Instant } from "../ports.ts";
import type { Dossier, Letter } from "./dossier.ts";
import type { EventOf } from "./events.ts";
import { furthest, type LetterReport, type LetterStatus, statusReported } from "./letter-status.ts";

/** What events make of the letters of a case; `evolve` says which. */

export function letterQueued(facts: EventOf<"LetterQueued">["facts"], at: Instant): Letter {
  return { ...facts, queuedAt: at, status: "queued", statusAt: at, reports: [] };
}

export function letterSent(letter: Letter, { messageId }: EventOf<"LetterSent">["facts"], at: Instant): Letter {
  return { ...moved(letter, "sent", at), doneAt: at, ...(messageId !== undefined && { messageId }) };
}

export function letterRefused(letter: Letter, at: Instant): Letter {
  return { ...moved(letter, "refused", at), doneAt: undefined };
}

export function letterBrought(letter: Letter, at: Instant): Letter {
  return { ...moved(letter, "brought", at), doneAt: at };
}

/** A report may come before we wrote that the letter was sent, and in whatever order: the furthest status holds. */
export function letterReported(
  { facts: { letterId, what, permanent }, private: known }: EventOf<"LetterReported">,
  at: Instant,
  dossier: Dossier,
): Dossier {
  const report: LetterReport = { what, ...(permanent !== undefined && { permanent }), at };
  const letters = withLetter(dossier.letters, letterId, (one) => {
    const reported = { ...one, reports: [...one.reports, report] };
    const status = statusReported(report);
    return status === undefined ? reported : moved(reported, status, at);
  });
  const address = known?.address?.toLowerCase();
  if (what !== "bounced" || permanent !== true || address === undefined) return { ...dossier, letters };
  return { ...dossier, letters, deadAddresses: [...withoutAddress(address, dossier.deadAddresses), address] };
}

/** Whoever writes from an address can be reached there. */
export function withoutAddress(address: string, dead: readonly string[]): readonly string[] {
  return dead.filter((one) => one !== address.toLowerCase());
}

export function withLetter(
  letters: readonly Letter[],
  letterId: string,
  change: (letter: Letter) => Letter,
): readonly Letter[] {
  return letters.map((letter) => (letter.letterId === letterId ? change(letter) : letter));
}

function moved(letter: Letter, status: LetterStatus, at: Instant): Letter {
  const now = furthest(letter.status, status);
  return now === letter.status ? letter : { ...letter, status: now, statusAt: at };
}
