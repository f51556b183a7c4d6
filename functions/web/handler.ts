import { Logger } from "@aws-lambda-powertools/logger";
import middy from "@middy/core";
import httpRouterHandler from "@middy/http-router";
import httpSecurityHeaders from "@middy/http-security-headers";
import httpUrlencodeBodyParser from "@middy/http-urlencode-body-parser";
import type { APIGatewayProxyEventV2 } from "aws-lambda";
import { container } from "./container.ts";
import { requestOf } from "./request.ts";
import { problemResponse, type Response } from "./response.ts";
import { routes } from "./routes.ts";
import { pageHeaders, securityHeaders } from "./security-headers.ts";
import type { WebDependencies } from "./task-link.ts";

const logger = new Logger({ serviceName: "web" });

export function createHandler(dependencies: () => WebDependencies) {
  const router = httpRouterHandler<APIGatewayProxyEventV2, Response>({
    routes: routes.flatMap(({ methods, path, story }) =>
      methods.map((method) => ({
        method,
        path,
        handler: async (event: unknown) => story(requestOf(event), dependencies()),
      })),
    ),
    notFoundResponse: () => problemResponse("not-found"),
  });
  return middy<APIGatewayProxyEventV2, Response>()
    .use(httpSecurityHeaders(securityHeaders))
    .use({ after: withHeaders, onError: failed })
    .use(httpUrlencodeBodyParser<APIGatewayProxyEventV2>({ disableContentTypeError: true }))
    .handler(router);
}

/** A page is for this visitor at this moment, unless it says otherwise itself. */
function withHeaders(request: { response: Response | null }): void {
  const { response } = request;
  if (response !== null) request.response = { ...response, headers: { ...pageHeaders, ...response.headers } };
}

/** Somebody who answered must know that it may not have arrived; the log gets the name of the error only. */
function failed(request: { response: Response | null; error: Error | null }): void {
  logger.error("failed", { error: request.error?.name ?? "unknown" });
  request.response = problemResponse("failed");
  withHeaders(request);
}

export const handler = createHandler(container);
