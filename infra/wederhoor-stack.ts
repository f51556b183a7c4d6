import { Stack, type StackProps, Tags } from "aws-cdk-lib/core";
import type { Construct } from "constructs";
import type { Procedure } from "../shared/domain/procedure.ts";
import { DailyRound } from "./daily-round.ts";
import { Desk } from "./desk.ts";
import { LetterTracking } from "./letter-tracking.ts";
import { Letters } from "./letters.ts";
import { MailIntake } from "./mail-intake.ts";
import { Observability } from "./observability.ts";
import type { Settings } from "./settings.ts";
import { SideTasks } from "./side-tasks.ts";
import { Store } from "./store.ts";
import { Sweeper } from "./sweeper.ts";
import { tell } from "./tell.ts";
import { Web } from "./web.ts";
import { Workflow } from "./workflow.ts";

export interface WederhoorStackProps extends StackProps {
  readonly procedures: readonly Procedure[];
  readonly settings: Settings;
}

/** Everything that carries complaints for these organisations, in one account and region. */
export class WederhoorStack extends Stack {
  constructor(scope: Construct, id: string, { procedures, settings, ...props }: WederhoorStackProps) {
    super(scope, id, {
      description: "Carries a complaint from an e-mail to a lesson learned",
      analyticsReporting: false,
      // CloudFormation takes a template of a million bytes: none of them for layout.
      suppressTemplateIndentation: true,
      ...props,
    });
    const store = new Store(this, "Store");
    const web = new Web(this, "Web", { store, procedures, settings });
    const { publicUrl } = web;
    new Desk(this, "Desk", { store, web, procedures });
    const letters = new Letters(this, "Letters", { store, procedures, publicUrl });
    new LetterTracking(this, "LetterTracking", { store, letters });
    const workflow = new Workflow(this, "Workflow", { store, procedures, sendLetters: letters.sender });
    new SideTasks(this, "SideTasks", { store, procedures });
    new MailIntake(this, "MailIntake", { store, procedures });
    new DailyRound(this, "DailyRound", { store, letters, publicUrl });
    new Sweeper(this, "Sweeper", { store, letters, procedures, publicUrl });
    new Observability(this, "Observability", { workflow, web, settings });

    tell(this, ["CaseTable"], store.table.tableName, "The table with all cases");
    tell(this, ["ArchiveBucket"], store.archive.bucketName, "The bucket with raw mail and attachments");
    // Dashboards take tags only since a short while, and not every tool that checks templates knows it.
    Tags.of(this).add("application", "wederhoor", { excludeResourceTypes: ["AWS::CloudWatch::Dashboard"] });
  }
}
