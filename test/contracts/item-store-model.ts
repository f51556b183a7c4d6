import { keyOf } from "../../shared/aws/table-limits.ts";
import type { Item, Key, Query, Write } from "../../shared/ports.ts";

const name = ({ pk, sk }: Key) => JSON.stringify([pk, sk]);
const bytewise = (left: string, right: string) => Buffer.compare(Buffer.from(left), Buffer.from(right));

/** What a table is, as plainly as it can be said: the adapters must do the same. */
export class TableModel {
  readonly #items = new Map<string, Item>();

  /** The positions of the writes whose condition does not hold; when there are none, all writes have been done. */
  transact(writes: readonly Write[]): readonly number[] {
    const failed = writes.flatMap((write, at) => (this.#holds(write) ? [] : [at]));
    if (failed.length > 0) return failed;
    for (const write of writes) {
      if ("put" in write) this.#items.set(name(write.put), write.put);
      if ("delete" in write) this.#items.delete(name(write.delete));
      if ("add" in write) this.#add(write.add, write.numbers);
    }
    return [];
  }

  /** All items, in whatever order. */
  items(): readonly Item[] {
    return [...this.#items.values()];
  }

  /** All items of a query, whatever its page. Items with the same index key come in any order. */
  query({ partition, index, prefix = "", descending = false }: Query): readonly Item[] {
    const sorted = this.items()
      .flatMap((item) => {
        const [group, sort] = index === "gsi1" ? [item.gsi1pk, item.gsi1sk] : [item.pk, item.sk];
        return group === partition && sort?.startsWith(prefix) ? [{ item, sort }] : [];
      })
      .toSorted((left, right) => bytewise(left.sort, right.sort))
      .map(({ item }) => item);
    return descending ? sorted.toReversed() : sorted;
  }

  #add({ pk, sk }: Key, numbers: Readonly<Record<string, number>>): void {
    const known: Item = this.#items.get(name({ pk, sk })) ?? { pk, sk };
    const sums = Object.entries(numbers).map(([attribute, number]) => [
      attribute,
      Number(known[attribute] ?? 0) + number,
    ]);
    this.#items.set(name({ pk, sk }), { ...known, ...Object.fromEntries(sums) });
  }

  #holds(write: Write): boolean {
    const key = keyOf(write);
    const item = this.#items.get(name(key));
    if (write.when === undefined) return true;
    if (write.when === "absent") return item === undefined;
    if (write.when === "present") return item !== undefined;
    return item !== undefined && Object.entries(write.when).every(([attribute, value]) => item[attribute] === value);
  }
}
