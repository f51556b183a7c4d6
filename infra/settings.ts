import type { Node } from "constructs";
import { z } from "zod";

const schema = z
  .object({
    /** Where to deploy. Mail must be receivable there (docs.aws.amazon.com/ses/latest/dg/regions.html#region-receive-email). */
    region: z
      .string()
      .regex(/^[a-z]{2}(-[a-z]+)+-\d$/, "is no region such as eu-west-1")
      .optional(),
    /** The host name of the pages, such as `klachten.learnworks.example`; without it, the one that API Gateway gives. */
    domain: z
      .string()
      .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, "is no host name such as klachten.learnworks.example")
      .optional(),
    /** The ARN of the certificate for that host name, in the same region. */
    certificate: z.string().startsWith("arn:", "is no ARN").optional(),
    /** Who hears of it when something is wrong with the installation. */
    alarmEmail: z.email().optional(),
  })
  .refine(({ domain, certificate }) => (domain === undefined) === (certificate === undefined), {
    path: ["certificate"],
    message: "goes together with `domain`",
  })
  .readonly();

/** What an administrator may choose with `cdk deploy --context name=value`; all of it can be left out. */
export type Settings = z.output<typeof schema>;

/** A setting that cannot be used: which, and why. */
export class InvalidSettings extends Error {
  override readonly name = "InvalidSettings";
}

/** @throws {InvalidSettings} */
export function settingsFrom(node: Node): Settings {
  const names = ["region", "domain", "certificate", "alarmEmail"] as const;
  const given = names.flatMap((name) => {
    const value: unknown = node.tryGetContext(name);
    return value === undefined ? [] : [[name, value] as const];
  });
  const parsed = schema.safeParse(Object.fromEntries(given));
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => `--context ${path.join(".")}: ${message}`);
  throw new InvalidSettings(problems.join("\n"));
}
