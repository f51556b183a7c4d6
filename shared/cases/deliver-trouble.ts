import { localDay } from "../domain/calendar.ts";
import type { Procedure } from "../domain/procedure.ts";
import { renderTrouble } from "../letters/trouble.ts";
import { MailNotComposable } from "../mail/compose.ts";
import { ConditionFailed, PostRefused } from "../ports.ts";
import type { CaseStore } from "../store/cases.ts";
import { kept, type PendingTrouble, pendingTrouble } from "../store/outbox.ts";
import { tellsToday, toldToday } from "../store/troubles.ts";
import { claimed, withPatience } from "./claim-sending.ts";
import { composeLetter } from "./compose-letter.ts";
import type { DeliverLettersDependencies } from "./deliver-letters.ts";

/** Tells the administrator which address returns our mail, or that a reader called it spam: once per address and day. */
export async function deliverTrouble(
  organisation: string,
  troubleId: string,
  { cases, post }: DeliverLettersDependencies,
): Promise<void> {
  const found = await pendingTrouble(cases.items, organisation, troubleId);
  const trouble = found && (await claimed(found, cases));
  if (trouble === undefined) return;
  const procedure = cases.procedure(organisation);
  if (await isNews(trouble, procedure, cases)) {
    const { administrator, house } = procedure;
    const rendered = renderTrouble(trouble, procedure, administrator.language ?? house.language);
    const posting = { recipient: administrator, procedure, date: trouble.since, automatic: "auto-generated" } as const;
    await withPatience(trouble, cases, async () => {
      try {
        const raw = await composeLetter(rendered, posting);
        await post.send({ from: house.complaintsAddress, to: [administrator.email], raw, tags: { organisation } });
      } catch (error) {
        // There is nobody behind the administrator; the case shows it too.
        if (!(error instanceof PostRefused || error instanceof MailNotComposable)) throw error;
      }
    });
  }
  await cases.items.transact([kept(trouble)]);
}

/** Whether this trouble is the one that tells of it today; it stays so when it is tried again. */
async function isNews(
  { organisation, troubleId, problem, person, since }: PendingTrouble,
  procedure: Procedure,
  cases: CaseStore,
): Promise<boolean> {
  const day = localDay(since, procedure.calendar.timeZone);
  // Of a reader outside every letter is told: nobody may write down in two places who they are.
  const about = person === undefined ? troubleId : `${problem === "spam" ? "spam" : "address"}#${person}`;
  const teller = await toldToday(cases.items, organisation, day, about);
  if (teller !== undefined) return teller === troubleId;
  try {
    await cases.items.transact([tellsToday(organisation, day, about, troubleId)]);
    return true;
  } catch (error) {
    if (error instanceof ConditionFailed) return false;
    throw error;
  }
}
