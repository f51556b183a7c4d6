import { CfnOutput } from "aws-cdk-lib/core";
import type { Construct } from "constructs";
import { logicalIdOf } from "./fixed-logical-id.ts";

/** Tells an administrator something when the deployment is done; `name` becomes an output such as `AddressSterker`. */
export function tell(scope: Construct, name: readonly string[], value: string, description: string): void {
  const id = logicalIdOf(...name);
  new CfnOutput(scope, `Tell${id}`, { value, description }).overrideLogicalId(id);
}
