import { Logger } from "@aws-lambda-powertools/logger";
import middy from "@middy/core";
import type { Context } from "aws-lambda";
import type { z } from "zod";
import type { FunctionName } from "./environments.ts";

/** What came in is not what this function takes: a bug of the caller, not worth trying again. */
export class InvalidEvent extends Error {
  override readonly name = "InvalidEvent";
}

/**
 * A function in house style: the event is parsed, its ids go into every log line, an error is logged by name and passed on under that
 * name, because the name is its retry policy. Nothing that a person wrote reaches the log.
 * @param container gives the dependencies when the first event comes in.
 */
export function houseLambda<Schema extends z.ZodType, Dependencies, Result>(
  name: FunctionName,
  schema: Schema,
  container: () => Dependencies,
  story: (event: z.output<Schema>, dependencies: Dependencies) => Promise<Result>,
): (event: unknown, context: Context) => Promise<Result> {
  const logger = new Logger({ serviceName: name });
  const handler = middy()
    .use({
      before: ({ context }) => {
        logger.resetKeys();
        logger.appendKeys({ requestId: context.awsRequestId });
      },
      onError: ({ error }) => logger.error("failed", { error: error instanceof Error ? error.name : "unknown" }),
    })
    .handler(async (event: unknown): Promise<Result> => {
      const parsed = schema.safeParse(event);
      if (!parsed.success)
        throw new InvalidEvent(parsed.error.issues.map(({ path, code }) => `${path.join(".")}: ${code}`).join("; "));
      const result = await story(parsed.data, container());
      logger.info("done");
      return result;
    });
  return (event, context) => handler(event, context);
}
