import { z } from "zod";
import { type SealedEvent, sealedEvent } from "../domain/seal.ts";
import type { Item, ItemStore, Write } from "../ports.ts";
import { caseKey, casePartition, eventSort } from "./keys.ts";
import { everyItem } from "./pages.ts";

/** The events of a case, oldest first; empty for a case that does not exist. */
export async function readEvents(
  store: ItemStore,
  organisation: string,
  caseId: string,
): Promise<readonly SealedEvent[]> {
  const events: SealedEvent[] = [];
  for await (const item of everyItem(store, { partition: casePartition(organisation, caseId), prefix: "EVENT#" })) {
    events.push(sealedEvent.parse(item["sealed"]));
  }
  return events;
}

/** Appends an event; refused when another took its version first. */
export function appendEvent(organisation: string, caseId: string, sealed: SealedEvent): Write {
  const item: Item = {
    ...caseKey(organisation, caseId, eventSort(sealed.version)),
    sealed: z.json().parse(JSON.parse(JSON.stringify(sealed))),
  };
  return { put: item, when: "absent" };
}
