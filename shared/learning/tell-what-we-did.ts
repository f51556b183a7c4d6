import type { Dossier } from "../domain/dossier.ts";
import { lastReport } from "../domain/learning/measure-seen.ts";
import { measuresOf } from "../domain/register/listings-of.ts";
import type { Text } from "../domain/text.ts";
import type { CaseStore } from "../store/cases.ts";
import { kept, type PendingTelling } from "../store/outbox.ts";
import { filesIn } from "./closed-files.ts";

/** Where whoever reported a measure wrote nothing for complainants: it can be about a colleague. */
const somethingWasDone: Text = {
  nl: "Wij hebben een maatregel genomen, zodat dit minder snel weer gebeurt. Die maatregel is nu uitgevoerd.",
  en: "We have taken a measure, so that this is less likely to happen again. That measure has now been carried out.",
};

/**
 * Tells complainants what we did, each of them once for each measure: of a measure that was reported done, all who complained and wished to
 * hear; of a complaint whose complainant wishes to hear, each measure that is done already. Doing it again tells nobody twice.
 */
export async function tellWhatWeDid(
  { organisation, caseId, taskId }: Pick<PendingTelling, "organisation" | "caseId" | "taskId">,
  { cases }: { readonly cases: CaseStore },
): Promise<void> {
  const dossier = await cases.load(organisation, caseId);
  if (dossier.matter.kind === "measure") {
    for (const complaint of new Set(dossier.matter.measure.cases)) await tell(dossier, complaint, cases);
  } else {
    for await (const measureId of filesIn([measuresOf(caseId)], organisation, cases)) {
      await tell(await cases.load(organisation, measureId), caseId, cases);
    }
  }
  await cases.items.transact([kept({ what: "telling", organisation, caseId, taskId })]);
}

/** The case itself knows whether its complainant wishes to hear, and whether they did. */
async function tell(measure: Dossier, complaint: string, cases: CaseStore): Promise<void> {
  const report = lastReport(measure);
  if (report?.answer.outcome !== "done") return;
  const { organisation, caseId: measureId, number: measureNumber } = measure;
  const { language } = await cases.load(organisation, complaint);
  const text = report.answer.private["toldComplainants"] ?? somethingWasDone[language];
  await cases.execute(organisation, complaint, { type: "TellMeasure", measureId, measureNumber, text });
}
