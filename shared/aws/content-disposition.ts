/** As long as any file system takes, in UTF-16 units; the ending is kept. */
const longest = 150;

/**
 * A `Content-Disposition` that saves under this name (RFC 6266). All but plain letters is encoded (RFC 8187 3.2), so nothing in a name can
 * end the header or begin another; what would leave the folder, hide or turn the name is left out.
 */
export function attachmentNamed(name: string): string {
  const safe = safeName(name);
  const plain = safe.replace(/[^\x20-\x7E]|["\\%]/gu, "_");
  const encoded = encodeURIComponent(safe).replace(
    /['()*]/gu,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

function safeName(name: string): string {
  const line = name
    .toWellFormed()
    .replace(/[\u061C\u200B\u200E\u200F\u2028-\u202E\u2060\u2066-\u206F\uFEFF\uFFF9-\uFFFB]/gu, "")
    .replace(/[\p{Cc}/\\<>:"|?*]/gu, "_")
    .replace(/\s+/gu, " ")
    .replace(/^[.\s]+|[.\s]+$/gu, "");
  if (line === "") return "file";
  if (line.length <= longest) return line;
  const ending = /\.[A-Za-z0-9]{1,10}$/u.exec(line)?.[0] ?? "";
  return line.slice(0, longest - ending.length).toWellFormed() + ending;
}
