import type { SFNClient } from "@aws-sdk/client-sfn";
import { afterEach, describe, expect, test } from "vitest";
import { workflowClient } from "../../shared/aws/clients.ts";
import { StepFunctionsWorkflow } from "../../shared/aws/workflow.ts";
import { type Behaviour, FaultyEndpoint } from "./faulty-endpoint.ts";

const ways: FaultyEndpoint[] = [];
const clients: SFNClient[] = [];

afterEach(async () => {
  for (const client of clients.splice(0)) client.destroy();
  await Promise.all(ways.splice(0).map((way) => way.close()));
});

async function setup(...behaviours: Behaviour[]) {
  const way = await FaultyEndpoint.start(behaviours);
  const credentials = { accessKeyId: "test", secretAccessKey: "test" };
  const client = workflowClient({ endpoint: way.url, region: "eu-west-1", credentials, attemptMs: 100 });
  ways.push(way);
  clients.push(client);
  const machines = new Map([["complaint", "arn:aws:states:eu-west-1:111122223333:stateMachine:complaint"]]);
  return { way, workflow: new StepFunctionsWorkflow({ client, machines }) };
}

const refusal = (name: string) => FaultyEndpoint.answers(400, JSON.stringify({ __type: name, message: "No." }));
const taken = FaultyEndpoint.answers(200, '{"executionArn":"arn","startDate":1767603600}');

describe("Step Functions", () => {
  test("is told machine, name and input", async () => {
    const { way, workflow } = await setup(taken);

    await workflow.start("complaint", "case-1", { caseId: "1" });

    expect(way.requests.map(({ body }) => JSON.parse(body.toString()))).toEqual([
      {
        stateMachineArn: "arn:aws:states:eu-west-1:111122223333:stateMachine:complaint",
        name: "case-1",
        input: '{"caseId":"1"}',
      },
    ]);
  });

  test("starts an execution although the answer to the first request was lost", async () => {
    const { way, workflow } = await setup(FaultyEndpoint.drops(), refusal("ExecutionAlreadyExists"));

    await workflow.start("complaint", "case-1", {});

    expect(way.requests).toHaveLength(2);
  });

  test("calls a token gone when the answer to the first request was lost", async () => {
    const { workflow } = await setup(FaultyEndpoint.drops(), refusal("TaskTimedOut"));

    expect(await workflow.answer("token", { outcome: "solved" })).toBe("gone");
  });

  test.each(["TaskTimedOut", "TaskDoesNotExist", "InvalidToken"])(
    "that answers %s means the token is gone",
    async (name) => {
      const { workflow } = await setup(refusal(name));

      expect(await workflow.answer("token", { outcome: "solved" })).toBe("gone");
      expect(await workflow.fail("token", "CaseWithdrawn")).toBe("gone");
    },
  );

  test("is asked again after throttling", async () => {
    const { way, workflow } = await setup(refusal("ThrottlingException"), FaultyEndpoint.answers(200, "{}"));

    expect(await workflow.answer("token", { outcome: "solved" })).toBe("delivered");

    expect(way.requests).toHaveLength(2);
  });

  test.each([
    { title: "a fault", behaviour: FaultyEndpoint.answers(500, "{}") },
    { title: "silence", behaviour: FaultyEndpoint.staysSilent() },
    { title: "a missing permission", behaviour: refusal("AccessDeniedException") },
    { title: "an output that it does not take", behaviour: refusal("InvalidOutput") },
  ])("is not taken to have the answer after $title", async ({ behaviour }) => {
    const { workflow } = await setup(behaviour);

    await expect(workflow.answer("token", { outcome: "solved" })).rejects.toThrow();
  });

  test("is not asked about a machine that nobody deployed", async () => {
    const { way, workflow } = await setup(taken);

    await expect(workflow.start("unknown", "case-1", {})).rejects.toThrow("No state machine is called unknown.");

    expect(way.requests).toEqual([]);
  });
});
