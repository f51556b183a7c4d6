/** Characters of one block of fields that are read; a header of honest mail is a tenth of it. */
const most = 64 * 1024;

/** One field of a header: its name in lower case, its value on one line. */
export interface Field {
  readonly name: string;
  readonly value: string;
}

/** Blocks of fields (RFC 5322 2.2), as a header is one and a delivery status (RFC 3464 2.1) several, with empty lines between. */
export function fieldBlocks(bytes: Uint8Array): readonly (readonly Field[])[] {
  // A part with a mark of byte order begins with it, and `TextDecoder` takes it off.
  const text = new TextDecoder().decode(bytes.subarray(0, most));
  const blocks: Field[][] = [];
  let block: Field[] = [];
  for (const line of text.split(/\r\n|\n|\r/u)) {
    const last = block.at(-1);
    if (line.trim() === "") {
      if (block.length > 0) blocks.push(block);
      block = [];
    } else if (/^[ \t]/u.test(line) && last !== undefined) {
      block.splice(-1, 1, { name: last.name, value: `${last.value} ${line.trim()}` });
    } else {
      const field = /^([!-9;-~]{1,80})[ \t]*:(.*)$/u.exec(line);
      if (field !== null) block.push({ name: (field[1] ?? "").toLowerCase(), value: (field[2] ?? "").trim() });
    }
  }
  return block.length > 0 ? [...blocks, block] : blocks;
}

/** The values of a field in a block, in order. */
export function valuesOf(name: string, block: readonly Field[]): readonly string[] {
  return block.filter((field) => field.name === name).map(({ value }) => value);
}
