import type { AddressInfo, Socket } from "node:net";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import { MailServer } from "../../local/relay/mail-server.ts";

/** One message that a server took, as it came over the line. */
export interface TakenMessage {
  readonly from: string;
  readonly to: readonly string[];
  readonly raw: Buffer;
  /** What it was asked to report (RFC 3461). */
  readonly report: unknown;
}

/** What a server answers, as SMTP says it: `550 5.1.1 Unknown user`. */
export class Answer extends Error {
  readonly responseCode: number;
  constructor(answer: string) {
    super(answer.slice(4));
    this.responseCode = Number(answer.slice(0, 3));
  }
}

interface Manners {
  readonly onRecipient?: (address: string) => Answer | undefined;
  readonly onSender?: () => Answer | undefined;
  /** What becomes of a message that was given whole; `silence` never answers, `drop` ends the line. */
  readonly onMessage?: (message: TakenMessage) => Promise<void> | Answer | "silence" | "drop" | undefined;
  readonly account?: { readonly user: string; readonly pass: string };
  /** More options of the server itself. */
  readonly options?: SMTPServerOptions;
}

/** A mail server on this machine that keeps what it takes. It takes everything unless its manners say otherwise. */
export async function relayServer(manners: Manners = {}) {
  const taken: TakenMessage[] = [];
  const passwords: string[] = [];
  const { account } = manners;
  const lines = new Set<Socket>();
  const drop = () => {
    for (const line of lines) line.destroy();
  };
  const server = new SMTPServer({
    disabledCommands: ["STARTTLS", ...(account === undefined ? (["AUTH"] as const) : [])],
    authOptional: account === undefined,
    allowInsecureAuth: true,
    disableReverseLookup: true,
    hideDSN: false,
    closeTimeout: 50,
    ...manners.options,
    onAuth: ({ username, password }, _session, done) => {
      passwords.push(password ?? "");
      const isKnown = username === account?.user && password === account?.pass;
      done(isKnown ? null : new Answer("535 5.7.8 Wrong name or password"), { user: username });
    },
    onMailFrom: (_address, _session, done) => done(manners.onSender?.()),
    onRcptTo: ({ address }, _session, done) => done(manners.onRecipient?.(address)),
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const { mailFrom, rcptTo, ...report } = session.envelope;
        const message = {
          from: mailFrom === false ? "" : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
          raw: Buffer.concat(chunks),
          report: { ...report, recipients: rcptTo },
        };
        const outcome = manners.onMessage?.(message);
        if (outcome === "silence") return;
        if (outcome === "drop") return drop();
        if (outcome instanceof Answer) return done(outcome);
        const take = () => {
          taken.push(message);
          done(null, "Taken");
        };
        if (outcome === undefined) return take();
        outcome.then(take, (error: Error) => done(error));
      });
    },
  });
  server.on("error", () => undefined);
  server.server.on("connection", (line: Socket) => lines.add(line));
  const port = await new Promise<number>((resolve) => {
    const listening = server.listen(0, "127.0.0.1", () => resolve(portOf(listening.address())));
  });
  const at = new MailServer({ host: "127.0.0.1", port, secure: false }, account);
  return {
    at,
    port,
    taken,
    passwords,
    connections: () => lines.size,
    close: () => new Promise<void>((resolve) => server.close(resolve)),
  };
}

function portOf(address: string | AddressInfo | null): number {
  if (address === null || typeof address === "string") throw new Error("The server listens on no port.");
  return address.port;
}
