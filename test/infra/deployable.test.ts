import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { environments } from "../../functions/environments.ts";

const root = join(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "cdk-"));
const output = join(folder, "out");
const template = join(output, "Wederhoor.template.json");

const functionSchema = z.object({
  Type: z.literal("AWS::Lambda::Function"),
  Properties: z.object({ FunctionName: z.string().optional(), Handler: z.literal("index.handler") }),
  Metadata: z.object({ "aws:asset:path": z.string() }),
});

/** The environment of somebody who has just installed Node: no account, no settings of AWS. */
function withoutAws() {
  const kept = Object.entries(process.env).filter(([name]) => !/^(AWS_|CDK_)/.test(name));
  return {
    ...Object.fromEntries(kept),
    HOME: folder,
    AWS_EC2_METADATA_DISABLED: "true",
    npm_config_update_notifier: "false",
  };
}

/** The folder of each bundle, by the name of its function. */
function bundles(): ReadonlyMap<string, string> {
  const { Resources } = z
    .object({ Resources: z.record(z.string(), z.unknown()) })
    .parse(JSON.parse(readFileSync(template, "utf8")));
  const found = Object.values(Resources).flatMap((resource) => functionSchema.safeParse(resource).data ?? []);
  return new Map(
    found.map(({ Properties, Metadata }) => [
      Properties.FunctionName ?? "activate-rule-set",
      join(output, Metadata["aws:asset:path"]),
    ]),
  );
}

beforeAll(() => {
  const cdk = join(root, "node_modules/aws-cdk/bin/cdk");
  const { status, stderr } = spawnSync(process.execPath, [cdk, "synth", "--quiet", "--output", output], {
    cwd: root,
    env: withoutAws(),
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`cdk synth failed:\n${stderr}`);
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true }));

describe("what `cdk synth` makes without an AWS account", () => {
  test.each([...Object.keys(environments).map((name) => `wederhoor-${name}`), "activate-rule-set"])(
    "has a bundle of %s that loads on its own and has a handler",
    (name) => {
      const bundle = join(bundles().get(name) ?? "missing", "index.mjs");
      const script = `const { handler } = await import(${JSON.stringify(bundle)}); console.log(typeof handler);`;
      const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "--eval", script], {
        // Elsewhere, so that nothing can be found in node_modules.
        cwd: folder,
        env: { ...withoutAws(), AWS_REGION: "eu-west-1" },
        encoding: "utf8",
      });
      expect({ stdout: stdout.trim(), stderr }).toEqual({ stdout: "function", stderr: "" });
    },
  );

  test("has the style sheet beside the pages", () => {
    const stylesheet = readFileSync(join(bundles().get("wederhoor-web") ?? "missing", "style.css"), "utf8");
    expect(stylesheet).toMatch(/[a-z-]+:[^;]+/);
    expect(stylesheet).not.toContain("@import");
  });

  test("is right in the eyes of cfn-lint", (context) => {
    const { status, error, stdout } = spawnSync("cfn-lint", ["--non-zero-exit-code", "error", template], {
      encoding: "utf8",
    });
    if (error !== undefined) {
      if (process.env["CI"] !== undefined) throw new Error("cfn-lint is not installed: pip install cfn-lint.");
      console.warn("Not checked by cfn-lint, because it is not installed: pip install cfn-lint.");
      context.skip();
    }
    expect(status === 0 ? "" : stdout).toBe("");
  });
});
