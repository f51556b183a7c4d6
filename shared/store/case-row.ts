import { z } from "zod";
import type { Dossier } from "../domain/dossier.ts";
import { phases } from "../domain/tasks/task-kind.ts";
import type { Item, ItemStore } from "../ports.ts";
import { caseKey, listed, listPartition } from "./keys.ts";
import { everyItem } from "./pages.ts";

const row = z.object({
  organisation: z.string(),
  caseId: z.string(),
  number: z.string(),
  status: z.enum(["open", "closed"]),
  phase: z.enum(phases),
  /** Who answers for the case, as a party code. */
  owner: z.string(),
  registeredAt: z.iso.datetime(),
  closedAt: z.iso.datetime().nullable(),
});

/** A case in a list (B10). It holds no names and no words. */
export type CaseRow = z.infer<typeof row>;

export function caseRow(dossier: Dossier): Item {
  const { organisation, caseId, number, status, phase, owner, registeredAt, version, matter } = dossier;
  return {
    ...caseKey(organisation, caseId, "CASE"),
    ...(matter.kind === "complaint" && listed("CASES", organisation, registeredAt, caseId)),
    organisation,
    caseId,
    number,
    status,
    phase,
    owner,
    registeredAt,
    closedAt: dossier.status === "closed" ? dossier.closedAt : null,
    version,
  };
}

/** The cases of an organisation, oldest first. */
export async function* everyCase(store: ItemStore, organisation: string): AsyncGenerator<CaseRow> {
  for await (const item of everyItem(store, { partition: listPartition("CASES", organisation), index: "gsi1" })) {
    yield row.parse(item);
  }
}
