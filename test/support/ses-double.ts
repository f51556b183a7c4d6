import { SendRawEmailCommand, type SendRawEmailCommandInput } from "@aws-sdk/client-ses";
import { mockClient } from "aws-sdk-client-mock";
import { postClient } from "../../shared/aws/clients.ts";
import { SesPost } from "../../shared/aws/post.ts";
import { awsError } from "../aws/passing-errors.ts";

/** How SES is at a moment; `silent` takes the letter, and its answer is lost. */
export type SesMood = "well" | "throttled" | "down" | "unreachable" | "silent";

/** One message that SES took, and sends to its reader. */
export interface Taken {
  readonly providerMessageId: string;
  readonly at: string;
  readonly to: string;
  readonly raw: string;
  readonly tags: Readonly<Record<string, string>>;
}

/** SES behind the real adapter and SDK client: `mood` may change, `taken` is what went out, `offered` how often it was asked. */
export class SesDouble {
  readonly taken: Taken[] = [];
  offered = 0;
  mood: SesMood = "well";
  /** Does something between the taking and the answer. */
  onTaken: (taken: Taken) => void = () => {};
  readonly post: SesPost;

  constructor(now: () => string) {
    const client = postClient({ region: "eu-west-1" });
    mockClient(client)
      .on(SendRawEmailCommand)
      .callsFake((input) => this.#asked(input, now()));
    this.post = new SesPost({ client, configurationSet: "letters", wait: async () => {} });
  }

  /** Copies of each letter, by case and letter id. */
  copies(): ReadonlyMap<string, number> {
    const copies = new Map<string, number>();
    for (const { tags } of this.taken) {
      const letter = `${tags["case"]} ${tags["letter"]}`;
      copies.set(letter, (copies.get(letter) ?? 0) + 1);
    }
    return copies;
  }

  #asked({ Destinations, RawMessage, Tags }: SendRawEmailCommandInput, at: string) {
    this.offered += 1;
    if (this.mood === "throttled") throw awsError("Throttling", 400);
    if (this.mood === "down") throw awsError("ServiceUnavailable", 503);
    if (this.mood === "unreachable") throw Object.assign(new Error("no route"), { code: "ECONNREFUSED" });
    const providerMessageId = `0102-${this.taken.length + 1}`;
    const taken = {
      providerMessageId,
      at,
      to: Destinations?.[0] ?? "",
      raw: Buffer.from(RawMessage?.Data ?? []).toString(),
      tags: Object.fromEntries((Tags ?? []).map(({ Name, Value }) => [Name ?? "", Value ?? ""])),
    };
    this.taken.push(taken);
    this.onTaken(taken);
    if (this.mood === "silent") throw awsError("TimeoutError");
    return { MessageId: providerMessageId };
  }
}
