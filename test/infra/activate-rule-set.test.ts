import { DescribeActiveReceiptRuleSetCommand, SESClient, SetActiveReceiptRuleSetCommand } from "@aws-sdk/client-ses";
import { mockClient } from "aws-sdk-client-mock";
import { describe, expect, test } from "vitest";
import { activate, type Wish } from "../../infra/activate-rule-set/activation.ts";
import { createHandler } from "../../infra/activate-rule-set/handler.ts";

/** SES as it is before, with the rule set `active`. */
function setup({ active }: { active?: string | undefined } = {}) {
  const ses = new SESClient({ region: "eu-west-1" });
  const calls = mockClient(ses);
  calls.on(DescribeActiveReceiptRuleSetCommand).resolves(active === undefined ? {} : { Metadata: { Name: active } });
  calls.on(SetActiveReceiptRuleSetCommand).resolves({});
  const answers: { readonly url: string; readonly body: unknown }[] = [];
  return {
    ses,
    calls,
    /** The rule sets that were made the active one; `undefined` is none. */
    activated: () => calls.commandCalls(SetActiveReceiptRuleSetCommand).map(({ args }) => args[0].input.RuleSetName),
    answers,
    handler: createHandler({
      client: ses,
      put: async (url, body) => {
        answers.push({ url, body: JSON.parse(body) });
      },
    }),
  };
}

const create: Wish = { type: "Create", ours: "wederhoor" };
const rename: Wish = { type: "Update", ours: "wederhoor", before: "wederhoor-old" };
const remove: Wish = { type: "Delete", ours: "wederhoor" };

describe("our rules for received mail", () => {
  test.each<{ title: string; wish: Wish; active?: string; activated: (string | undefined)[]; state: RegExp }>([
    { title: "become active when none are", wish: create, activated: ["wederhoor"], state: /^active$/ },
    { title: "stay active", wish: create, active: "wederhoor", activated: [], state: /^active$/ },
    {
      title: "do not take the place of somebody else's",
      wish: create,
      active: "somebody-elses",
      activated: [],
      state: /^not active: the rule set somebody-elses is\./,
    },
    {
      title: "follow when they are called otherwise",
      wish: rename,
      active: "wederhoor-old",
      activated: ["wederhoor"],
      state: /^active$/,
    },
    {
      title: "called otherwise, still leave somebody else's alone",
      wish: rename,
      active: "somebody-elses",
      activated: [],
      state: /^not active:/,
    },
    {
      title: "stop being active when they go",
      wish: remove,
      active: "wederhoor",
      activated: [undefined],
      state: /^not active$/,
    },
    {
      title: "go without switching off somebody else's",
      wish: remove,
      active: "somebody-elses",
      activated: [],
      state: /^not active$/,
    },
    { title: "go when none are active", wish: remove, activated: [], state: /^not active$/ },
  ])("$title", async ({ wish, active, activated, state }) => {
    const { ses, ...subject } = setup({ active });

    expect(await activate(wish, ses)).toMatch(state);

    expect(subject.activated()).toEqual(activated);
  });
});

describe("CloudFormation", () => {
  const asked = {
    RequestType: "Create",
    ResponseURL: "https://cloudformation.example/answer",
    StackId: "stack-1",
    RequestId: "request-1",
    LogicalResourceId: "Activation",
    ResourceProperties: { ServiceToken: "arn", RuleSetName: "wederhoor" },
  };
  const identity = {
    StackId: "stack-1",
    RequestId: "request-1",
    LogicalResourceId: "Activation",
    PhysicalResourceId: "wederhoor",
  };

  test("is told the state when it asked to create", async () => {
    const { handler, answers } = setup();

    await handler(asked);

    expect(answers).toEqual([
      { url: asked.ResponseURL, body: { ...identity, Status: "SUCCESS", Data: { State: "active" } } },
    ]);
  });

  test("is told so at once when SES refuses, instead of waiting for its own end of time", async () => {
    const { handler, answers, calls } = setup();
    const refusal = Object.assign(new Error("not authorized"), { name: "AccessDenied" });
    calls.on(DescribeActiveReceiptRuleSetCommand).rejects(refusal);

    await handler(asked);

    expect(answers).toEqual([
      {
        url: asked.ResponseURL,
        body: { ...identity, Status: "FAILED", Reason: "AccessDenied: not authorized" },
      },
    ]);
  });

  test("may remove the stack", async () => {
    const { handler, answers, activated } = setup({ active: "wederhoor" });

    await handler({ ...asked, RequestType: "Delete" });

    expect(activated()).toEqual([undefined]);
    expect(answers).toMatchObject([{ body: { Status: "SUCCESS" } }]);
  });

  test("may rename the rules", async () => {
    const { handler, activated } = setup({ active: "before" });

    await handler({ ...asked, RequestType: "Update", OldResourceProperties: { RuleSetName: "before" } });

    expect(activated()).toEqual(["wederhoor"]);
  });
});
