import { measuresOf, signalsOf } from "../domain/register/listings-of.ts";
import type { CaseStore } from "../store/cases.ts";
import { kept, type PendingShielding } from "../store/outbox.ts";
import { readRow } from "../store/register.ts";
import { filesIn } from "./closed-files.ts";
import { looksBackOn } from "./involvement.ts";

/**
 * Keeps the measures and signals that came of a complaint, and the reviews that look back on it, from a colleague whom it turned out to be
 * about once they were there already. Doing it again changes nothing.
 */
export async function shieldRespondent(
  { organisation, caseId, respondent }: Pick<PendingShielding, "organisation" | "caseId" | "respondent">,
  { cases }: { readonly cases: CaseStore },
): Promise<void> {
  const { respondents } = await cases.load(organisation, caseId);
  const person = respondents.find(({ party }) => party === respondent)?.person;
  if (person !== undefined) {
    for (const file of await madeOf(organisation, caseId, cases))
      await cases.execute(organisation, file, { type: "ShieldColleague", person });
  }
  await cases.items.transact([kept({ what: "shielding", organisation, caseId, respondent })]);
}

/** The files that tell of a complaint. */
async function madeOf(organisation: string, caseId: string, cases: CaseStore): Promise<readonly string[]> {
  const files = await Array.fromAsync(filesIn([measuresOf(caseId), signalsOf(caseId)], organisation, cases));
  const row = await readRow(cases.items, organisation, caseId);
  const involvement = { files: new Set(files), months: new Set(row === undefined ? [] : [row.month]) };
  for await (const review of filesIn(["reviews"], organisation, cases)) {
    const { matter } = await cases.load(organisation, review);
    if (matter.kind === "review" && looksBackOn(matter.review, involvement)) files.push(review);
  }
  return files;
}
