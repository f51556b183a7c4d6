import type { AddressInfo } from "node:net";
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from "smtp-server";
import type { Clock, Instant } from "../../shared/ports.ts";
import { plainAddress } from "./plain-address.ts";

/** Bytes: what SES receives at most (docs.aws.amazon.com/ses/latest/dg/quotas.html). */
const mostBytes = 40 * 1024 * 1024;
const mostClients = 100;
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

export interface SmtpOptions {
  /** 0 picks a free one. */
  readonly port: number;
  /** Is asked with the address in lower case and without its `+label`. */
  readonly isOurs: (address: string) => boolean;
  /** Resolves once the mail is stored durably; only then the client hears 250. When it rejects the client is told to try again. */
  readonly receive: (mail: IncomingMail) => Promise<void>;
  readonly clock: Clock;
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
  const server = new SMTPServer({
    name: "wederhoor",
    size: mostBytes,
    maxClients: mostClients,
    closeTimeout: closeTimeoutMs,
    disableReverseLookup: true,
    authOptional: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    hideSMTPUTF8: true,
    onRcptTo: ({ address }, _session, done) => {
      done(options.isOurs(plainAddress(address)) ? null : new Reply(550, "No complaints are received at this address"));
    },
    onData: (stream, session, done) => {
      take(options, stream, session).then(
        () => done(null, "Stored"),
        (error: unknown) =>
          done(error instanceof Reply ? error : new Reply(451, "Could not be stored now, try again later")),
      );
    },
  });
  const port = await listening(server, options.port);
  return { port, close: () => new Promise((resolve) => server.close(resolve)) };
}

async function take(
  options: SmtpOptions,
  stream: SMTPServerDataStream,
  { envelope }: SMTPServerSession,
): Promise<void> {
  const raw = await collected(stream);
  await options.receive({
    envelopeFrom: envelope.mailFrom === false ? "" : envelope.mailFrom.address,
    recipients: envelope.rcptTo.map(({ address }) => address),
    raw,
    receivedAt: options.clock.now(),
  });
}

/** Reads a message that is too big to its end, for the protocol has no way to stop it, but keeps none of it. */
async function collected(stream: SMTPServerDataStream): Promise<Uint8Array> {
  let chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    if (!(chunk instanceof Uint8Array)) throw new TypeError("SMTP data comes in bytes.");
    size += chunk.length;
    if (size > mostBytes) chunks = [];
    else chunks.push(chunk);
  }
  if (size > mostBytes) throw new Reply(552, `A message has at most ${mostBytes} bytes`);
  return Buffer.concat(chunks);
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
