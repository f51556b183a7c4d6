import { z } from "zod";
import { type SealedEvent, sealedEvent, withoutWords } from "../domain/seal.ts";
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
export const appendEvent = (organisation: string, caseId: string, sealed: SealedEvent): Write => ({
  put: itemOf(organisation, caseId, sealed),
  when: "absent",
});

/** Takes the words out of an event; the chain still verifies. */
export const eraseEvent = (organisation: string, caseId: string, sealed: SealedEvent): Write => ({
  put: itemOf(organisation, caseId, withoutWords(sealed)),
  when: "present",
});

function itemOf(organisation: string, caseId: string, sealed: SealedEvent): Item {
  return {
    ...caseKey(organisation, caseId, eventSort(sealed.version)),
    sealed: z.json().parse(JSON.parse(JSON.stringify(sealed))),
  };
}
