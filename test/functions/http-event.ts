import type { APIGatewayProxyEventV2 } from "aws-lambda";

export interface Call {
  readonly method?: string;
  readonly query?: Record<string, string>;
  readonly headers?: Record<string, string>;
  /** A list is posted as the same field several times, as browsers post checkboxes. */
  readonly form?: Readonly<Record<string, string | readonly string[]>>;
}

/** As our own pages post. */
export const sameOrigin = { "sec-fetch-site": "same-origin" };

/** What the HTTP API gives a function for a visit (payload format 2.0). */
export function httpEvent(
  path: string,
  { method = "GET", query = {}, headers = {}, form }: Call = {},
): APIGatewayProxyEventV2 & { body: string } {
  const fields = Object.entries(form ?? {}).flatMap(([name, values]) => [values].flat().map((value) => [name, value]));
  return {
    version: "2.0",
    routeKey: "$default",
    rawPath: path,
    rawQueryString: new URLSearchParams(query).toString(),
    queryStringParameters: query,
    headers: { ...(form && { "content-type": "application/x-www-form-urlencoded" }), ...headers },
    body: new URLSearchParams(fields).toString(),
    isBase64Encoded: false,
    requestContext: {
      accountId: "",
      apiId: "",
      domainName: "",
      domainPrefix: "",
      requestId: "",
      routeKey: "",
      stage: "",
      time: "",
      timeEpoch: 0,
      http: { method, path, protocol: "HTTP/1.1", sourceIp: "", userAgent: "" },
    },
  };
}
