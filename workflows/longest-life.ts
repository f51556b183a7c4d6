import { Duration } from "aws-cdk-lib/core";

/**
 * An execution lives for a year at most. One of the path that is about to be so old has handed over (hand-over.ts); whatever
 * comes to this age ends by our timeout, which the alarm "a case has stopped" tells.
 */
export const longestLife = Duration.days(364);
