import { type DeliverLettersDependencies, deliverLetters } from "../cases/deliver-letters.ts";
import { endOf } from "../domain/calendar.ts";
import { calendarOf } from "../domain/clocks.ts";
import { erasureState } from "../domain/erasure.ts";
import { closedFor, waitsForComplaint } from "./closed-files.ts";
import { eachFile } from "./each-file.ts";

/**
 * Tells the owners of which closed files the personal data will soon be erased, each once and as long before as the procedure says. Doing it
 * again on the same day tells nobody twice. @throws {RoundIncomplete} when some could not be told; the others were.
 */
export async function announceErasures(organisation: string, dependencies: DeliverLettersDependencies): Promise<void> {
  const { cases } = dependencies;
  const procedure = cases.procedure(organisation);
  const { after, announce } = procedure.learning.retention;
  const soon = endOf(cases.now(), announce, calendarOf(procedure));
  await eachFile(closedFor(after, soon, organisation, cases), async (caseId) => {
    const dossier = await cases.load(organisation, caseId);
    if (erasureState(dossier, procedure, cases.now()).kind !== "to-announce") return;
    if (await waitsForComplaint(dossier, cases)) return;
    await cases.execute(organisation, caseId, { type: "AnnounceErasure" });
    await deliverLetters(organisation, caseId, dependencies);
  });
}
