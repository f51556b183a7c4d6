import { z } from "zod";
import type { Item } from "../shared/ports.ts";
import type { SqliteItemStore } from "./adapters/item-store.ts";

/** The event that ends the erasing of a file, or a mail of the intake log whose sender and subject are gone. */
const erased = z.union([
  z.object({ sealed: z.object({ event: z.object({ type: z.literal("PersonalDataErased") }) }) }),
  z.object({ erased: z.literal(true) }),
]);

/** Erased words stay nowhere on disk: once something was erased, the next call writes the file anew. */
export function overwriting(items: SqliteItemStore): () => void {
  let isDue = false;
  items.onCommitted((put: readonly Item[]) => {
    isDue ||= put.some((item) => erased.safeParse(item).success);
  });
  return () => {
    if (isDue) items.compact();
    isDue = false;
  };
}
