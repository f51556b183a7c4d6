/** One start tag of rendered markup, with its attributes decoded. */
export interface StartTag {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** The start tags of markup as our renderer writes it: attribute values in double quotes. */
export function startTags(html: string): readonly StartTag[] {
  return [...html.matchAll(/<([a-z][a-z0-9]*)((?:[^>"]|"[^"]*")*)>/g)].map(([, tag = "", rest = ""]) => ({
    tag,
    attributes: Object.fromEntries(
      [...rest.matchAll(/([a-zA-Z-]+)(?:="([^"]*)")?/g)].map(([, name = "", value = ""]) => [name, decoded(value)]),
    ),
  }));
}

/** What a reader sees, without tags; the spaces between words are single. */
export function readable(html: string): string {
  const body = html.replace(/^[\s\S]*<body/, "<body");
  return decoded(body.replace(/<(?:[^>"]|"[^"]*")*>/g, " "))
    .replace(/\s+/g, " ")
    .replace(/ ([.,:])/g, "$1");
}

function decoded(value: string): string {
  return value
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");
}
