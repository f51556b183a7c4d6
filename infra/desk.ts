import { HttpMethod } from "aws-cdk-lib/aws-apigatewayv2";
import { HttpLambdaIntegration } from "aws-cdk-lib/aws-apigatewayv2-integrations";
import { Secret } from "aws-cdk-lib/aws-secretsmanager";
import { Duration, RemovalPolicy } from "aws-cdk-lib/core";
import { Construct } from "constructs";
import type { Procedure } from "../shared/domain/procedure.ts";
import { machineArns } from "../workflows/machine-arn.ts";
import { acknowledge } from "./acknowledge.ts";
import { ServiceFunction } from "./service-function.ts";
import { stateMachines } from "./state-machines.ts";
import type { Store } from "./store.ts";
import type { Web } from "./web.ts";

/** The rooms of staff, beside the pages behind links: a function of its own, so that a fault in the one leaves the other alone. */
export class Desk extends Construct {
  constructor(scope: Construct, id: string, props: { store: Store; web: Web; procedures: readonly Procedure[] }) {
    super(scope, id);
    const { store, web, procedures } = props;
    const key = this.#sessionKey();
    const desk = new ServiceFunction(this, {
      name: "desk",
      does: "Shows staff their tasks, the cases, the register and the overview, and takes what they post there",
      environment: {
        TABLE_NAME: store.table.tableName,
        ARCHIVE_BUCKET: store.archive.bucketName,
        STATE_MACHINES: stateMachines(this, procedures),
        SESSION_KEY_SECRET: key.secretArn,
      },
      timeout: Duration.seconds(29),
      memory: 1536,
      impact: "Staff cannot open the desk. The links in their letters keep working.",
      runbook: "The desk does not open",
    });
    store.letUseTable(desk);
    store.letReadMail(desk);
    store.letReadAttachments(desk);
    desk.may(["states:SendTaskSuccess", "states:StartExecution"], machineArns(this, procedures));
    desk.may(["secretsmanager:GetSecretValue"], [key.secretArn]);

    const integration = new HttpLambdaIntegration("Rooms", desk);
    for (const path of ["/desk", "/desk/{proxy+}"]) {
      web.api.addRoutes({ path, methods: [HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST], integration });
    }
  }

  #sessionKey(): Secret {
    const key = new Secret(this, "SessionKey", {
      description: "Signs the cookie of whoever is signed in at the desk of Wederhoor",
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
      // Without it everybody signs in anew; nothing is lost.
      removalPolicy: RemovalPolicy.DESTROY,
    });
    acknowledge(key, {
      "AwsSolutions-SMG4":
        "Nobody knows it but the function. A new one signs everybody out, so it is made when there is reason to.",
    });
    return key;
  }
}
