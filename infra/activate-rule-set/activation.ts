import {
  DescribeActiveReceiptRuleSetCommand,
  type SESClient,
  SetActiveReceiptRuleSetCommand,
} from "@aws-sdk/client-ses";

/** What CloudFormation wants done with the rule set `ours`; `before` is what it was called until now. */
export type Wish =
  | { readonly type: "Create"; readonly ours: string }
  | { readonly type: "Update"; readonly ours: string; readonly before: string }
  | { readonly type: "Delete"; readonly ours: string };

/**
 * An account has one active rule set per region (docs.aws.amazon.com/ses/latest/dg/receiving-email-receipt-rules-console-walkthrough.html).
 * Ours becomes it when there is none, and stops being it when it goes. Somebody else's is left alone.
 * @returns for an administrator: `active`, `not active`, or what to do.
 */
export async function activate(wish: Wish, client: Pick<SESClient, "send">): Promise<string> {
  const { Metadata } = await client.send(new DescribeActiveReceiptRuleSetCommand({}));
  const active = Metadata?.Name;
  switch (wish.type) {
    case "Create":
      return take(wish.ours, active, [wish.ours]);
    case "Update":
      return take(wish.ours, active, [wish.ours, wish.before]);
    case "Delete":
      if (active === wish.ours) await client.send(new SetActiveReceiptRuleSetCommand({}));
      return "not active";
  }

  async function take(ours: string, now: string | undefined, own: readonly string[]): Promise<string> {
    if (now !== undefined && !own.includes(now)) {
      return `not active: the rule set ${now} is. Add our rules to it, or activate ${ours} when it is not needed any more.`;
    }
    if (now !== ours) await client.send(new SetActiveReceiptRuleSetCommand({ RuleSetName: ours }));
    return "active";
  }
}
