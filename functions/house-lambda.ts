import { Logger } from "@aws-lambda-powertools/logger";
import { injectLambdaContext } from "@aws-lambda-powertools/logger/middleware";
import middy from "@middy/core";
import type { Context } from "aws-lambda";
import { z } from "zod";
import type { FunctionName } from "./environments.ts";

/** What came in is not what this function takes: a bug of the caller, not worth trying again. */
export class InvalidEvent extends Error {
  override readonly name = "InvalidEvent";
}

/** What may stand in a log line about an event: ids and codes, never what a person wrote. */
const loggable = z.object({
  organisation: z.string().optional(),
  caseId: z.string().optional(),
  taskId: z.string().optional(),
  kind: z.string().optional(),
  letter: z.string().optional(),
  mailId: z.string().optional(),
});

/**
 * A function in house style: the event is parsed, its ids go into every log line, and an error is logged by name and passed on under that name,
 * because the name is its retry policy.
 * @param container gives the dependencies when the first event comes in.
 */
export function houseLambda<Schema extends z.ZodType, Dependencies, Result>(
  name: FunctionName,
  schema: Schema,
  container: () => Dependencies,
  story: (event: z.output<Schema>, dependencies: Dependencies) => Promise<Result>,
): (event: unknown, context: Context) => Promise<Result> {
  const logger = new Logger({ serviceName: name });
  const handler = middy<unknown, Result>()
    .use(injectLambdaContext(logger, { resetKeys: true }))
    .use({ onError: ({ error }) => logger.error("failed", { errorName: nameOf(error) }) })
    .handler(async (event) => {
      const parsed = schema.safeParse(event);
      if (!parsed.success) throw new InvalidEvent(whatIsWrong(parsed.error));
      logger.appendKeys(loggable.safeParse(parsed.data).data ?? {});
      const result = await story(parsed.data, container());
      logger.info("done");
      return result;
    });
  return (event, context) => handler(event, context);
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : "unknown";
}

/** Where and what kind of mistake; not the value, which may be somebody's words. */
function whatIsWrong({ issues }: z.ZodError): string {
  return issues.map(({ path, code }) => `${path.join(".") || "event"}: ${code}`).join("; ");
}
