import { Bucket } from "aws-cdk-lib/aws-s3";
import { App, Stack, Validations } from "aws-cdk-lib/core";
import { AwsSolutionsChecks } from "cdk-nag";
import { expect, test } from "vitest";
import { appWith, outputFolder, stackIn } from "./synthesised.ts";

test.each([
  { title: "as it comes", context: {} },
  {
    title: "with everything that can be chosen",
    context: {
      region: "eu-west-1",
      domain: "klachten.learnworks.example",
      certificate: "arn:aws:acm:eu-west-1:111122223333:certificate/4f1c",
      alarmEmail: "beheer@learnworks.example",
    },
  },
])("cdk-nag finds nothing in the stack $title that has no reason", ({ context }) => {
  const app = appWith(context);
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  stackIn(app);
  expect(() => app.synth()).not.toThrow();
});

test("cdk-nag would stop a bucket that anybody can read over plain HTTP", () => {
  const app = new App({ outdir: outputFolder() });
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  new Bucket(new Stack(app, "Careless"), "Open");
  expect(() => app.synth()).toThrow(/does not require requests to use SSL/);
});
