import type { Colleague } from "../../shared/domain/desk-rights.ts";
import type { CaseStore } from "../../shared/store/cases.ts";
import { listFiles } from "../../shared/store/listings.ts";

/** One page is enough for anybody but a house that complains about one person only; the rest is read on. */
const pageSize = 500;

/** The files that a colleague is involved in: they stand in no list, no count and no download of theirs. */
export async function hiddenFrom(
  colleague: Colleague,
  organisation: string,
  { items }: CaseStore,
): Promise<ReadonlySet<string>> {
  const hidden = new Set<string>();
  let cursor: string | undefined;
  do {
    const query = { list: `involved:${colleague.id}`, limit: pageSize, ...(cursor !== undefined && { cursor }) };
    const page = await listFiles(items, organisation, query);
    for (const { caseId } of page.entries) hidden.add(caseId);
    cursor = page.cursor;
  } while (cursor !== undefined);
  return hidden;
}
