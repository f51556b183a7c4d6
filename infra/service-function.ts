import type { Construct } from "constructs";
import type { EnvironmentOf, FunctionName } from "../functions/environments.ts";
import { fixLogicalId, logicalIdOf } from "./fixed-logical-id.ts";
import { HouseFunction, type HouseFunctionProps } from "./house-function.ts";

export interface ServiceFunctionProps<Name extends FunctionName>
  extends Omit<HouseFunctionProps, "entry" | "environment" | "functionName"> {
  readonly name: Name;
  /** Exactly what the handler reads: a forgotten variable does not compile. */
  readonly environment: EnvironmentOf<Name>;
}

/** A function of `functions/`. Its name is fixed, because executions that are under way keep calling it by that name. */
export class ServiceFunction<Name extends FunctionName> extends HouseFunction {
  /** What it is called in the template. */
  readonly logicalId: string;
  readonly serves: Name;

  constructor(scope: Construct, { name, ...props }: ServiceFunctionProps<Name>) {
    super(scope, name, { ...props, entry: `functions/${name}/handler.ts`, functionName: `wederhoor-${name}` });
    this.serves = name;
    this.logicalId = logicalIdOf(name, "function");
    fixLogicalId(this, this.logicalId);
  }
}
