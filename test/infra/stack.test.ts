import { statSync } from "node:fs";
import { join } from "node:path";
import { Match } from "aws-cdk-lib/assertions";
import { describe, expect, test } from "vitest";
import { procedures } from "../../procedures/all.ts";
import { appWith, resourcesOf, stackIn, synthesised } from "./synthesised.ts";

const template = synthesised();

describe("what must never be lost", () => {
  test("the table can be restored to any minute, cannot be deleted by accident, and stays when the stack goes", () => {
    template.hasResource("AWS::DynamoDB::Table", {
      DeletionPolicy: "Retain",
      UpdateReplacePolicy: "Retain",
      Properties: {
        DeletionProtectionEnabled: true,
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
        BillingMode: "PAY_PER_REQUEST",
        SSESpecification: { SSEEnabled: true, SSEType: "KMS" },
        GlobalSecondaryIndexes: [Match.objectLike({ IndexName: "gsi1", Projection: { ProjectionType: "ALL" } })],
      },
    });
  });

  test("the mail bucket is closed, encrypted with our key, versioned, and stays", () => {
    template.hasResource("AWS::S3::Bucket", {
      DeletionPolicy: "Retain",
      Properties: {
        VersioningConfiguration: { Status: "Enabled" },
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        },
        BucketEncryption: {
          ServerSideEncryptionConfiguration: [
            Match.objectLike({
              BucketKeyEnabled: true,
              ServerSideEncryptionByDefault: {
                SSEAlgorithm: "aws:kms",
                KMSMasterKeyID: { "Fn::GetAtt": ["DataKey", "Arn"] },
              },
            }),
          ],
        },
      },
    });
    template.hasResourceProperties("AWS::S3::BucketPolicy", {
      Bucket: { Ref: "Archive" },
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({ Effect: "Deny", Condition: { Bool: { "aws:SecureTransport": "false" } } }),
        ]),
      },
    });
  });

  test("keeps the names by which CloudFormation knows it; another name would make another table or machine", () => {
    const kept = ["AWS::DynamoDB::Table", "AWS::KMS::Key", "AWS::StepFunctions::StateMachine", "AWS::Lambda::Function"];
    const ids = kept.flatMap((type) => resourcesOf(template, type).map(([id]) => id));
    expect(ids.filter((id) => !id.startsWith("MailIntakeActivateRuleSet")).toSorted()).toEqual([
      "AskFunction",
      "AwaitAnswerFunction",
      "CloseCaseFunction",
      "ConcludeFunction",
      "DailyRoundFunction",
      "DataKey",
      "DeskFunction",
      "GatherFunction",
      "MachineLearnworks",
      "MachineSterker",
      "MeasureMachineLearnworks",
      "MeasureMachineSterker",
      "ReceiveMailFunction",
      "ReviewMachineLearnworks",
      "ReviewMachineSterker",
      "RingAlarmsFunction",
      "SendLettersFunction",
      "SideTaskMachineLearnworks",
      "SideTaskMachineSterker",
      "StartSideTaskFunction",
      "SweepFunction",
      "Table",
      "TrackLettersFunction",
      "WebFunction",
    ]);
    expect(resourcesOf(template, "AWS::S3::Bucket").map(([id]) => id)).toContain("Archive");
  });
});

describe("letters that were sent", () => {
  test("are told of by SES: each step on their way, and never whether somebody opened one or followed a link", () => {
    template.hasResourceProperties("AWS::SES::ConfigurationSetEventDestination", {
      EventDestination: {
        Enabled: true,
        EventBridgeDestination: { EventBusArn: Match.anyValue() },
        MatchingEventTypes: ["send", "delivery", "bounce", "complaint", "reject", "deliveryDelay"],
      },
    });
    template.resourceCountIs("AWS::SES::ConfigurationSetEventDestination", 1);
  });

  test("of which SES tells go to the function when they are ours, and are kept when it fails", () => {
    const [[configurationSet] = []] = resourcesOf(template, "AWS::SES::ConfigurationSet");
    template.hasResourceProperties("AWS::Events::Rule", {
      EventPattern: {
        source: ["aws.ses"],
        detail: { mail: { tags: { "ses:configuration-set": [{ Ref: configurationSet }] } } },
      },
      Targets: [
        Match.objectLike({
          Arn: { "Fn::GetAtt": ["TrackLettersFunction", "Arn"] },
          DeadLetterConfig: { Arn: { "Fn::GetAtt": [Match.stringLikeRegexp("NotTold"), "Arn"] } },
        }),
      ],
    });
    template.hasResourceProperties("AWS::Lambda::EventInvokeConfig", {
      FunctionName: { Ref: "TrackLettersFunction" },
      DestinationConfig: { OnFailure: { Destination: { "Fn::GetAtt": [Match.stringLikeRegexp("NotTold"), "Arn"] } } },
    });
  });
});

describe("received mail", () => {
  test.each(procedures.map(({ house }) => ({ address: house.complaintsAddress })))(
    "to $address is scanned and stored, and only then looked at",
    ({ address }) => {
      template.hasResourceProperties("AWS::SES::ReceiptRule", {
        Rule: {
          Enabled: true,
          ScanEnabled: true,
          Recipients: [address],
          Actions: [
            { S3Action: { BucketName: { Ref: "Archive" }, ObjectKeyPrefix: "mail/", KmsKeyArn: Match.absent() } },
            {
              LambdaAction: { FunctionArn: { "Fn::GetAtt": ["ReceiveMailFunction", "Arn"] }, InvocationType: "Event" },
            },
          ],
        },
      });
    },
  );

  test("that nothing could be made of is kept for two weeks and looked at by a person", () => {
    template.hasResourceProperties("AWS::Lambda::EventInvokeConfig", {
      FunctionName: { Ref: "ReceiveMailFunction" },
      DestinationConfig: {
        OnFailure: { Destination: { "Fn::GetAtt": [Match.stringLikeRegexp("NotTakenIn"), "Arn"] } },
      },
    });
    template.allResourcesProperties("AWS::SQS::Queue", {
      MessageRetentionPeriod: 14 * 24 * 60 * 60,
      SqsManagedSseEnabled: true,
    });
  });

  test("may be written by SES of this account only, under our key", () => {
    template.hasResourceProperties("AWS::KMS::Key", {
      EnableKeyRotation: true,
      KeyPolicy: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Principal: { Service: "ses.amazonaws.com" },
            Action: ["kms:Decrypt", "kms:GenerateDataKey"],
            Condition: { StringEquals: { "aws:SourceAccount": { Ref: "AWS::AccountId" } } },
          }),
        ]),
      },
    });
  });

  test("goes through our rules once they are all there, if nobody else's are active", () => {
    template.hasResource("Custom::ActiveReceiptRuleSet", {
      Properties: { RuleSetName: { Ref: Match.anyValue() }, ServiceTimeout: "300" },
      DependsOn: Match.arrayWith([Match.stringLikeRegexp("Ruleslearnworks"), Match.stringLikeRegexp("Rulessterker")]),
    });
  });
});

describe("the pages", () => {
  test("are behind a throttle, and the log has neither path nor address of who asked: links are secrets", () => {
    template.hasResourceProperties("AWS::ApiGatewayV2::Stage", {
      DefaultRouteSettings: { ThrottlingRateLimit: 50, ThrottlingBurstLimit: 100 },
      AccessLogSettings: {
        Format: JSON.stringify({
          at: "$context.requestTime",
          requestId: "$context.requestId",
          routeKey: "$context.routeKey",
          status: "$context.status",
          latencyMs: "$context.responseLatency",
          functionStatus: "$context.integrationStatus",
        }),
      },
    });
  });

  test("take GET, HEAD and POST, and no cache stands in between", () => {
    const routes = resourcesOf(template, "AWS::ApiGatewayV2::Route").map(
      ([, { Properties }]) => Properties["RouteKey"],
    );
    expect(routes.toSorted()).toEqual([
      "GET /",
      "GET /desk",
      "GET /desk/{proxy+}",
      "GET /{proxy+}",
      "HEAD /",
      "HEAD /desk",
      "HEAD /desk/{proxy+}",
      "HEAD /{proxy+}",
      "POST /",
      "POST /desk",
      "POST /desk/{proxy+}",
      "POST /{proxy+}",
    ]);
    template.resourceCountIs("AWS::CloudFront::Distribution", 0);
  });

  test("have the host name that the administrator chose", () => {
    const own = synthesised({
      domain: "klachten.learnworks.example",
      certificate: "arn:aws:acm:eu-west-1:111122223333:certificate/4f1c",
    });
    own.hasResourceProperties("AWS::ApiGatewayV2::DomainName", { DomainName: "klachten.learnworks.example" });
    own.hasResourceProperties("AWS::ApiGatewayV2::Api", { DisableExecuteApiEndpoint: true });
    own.hasResourceProperties("AWS::Lambda::Function", {
      FunctionName: "wederhoor-send-letters",
      Environment: { Variables: Match.objectLike({ PUBLIC_URL: "https://klachten.learnworks.example" }) },
    });
  });
});

test("every five minutes what was promised and not seen done is done again", () => {
  template.hasResourceProperties("AWS::Events::Rule", {
    ScheduleExpression: "rate(5 minutes)",
    State: "ENABLED",
    Targets: [Match.objectLike({ Arn: { "Fn::GetAtt": ["SweepFunction", "Arn"] } })],
  });
});

describe("alarms", () => {
  const alarms = resourcesOf(template, "AWS::CloudWatch::Alarm");

  test("each says what it means for people, where to read what to do, and tells somebody", () => {
    expect(alarms.length).toBeGreaterThan(10);
    for (const [, { Properties }] of alarms) {
      expect(Properties["AlarmDescription"]).toMatch(/^[A-Z].+\. What to do: docs\/runbook\.md, "[^"]+"\.$/);
      expect(Properties["AlarmActions"]).toHaveLength(1);
    }
  });

  test.each(["A case has stopped", "Mail is not taken in", "Letters do not go out", "Pages show an error"])(
    'there is one for "%s"',
    (heading) => {
      expect(alarms.map(([, { Properties }]) => Properties["AlarmDescription"])).toContainEqual(
        expect.stringContaining(`docs/runbook.md, "${heading}".`),
      );
    },
  );

  test("of the daily round rings at one round that fails, for there is no next one that day", () => {
    expect(alarmsOf("Errors", "DailyRoundFunction")).toMatchObject([
      { Period: 86_400, EvaluationPeriods: 1, Threshold: 1, TreatMissingData: "notBreaching" },
    ]);
    expect(alarmsOf("Errors", "SweepFunction")).toMatchObject([{ Period: 900, EvaluationPeriods: 3 }]);
  });

  test("of the daily round rings when no round begins, also on the long day at the end of summer time", () => {
    expect(alarmsOf("Invocations", "DailyRoundFunction")).toMatchObject([
      {
        Period: 3600,
        EvaluationPeriods: 26,
        Threshold: 1,
        ComparisonOperator: "LessThanThreshold",
        TreatMissingData: "breaching",
      },
    ]);
  });

  function alarmsOf(metric: string, logicalId: string) {
    return alarms.flatMap(([, { Properties }]) =>
      Properties["MetricName"] === metric && JSON.stringify(Properties["Dimensions"]).includes(`"${logicalId}"`)
        ? [Properties]
        : [],
    );
  }

  test("go to the address that the administrator chose", () => {
    synthesised({ alarmEmail: "beheer@learnworks.example" }).hasResourceProperties("AWS::SNS::Subscription", {
      Protocol: "email",
      Endpoint: "beheer@learnworks.example",
    });
  });
});

test("there is room in the template: CloudFormation takes a million bytes, and every organisation adds its machines", () => {
  const app = appWith();
  const { templateFile } = stackIn(app);
  const { size } = statSync(join(app.synth().directory, templateFile));
  expect(size).toBeLessThan(700_000);
});

test("logs end after a time", () => {
  for (const [, { Properties }] of resourcesOf(template, "AWS::Logs::LogGroup")) {
    expect(Properties["RetentionInDays"]).toBeGreaterThan(0);
  }
});

test("an administrator is told all that the installation needs to be used", () => {
  const outputs = template.findOutputs("*");
  expect(Object.keys(outputs)).toEqual(
    expect.arrayContaining([
      "AddressSterker",
      "AddressLearnworks",
      "MxSterkerExample",
      "DkimLearnworksExample3",
      "PublicUrl",
      "MailIntake",
      "CaseTable",
      "ArchiveBucket",
      "Dashboard",
      "AlarmTopic",
      "PathSterker",
    ]),
  );
  for (const { Description } of Object.values(outputs)) expect(Description).toMatch(/^[A-Z].{15,}/);
});

test("every morning at half past six, summer and winter, is looked at what there is to learn and to erase", () => {
  template.hasResourceProperties("AWS::Scheduler::Schedule", {
    ScheduleExpression: "cron(30 6 * * ? *)",
    ScheduleExpressionTimezone: "Europe/Amsterdam",
    State: "ENABLED",
    Target: { Arn: { "Fn::GetAtt": ["DailyRoundFunction", "Arn"] } },
  });
});
