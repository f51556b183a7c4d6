import { App, Validations } from "aws-cdk-lib/core";
import { AwsSolutionsChecks } from "cdk-nag";
import { InvalidProcedure } from "../shared/domain/procedure.ts";
import { InvalidSettings, settingsFrom } from "./settings.ts";
import { WederhoorStack } from "./wederhoor-stack.ts";

try {
  // Only now, so that a mistake in a procedure file is told as one and not as a crash.
  const { procedures } = await import("../procedures/all.ts");
  const app = new App();
  const settings = settingsFrom(app.node);
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  new WederhoorStack(app, "Wederhoor", {
    procedures,
    settings,
    ...(settings.region !== undefined && { env: { region: settings.region } }),
  });
  app.synth();
} catch (error) {
  if (!isForTheAdministrator(error)) throw error;
  console.error(error.message);
  process.exit(1);
}

/** `TransformError`: a file that is no TypeScript; esbuild's message shows the line. */
function isForTheAdministrator(error: unknown): error is Error {
  if (error instanceof InvalidProcedure || error instanceof InvalidSettings) return true;
  return error instanceof Error && error.name === "TransformError";
}
