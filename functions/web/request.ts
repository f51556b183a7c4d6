import { z } from "zod";
import { type Language, languages } from "../../shared/domain/text.ts";

const field = z
  .union([z.string(), z.array(z.string())])
  .transform((value) => (Array.isArray(value) ? (value.at(-1) ?? "") : value));

/** An HTTP API request (payload 2.0) after the router and the body parser; header names are in lower case. */
const schema = z.object({
  rawPath: z.string(),
  pathParameters: z.record(z.string(), z.string()).optional(),
  queryStringParameters: z.record(z.string(), z.string()).optional(),
  headers: z.record(z.string(), z.string().optional()),
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
  readonly form: Readonly<Record<string, string>>;
  /** What the browser says about where a request comes from (Fetch Metadata); old browsers say nothing. */
  readonly site: string | undefined;
}

export function requestOf(event: unknown): Request {
  const { rawPath, pathParameters = {}, queryStringParameters = {}, headers, body } = schema.parse(event);
  return {
    path: rawPath,
    secret: pathParameters["secret"] ?? "",
    parameters: pathParameters,
    query: queryStringParameters,
    language: languages.find((one) => one === queryStringParameters["lang"]),
    form: typeof body === "object" ? body : {},
    site: headers["sec-fetch-site"],
  };
}
