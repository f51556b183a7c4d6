/** What a Task's Resource asks for. */
export type Resource =
  /** A Lambda function called directly, which gives LambdaFunction* events. */
  | { readonly kind: "lambda-function"; readonly arn: string }
  | {
      readonly kind: "integration";
      /** As events name it: `lambda`, `states`, `aws-sdk:sfn`. */
      readonly resourceType: string;
      /** As events name it, with the pattern: `invoke.waitForTaskToken`. */
      readonly resource: string;
      /** `invoke`, `startExecution` … */
      readonly action: string;
      readonly pattern: "requestResponse" | "sync" | "sync:2" | "waitForTaskToken";
    }
  | { readonly kind: "unknown" };

const INTEGRATION =
  /^arn:[^:]+:states:[^:]*:[^:]*:(?<type>aws-sdk:[^:.]+|[^:.]+):(?<action>[^:.]+)(?:\.(?<pattern>sync:2|sync|waitForTaskToken))?$/;

export function parseResource(text: string): Resource {
  if (/^arn:[^:]+:lambda:[^:]*:[^:]*:function:.+$/.test(text)) return { kind: "lambda-function", arn: text };
  const parts = INTEGRATION.exec(text)?.groups;
  const resourceType = parts?.["type"];
  const action = parts?.["action"];
  if (resourceType === undefined || action === undefined || resourceType === "activity") return { kind: "unknown" };
  const pattern = (["sync", "sync:2", "waitForTaskToken"] as const).find((known) => known === parts?.["pattern"]);
  return {
    kind: "integration",
    resourceType,
    resource: pattern === undefined ? action : `${action}.${pattern}`,
    action,
    pattern: pattern ?? "requestResponse",
  };
}
