import type { Block } from "./content.ts";
import type { FramedLetter } from "./frame.ts";

/** The plain text part: blank lines between blocks, links as whole URLs on a line of their own. */
export function toText({ head, post, salutation, blocks, closing, signature, phone }: FramedLetter): string {
  const envelope = post === undefined ? [] : [...listOf(post.addressee), post.day];
  const end = `${closing}\n${signature}\n${phone}`;
  return `${[head, ...envelope, salutation, ...blocks.map(blockAsText), end].join("\n\n")}\n`;
}

/** The lines as one paragraph, or none at all. */
function listOf(lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [lines.join("\n")];
}

function blockAsText(block: Block): string {
  switch (block.type) {
    case "paragraph":
    case "heading":
    case "prose":
      return block.text;
    case "list":
      return block.items.map((item) => `- ${item}`).join("\n");
    case "link":
      return `${block.label}:\n${block.url}`;
    case "quotation":
      return block.text
        .split("\n")
        .map((line) => (line === "" ? ">" : `> ${line}`))
        .join("\n");
    case "rows":
      return block.rows.map(({ term, detail }) => `${term}: ${detail}`).join("\n");
  }
}
