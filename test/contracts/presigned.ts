import { createHash, createHmac } from "node:crypto";

interface Presigned {
  readonly method: string;
  /** Path and query, as they came in. */
  readonly url: string;
  readonly host: string;
}

/**
 * What S3 finds wrong with a presigned address, as an error code
 * (https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html); nothing for a good one.
 */
export function presignedProblem(
  { method, url, host }: Presigned,
  { secret, now }: { readonly secret: string; readonly now: number },
): string | undefined {
  const [path = "", query = ""] = url.split("?");
  const parameters = new URLSearchParams(query);
  const of = (name: string) => parameters.get(`X-Amz-${name}`) ?? "";
  const scope = of("Credential").split("/").slice(1);
  const signed = query
    .split("&")
    .filter((one) => !one.startsWith("X-Amz-Signature="))
    .sort()
    .join("&");
  const request = [method, path, signed, `host:${host}`, "", of("SignedHeaders"), "UNSIGNED-PAYLOAD"].join("\n");
  const toSign = ["AWS4-HMAC-SHA256", of("Date"), scope.join("/"), sha256(request)].join("\n");
  const key = scope.reduce<string | Buffer>((from, part) => hmac(from, part), `AWS4${secret}`);
  if (of("Signature") !== hmac(key, toSign).toString("hex")) return "SignatureDoesNotMatch";
  const made = of("Date").replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, "$1-$2-$3T$4:$5:$6Z");
  return now > Date.parse(made) + Number(of("Expires")) * 1000 ? "AccessDenied" : undefined;
}

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const hmac = (key: string | Buffer, text: string) => createHmac("sha256", key).update(text).digest();
