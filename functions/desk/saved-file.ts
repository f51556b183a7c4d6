import type { Response } from "../web/response.ts";

/**
 * A function answers with 6 MB at most (docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html), in which bytes take a third more as
 * base64.
 */
const mostBytes = 4_400_000;

export const fits = (bytes: Uint8Array): boolean => bytes.length <= mostBytes;

/** A file that we made, to save; `name` is of plain letters, digits, dots and hyphens. */
export const savedFile = (bytes: Uint8Array, name: string, contentType: string): Response => ({
  statusCode: 200,
  headers: { "content-type": contentType, "content-disposition": `attachment; filename="${name}"` },
  body: Buffer.from(bytes).toString("base64"),
  isBase64Encoded: true,
});
