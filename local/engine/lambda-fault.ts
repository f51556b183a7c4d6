/**
 * A fault of the Lambda service rather than of the function: throttled, missing, unavailable. An `invoke` callback throws
 * it so that such faults can be rehearsed; its text becomes the cause as it is.
 */
export class LambdaFault extends Error {
  override readonly name = "LambdaFault";
  /** The error name, such as `Lambda.ServiceException`, `Lambda.TooManyRequestsException` or `Lambda.Unknown`. */
  readonly error: string;

  constructor(error: string, cause: string) {
    super(cause);
    this.error = error;
  }
}

/** The error name and cause of whatever a function threw, as Lambda's Node runtime reports it. */
export function failureOf(thrown: unknown): { error: string; cause: string } {
  if (thrown instanceof LambdaFault) return { error: thrown.error, cause: thrown.message };
  if (thrown instanceof Error) {
    return describe(thrown.name, thrown.message, (thrown.stack ?? "").split("\n"));
  }
  return describe(typeof thrown, String(thrown), []);
}

function describe(errorType: string, errorMessage: string, trace: string[]): { error: string; cause: string } {
  return { error: errorType, cause: JSON.stringify({ errorType, errorMessage, trace }) };
}
