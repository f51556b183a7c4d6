import { SESClient } from "@aws-sdk/client-ses";
import { z } from "zod";
import { activate, type Wish } from "./activation.ts";

const properties = z.object({ RuleSetName: z.string().min(1) });
const common = { ResponseURL: z.url(), StackId: z.string(), RequestId: z.string(), LogicalResourceId: z.string() };

/** docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/crpg-ref-requests.html */
const request = z.discriminatedUnion("RequestType", [
  z.object({ ...common, RequestType: z.literal("Create"), ResourceProperties: properties }),
  z.object({
    ...common,
    RequestType: z.literal("Update"),
    ResourceProperties: properties,
    OldResourceProperties: properties,
  }),
  z.object({ ...common, RequestType: z.literal("Delete"), ResourceProperties: properties }),
]);
type Request = z.output<typeof request>;

export interface ActivationDependencies {
  readonly client: Pick<SESClient, "send">;
  /** Answers CloudFormation. */
  readonly put: (url: string, body: string) => Promise<void>;
}

/** Always answers, also when it fails: CloudFormation would otherwise wait until its own end of time. */
export function createHandler({ client, put }: ActivationDependencies): (event: unknown) => Promise<void> {
  return async (event) => {
    const asked = request.parse(event);
    const { StackId, RequestId, LogicalResourceId, ResourceProperties } = asked;
    const answer = await outcome(asked, client);
    const body = {
      StackId,
      RequestId,
      LogicalResourceId,
      PhysicalResourceId: ResourceProperties.RuleSetName,
      ...answer,
    };
    await put(asked.ResponseURL, JSON.stringify(body));
  };
}

async function outcome(asked: Request, client: ActivationDependencies["client"]) {
  try {
    return { Status: "SUCCESS", Data: { State: await activate(wishOf(asked), client) } } as const;
  } catch (error) {
    const Reason = error instanceof Error ? `${error.name}: ${error.message}` : "unknown";
    return { Status: "FAILED", Reason } as const;
  }
}

function wishOf(asked: Request): Wish {
  const ours = asked.ResourceProperties.RuleSetName;
  return asked.RequestType === "Update"
    ? { type: asked.RequestType, ours, before: asked.OldResourceProperties.RuleSetName }
    : { type: asked.RequestType, ours };
}

export const handler = createHandler({
  client: new SESClient({}),
  put: async (url, body) => {
    const response = await fetch(url, { method: "PUT", body, headers: { "content-type": "" } });
    if (!response.ok) throw new Error(`CloudFormation did not take the answer: ${response.status}.`);
  },
});
