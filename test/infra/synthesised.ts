import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Template } from "aws-cdk-lib/assertions";
import { App } from "aws-cdk-lib/core";
import { afterAll } from "vitest";
import { z } from "zod";
import { type Settings, settingsFrom } from "../../infra/settings.ts";
import { WederhoorStack } from "../../infra/wederhoor-stack.ts";
import { procedures } from "../../procedures/all.ts";

const cdkJson = z.object({ context: z.record(z.string(), z.unknown()) });

const outputs = mkdtempSync(join(tmpdir(), "synthesised-"));
afterAll(() => rmSync(outputs, { recursive: true }));

/** Where an app writes what it makes; gone after the tests. */
export function outputFolder(): string {
  return mkdtempSync(join(outputs, "app-"));
}

/** The app with the flags of `cdk.json`; without bundles, because what is in them is another test's. */
export function appWith(context: Readonly<Record<string, string>> = {}): App {
  const file = cdkJson.parse(JSON.parse(readFileSync(join(import.meta.dirname, "../../cdk.json"), "utf8")));
  return new App({ outdir: outputFolder(), context: { ...file.context, "aws:cdk:bundling-stacks": [], ...context } });
}

export function stackIn(app: App, settings: Settings = settingsFrom(app.node)): WederhoorStack {
  return new WederhoorStack(app, "Wederhoor", { procedures, settings });
}

/** The template of the stack with these settings. */
export function synthesised(context: Readonly<Record<string, string>> = {}): Template {
  return Template.fromStack(stackIn(appWith(context)));
}

const resource = z.looseObject({ Type: z.string(), Properties: z.record(z.string(), z.unknown()).default({}) });
export type Resource = z.output<typeof resource>;

/** All resources of a type, by logical id. */
export function resourcesOf(template: Template, type: string): readonly (readonly [string, Resource])[] {
  return Object.entries(template.findResources(type)).map(([id, found]) => [id, resource.parse(found)]);
}

/** What the policies of roles allow. */
const statement = z.object({
  Effect: z.string(),
  Action: z.union([z.string().transform((one) => [one]), z.array(z.string())]),
  Resource: z.unknown(),
});
const policy = z.object({
  Roles: z.array(z.object({ Ref: z.string() })),
  PolicyDocument: z.object({ Statement: z.array(statement) }),
});

/** What each role may do, by the logical id of the role. */
export function grants(template: Template): ReadonlyMap<string, readonly z.output<typeof statement>[]> {
  const policies = resourcesOf(template, "AWS::IAM::Policy").map(([, { Properties }]) => policy.parse(Properties));
  const byRole = new Map<string, readonly z.output<typeof statement>[]>();
  for (const { Roles, PolicyDocument } of policies) {
    for (const { Ref } of Roles) byRole.set(Ref, [...(byRole.get(Ref) ?? []), ...PolicyDocument.Statement]);
  }
  return byRole;
}
