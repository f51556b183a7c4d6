import { describe, expect, test } from "vitest";
import { z } from "zod";
import { environments, type FunctionName } from "../../functions/environments.ts";
import { promise } from "../../shared/store/outbox.ts";
import { grants, resourcesOf, synthesised } from "./synthesised.ts";

const template = synthesised();
const allowed = grants(template);
const functions = resourcesOf(template, "AWS::Lambda::Function").map(([id, { Properties }]) => ({
  id,
  name: z.string().default(id).parse(Properties["FunctionName"]),
  properties: Properties,
}));

function functionNamed(name: FunctionName) {
  const found = functions.find((one) => one.name === `wederhoor-${name}`);
  if (found === undefined) throw new Error(`There is no function ${name}.`);
  return found;
}

/** What a function may do, apart from writing its own logs and traces. */
function grantsOf(name: FunctionName) {
  const role = JSON.stringify(functionNamed(name).properties["Role"]);
  const id = [...allowed.keys()].find((one) => role.includes(`"${one}"`)) ?? "";
  return (allowed.get(id) ?? []).filter(({ Action }) => !Action.every((action) => /^(logs|xray):/.test(action)));
}

const table = [
  "dynamodb:ConditionCheckItem",
  "dynamodb:DeleteItem",
  "dynamodb:GetItem",
  "dynamodb:PutItem",
  "dynamodb:Query",
  "dynamodb:UpdateItem",
];
const mail = ["s3:GetObject", "s3:ListBucket", "s3:PutObject"];
const stream = ["dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator", "dynamodb:ListStreams"];
const failures = ["sqs:GetQueueAttributes", "sqs:GetQueueUrl", "sqs:SendMessage"];

test.each<{ name: FunctionName; may: readonly string[] }>([
  { name: "ask", may: table },
  { name: "ring-alarms", may: table },
  { name: "gather", may: table },
  { name: "conclude", may: table },
  { name: "close-case", may: table },
  { name: "await-answer", may: [...table, "states:SendTaskSuccess"] },
  { name: "web", may: [...table, ...mail, "states:SendTaskSuccess", "states:StartExecution"] },
  {
    name: "desk",
    may: [
      ...table,
      "s3:GetObject",
      "s3:ListBucket",
      "states:SendTaskSuccess",
      "states:StartExecution",
      "secretsmanager:GetSecretValue",
    ],
  },
  { name: "start-side-task", may: [...table, ...stream, ...failures, "states:StartExecution"] },
  {
    name: "send-letters",
    may: [...table, ...stream, ...failures, "ses:SendRawEmail"],
  },
  { name: "track-letters", may: [...table, "sqs:GetQueueAttributes", "sqs:GetQueueUrl", "sqs:SendMessage"] },
  { name: "receive-mail", may: [...table, ...mail, ...stream, ...failures, "states:StartExecution"] },
  { name: "daily-round", may: [...table, "s3:DeleteObject", "ses:SendRawEmail"] },
  { name: "sweep", may: [...table, ...mail, "ses:SendRawEmail", "states:SendTaskSuccess", "states:StartExecution"] },
])("$name may do what it needs and nothing else", ({ name, may }) => {
  const actions = grantsOf(name)
    .flatMap(({ Action }) => Action)
    .filter((action) => !/^(kms|xray):/.test(action));
  expect([...new Set(actions)].toSorted()).toEqual(may.toSorted());
});

test("the pages hand over mail as it came in, and write none but the forms that they filed themselves", () => {
  const resources = grantsOf("web").map(({ Action, Resource }) => ({ Action, resource: JSON.stringify(Resource) }));
  const mail = resources.filter(({ resource }) => resource.includes("/mail/"));
  expect(new Set(mail.flatMap(({ Action }) => Action))).toEqual(new Set(["s3:GetObject", "s3:PutObject"]));
  for (const { resource } of mail.filter(({ Action }) => Action.includes("s3:GetObject"))) {
    expect(resource).toContain("/mail/*");
  }
  const puts = resources.filter(({ Action }) => Action.includes("s3:PutObject"));
  for (const { resource } of puts) expect(resource).toContain("/mail/web-*");
});

test("the desk reads mail and attachments, writes neither, and of all secrets reads only the key of its sessions", () => {
  const resources = grantsOf("desk").map(({ Action, Resource }) => ({ Action, resource: JSON.stringify(Resource) }));
  const ofSecrets = resources.filter(({ Action }) => Action.includes("secretsmanager:GetSecretValue"));
  expect(ofSecrets.map(({ resource }) => resource)).toEqual([
    expect.stringMatching(/^\{"Ref":"Desk\w*SessionKey\w*"\}$/),
  ]);
  const read = resources.filter(({ Action }) => Action.includes("s3:GetObject"));
  const objects = read.flatMap(({ resource }) => [...resource.matchAll(/"(\/[^"]*)"/g)].map(([, path]) => path));
  expect(objects.toSorted()).toEqual(["/attachments/*", "/mail/*"]);
});

test("the key of sessions is made by the stack, long and by chance", () => {
  template.hasResourceProperties("AWS::SecretsManager::Secret", {
    GenerateSecretString: { PasswordLength: 64, ExcludePunctuation: true },
  });
});

test("no role may do a whole family of things, or anything to any resource but where AWS knows no other way", () => {
  const free = /^(xray:Put|logs:|dynamodb:ListStreams$|ses:(Describe|Set)ActiveReceiptRuleSet$|xray:GetSampling)/;
  for (const statements of allowed.values()) {
    for (const { Effect, Action, Resource } of statements) {
      expect(Effect).toBe("Allow");
      expect(Action.filter((action) => action.includes("*"))).toEqual([]);
      if (Resource === "*") expect(Action.filter((action) => !free.test(action))).toEqual([]);
    }
  }
});

test("letters are sent from the complaints addresses only", () => {
  const sending = resourcesOf(template, "AWS::IAM::Policy").filter(([, one]) =>
    JSON.stringify(one).includes("ses:Send"),
  );
  expect(sending).toHaveLength(3);
  for (const [, one] of sending) {
    expect(JSON.stringify(one)).toContain(
      '{"StringEquals":{"ses:FromAddress":["klachten@learnworks.example","klachten@sterker.example"]}}',
    );
  }
});

test.each(Object.entries(environments).map(([name, schema]) => ({ name, keys: Object.keys(schema.shape) })))(
  "$name gets the environment that its handler reads",
  ({ name, keys }) => {
    const { properties } = functions.find((one) => one.name === `wederhoor-${name}`) ?? {};
    expect(properties?.["Environment"]).toEqual({
      Variables: Object.fromEntries(keys.map((key) => [key, expect.anything()])),
    });
  },
);

test.each(functions)(
  "$name runs on Node 24 and arm64, is traced, and logs as JSON to its own group",
  ({ properties }) => {
    expect(properties).toMatchObject({
      Runtime: "nodejs24.x",
      Architectures: ["arm64"],
      TracingConfig: { Mode: "Active" },
      LoggingConfig: { LogFormat: "JSON", LogGroup: { Ref: expect.stringMatching(/Logs/) } },
    });
    expect(properties["Timeout"]).toBeGreaterThan(3);
  },
);

describe("the stream of the table", () => {
  const [, mapping] = resourcesOf(template, "AWS::Lambda::EventSourceMapping")[0] ?? [];

  test("tells keys, not contents", () => {
    template.hasResourceProperties("AWS::DynamoDB::Table", { StreamSpecification: { StreamViewType: "KEYS_ONLY" } });
  });

  test("goes to the function that sends letters, which tries again by halves and then says what it could not send", () => {
    expect(mapping?.Properties).toMatchObject({
      FunctionName: { Ref: "SendLettersFunction" },
      BisectBatchOnFunctionError: true,
      MaximumRetryAttempts: 5,
      DestinationConfig: { OnFailure: { Destination: { "Fn::GetAtt": [expect.stringMatching(/NotSent/), "Arn"] } } },
    });
  });

  const common = { organisation: "learnworks", since: "2026-01-05T09:00:00.000Z" };
  const sending = { notBefore: common.since, attempts: 0 };
  test.each([
    {
      title: "a queued letter",
      wanted: true,
      write: promise({
        ...common,
        ...sending,
        what: "letter",
        caseId: "0kx",
        letterId: "letter-1",
        letter: "receipt",
        to: "complainant",
        version: 3,
        secret: "s",
      }),
    },
    {
      title: "a link to the desk",
      wanted: true,
      write: promise({
        ...common,
        ...sending,
        what: "sign-in",
        signInId: "0ky",
        person: "farah",
        secret: "s",
        until: "2026-01-05T09:15:00.000Z",
      }),
    },
    {
      title: "a morning mail",
      wanted: true,
      write: promise({ ...common, ...sending, what: "digest", person: "joost", day: "2026-01-05" }),
    },
    {
      title: "what complainants are to hear",
      wanted: false,
      write: promise({ ...common, what: "telling", caseId: "0kx", taskId: "report-measure-1" }),
    },
    {
      title: "a case to start",
      wanted: false,
      write: promise({ ...common, what: "start", caseId: "0kx", machine: "complaint" }),
    },
    {
      title: "an answer to pass on",
      wanted: false,
      write: promise({ ...common, what: "answer", caseId: "0kx", taskId: "assess-1", outcome: "handle" }),
    },
  ])("$title is told about: $wanted", ({ wanted, write }) => {
    if (!("put" in write)) throw new Error("A promise is put.");
    const { prefixes, exact } = sortKeysIn(mapping?.Properties["FilterCriteria"]);
    const { sk } = write.put;
    expect(prefixes.some((prefix) => sk.startsWith(prefix)) || exact.includes(sk)).toBe(wanted);
  });
});

/** What the filter says of the sort key: `{"eventName":["INSERT"],"dynamodb":{"Keys":{"sk":{"S":[…]}}}}`. */
function sortKeysIn(criteria: unknown) {
  const [pattern = ""] = /\{"eventName".*\}\}\}\}/.exec(JSON.stringify(criteria).replaceAll('\\"', '"')) ?? [];
  const { eventName, dynamodb } = JSON.parse(pattern);
  expect(eventName).toEqual(["INSERT"]);
  const values: unknown[] = dynamodb.Keys.sk.S;
  return {
    exact: values.filter((value) => typeof value === "string"),
    prefixes: values.flatMap((value) =>
      typeof value === "object" && value !== null && "prefix" in value && typeof value.prefix === "string"
        ? [value.prefix]
        : [],
    ),
  };
}
