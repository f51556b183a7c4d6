import { z } from "zod";
import type { Item, Query } from "../ports.ts";

/** The key of the last item of a page, as DynamoDB's LastEvaluatedKey: with the index key when an index was read. */
export const positionSchema = z.strictObject({
  pk: z.string().min(1),
  sk: z.string().min(1),
  gsi1pk: z.string().min(1).optional(),
  gsi1sk: z.string().min(1).optional(),
});

export type Position = z.infer<typeof positionSchema>;

/** The cursor was not made by a query of this partition, index and prefix: somebody changed it on its way. */
export class InvalidCursor extends Error {
  override readonly name = "InvalidCursor";
}

/** Writes where a page ended as base64url text. */
export function cursorAt(position: Position | Item): string {
  const { pk, sk, gsi1pk, gsi1sk } = position;
  return Buffer.from(JSON.stringify({ pk, sk, gsi1pk, gsi1sk })).toString("base64url");
}

/** The key after which the page of this query starts. @throws {InvalidCursor} */
export function positionOf(query: Query): Position | undefined {
  if (query.cursor === undefined) return undefined;
  const position = positionSchema.safeParse(json(Buffer.from(query.cursor, "base64url").toString("utf8"))).data;
  if (position === undefined || !isInside(position, query)) throw new InvalidCursor("The cursor is of another query.");
  return position;
}

/** Checked here because DynamoDB and SQLite would each do something else with a position outside the query. */
function isInside(position: Position, query: Query): boolean {
  const partition = query.index === "gsi1" ? position.gsi1pk : position.pk;
  const sort = query.index === "gsi1" ? position.gsi1sk : position.sk;
  const indexed = position.gsi1pk !== undefined || position.gsi1sk !== undefined;
  return (
    partition === query.partition &&
    sort?.startsWith(query.prefix ?? "") === true &&
    indexed === (query.index === "gsi1")
  );
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
