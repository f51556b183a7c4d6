import middy from "@middy/core";
import httpRouterHandler from "@middy/http-router";
import httpSecurityHeaders from "@middy/http-security-headers";
import httpUrlencodeBodyParser from "@middy/http-urlencode-body-parser";
import type { APIGatewayProxyEventV2 } from "aws-lambda";
import { failed, withHeaders } from "./page-responses.ts";
import { requestOf } from "./request.ts";
import { problemResponse, type Response } from "./response.ts";
import type { Route } from "./route.ts";
import { securityHeaders } from "./security-headers.ts";

/** A function behind the HTTP API that answers with pages, each with the same protection. */
export function pageHandler<Dependencies>(routes: readonly Route<Dependencies>[], dependencies: () => Dependencies) {
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
