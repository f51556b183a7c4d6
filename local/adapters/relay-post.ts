import { refuseBadEnvelope } from "../../shared/aws/envelope-rules.ts";
import {
  type Envelope,
  type Post,
  type Posted,
  PostRefused,
  PostUnavailable,
  PostUncertain,
  type Secrets,
} from "../../shared/ports.ts";
import { handOver, type Patience } from "../relay/hand-over.ts";
import { HandOverFault } from "../relay/hand-over-fault.ts";
import type { MailServer } from "../relay/mail-server.ts";
import { messageIdOf, stamped } from "./message-stamp.ts";
import type { MailroomPost } from "./post.ts";

interface RelayOptions {
  readonly server: MailServer;
  /** Where every letter is kept that left. */
  readonly mailroom: Pick<MailroomPost, "keep">;
  readonly secrets: Pick<Secrets, "id">;
  /** The time of day, epoch ms, whatever somebody made of the clock: mail from the future is taken for spam. */
  readonly realNow: () => number;
  readonly patience?: Patience;
  /** How long a server is left alone that did not answer, ms: or each of many letters would wait for it. Default half a minute. */
  readonly restMs?: number;
  /** Is told when sending stops or goes on, in a sentence without names or addresses. */
  readonly tell?: (sentence: string) => void;
}

/** Faults that took a while to show. */
const unanswered = new Set(["EDNS", "ETIMEDOUT"]);

/** Sends mail to people through a mail server (RFC 6409), and keeps each message for the mailroom too. */
export class RelayPost implements Post {
  readonly #options: RelayOptions;
  /** The last trouble that was told; the same one is not told for every letter. */
  #trouble: string | undefined;
  /** By the clock of this process, ms. */
  #restsUntil = 0;

  constructor(options: RelayOptions) {
    this.#options = options;
  }

  /**
   * The message keeps the id that its composer gave it, so that a second copy of it is seen to be one, and reports about it find their letter.
   * Each recipient gets a message of their own; of several, those before one that fails have it already.
   */
  async send(envelope: Envelope): Promise<Posted> {
    refuseBadEnvelope(envelope);
    const { secrets, realNow, mailroom } = this.#options;
    const host = envelope.from.slice(envelope.from.lastIndexOf("@") + 1);
    const messageId = messageIdOf(envelope.raw) ?? `${secrets.id()}@${host}`;
    const raw = stamped(envelope.raw, { messageId: `<${messageId}>`, date: new Date(realNow()) });
    for (const to of envelope.to) await this.#handOver({ from: envelope.from, to, messageId, raw });
    try {
      mailroom.keep({ ...envelope, raw });
    } catch (error) {
      if (!(error instanceof PostUnavailable)) throw error;
      // It has left. Sent once more it would arrive twice, and that is worse than not being shown.
      this.#tell("A letter left and could not be kept for the mailroom.");
    }
    return { providerMessageId: messageId, messageId };
  }

  async #handOver(letter: Parameters<typeof handOver>[1]): Promise<void> {
    const { server, patience } = this.#options;
    if (performance.now() < this.#restsUntil) throw new PostUnavailable("The mail server did not answer just now.");
    try {
      await handOver(server, letter, patience);
      this.#worked();
    } catch (error) {
      if (!(error instanceof HandOverFault)) throw error;
      throw this.#portError(error);
    }
  }

  #portError(fault: HandOverFault): Error {
    const { server } = this.#options;
    switch (fault.kind) {
      case "refused":
        this.#worked();
        return new PostRefused(`The mail server refused the message: ${fault.code}.`, { cause: fault });
      case "unavailable":
        if (unanswered.has(fault.code)) this.#restsUntil = performance.now() + (this.#options.restMs ?? 30_000);
        this.#failed(`The mail server ${server.name} takes no letters now (${fault.code}); each is tried again later.`);
        return new PostUnavailable(`The mail server could not take it now: ${fault.code}.`, { cause: fault });
      case "uncertain":
        this.#failed(`The mail server ${server.name} did not say whether it has a letter (${fault.code}).`);
        return new PostUncertain(`The mail server may have it or not: ${fault.code}.`, { cause: fault });
    }
  }

  #failed(trouble: string): void {
    if (this.#trouble !== trouble) this.#tell(trouble);
    this.#trouble = trouble;
  }

  #worked(): void {
    if (this.#trouble !== undefined) this.#tell(`The mail server ${this.#options.server.name} takes letters again.`);
    this.#trouble = undefined;
  }

  #tell(sentence: string): void {
    (this.#options.tell ?? console.error)(sentence);
  }
}
