import fc from "fast-check";

interface Change {
  readonly at: number;
  readonly remove: number;
  readonly insert: Uint8Array;
  readonly cut: boolean;
}

/** The mail with bytes changed, dropped, doubled, put in, and cut. */
export function mutationsOf(original: Uint8Array): fc.Arbitrary<Uint8Array> {
  const telling = ["\r\n", "\r\n\r\n", "--", "=?utf-8?B?", "=", "\u0000", ":", ";", "<", "Content-Type: "].map(
    (text): Uint8Array => new TextEncoder().encode(text),
  );
  const change = fc.record({
    at: fc.nat({ max: original.length }),
    remove: fc.nat({ max: 40 }),
    insert: fc.oneof(fc.uint8Array({ maxLength: 10 }), fc.constantFrom(...telling)),
    cut: fc.integer({ min: 0, max: 5 }).map((value) => value === 0),
  });
  return fc.array(change, { minLength: 1, maxLength: 5 }).map((changes) => changes.reduce(changed, original));
}

function changed(bytes: Uint8Array, { at, remove, insert, cut }: Change): Uint8Array {
  const rest = cut && at > 100 ? new Uint8Array() : bytes.subarray(at + remove);
  return new Uint8Array(Buffer.concat([bytes.subarray(0, at), insert, rest]));
}
