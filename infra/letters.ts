import { ConfigurationSet, ConfigurationSetTlsPolicy, EmailIdentity, Identity } from "aws-cdk-lib/aws-ses";
import { ArnFormat, Duration, Stack } from "aws-cdk-lib/core";
import { Construct } from "constructs";
import type { Procedure } from "../shared/domain/procedure.ts";
import type { FailureQueue } from "./failure-queue.ts";
import { logicalIdOf } from "./fixed-logical-id.ts";
import type { HouseFunction } from "./house-function.ts";
import { letSeeOutbox } from "./outbox-stream.ts";
import { ServiceFunction } from "./service-function.ts";
import type { Store } from "./store.ts";
import { tell } from "./tell.ts";

/** The part of an address after the @. */
export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf("@") + 1);
}

/** Writes and sends letters: when the path asks, and as soon as one stands in the outbox. */
export class Letters extends Construct {
  readonly sender: ServiceFunction<"send-letters">;
  readonly failures: FailureQueue;
  readonly configurationSet: ConfigurationSet;
  readonly #identities: readonly EmailIdentity[];
  readonly #addresses: readonly string[];

  constructor(
    scope: Construct,
    id: string,
    { store, procedures, publicUrl }: { store: Store; procedures: readonly Procedure[]; publicUrl: string },
  ) {
    super(scope, id);
    this.#addresses = procedures.map(({ house }) => house.complaintsAddress);
    // Clicks and openings are not tracked: that would send links, which are secrets, through somebody else.
    this.configurationSet = new ConfigurationSet(this, "ConfigurationSet", {
      reputationMetrics: true,
      tlsPolicy: ConfigurationSetTlsPolicy.OPTIONAL,
    });
    this.#identities = [...new Set(this.#addresses.map(domainOf))].map((domain) => this.#identity(domain));

    const impact = {
      impact: "Letters do not go out at once: complainants and staff hear later than they should.",
      runbook: "Letters do not go out",
    };
    this.sender = new ServiceFunction(this, {
      name: "send-letters",
      does: "Composes and sends the letters that are queued",
      environment: {
        TABLE_NAME: store.table.tableName,
        PUBLIC_URL: publicUrl,
        CONFIGURATION_SET: this.configurationSet.configurationSetName,
      },
      timeout: Duration.seconds(60),
      ...impact,
    });
    store.letUseTable(this.sender);
    this.letSend(this.sender);

    this.failures = letSeeOutbox(this, this.sender, {
      ...impact,
      store,
      keys: [{ prefix: "LETTER#" }, "SIGN-IN", "DIGEST", "TROUBLE"],
      notDone: "NotSent",
    });
  }

  /** Lets a function send from the complaints addresses, and from no other address of these domains. */
  letSend(sender: HouseFunction): void {
    const configurationSet = Stack.of(this).formatArn({
      service: "ses",
      resource: "configuration-set",
      resourceName: this.configurationSet.configurationSetName,
      arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
    });
    const identities = this.#identities.map(({ emailIdentityArn }) => emailIdentityArn);
    sender.may(["ses:SendRawEmail"], [...identities, configurationSet], {
      StringEquals: { "ses:FromAddress": this.#addresses },
    });
  }

  #identity(domain: string): EmailIdentity {
    const identity = new EmailIdentity(this, logicalIdOf("Identity", domain), {
      identity: Identity.domain(domain),
      configurationSet: this.configurationSet,
    });
    for (const [index, { name, value }] of identity.dkimRecords.entries()) {
      tell(
        this,
        ["Dkim", domain, `${index + 1}`],
        `${name} CNAME ${value}`,
        `DNS record ${index + 1} of 3 that proves that letters come from ${domain}`,
      );
    }
    return identity;
  }
}
