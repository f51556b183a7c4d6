/** An error as the SDK throws it. */
export function awsError(name: string, httpStatusCode?: number): Error {
  const error = new Error(`${name} of a test`);
  error.name = name;
  return Object.assign(error, { $metadata: httpStatusCode === undefined ? {} : { httpStatusCode } });
}

function networkError(code: string): Error {
  return Object.assign(new Error(`${code} of a test`), { code });
}

/** Faults after which the same request may succeed later. */
export const passingErrors: readonly { readonly title: string; readonly error: Error }[] = [
  { title: "throttled", error: awsError("ThrottlingException", 400) },
  { title: "throttled, by a query API", error: awsError("Throttling", 400) },
  { title: "throughput exceeded", error: awsError("ProvisionedThroughputExceededException", 400) },
  { title: "too many requests", error: awsError("Whatever", 429) },
  { title: "timed out", error: awsError("TimeoutError") },
  { title: "internal error", error: awsError("InternalServerError", 500) },
  { title: "unavailable", error: awsError("Whatever", 503) },
  { title: "connection reset", error: networkError("ECONNRESET") },
  { title: "connection refused", error: networkError("ECONNREFUSED") },
  { title: "name not resolved", error: networkError("EAI_AGAIN") },
];
