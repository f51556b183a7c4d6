import type { Dossier } from "../domain/dossier.ts";
import type { LetterKind } from "../domain/letter-kinds.ts";
import type { Party } from "../domain/party.ts";
import type { Procedure } from "../domain/procedure.ts";
import { personOf } from "../domain/roles.ts";
import { isInvolvedParty } from "../domain/seats.ts";
import { aboutNow } from "../letters/about-now.ts";
import { renderLetter } from "../letters/render.ts";
import { MailNotComposable } from "../mail/compose.ts";
import { type Post, PostRefused } from "../ports.ts";
import type { CaseStore } from "../store/cases.ts";
import { type PendingLetter, pendingLetters } from "../store/outbox.ts";
import { claimed, putBack, withPatience } from "./claim-sending.ts";
import { composeLetter, type Recipient } from "./compose-letter.ts";
import { type Thread, threadOf } from "./letter-thread.ts";

/** Letters that go out because somebody's mail came in. */
const answersMail: ReadonlySet<LetterKind> = new Set(["receipt", "confirm-answer"]);

export interface DeliverLettersDependencies {
  readonly cases: CaseStore;
  readonly post: Post;
  /** Begins every link; without a slash at its end. */
  readonly publicUrl: string;
}

/**
 * Sends the letters of a case that still have to go out and that nobody else is sending, in the order in which they were written. `mine` are
 * those that the caller took already. When the post cannot take one, the rest wait too.
 * @throws {PostUnavailable} {PostUncertain} {StoreUnavailable} when it is to be tried again later; what was sent is marked.
 */
export async function deliverLetters(
  organisation: string,
  caseId: string,
  dependencies: DeliverLettersDependencies,
  mine: readonly string[] = [],
): Promise<void> {
  const { cases } = dependencies;
  const letters = await pendingLetters(cases.items, organisation, caseId);
  for (const [index, letter] of letters.entries()) {
    const taken = mine.includes(letter.letterId) ? letter : await claimed(letter, cases);
    if (taken === undefined) continue;
    try {
      await withPatience(taken, cases, () => deliver(taken, dependencies));
    } catch (error) {
      // What the caller took and did not come to is not to wait as if it may have gone.
      const untouched = letters.slice(index + 1).filter(({ letterId }) => mine.includes(letterId));
      for (const one of untouched) await putBack(one, cases);
      throw error;
    }
  }
}

async function deliver(letter: PendingLetter, dependencies: DeliverLettersDependencies): Promise<void> {
  const { cases, post } = dependencies;
  const { organisation, caseId, letterId } = letter;
  const current = await cases.load(organisation, caseId);
  const dossier = aboutNow.has(letter.letter) ? current : await cases.load(organisation, caseId, letter.version);
  const procedure = cases.procedure(organisation);
  if (isWithheld(letter, current, procedure)) {
    await cases.execute(organisation, caseId, { type: "RecordLetterRefused", letterId, withheld: true });
    return;
  }
  try {
    const recipient = recipientOf(letter.to, procedure, dossier);
    const thread = threadOf(letter, current, procedure);
    const raw = await compose(letter, recipient, thread, dossier, procedure, dependencies.publicUrl);
    const ids = await post.send({
      from: procedure.house.complaintsAddress,
      to: [recipient.email],
      raw,
      tags: { organisation, case: caseId, letter: letterId },
    });
    await cases.execute(organisation, caseId, { type: "RecordLetterSent", letterId, ...ids });
  } catch (error) {
    if (!(error instanceof PostRefused || error instanceof MailNotComposable)) throw error;
    await cases.execute(organisation, caseId, { type: "RecordLetterRefused", letterId });
  }
}

/**
 * Nobody who is involved gets what stands in the file, also when that showed after the letter was queued; only that a task is not theirs any
 * more.
 */
function isWithheld({ letter, to }: PendingLetter, now: Dossier, procedure: Procedure): boolean {
  return letter !== "handed-over" && isInvolvedParty(to, now, procedure);
}

/** @throws {PostRefused} when the party is not known any more or has no mailbox: the letter must be brought over. */
function recipientOf(to: Party, procedure: Procedure, dossier: Dossier): Recipient {
  const { name, email } = personOf(to, procedure, dossier) ?? {};
  if (email === undefined) throw new PostRefused("The recipient has no address that we know.");
  return { name: name ?? "", email };
}

function compose(
  letter: PendingLetter,
  recipient: Recipient,
  thread: Thread,
  dossier: Dossier,
  procedure: Procedure,
  publicUrl: string,
): Promise<Uint8Array> {
  const { letter: kind, to, taskId, letterId, secret, since } = letter;
  const links = taskId === undefined ? { status: `${publicUrl}/s/${secret}` } : { task: `${publicUrl}/t/${secret}` };
  const rendered = renderLetter({ letter: kind, to, dossier, taskId, letterId, procedure, links, now: since });
  const replyTo = procedure.house.complaintsAddress.replace("@", `+${dossier.replyKey}@`);
  const automatic = answersMail.has(kind) ? "auto-replied" : "auto-generated";
  return composeLetter(rendered, { recipient, procedure, replyTo, date: since, automatic, thread });
}
