import {
  AttributeType,
  BillingMode,
  ProjectionType,
  StreamViewType,
  Table,
  TableEncryption,
} from "aws-cdk-lib/aws-dynamodb";
import { PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Key } from "aws-cdk-lib/aws-kms";
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } from "aws-cdk-lib/aws-s3";
import { Aws, Duration, RemovalPolicy, Stack } from "aws-cdk-lib/core";
import { Construct } from "constructs";
import { acknowledge } from "./acknowledge.ts";
import { fixLogicalId } from "./fixed-logical-id.ts";
import type { HouseFunction } from "./house-function.ts";
import { anyBucket } from "./loose-types.ts";

/** Cases, raw mail and attachments, under one key. All of it stays when the stack goes. */
export class Store extends Construct {
  readonly table: Table;
  readonly archive: Bucket;
  readonly #key: Key;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.#key = this.#dataKey();
    this.table = this.#table();
    this.archive = this.#archive();
    fixLogicalId(this.#key, "DataKey");
    fixLogicalId(this.table, "Table");
    fixLogicalId(this.archive, "Archive");
  }

  /** Cases, links, the outbox: what the item store of `shared/aws` does, no scans. */
  letUseTable(user: HouseFunction): void {
    const { tableArn } = this.table;
    user.may(
      [
        "dynamodb:GetItem",
        "dynamodb:Query",
        "dynamodb:PutItem",
        "dynamodb:UpdateItem",
        "dynamodb:DeleteItem",
        "dynamodb:ConditionCheckItem",
      ],
      [tableArn],
    );
    user.may(["dynamodb:Query"], [`${tableArn}/index/gsi1`]);
    // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.usagenotes.html
    this.#letUseKey(user, "dynamodb", [
      "kms:Decrypt",
      "kms:Encrypt",
      "kms:GenerateDataKey",
      "kms:ReEncryptFrom",
      "kms:ReEncryptTo",
      "kms:DescribeKey",
    ]);
  }

  letReadMail(reader: HouseFunction): void {
    this.#letRead(reader, "mail/*");
  }

  letReadAttachments(reader: HouseFunction): void {
    this.#letRead(reader, "attachments/*");
  }

  letKeepAttachments(writer: HouseFunction): void {
    const objects = this.archive.arnForObjects("attachments/*");
    writer.may(["s3:PutObject"], [objects]);
    this.#letUseKey(writer, "s3", ["kms:GenerateDataKey", "kms:Decrypt"]);
    this.#acknowledgeObjects(writer, "attachments/*");
  }

  /** A form that is filed as a mail: its writer stores only what it made itself, never what came by mail. */
  letFileForms(writer: HouseFunction): void {
    writer.may(["s3:PutObject"], [this.archive.arnForObjects("mail/web-*")]);
    this.#letUseKey(writer, "s3", ["kms:GenerateDataKey", "kms:Decrypt"]);
    this.#acknowledgeObjects(writer, "mail/web-*");
  }

  /** Raw mail and attachments, once the time to keep them is over. */
  letErase(eraser: HouseFunction): void {
    for (const objects of ["mail/*", "attachments/*"]) {
      eraser.may(["s3:DeleteObject"], [this.archive.arnForObjects(objects)]);
      this.#acknowledgeObjects(eraser, objects);
    }
  }

  #letRead(reader: HouseFunction, objects: string): void {
    reader.may(["s3:GetObject"], [this.archive.arnForObjects(objects)]);
    // Without this, S3 answers "forbidden" instead of "not there".
    reader.may(["s3:ListBucket"], [this.archive.bucketArn]);
    this.#letUseKey(reader, "s3", ["kms:Decrypt"]);
    this.#acknowledgeObjects(reader, objects);
  }

  #acknowledgeObjects(user: HouseFunction, objects: string): void {
    if (user.role === undefined) return;
    acknowledge(user.role, {
      [`AwsSolutions-IAM5[Resource::<Archive.Arn>/${objects}]`]:
        "The keys of objects are ids that come with each mail.",
    });
  }

  #letUseKey(user: HouseFunction, service: "dynamodb" | "s3", actions: readonly string[]): void {
    user.may(actions, [this.#key.keyArn], {
      StringEquals: { "kms:ViaService": `${service}.${Stack.of(this).region}.${Aws.URL_SUFFIX}` },
    });
  }

  #dataKey(): Key {
    const key = new Key(this, "Key", {
      description: "Encrypts the cases, mail and attachments of Wederhoor",
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    key.addToResourcePolicy(
      new PolicyStatement({
        sid: "ReceivedMailIsWrittenEncrypted",
        principals: [new ServicePrincipal("ses.amazonaws.com")],
        actions: ["kms:GenerateDataKey", "kms:Decrypt"],
        resources: ["*"],
        conditions: { StringEquals: { "aws:SourceAccount": Aws.ACCOUNT_ID } },
      }),
    );
    return key;
  }

  #table(): Table {
    const table = new Table(this, "Table", {
      partitionKey: { name: "pk", type: AttributeType.STRING },
      sortKey: { name: "sk", type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: this.#key,
      // Whoever listens learns that a letter is queued and where, not what is in it.
      stream: StreamViewType.KEYS_ONLY,
    });
    table.addGlobalSecondaryIndex({
      indexName: "gsi1",
      partitionKey: { name: "gsi1pk", type: AttributeType.STRING },
      sortKey: { name: "gsi1sk", type: AttributeType.STRING },
      projectionType: ProjectionType.ALL,
    });
    return table;
  }

  #archive(): Bucket {
    const accessLogs = new Bucket(this, "ArchiveAccessLogs", {
      encryption: BucketEncryption.S3_MANAGED,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      lifecycleRules: [{ expiration: Duration.days(90) }],
      removalPolicy: RemovalPolicy.RETAIN,
    });
    acknowledge(accessLogs, { "AwsSolutions-S1": "Holds the access logs themselves." });
    return new Bucket(this, "Archive", {
      encryption: BucketEncryption.KMS,
      encryptionKey: this.#key,
      bucketKeyEnabled: true,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      versioned: true,
      serverAccessLogsBucket: anyBucket(accessLogs),
      // How long mail is kept is decided per case, not by its age. What was erased there is gone for good a month later.
      lifecycleRules: [
        {
          noncurrentVersionExpiration: Duration.days(30),
          expiredObjectDeleteMarker: true,
          abortIncompleteMultipartUploadAfter: Duration.days(7),
        },
      ],
      removalPolicy: RemovalPolicy.RETAIN,
    });
  }
}
