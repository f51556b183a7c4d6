import type { Letter } from "./letters.ts";

/**
 * The HTML of a letter as a document of its own, in which links open beside the mailroom. It is shown under a policy
 * that runs and loads nothing, so its own markup is left as it is.
 */
export function letterDocument({ html }: Pick<Letter, "html">): string {
  const base = '<base target="_blank">';
  const head = /<head(?:\s[^>]*)?>/iu.exec(html);
  if (head === null) return `<!doctype html>${base}${html}`;
  const inside = head.index + head[0].length;
  return `${html.slice(0, inside)}${base}${html.slice(inside)}`;
}
