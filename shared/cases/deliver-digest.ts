import { dueTasks } from "../learning/digest.ts";
import { renderDigest } from "../letters/digest.ts";
import { MailNotComposable } from "../mail/compose.ts";
import { PostRefused } from "../ports.ts";
import { kept, type PendingDigest, pendingDigest } from "../store/outbox.ts";
import { claimed, withPatience } from "./claim-sending.ts";
import { composeLetter, ownMail } from "./compose-letter.ts";
import type { DeliverLettersDependencies } from "./deliver-letters.ts";

/** Mails a colleague what is due, once; not when they have done it all meanwhile. */
export async function deliverDigest(
  wanted: Pick<PendingDigest, "organisation" | "day" | "person">,
  { cases, post, publicUrl }: DeliverLettersDependencies,
): Promise<void> {
  const { organisation } = wanted;
  const found = await pendingDigest(cases.items, wanted);
  const digest = found && (await claimed(found, cases));
  if (digest === undefined) return;
  const procedure = cases.procedure(organisation);
  const person = procedure.people.find(({ id }) => id === digest.person);
  const tasks = person === undefined ? [] : await dueTasks(person, organisation, cases);
  if (person !== undefined && tasks.length > 0) {
    const language = person.language ?? procedure.house.language;
    const morning = { tasks, now: cases.now(), url: `${publicUrl}/desk/${organisation}` };
    const rendered = renderDigest(morning, person, procedure, language);
    const posting = { recipient: person, procedure, date: digest.since, automatic: "auto-generated" } as const;
    await withPatience(digest, cases, async () => {
      try {
        const raw = await composeLetter(rendered, posting);
        const { complaintsAddress: from } = procedure.house;
        await post.send({ from, to: [person.email], raw, tags: ownMail(procedure, person) });
      } catch (error) {
        // An address that will never take it: the tasks themselves chase and go to the next role up.
        if (!(error instanceof PostRefused || error instanceof MailNotComposable)) throw error;
      }
    });
  }
  await cases.items.transact([kept(digest)]);
}
