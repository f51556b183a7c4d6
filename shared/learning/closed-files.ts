import { endOf, type Period } from "../domain/calendar.ts";
import { calendarOf } from "../domain/clocks.ts";
import type { Dossier } from "../domain/dossier.ts";
import { complaintsBehind } from "../domain/erasure.ts";
import type { Instant } from "../ports.ts";
import type { CaseStore } from "../store/cases.ts";
import { listFiles } from "../store/listings.ts";

/** Files in one step of a walk along a list. */
const step = 100;

/** The files that were closed so long ago at `moment`, with their personal data still there; the longest closed first. */
export async function* closedFor(
  length: Period,
  moment: Instant,
  organisation: string,
  cases: CaseStore,
): AsyncGenerator<string> {
  const calendar = calendarOf(cases.procedure(organisation));
  let cursor: string | undefined;
  do {
    const page = { list: "erasable", limit: step, ...(cursor !== undefined && { cursor }) };
    const found = await listFiles(cases.items, organisation, page);
    for (const { caseId, sort } of found.entries) {
      if (endOf(sort, length, calendar) > moment) return;
      yield caseId;
    }
    cursor = found.cursor;
  } while (cursor !== undefined);
}

/** Every file in these lists. */
export async function* filesIn(
  lists: readonly string[],
  organisation: string,
  cases: CaseStore,
): AsyncGenerator<string> {
  for (const list of lists) {
    let cursor: string | undefined;
    do {
      const page = { list, limit: step, ...(cursor !== undefined && { cursor }) };
      const found = await listFiles(cases.items, organisation, page);
      yield* found.entries.map(({ caseId }) => caseId);
      cursor = found.cursor;
    } while (cursor !== undefined);
  }
}

/** Every measure and every signal of an organisation. */
export async function* madeOfComplaints(organisation: string, cases: CaseStore): AsyncGenerator<Dossier> {
  for await (const caseId of filesIn(["measures", "signals"], organisation, cases))
    yield await cases.load(organisation, caseId);
}

/** Whether words about a complaint stand here that itself has not been erased: such a file is erased with its complaint, not before it. */
export async function waitsForComplaint(dossier: Dossier, cases: CaseStore): Promise<boolean> {
  for (const caseId of complaintsBehind(dossier)) {
    const complaint = await cases.load(dossier.organisation, caseId);
    if (complaint.erasure.erasedAt === undefined) return true;
  }
  return false;
}
