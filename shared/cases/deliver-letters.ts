import type { Dossier } from "../domain/dossier.ts";
import type { Procedure } from "../domain/procedure.ts";
import { type Person, personOf } from "../domain/roles.ts";
import { renderLetter } from "../letters/render.ts";
import { composeMail, MailNotComposable } from "../mail/compose.ts";
import { ConditionFailed, type Instant, type Post, PostRefused } from "../ports.ts";
import type { CaseStore } from "../store/cases.ts";
import { claimKey } from "../store/keys.ts";
import { claim, type PendingLetter, pendingLetters } from "../store/outbox.ts";

export interface DeliverLettersDependencies {
  readonly cases: CaseStore;
  readonly post: Post;
  /** Begins every link; without a slash at its end. */
  readonly publicUrl: string;
}

/** A letter that is being sent is left alone for this long; only a crash in between lets it be sent again after it. */
export const claimedForMs = 5 * 60_000;

/**
 * Sends the letters of a case that still have to go out, in the order in which they were written.
 * @throws {PostUnavailable} {StoreUnavailable} when it should be tried again later; what was sent is marked.
 */
export async function deliverLetters(
  organisation: string,
  caseId: string,
  dependencies: DeliverLettersDependencies,
): Promise<void> {
  for (const letter of await pendingLetters(dependencies.cases.items, organisation, caseId)) {
    const now = dependencies.cases.now();
    if (letter.notBefore <= now) await deliver(letter, now, dependencies);
  }
}

async function deliver(letter: PendingLetter, now: Instant, dependencies: DeliverLettersDependencies): Promise<void> {
  const { cases, post } = dependencies;
  const { organisation, caseId, letterId } = letter;
  if (!(await claimed(letter, now, cases))) return;
  const dossier = await cases.load(organisation, caseId, letter.version);
  const procedure = cases.procedure(organisation);
  const recipient = personOf(letter.to, procedure, dossier);
  try {
    if (recipient === undefined) throw new PostRefused("The recipient is not known any more.");
    const raw = await compose(letter, recipient, dossier, procedure, dependencies.publicUrl);
    const { providerMessageId } = await post.send({
      from: procedure.house.complaintsAddress,
      to: [recipient.email],
      raw,
    });
    const thread = { put: { ...claimKey("THREAD", organisation, providerMessageId), caseId } };
    await cases.execute(organisation, caseId, { type: "RecordLetterSent", letterId, providerMessageId }, [thread]);
  } catch (error) {
    if (!(error instanceof PostRefused || error instanceof MailNotComposable)) throw error;
    await cases.execute(organisation, caseId, { type: "RecordLetterRefused", letterId });
  }
}

/** Whether this letter is ours to send now. */
async function claimed(letter: PendingLetter, now: Instant, cases: CaseStore): Promise<boolean> {
  const until = new Date(Date.parse(now) + claimedForMs).toISOString();
  try {
    await cases.items.transact([claim(letter, until).write]);
    return true;
  } catch (error) {
    if (error instanceof ConditionFailed) return false;
    throw error;
  }
}

function compose(
  letter: PendingLetter,
  recipient: Person,
  dossier: Dossier,
  procedure: Procedure,
  publicUrl: string,
): Promise<Uint8Array> {
  const { letter: kind, to, taskId, letterId, secret, since } = letter;
  const links = taskId === undefined ? { status: `${publicUrl}/s/${secret}` } : { task: `${publicUrl}/t/${secret}` };
  const { subject, text, html, language } = renderLetter({
    letter: kind,
    to,
    dossier,
    taskId,
    letterId,
    procedure,
    links,
    now: since,
  });
  const { complaintsAddress, name } = procedure.house;
  return composeMail({
    from: { name: houseName[language](name), address: complaintsAddress },
    to: { name: recipient.name, address: recipient.email },
    replyTo: complaintsAddress.replace("@", `+${dossier.replyKey}@`),
    subject,
    text,
    html,
    date: since,
    automatic: kind === "receipt" ? "auto-replied" : "auto-generated",
  });
}

const houseName = { nl: (name: string) => `Klachten ${name}`, en: (name: string) => `Complaints ${name}` } as const;
