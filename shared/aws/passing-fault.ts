import { z } from "zod";

const faultSchema = z.object({
  name: z.string(),
  code: z.string().optional().catch(undefined),
  $metadata: z.object({ httpStatusCode: z.number().optional() }).optional().catch(undefined),
});

/** The service said "slower": it did not do what was asked. */
const throttles = new Set([
  "LimitExceededException",
  "ProvisionedThroughputExceededException",
  "RequestLimitExceeded",
  "SlowDown",
  "Throttling",
  "ThrottlingException",
  "TooManyRequestsException",
]);

/** Nobody knows whether the service did what was asked. */
const silences = new Set([
  "EAI_AGAIN",
  "ECONNREFUSED",
  "ECONNRESET",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOTFOUND",
  "EPIPE",
  "ETIMEDOUT",
  "InternalServerError",
  "RequestTimeout",
  "ServiceUnavailable",
  "TimeoutError",
  "TransactionInProgressException",
]);

/** There was nobody to ask: the request did not leave. */
const unreached = new Set(["EAI_AGAIN", "ECONNREFUSED", "EHOSTUNREACH", "ENETUNREACH", "ENOTFOUND"]);

const tooManyRequests = 429;
const serverErrors = 500;

/** Whether AWS refused only because there was too much at once. */
export function isThrottled(error: unknown): boolean {
  const fault = faultSchema.safeParse(error).data;
  return fault !== undefined && (throttles.has(fault.name) || fault.$metadata?.httpStatusCode === tooManyRequests);
}

/** Whether what was asked did certainly not happen, and may later: throttled, or no connection at all. */
export function certainlyNotDone(error: unknown): boolean {
  const fault = faultSchema.safeParse(error).data;
  return isThrottled(error) || unreached.has(fault?.code ?? "") || unreached.has(fault?.name ?? "");
}

/** Whether the same request may succeed later: throttled, timed out, no connection, or a fault on the side of AWS. */
export function isPassingFault(error: unknown): boolean {
  const fault = faultSchema.safeParse(error).data;
  if (fault === undefined) return false;
  return (
    isThrottled(error) ||
    silences.has(fault.name) ||
    silences.has(fault.code ?? "") ||
    (fault.$metadata?.httpStatusCode ?? 0) >= serverErrors
  );
}
