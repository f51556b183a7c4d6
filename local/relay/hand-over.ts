import { Readable } from "node:stream";
import SMTPConnection from "nodemailer/lib/smtp-connection";
import { lostContact, refusalBy } from "./hand-over-fault.ts";
import type { MailServer } from "./mail-server.ts";

/** One message for one person. */
export interface Consignment {
  readonly from: string;
  readonly to: string;
  /** Without angle brackets; comes back in a report about it (RFC 3461 4.4). */
  readonly messageId: string;
  readonly raw: Uint8Array;
}

/** How long a server may keep us waiting, ms. */
export interface Patience {
  /** Until it greets, names looked up and all. */
  readonly greeting: number;
  /** For all of one message. Well within the time for which a letter is claimed, so that nobody else sends it meanwhile. */
  readonly whole: number;
}

export const usualPatience: Patience = { greeting: 20_000, whole: 120_000 };

/** RFC 3461 4.4: an envelope id has at most 100 characters. */
const longestEnvelopeId = 100;

/**
 * Gives one message to a mail server over a connection of its own, and resolves once the server has taken it (RFC 5321 4.2.5). The bytes go as
 * they are, and only to the recipient named here, whatever the header says.
 * @throws {HandOverFault} which knows whether the server can have it all the same.
 */
export function handOver(server: MailServer, letter: Consignment, patience = usualPatience): Promise<void> {
  const { host, port, secure, credentials, isHere } = server;
  const connection = new SMTPConnection({
    host,
    port,
    secure,
    connectionTimeout: patience.greeting,
    greetingTimeout: patience.greeting,
    dnsTimeout: patience.greeting,
    socketTimeout: patience.whole,
    // A password never goes over a network in the open; what stays on this machine passes none.
    ...(isHere ? { ignoreTLS: true } : { requireTLS: credentials !== undefined }),
  });
  const message = Readable.from([Buffer.from(letter.raw)], { objectMode: false });
  return new Promise<void>((resolve, reject) => {
    // From the moment that the last byte is on its way, a broken line does not tell whether the server has the message.
    let isGiven = false;
    message.once("end", () => {
      isGiven = true;
    });
    const failed = (error: Error) => {
      connection.close();
      reject(refusalBy(error) ?? lostContact(error, isGiven));
    };
    const tooLong = setTimeout(() => failed(new Error("It took too long.")), patience.whole);
    connection.on("end", () => clearTimeout(tooLong));
    connection.on("error", failed);
    connection.connect((unreachable) => {
      if (unreachable) return failed(unreachable);
      if (credentials === undefined) return send();
      connection.login(credentials, (refused) => (refused ? failed(refused) : send()));
    });
    function send() {
      connection.send(envelopeOf(letter), message, (error) => {
        if (error) return failed(error);
        resolve();
        connection.quit();
      });
    }
  });
}

/** Servers that can, are asked to report what fails or is late, with our id and without returning the letter itself. */
function envelopeOf({ from, to, messageId, raw }: Consignment): SMTPConnection.Envelope {
  return {
    from,
    to,
    size: raw.length,
    use8BitMime: raw.some((byte) => byte > 127),
    dsn: {
      ret: "HDRS",
      notify: ["FAILURE", "DELAY"],
      orcpt: `rfc822;${to}`,
      ...(messageId.length <= longestEnvelopeId && { envid: messageId }),
    },
  };
}
