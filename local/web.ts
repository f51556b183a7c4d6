import type { APIGatewayProxyEventV2, Context } from "aws-lambda";
import { createHandler as createDesk } from "../functions/desk/handler.ts";
import { createHandler } from "../functions/web/handler.ts";
import type { WebDependencies } from "../functions/web/web-dependencies.ts";
import type { HttpRequest, HttpResponse } from "./http-server.ts";

/**
 * The deployed web functions behind a local server: requests and responses as the HTTP API gives and takes them, which also chooses the
 * function by path.
 */
export function embeddedWeb(
  dependencies: WebDependencies,
  context: (name: "web" | "desk") => Context,
): (request: HttpRequest) => Promise<HttpResponse> {
  const handlers = { web: createHandler(() => dependencies), desk: createDesk(() => dependencies) };
  return async (request) => {
    const name = /^\/desk(\/|$)/.test(request.url.pathname) ? "desk" : "web";
    const response = await handlers[name](httpApiEvent(request), context(name));
    const { statusCode, headers, cookies, body, isBase64Encoded } = response;
    const content = isBase64Encoded === true ? Buffer.from(body, "base64") : body;
    const setCookie = cookies === undefined ? {} : { "set-cookie": cookies[0] };
    return { status: statusCode, headers: { ...headers, ...setCookie }, body: content };
  };
}

/** Payload format 2.0 (https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html). */
function httpApiEvent({ method, url, headers, body }: HttpRequest): APIGatewayProxyEventV2 & { body: string } {
  return {
    version: "2.0",
    routeKey: `${method} /{proxy+}`,
    rawPath: url.pathname,
    rawQueryString: url.search.slice(1),
    headers: { ...headers },
    // The HTTP API takes them out of the headers.
    cookies: (headers["cookie"] ?? "").split(";").filter((one) => one.trim() !== ""),
    queryStringParameters: Object.fromEntries(url.searchParams),
    requestContext: {
      accountId: "000000000000",
      apiId: "embedded",
      domainName: "127.0.0.1",
      domainPrefix: "127",
      http: {
        method,
        path: url.pathname,
        protocol: "HTTP/1.1",
        sourceIp: "127.0.0.1",
        userAgent: headers["user-agent"] ?? "",
      },
      requestId: "embedded",
      routeKey: `${method} /{proxy+}`,
      stage: "$default",
      time: "",
      timeEpoch: 0,
    },
    body: Buffer.from(body).toString("base64"),
    isBase64Encoded: true,
  };
}
