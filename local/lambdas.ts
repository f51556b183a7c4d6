import type { Context } from "aws-lambda";
import { createHandler as ask } from "../functions/ask/handler.ts";
import { createHandler as awaitAnswer } from "../functions/await-answer/handler.ts";
import { createHandler as closeCase } from "../functions/close-case/handler.ts";
import { createHandler as conclude } from "../functions/conclude/handler.ts";
import { createHandler as dailyRound } from "../functions/daily-round/handler.ts";
import type { FunctionName } from "../functions/environments.ts";
import { createHandler as gather } from "../functions/gather/handler.ts";
import { createHandler as receiveMail } from "../functions/receive-mail/handler.ts";
import { createHandler as ringAlarms } from "../functions/ring-alarms/handler.ts";
import { createHandler as sendLetters } from "../functions/send-letters/handler.ts";
import { createHandler as startSideTask } from "../functions/start-side-task/handler.ts";
import { createHandler as sweep } from "../functions/sweep/handler.ts";
import type { SweepDependencies } from "../functions/sweep/sweep.ts";
import { createHandler as trackLetters } from "../functions/track-letters/handler.ts";

export type Lambda = (event: unknown, context: Context) => Promise<unknown>;

/** The very handlers that are deployed, given the embedded adapters. */
export function lambdas(
  dependencies: SweepDependencies,
): Readonly<Record<Exclude<FunctionName, "web" | "desk">, Lambda>> {
  const given = () => dependencies;
  return {
    "receive-mail": receiveMail(given),
    ask: ask(given),
    "await-answer": awaitAnswer(given),
    "ring-alarms": ringAlarms(given),
    gather: gather(given),
    conclude: conclude(given),
    "send-letters": sendLetters(given),
    "track-letters": trackLetters(given),
    "start-side-task": startSideTask(given),
    "close-case": closeCase(given),
    "daily-round": dailyRound(given),
    sweep: sweep(given),
  };
}

/** Nobody ends a function here that takes its time, such as one that waits for a slow mail server: as long as the longest on AWS may take, ms. */
const remainingMs = 10 * 60_000;

/** What Lambda tells a function about its invocation; only the id differs from one to the next. */
export function lambdaContext(functionName: string, awsRequestId: string): Context {
  const functionArn = `arn:aws:lambda:eu-west-1:000000000000:function:${functionName}`;
  return {
    awsRequestId,
    functionName,
    functionVersion: "$LATEST",
    invokedFunctionArn: functionArn,
    memoryLimitInMB: "512",
    logGroupName: `/aws/lambda/${functionName}`,
    logStreamName: awsRequestId,
    callbackWaitsForEmptyEventLoop: false,
    getRemainingTimeInMillis: () => remainingMs,
    done: () => undefined,
    fail: () => undefined,
    succeed: () => undefined,
  };
}
