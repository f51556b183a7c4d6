import { AccessLogFormat } from "aws-cdk-lib/aws-apigateway";
import {
  ApiMapping,
  DomainName,
  HttpApi,
  HttpMethod,
  HttpStage,
  LogGroupLogDestination,
} from "aws-cdk-lib/aws-apigatewayv2";
import { HttpLambdaIntegration } from "aws-cdk-lib/aws-apigatewayv2-integrations";
import { Certificate } from "aws-cdk-lib/aws-certificatemanager";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import { Duration, RemovalPolicy } from "aws-cdk-lib/core";
import { Construct } from "constructs";
import type { Procedure } from "../shared/domain/procedure.ts";
import { machineArns } from "../workflows/machine-arn.ts";
import { acknowledge } from "./acknowledge.ts";
import { ImpactAlarm } from "./impact-alarm.ts";
import { ServiceFunction } from "./service-function.ts";
import type { Settings } from "./settings.ts";
import { stateMachines } from "./state-machines.ts";
import type { Store } from "./store.ts";
import { tell } from "./tell.ts";

/** Of a request we log which route it took, never its path: a link is a secret. Nor who asked. */
const accessLog = {
  at: "$context.requestTime",
  requestId: "$context.requestId",
  routeKey: "$context.routeKey",
  status: "$context.status",
  latencyMs: "$context.responseLatency",
  functionStatus: "$context.integrationStatus",
} as const;

/** Puts the style sheet beside the code, where the function reads it. */
function stylesheet(root: string, output: string): readonly string[] {
  const source = `${root}/shared/pages/style.css`;
  return [`"${root}/node_modules/.bin/esbuild" "${source}" --bundle --minify --outfile="${output}/style.css"`];
}

/** The pages behind links. */
export class Web extends Construct {
  /** Begins every link; without a slash at its end. */
  readonly publicUrl: string;
  readonly api: HttpApi;

  constructor(
    scope: Construct,
    id: string,
    props: { store: Store; procedures: readonly Procedure[]; settings: Settings },
  ) {
    super(scope, id);
    const { store, procedures, settings } = props;
    const pages = new ServiceFunction(this, {
      name: "web",
      does: "Shows the pages, behind links and for everybody, and takes what is posted there",
      environment: {
        TABLE_NAME: store.table.tableName,
        ARCHIVE_BUCKET: store.archive.bucketName,
        STATE_MACHINES: stateMachines(this, procedures),
      },
      timeout: Duration.seconds(20),
      memory: 1024,
      impact: "Pages do not open, neither those behind links nor the form for a complaint.",
      runbook: "Pages show an error",
      afterBundling: stylesheet,
    });
    store.letUseTable(pages);
    store.letReadMail(pages);
    store.letReadAttachments(pages);
    store.letFileForms(pages);
    pages.may(["states:SendTaskSuccess", "states:StartExecution"], machineArns(this, procedures));

    this.api = this.#api(pages, settings);
    const domain = this.#stage(settings);
    this.publicUrl = settings.domain === undefined ? this.api.apiEndpoint : `https://${settings.domain}`;
    new ImpactAlarm(this, "ErrorPages", {
      impact:
        "Somebody saw an error page instead of their task or case; an answer that they sent may not have arrived.",
      runbook: "Pages show an error",
      metric: this.api.metricServerError({ statistic: "sum", period: Duration.minutes(5) }),
    });
    tell(this, ["PublicUrl"], this.publicUrl, "Where the pages are; begins every link");
    if (domain !== undefined) {
      tell(this, ["DomainTarget"], domain.regionalDomainName, `Make ${settings.domain} a CNAME (or alias) of this`);
    }
  }

  #api(pages: ServiceFunction<"web">, settings: Settings): HttpApi {
    const api = new HttpApi(this, "Api", {
      apiName: "wederhoor",
      description: "The pages of Wederhoor",
      createDefaultStage: false,
      disableExecuteApiEndpoint: settings.domain !== undefined,
    });
    const integration = new HttpLambdaIntegration("Pages", pages);
    for (const path of ["/", "/{proxy+}"]) {
      api.addRoutes({ path, methods: [HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST], integration });
    }
    acknowledge(api, {
      "AwsSolutions-APIG4": "The secret in a link is what lets somebody in; the function checks it.",
    });
    return api;
  }

  #stage({ domain, certificate }: Settings): DomainName | undefined {
    const logGroup = new LogGroup(this, "AccessLogs", {
      retention: RetentionDays.THREE_MONTHS,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const stage = new HttpStage(this, "Stage", {
      httpApi: this.api,
      stageName: "$default",
      autoDeploy: true,
      throttle: { rateLimit: 50, burstLimit: 100 },
      accessLogSettings: {
        destination: new LogGroupLogDestination(logGroup),
        format: AccessLogFormat.custom(JSON.stringify(accessLog)),
      },
    });
    if (domain === undefined || certificate === undefined) return undefined;
    const domainName = new DomainName(this, "Domain", {
      domainName: domain,
      certificate: Certificate.fromCertificateArn(this, "Certificate", certificate),
    });
    new ApiMapping(this, "Mapping", { api: this.api, domainName, stage });
    return domainName;
  }
}
