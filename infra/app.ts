import { App, Validations } from "aws-cdk-lib/core";
import { AwsSolutionsChecks } from "cdk-nag";
import { procedures } from "../procedures/all.ts";
import { settingsFrom } from "./settings.ts";
import { WederhoorStack } from "./wederhoor-stack.ts";

const app = new App();
const settings = settingsFrom(app.node);
Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
new WederhoorStack(app, "Wederhoor", {
  procedures,
  settings,
  ...(settings.region !== undefined && { env: { region: settings.region } }),
});
app.synth();
