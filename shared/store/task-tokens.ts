import { z } from "zod";
import type { ItemStore } from "../ports.ts";
import { caseKey } from "./keys.ts";

const parked = z.object({ token: z.string() });

/** Remembers the token with which the state machine waits; the newest wins, older ones are dead. */
export async function parkToken(
  store: ItemStore,
  organisation: string,
  caseId: string,
  taskId: string,
  token: string,
): Promise<void> {
  await store.transact([{ put: { ...caseKey(organisation, caseId, `TOKEN#${taskId}`), token } }]);
}

export async function parkedToken(
  store: ItemStore,
  organisation: string,
  caseId: string,
  taskId: string,
): Promise<string | undefined> {
  const item = await store.get(caseKey(organisation, caseId, `TOKEN#${taskId}`));
  return item === undefined ? undefined : parked.parse(item).token;
}
