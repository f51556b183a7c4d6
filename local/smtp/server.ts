import type { AddressInfo } from "node:net";
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from "smtp-server";
import type { Clock, Instant } from "../../shared/ports.ts";
import { MailBytes } from "./mail-bytes.ts";
import { plainAddress } from "./plain-address.ts";

/** Bytes: what SES receives at most (docs.aws.amazon.com/ses/latest/dg/quotas.html). */
const mostBytes = 40 * 1024 * 1024;
const mostClients = 100;
const usuallyHeldBytes = 512 * 1024 * 1024;
/** From this many bytes on, messages are taken one by one: reading one takes seconds and some hundreds of megabytes. */
const largeBytes = 1024 * 1024;
/** Bytes that are kept of a message that is too big. */
const beginningBytes = 64 * 1024;
const closeTimeoutMs = 1000;

/** One message as it came in, byte for byte. */
export interface IncomingMail {
  /** Empty for the null sender `<>` of bounces. */
  readonly envelopeFrom: string;
  /** Labels and all, the part before the @ as the client wrote it; each is ours. */
  readonly recipients: readonly string[];
  readonly raw: Uint8Array;
  readonly receivedAt: Instant;
}

/** A message over 40 MB, of which only this is kept. */
export interface RefusedMail {
  readonly envelopeFrom: string;
  readonly recipients: readonly string[];
  /** Its header and how it begins, for whoever asks what it was. */
  readonly beginning: Uint8Array;
  readonly bytes: number;
  readonly receivedAt: Instant;
}

export interface SmtpOptions {
  /** 0 picks a free one. */
  readonly port: number;
  /** Is asked with the address in lower case and without its `+label`. */
  readonly isOurs: (address: string) => boolean;
  /** Resolves once the mail is stored durably; only then the client hears 250. When it rejects the client is told to try again. */
  readonly receive: (mail: IncomingMail) => Promise<void>;
  /** Notes that a message was too big; the client hears 552 whatever becomes of the note. */
  readonly refused?: (mail: RefusedMail) => Promise<void>;
  readonly clock: Clock;
  /** Bytes of all messages that may be coming in at the same moment; what is beyond is told to come again. Default 512 MB. */
  readonly mostHeldBytes?: number;
}

export interface RunningSmtp {
  readonly port: number;
  /** Stops taking connections, ends those that are open, and resolves when the port is free. */
  close(): Promise<void>;
}

/** What the client is told; the library reads `responseCode`. */
class Reply extends Error {
  override readonly name = "Reply";
  constructor(
    readonly responseCode: 451 | 550 | 552,
    message: string,
  ) {
    super(message);
  }
}

/**
 * Takes mail on 127.0.0.1 as SES would (RFC 5321): 550 for a stranger's address, 552 for a message over 40 MB, 451 when it
 * could not be stored. Asks nobody who the client is, so it needs no network. Rejects with `EADDRINUSE` when the port is taken.
 */
export async function startSmtp(options: SmtpOptions): Promise<RunningSmtp> {
  const arrivals = new Arrivals(options);
  const server = new SMTPServer({
    name: "wederhoor",
    size: mostBytes,
    maxClients: mostClients,
    closeTimeout: closeTimeoutMs,
    disableReverseLookup: true,
    authOptional: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    hideSMTPUTF8: true,
    // Real servers have return paths such as `bounces+name=of..somebody@list`: no reason to lose a letter.
    lenientAddressParsing: true,
    onRcptTo: ({ address }, _session, done) => {
      done(options.isOurs(plainAddress(address)) ? null : new Reply(550, "No complaints are received at this address"));
    },
    onData: (stream, session, done) => {
      arrivals.take(stream, session).then(
        () => done(null, "Stored"),
        (error: unknown) =>
          done(error instanceof Reply ? error : new Reply(451, "Could not be stored now, try again later")),
      );
    },
  });
  const port = await listening(server, options.port);
  return { port, close: () => new Promise((resolve) => server.close(resolve)) };
}

interface Collected {
  /** Missing when it is too big, or too much comes in at once. */
  readonly raw: MailBytes | undefined;
  readonly beginning: Uint8Array;
  readonly bytes: number;
}

/** The messages that are coming in. */
class Arrivals {
  readonly #options: SmtpOptions;
  #held = 0;
  #lastLarge: Promise<unknown> = Promise.resolve();

  constructor(options: SmtpOptions) {
    this.#options = options;
  }

  async take(stream: SMTPServerDataStream, { envelope }: SMTPServerSession): Promise<void> {
    const common = {
      envelopeFrom: envelope.mailFrom === false ? "" : envelope.mailFrom.address,
      recipients: envelope.rcptTo.map(({ address }) => address),
    };
    const { raw, beginning, bytes } = await this.#collected(stream);
    const receivedAt = this.#options.clock.now();
    if (bytes > mostBytes) {
      await this.#options.refused?.({ ...common, beginning, bytes, receivedAt }).catch(() => undefined);
      throw new Reply(552, `A message has at most ${mostBytes} bytes`);
    }
    try {
      if (raw === undefined) throw new Reply(451, "Too many large messages at once, try again later");
      await this.#inTurn({ ...common, raw: raw.whole(), receivedAt });
    } finally {
      if (raw !== undefined) this.#held -= bytes;
    }
  }

  /** Reads a message to its end, for the protocol has no way to stop it, but keeps only the beginning of one that is too big. */
  async #collected(stream: SMTPServerDataStream): Promise<Collected> {
    let raw: MailBytes | undefined = new MailBytes();
    const beginning = new MailBytes();
    let bytes = 0;
    const mostHeld = this.#options.mostHeldBytes ?? usuallyHeldBytes;
    try {
      for await (const chunk of stream) {
        if (!(chunk instanceof Uint8Array)) throw new TypeError("SMTP data comes in bytes.");
        const isKept = bytes + chunk.length <= mostBytes && this.#held + chunk.length <= mostHeld;
        if (raw !== undefined && isKept) {
          raw.add(chunk);
          this.#held += chunk.length;
        } else if (raw !== undefined) {
          raw = undefined;
          this.#held -= bytes;
        }
        if (bytes < beginningBytes) beginning.add(chunk.subarray(0, beginningBytes - bytes));
        bytes += chunk.length;
      }
    } catch (error) {
      if (raw !== undefined) this.#held -= bytes;
      throw error;
    }
    return { raw, beginning: beginning.whole(), bytes };
  }

  async #inTurn(mail: IncomingMail): Promise<void> {
    if (mail.raw.length < largeBytes) return this.#options.receive(mail);
    const received = this.#lastLarge.then(() => this.#options.receive(mail));
    this.#lastLarge = received.catch(() => undefined);
    return received;
  }
}

function listening(server: SMTPServer, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    const socket = server.listen(port, "127.0.0.1", () => {
      server.off("error", reject);
      // From now on an error is a client that went away; without a listener it would end the process.
      server.on("error", () => {});
      resolve(portOf(socket.address()));
    });
  });
}

function portOf(address: string | AddressInfo | null): number {
  if (address === null || typeof address === "string") throw new Error("SMTP listens on no port.");
  return address.port;
}
