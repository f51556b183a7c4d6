import { replay } from "../domain/evolve.ts";
import { ConditionFailed } from "../ports.ts";
import { everyCase } from "../store/case-row.ts";
import type { CaseStore } from "../store/cases.ts";
import { readEntry } from "../store/register.ts";
import { areEarlierRegistered, earlierRegistered } from "../store/round-notes.ts";
import { noStanding, standingWrites, withinOneTransaction } from "../store/standing.ts";
import { eachFile } from "./each-file.ts";

/**
 * Puts the complaints that were filed before there was a register into it, into the totals and into the lists, so that they are counted,
 * found and erased like the others (A23, A25). Once for each organisation; what fails is tried again the next morning.
 */
export async function registerEarlier(organisation: string, { cases }: { readonly cases: CaseStore }): Promise<void> {
  if (await areEarlierRegistered(cases.items, organisation)) return;
  await eachFile(idsOf(organisation, cases), (caseId) => register(organisation, caseId, cases));
  await cases.items.transact([earlierRegistered(organisation)]);
}

async function* idsOf(organisation: string, { items }: CaseStore): AsyncGenerator<string> {
  for await (const { caseId } of everyCase(items, organisation)) yield caseId;
}

async function register(organisation: string, caseId: string, cases: CaseStore): Promise<void> {
  if ((await readEntry(cases.items, organisation, caseId)) !== undefined) return;
  const events = await cases.events(organisation, caseId);
  const { counted, listed } = standingWrites(noStanding, events, replay(events), cases.procedure(organisation));
  try {
    await cases.items.transact(withinOneTransaction(counted, listed));
  } catch (error) {
    // Something happened to it meanwhile, by which it came into the register.
    if (!(error instanceof ConditionFailed)) throw error;
  }
}
