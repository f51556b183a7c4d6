import { isSurveyed } from "../../shared/domain/survey.ts";
import type { CaseStore } from "../../shared/store/cases.ts";

/** The path reached its end before the four facts were there (A24): the path is wrong, so this must be seen by somebody. */
export class FourFactsMissing extends Error {
  override readonly name = "FourFactsMissing";
}

/** Closes a case, and says whether satisfaction is asked later (B35). @throws {FourFactsMissing} */
export async function closeCase(
  { organisation, caseId }: { readonly organisation: string; readonly caseId: string },
  { cases }: { readonly cases: CaseStore },
): Promise<{ readonly next: "survey" | "end" }> {
  const executed = await cases.execute(organisation, caseId, { type: "CloseCase" });
  if (!executed.ok) throw new FourFactsMissing(`Case ${caseId} cannot be closed: ${JSON.stringify(executed.refusal)}`);
  return { next: isSurveyed(executed.dossier, cases.procedure(organisation)) ? "survey" : "end" };
}
