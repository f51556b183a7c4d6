import { z } from "zod";
import type { Item } from "../ports.ts";

const itemSchema = z
  .object({
    pk: z.string(),
    sk: z.string(),
    gsi1pk: z.string().exactOptional(),
    gsi1sk: z.string().exactOptional(),
  })
  .catchall(z.json());

/** What a store gave back, as an item. Throws a ZodError when something else than this product wrote it. */
export function storedItem(stored: unknown): Item {
  return itemSchema.parse(stored);
}
