import { measuresOf, signalsOf } from "../domain/register/listings-of.ts";
import type { CaseStore } from "../store/cases.ts";
import { kept, type PendingShielding } from "../store/outbox.ts";
import { filesIn } from "./closed-files.ts";

/**
 * Keeps the measures and signals that came of a complaint from a colleague whom it turned out to be about once they were there already (B23).
 * Doing it again changes nothing.
 */
export async function shieldRespondent(
  { organisation, caseId, respondent }: Pick<PendingShielding, "organisation" | "caseId" | "respondent">,
  { cases }: { readonly cases: CaseStore },
): Promise<void> {
  const { respondents } = await cases.load(organisation, caseId);
  const person = respondents.find(({ party }) => party === respondent)?.person;
  if (person !== undefined) {
    for await (const file of filesIn([measuresOf(caseId), signalsOf(caseId)], organisation, cases))
      await cases.execute(organisation, file, { type: "ShieldColleague", person });
  }
  await cases.items.transact([kept({ what: "shielding", organisation, caseId, respondent })]);
}
