import { z } from "zod";
import { type Language, languages } from "../../shared/domain/text.ts";

/** A field that was posted more than once has all of its values. */
const field = z.union([z.string().transform((value) => [value]), z.array(z.string())]).readonly();

/** An HTTP API request (payload 2.0) after the router and the body parser; header names are in lower case. */
const schema = z.object({
  rawPath: z.string(),
  pathParameters: z.record(z.string(), z.string()).optional(),
  queryStringParameters: z.record(z.string(), z.string()).optional(),
  headers: z.record(z.string(), z.string().optional()),
  /** `name=value` each. */
  cookies: z.array(z.string()).optional(),
  body: z.union([z.record(z.string(), field), z.string()]).optional(),
});

export interface Request {
  readonly path: string;
  /** The secret of the link, as it stands in the path. */
  readonly secret: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  /** What the visitor chose with `?lang=`; else what fits the page. */
  readonly language: Language | undefined;
  /** What was posted, by field; of a field that was posted more than once, the last. */
  readonly form: Readonly<Record<string, string>>;
  /** The same with all values of each field, for checkboxes. */
  readonly lists: Readonly<Record<string, readonly string[]>>;
  /** What the browser says about where a request comes from (Fetch Metadata); old browsers say nothing. */
  readonly site: string | undefined;
  /** Which site posted, where the browser tells (RFC 6454 7.3); `null` with `no-referrer`. */
  readonly postedFrom: string | undefined;
  /** Cookies by name, as the browser sent them: not to be trusted. */
  readonly cookies: Readonly<Record<string, string>>;
  /** Over https, so that cookies may be for https alone. */
  readonly secure: boolean;
  /** Where this installation is for the visitor, `https://klachten.example`: begins links that are used elsewhere. */
  readonly origin: string;
}

export function requestOf(event: unknown): Request {
  const { rawPath, pathParameters = {}, queryStringParameters = {}, headers, cookies = [], body } = schema.parse(event);
  const lists = typeof body === "object" ? body : {};
  return {
    path: rawPath,
    secret: pathParameters["secret"] ?? "",
    parameters: pathParameters,
    query: queryStringParameters,
    language: languages.find((one) => one === queryStringParameters["lang"]),
    form: Object.fromEntries(Object.entries(lists).map(([name, values]) => [name, values.at(-1) ?? ""])),
    lists,
    site: headers["sec-fetch-site"],
    postedFrom: headers["origin"],
    cookies: Object.fromEntries(cookies.map(nameAndValue)),
    secure: headers["x-forwarded-proto"] === "https",
    origin: originOf(headers),
  };
}

/** The HTTP API and the local server take requests for their own names only. */
function originOf(headers: Readonly<Record<string, string | undefined>>): string {
  const host = headers["host"] ?? "";
  const protocol = headers["x-forwarded-proto"] === "https" ? "https" : "http";
  return /^[A-Za-z0-9.:[\]-]+$/.test(host) ? `${protocol}://${host}` : "";
}

function nameAndValue(cookie: string): readonly [string, string] {
  const equals = cookie.indexOf("=");
  return [cookie.slice(0, Math.max(equals, 0)).trim(), cookie.slice(equals + 1).trim()];
}
