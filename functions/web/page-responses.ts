import { Logger } from "@aws-lambda-powertools/logger";
import { problemResponse, type Response } from "./response.ts";
import { pageHeaders } from "./security-headers.ts";

const logger = new Logger({ serviceName: "web" });

/** A page is for this visitor at this moment, unless it says otherwise itself. */
export function withHeaders(request: { response: Response | null }): void {
  const { response } = request;
  if (response !== null) request.response = { ...response, headers: { ...pageHeaders, ...response.headers } };
}

/** The log gets the name of an error only: its message may quote a person. */
export function logFailure(error: unknown): void {
  logger.error("failed", { error: error instanceof Error ? error.name : "unknown" });
}

/** Somebody who answered must know that it may not have arrived. */
export function failed(request: { response: Response | null; error: Error | null }): void {
  logFailure(request.error);
  request.response = problemResponse("failed");
  withHeaders(request);
}
