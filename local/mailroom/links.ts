/** The web addresses in a letter, in order of appearance and each once: those of the text, then those only the HTML has. */
export function linksOf(text: string, html: string): readonly string[] {
  const written = [...text.matchAll(/https?:\/\/[^\s<>"']+/giu)].map(([address]) =>
    address.replace(/[.,;:!?)\]]+$/u, ""),
  );
  const linked = [...html.matchAll(/<a\s[^>]*?href\s*=\s*(?:"([^"]*)"|'([^']*)')/giu)].map(([, double, single]) =>
    (double ?? single ?? "").replaceAll("&amp;", "&").trim(),
  );
  return [...new Set([...written, ...linked].filter((address) => /^https?:\/\//iu.test(address)))];
}
