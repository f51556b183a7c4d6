import { SqsDestination } from "aws-cdk-lib/aws-lambda-destinations";
import { ReceiptRuleSet, TlsPolicy } from "aws-cdk-lib/aws-ses";
import { Lambda, LambdaInvocationType, S3 } from "aws-cdk-lib/aws-ses-actions";
import { Aws, CustomResource, Duration } from "aws-cdk-lib/core";
import { Construct } from "constructs";
import type { Procedure } from "../shared/domain/procedure.ts";
import { machineArns } from "../workflows/machine-arn.ts";
import { FailureQueue } from "./failure-queue.ts";
import { HouseFunction } from "./house-function.ts";
import { domainOf } from "./letters.ts";
import { anyBucket } from "./loose-types.ts";
import { letSeeOutbox } from "./outbox-stream.ts";
import { ServiceFunction } from "./service-function.ts";
import { stateMachines } from "./state-machines.ts";
import type { Store } from "./store.ts";
import { tell } from "./tell.ts";

/** Takes mail to each complaints address: first to the archive, then to the function that looks at it. */
export class MailIntake extends Construct {
  readonly failures: FailureQueue;
  readonly unsettled: FailureQueue;

  constructor(scope: Construct, id: string, { store, procedures }: { store: Store; procedures: readonly Procedure[] }) {
    super(scope, id);
    const impact = {
      impact: "A mail has come in and nothing was made of it: its sender may wait in vain for a receipt.",
      runbook: "Mail is not taken in",
    };
    this.failures = new FailureQueue(this, "NotTakenIn", impact);
    const receiver = new ServiceFunction(this, {
      name: "receive-mail",
      does: "Makes a case, a reply or a note of a mail",
      environment: {
        TABLE_NAME: store.table.tableName,
        ARCHIVE_BUCKET: store.archive.bucketName,
        STATE_MACHINES: stateMachines(this, procedures),
      },
      // A mail of 40 MB is parsed in memory.
      timeout: Duration.minutes(2),
      memory: 2048,
      onFailure: new SqsDestination(this.failures),
      retryAttempts: 2,
      maxEventAge: Duration.hours(6),
      ...impact,
    });
    store.letUseTable(receiver);
    store.letReadMail(receiver);
    store.letKeepAttachments(receiver);
    receiver.may(["states:StartExecution"], machineArns(this, procedures));
    // What somebody said of a held mail is done at once.
    this.unsettled = letSeeOutbox(this, receiver, {
      impact: "Somebody said what a held mail is, and it has not become that yet.",
      runbook: "Mail is not taken in",
      store,
      keys: [{ prefix: "SETTLING#" }],
      notDone: "NotSettled",
    });

    const rules = this.#rules(procedures, store, receiver);
    this.#activate(rules);
    this.#tell(procedures);
  }

  #rules(procedures: readonly Procedure[], store: Store, receiver: ServiceFunction<"receive-mail">): ReceiptRuleSet {
    const rules = new ReceiptRuleSet(this, "Rules");
    for (const { id, house } of procedures) {
      rules.addRule(id, {
        recipients: [house.complaintsAddress],
        actions: [
          new S3({ bucket: anyBucket(store.archive), objectKeyPrefix: "mail/" }),
          new Lambda({ function: receiver, invocationType: LambdaInvocationType.EVENT }),
        ],
        // Spam and viruses are marked, not dropped: a person looks at what is doubtful.
        scanEnabled: true,
        tlsPolicy: TlsPolicy.OPTIONAL,
      });
    }
    return rules;
  }

  /** CloudFormation cannot activate a rule set, and there is one active set per account and region: see `activate-rule-set`. */
  #activate(rules: ReceiptRuleSet): void {
    const activator = new HouseFunction(this, "ActivateRuleSet", {
      entry: "infra/activate-rule-set/handler.ts",
      does: "Makes our rules for received mail the active ones, unless others are",
      timeout: Duration.seconds(30),
      impact: "A deployment cannot say which rules for received mail are active.",
      runbook: "Mail is not taken in",
    });
    activator.may(["ses:DescribeActiveReceiptRuleSet", "ses:SetActiveReceiptRuleSet"], ["*"]);
    const activation = new CustomResource(this, "Activation", {
      serviceToken: activator.functionArn,
      resourceType: "Custom::ActiveReceiptRuleSet",
      properties: { RuleSetName: rules.receiptRuleSetName },
      serviceTimeout: Duration.minutes(5),
    });
    activation.node.addDependency(rules);
    tell(
      this,
      ["MailIntake"],
      activation.getAttString("State"),
      "Whether mail comes in: `active`, or what an administrator has to do first",
    );
  }

  #tell(procedures: readonly Procedure[]): void {
    for (const { id, house } of procedures) {
      tell(this, ["Address", id], house.complaintsAddress, `Where complaints to ${house.name} are mailed to`);
    }
    for (const domain of new Set(procedures.map(({ house }) => domainOf(house.complaintsAddress)))) {
      tell(
        this,
        ["Mx", domain],
        `${domain} MX 10 inbound-smtp.${Aws.REGION}.${Aws.URL_SUFFIX}`,
        `DNS record that brings mail for ${domain} here; leave it out when mail is forwarded instead`,
      );
    }
  }
}
