import type { PostReport } from "../domain/deciding/letter-reports.ts";
import { type CaseStore, UnknownCase } from "../store/cases.ts";

/** Which letter the post speaks of, and what it says. */
export interface ReportedLetter {
  readonly organisation: string;
  readonly caseId: string;
  readonly letterId: string;
  readonly report: PostReport;
}

/**
 * Writes in the case what the post tells of a letter, with what follows from it. Reports may come in any order, more than once, and before we
 * wrote that the letter was sent; of a case that is not there, or was erased, nothing is kept.
 * @throws {TryAgain} {StoreUnavailable}
 */
export async function reportLetter(
  { organisation, caseId, letterId, report }: ReportedLetter,
  { cases }: { readonly cases: CaseStore },
): Promise<void> {
  try {
    await cases.execute(organisation, caseId, { type: "ReportLetter", letterId, report });
  } catch (error) {
    if (!(error instanceof UnknownCase)) throw error;
  }
}
