import type { CaseStore } from "../store/cases.ts";
import { troublePromised } from "../store/troubles.ts";

/** A mail of our own accord to a colleague, such as the list of what is due, that came back or was called spam. */
export interface ReportedMail {
  readonly organisation: string;
  /** The colleague's id in the procedure. */
  readonly person: string;
  readonly providerMessageId: string;
  readonly problem: "returned" | "spam";
}

/** Has the administrator told. Nobody else waits for such a mail. @throws {StoreUnavailable} */
export async function reportOwnMail(
  { organisation, person, providerMessageId, problem }: ReportedMail,
  { cases }: { readonly cases: CaseStore },
): Promise<void> {
  const known = cases.procedures.find(({ id }) => id === organisation)?.people.some(({ id }) => id === person);
  if (known !== true) return;
  const troubleId = `mail-${providerMessageId}`;
  await cases.items.transact([troublePromised({ organisation, troubleId, problem, person }, cases.now())]);
}
