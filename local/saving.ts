import { attachmentNamed } from "../shared/aws/content-disposition.ts";
import type { Archive } from "../shared/ports.ts";
import { type SaveLinks, savePath } from "./adapters/save-links.ts";
import type { HttpRequest, HttpResponse } from "./http-server.ts";

/** A file that a link lets somebody save is no page of ours: it runs nothing, is shown nowhere and is kept by nobody in between. */
const headers = {
  "x-content-type-options": "nosniff",
  "content-security-policy": "default-src 'none'; sandbox",
  "cache-control": "no-store",
  "referrer-policy": "no-referrer",
  "x-robots-tag": "noindex",
} as const;

/** Answers the links of the archive, as S3 does on AWS; nothing for any other path. */
export function saving(archive: Pick<Archive, "get">, links: SaveLinks) {
  return async ({ method, url }: Pick<HttpRequest, "method" | "url">): Promise<HttpResponse | undefined> => {
    if (!url.pathname.startsWith(savePath)) return undefined;
    const permit = method === "GET" || method === "HEAD" ? await links.permitIn(url.pathname) : undefined;
    if (permit === undefined) return refused(403, overdue);
    const bytes = await archive.get(permit.key);
    if (bytes === undefined) return refused(404, gone);
    const named = { "content-type": "application/octet-stream", "content-disposition": attachmentNamed(permit.name) };
    return { status: 200, headers: { ...headers, ...named, "content-length": String(bytes.length) }, body: bytes };
  };
}

const overdue =
  "Deze link werkt niet meer. Ga terug naar de zaak en klik het bestand nog eens aan.\nThis link does not work any more. Go back to the case and click the file once more.\n";
const gone = "Dit bestand is er niet meer.\nThis file is not there any more.\n";

const refused = (status: number, body: string): HttpResponse => ({
  status,
  headers: { ...headers, "content-type": "text/plain; charset=utf-8" },
  body,
});
