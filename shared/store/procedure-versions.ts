import { z } from "zod";
import type { ItemStore } from "../ports.ts";
import { ConditionFailed } from "../ports.ts";
import { procedureKey, procedurePartition, procedureSort } from "./keys.ts";
import { everyItem } from "./pages.ts";

const kept = z.object({ version: z.number().int(), content: z.string() });
const content = z.json();

/** A version of a procedure as it was kept: whoever reads it checks it again. */
export interface KeptVersion {
  readonly version: number;
  readonly content: z.infer<typeof content>;
}

/** Keeps a version of the procedure once; what is there already stays as it is. */
export async function keepVersion(
  store: ItemStore,
  organisation: string,
  version: number,
  procedure: unknown,
): Promise<void> {
  const key = procedureKey(organisation, version);
  if ((await store.get(key)) !== undefined) return;
  try {
    await store.transact([{ put: { ...key, version, content: JSON.stringify(procedure) }, when: "absent" }]);
  } catch (error) {
    // Another round kept it at the same moment.
    if (!(error instanceof ConditionFailed)) throw error;
  }
}

/** Every version that was kept, the oldest first. */
export async function keptVersions(store: ItemStore, organisation: string): Promise<readonly KeptVersion[]> {
  const found: KeptVersion[] = [];
  for await (const item of everyItem(store, { partition: procedurePartition(organisation), prefix: procedureSort })) {
    const { version, content: text } = kept.parse(item);
    found.push({ version, content: content.parse(JSON.parse(text)) });
  }
  return found;
}
