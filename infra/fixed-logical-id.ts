import { CfnElement } from "aws-cdk-lib/core";
import type { IConstruct } from "constructs";

/**
 * Ties what must never be replaced to a name that does not change when constructs are moved about: a new logical id
 * would make CloudFormation create another table, or another machine beside the one that cases wait in.
 */
export function fixLogicalId(construct: IConstruct, id: string): void {
  const resource = construct.node.defaultChild ?? construct;
  if (!CfnElement.isCfnElement(resource)) throw new Error(`${construct.node.path} has no resource of its own.`);
  resource.overrideLogicalId(id);
}

/** `logicalIdOf("Machine", "sterker")` is `MachineSterker`; logical ids have letters and digits only. */
export function logicalIdOf(...words: readonly string[]): string {
  return words
    .flatMap((word) => word.split(/[^A-Za-z0-9]+/))
    .map((part) => part.slice(0, 1).toUpperCase() + part.slice(1))
    .join("");
}
