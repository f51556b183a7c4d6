import { type SESClient, SendRawEmailCommand } from "@aws-sdk/client-ses";
import { sesMessageId } from "../mail/ses-message-id.ts";
import { type Envelope, type Post, type Posted, PostRefused, PostUnavailable, PostUncertain } from "../ports.ts";
import { type Pause, withAttempts } from "./attempts.ts";
import { refuseBadEnvelope } from "./envelope-rules.ts";
import { certainlyNotDone, isPassingFault, isThrottled } from "./passing-fault.ts";

/** SES will never take this message (docs.aws.amazon.com/ses/latest/APIReference/API_SendRawEmail.html, common errors). */
const final = new Set(["MessageRejected", "MailFromDomainNotVerifiedException", "InvalidParameterValue"]);

/** Somebody paused sending: it goes when they resume. */
const paused = new Set(["AccountSendingPausedException", "ConfigurationSetSendingPausedException"]);

/**
 * SES says `MessageRejected` too when it is not the message: an identity that is not verified yet, or is in the sandbox, and an account
 * that AWS suspended. Only the text tells (docs.aws.amazon.com/ses/latest/dg/troubleshoot-error-messages.html).
 */
const untilSomebodyActs = /\bnot verified\b|\b(?:paused|suspended)\b/i;

/** Sends through SES with the envelope given explicitly, so that nothing in the headers can add a recipient. */
export class SesPost implements Post {
  readonly #client: SESClient;
  readonly #configurationSet: string | undefined;
  readonly #wait: Pause | undefined;

  constructor(options: { readonly client: SESClient; readonly configurationSet?: string; readonly wait?: Pause }) {
    this.#client = options.client;
    this.#configurationSet = options.configurationSet;
    this.#wait = options.wait;
  }

  async send(envelope: Envelope): Promise<Posted> {
    refuseBadEnvelope(envelope);
    const tags = Object.entries(envelope.tags ?? {}).map(([Name, Value]) => ({ Name, Value }));
    const command = new SendRawEmailCommand({
      Source: envelope.from,
      Destinations: [...envelope.to],
      RawMessage: { Data: envelope.raw },
      ConfigurationSetName: this.#configurationSet,
      ...(tags.length > 0 && { Tags: tags }),
    });
    try {
      // Only what was certainly not sent is tried again here.
      const { MessageId } = await withAttempts(() => this.#client.send(command), isThrottled, this.#wait);
      if (MessageId === undefined) throw new PostUncertain("SES took the message but gave no id.");
      return { providerMessageId: MessageId, messageId: sesMessageId(MessageId, await this.#client.config.region()) };
    } catch (error) {
      throw refusal(error);
    }
  }
}

/** The port's error for what SES did. SES quotes addresses in its messages, so they stay in `cause`. */
function refusal(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const waits = paused.has(error.name) || (error.name === "MessageRejected" && untilSomebodyActs.test(error.message));
  if (final.has(error.name) && !waits) {
    return new PostRefused(`SES refused the message: ${error.name}.`, { cause: error });
  }
  if (waits || certainlyNotDone(error)) {
    return new PostUnavailable(`SES could not take it now: ${error.name}.`, { cause: error });
  }
  if (isPassingFault(error)) {
    return new PostUncertain(`SES did not say whether it took it: ${error.name}.`, { cause: error });
  }
  return error;
}
