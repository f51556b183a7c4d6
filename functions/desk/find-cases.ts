import { dueAt } from "../../shared/domain/clocks.ts";
import { mayOpen, partiesOf } from "../../shared/domain/desk-rights.ts";
import type { Dossier } from "../../shared/domain/dossier.ts";
import type { RegisterRow } from "../../shared/domain/register/register-row.ts";
import { personIdOf } from "../../shared/domain/roles.ts";
import type { CaseStore } from "../../shared/store/cases.ts";
import { type ListQuery, listFiles } from "../../shared/store/listings.ts";
import { readRow } from "../../shared/store/register.ts";
import { searchFiles } from "../../shared/store/search.ts";
import type { CasesQuery } from "./cases-query.ts";
import type { Visitor } from "./visitor.ts";

/** Complaints on a page of the overview. */
const pageSize = 25;
/** Pages of a list that are read for one page of the overview, when few of them pass the filters. */
const mostPages = 10;
/** What is gathered of a search or of somebody's own cases; who has more must look for less. */
const mostGathered = 300;

export interface FoundCases {
  readonly dossiers: readonly Dossier[];
  /** Where the next page begins. */
  readonly cursor?: string | undefined;
  /** There is more, and no next page: the search must be narrower. */
  readonly tooMany: boolean;
}

/** The complaints of a query that the visitor may see. What it costs depends on what is shown, not on how many complaints there are. */
export async function findCases(
  query: CasesQuery,
  visitor: Visitor,
  hidden: ReadonlySet<string>,
  cases: CaseStore,
): Promise<FoundCases> {
  const found = { query, visitor, hidden, cases };
  if (query.q !== "") return bySearch(found);
  // The list of an owner has what is open.
  if (query.mine === "1" && (query.show === "open" || query.show === "late")) {
    const lists = partiesOf(visitor.colleague, visitor.procedure).map((party) => ({ list: `owner:${party}` }));
    return gathered(lists, found);
  }
  return byPage(found);
}

interface Finding {
  readonly query: CasesQuery;
  readonly visitor: Visitor;
  readonly hidden: ReadonlySet<string>;
  readonly cases: CaseStore;
}

/** By number, names, addresses and words of the subject. */
async function bySearch(finding: Finding): Promise<FoundCases> {
  const { query, visitor, cases } = finding;
  const found = await searchFiles(cases.items, visitor.procedure.id, query.q, mostGathered);
  const shown = await inOrder(
    found.files.map(({ caseId }) => caseId),
    finding,
  );
  return { ...shown, tooMany: found.tooMany };
}

/** Everything of some short lists, in the order that was asked for. */
async function gathered(lists: readonly Pick<ListQuery, "list" | "prefix">[], finding: Finding): Promise<FoundCases> {
  const { visitor, cases } = finding;
  const pages = await Promise.all(
    lists.map((one) => listFiles(cases.items, visitor.procedure.id, { ...one, limit: mostGathered })),
  );
  const ids = new Set(pages.flatMap(({ entries }) => entries.map(({ caseId }) => caseId)));
  const found = await inOrder([...ids], finding);
  return { ...found, tooMany: found.tooMany || pages.some(({ cursor }) => cursor !== undefined) };
}

/** Those of these files that pass: the most urgent first of one's own, the newest first of a search, unless another order was asked for. */
async function inOrder(ids: readonly string[], finding: Finding): Promise<FoundCases> {
  const { query, visitor } = finding;
  const dossiers = await loaded(ids.slice(0, mostGathered), finding);
  const order = query.order ?? (query.q === "" ? "urgent" : "newest");
  const keyOf = (dossier: Dossier) =>
    order === "urgent" ? dueAt("decision", dossier, visitor.procedure) : dossier.registeredAt;
  const sorted = dossiers.toSorted((a, b) => keyOf(a).localeCompare(keyOf(b)));
  return { dossiers: order === "newest" ? sorted.reverse() : sorted, tooMany: ids.length > mostGathered };
}

/** Whole pages of one long list, until enough of it passes. */
async function byPage(finding: Finding): Promise<FoundCases> {
  const { query, visitor, cases } = finding;
  const { list, descending } = listFor(query);
  const dossiers: Dossier[] = [];
  let { cursor } = query;
  for (let page = 1; page <= mostPages; page += 1) {
    const part = { list, descending, limit: pageSize, ...(cursor !== undefined && { cursor }) };
    const found = await listFiles(cases.items, visitor.procedure.id, part);
    const now = cases.now();
    // The most urgent come first: after the first that is on time, all are.
    const late = query.show === "late" ? found.entries.filter(({ sort }) => sort <= now) : found.entries;
    dossiers.push(
      ...(await loaded(
        late.map(({ caseId }) => caseId),
        finding,
      )),
    );
    cursor = late.length < found.entries.length ? undefined : found.cursor;
    if (cursor === undefined || dossiers.length >= pageSize) break;
  }
  return { dossiers, cursor, tooMany: false };
}

/** The list that has the fewest others in it, in the wanted order. */
function listFor({ show, category, channel, order }: CasesQuery): {
  readonly list: string;
  readonly descending: boolean;
} {
  if (show === "late") return { list: "open", descending: false };
  const narrow = category === undefined ? channel : category;
  // What is closed has no hurry.
  if (narrow !== undefined && (order !== "urgent" || show !== "open")) {
    const list = category === undefined ? `channel:${narrow}` : `category:${narrow}`;
    return { list, descending: order !== "oldest" };
  }
  if (show === "open" && (order === undefined || order === "urgent")) return { list: "open", descending: false };
  if (show === "closed") return { list: "closed", descending: order !== "oldest" };
  return { list: "complaints", descending: order !== "oldest" };
}

/** The files behind these ids that pass the filters, in their order. Rows are read first: most of what is left out never has to be loaded. */
async function loaded(ids: readonly string[], finding: Finding): Promise<readonly Dossier[]> {
  const { query, visitor, hidden, cases } = finding;
  const { colleague, procedure } = visitor;
  const dossiers = await Promise.all(
    ids
      .filter((caseId) => !hidden.has(caseId))
      .map(async (caseId) => {
        const row = await readRow(cases.items, procedure.id, caseId);
        if (row === undefined || !passes(row, query)) return [];
        const dossier = await cases.load(procedure.id, caseId);
        const late = dossier.status === "open" && dueAt("decision", dossier, procedure) <= cases.now();
        const isTheirs = query.mine !== "1" || personIdOf(dossier.owner, procedure) === colleague.id;
        const isWanted = isTheirs && (query.show !== "late" || late);
        return isWanted && mayOpen(colleague, dossier, procedure) ? [dossier] : [];
      }),
  );
  return dossiers.flat();
}

function passes(row: RegisterRow, { show, category, channel }: CasesQuery): boolean {
  const wanted = show === "all" || (show === "closed" ? row.status === "closed" : row.status === "open");
  return (
    wanted &&
    (category === undefined || row.category === category) &&
    (channel === undefined || row.channel === channel)
  );
}
