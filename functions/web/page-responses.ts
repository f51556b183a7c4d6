import { Logger } from "@aws-lambda-powertools/logger";
import { problemResponse, type Response } from "./response.ts";
import { pageHeaders } from "./security-headers.ts";

const logger = new Logger({ serviceName: "web" });

/** A page is for this visitor at this moment, unless it says otherwise itself. */
export function withHeaders(request: { response: Response | null }): void {
  const { response } = request;
  if (response !== null) request.response = { ...response, headers: { ...pageHeaders, ...response.headers } };
}

/** Somebody who answered must know that it may not have arrived; the log gets the name of the error only. */
export function failed(request: { response: Response | null; error: Error | null }): void {
  logger.error("failed", { error: request.error?.name ?? "unknown" });
  request.response = problemResponse("failed");
  withHeaders(request);
}
