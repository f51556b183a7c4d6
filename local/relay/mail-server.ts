import { isIP } from "node:net";

interface Credentials {
  readonly user: string;
  readonly pass: string;
}

/** A mail server that takes our letters and brings them to people. What is printed or shown of it never holds the password. */
export class MailServer {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte on (`smtps:`). */
  readonly secure: boolean;
  readonly #credentials: Credentials | undefined;

  constructor(options: Pick<MailServer, "host" | "port" | "secure">, credentials?: Credentials) {
    this.host = options.host;
    this.port = options.port;
    this.secure = options.secure;
    this.#credentials = credentials;
  }

  get credentials(): Credentials | undefined {
    return this.#credentials;
  }

  /** On this very machine: what goes there passes no network. */
  get isHere(): boolean {
    return this.host === "localhost" || this.host === "::1" || (isIP(this.host) === 4 && this.host.startsWith("127."));
  }

  /** How people call it: `mail.example:587`. */
  get name(): string {
    return `${isIP(this.host) === 6 ? `[${this.host}]` : this.host}:${this.port}`;
  }
}

/** Where servers take mail of their own people (RFC 6409, RFC 8314). */
const usualPort = { "smtp:": 587, "smtps:": 465 } as const;

/** The server that `smtp://[user:password@]host[:port]` or `smtps://…` names, or nothing when that is no such address. */
export function mailServerOf(address: string): MailServer | undefined {
  // The parser of URLs would leave out line ends without a word.
  if (/[\s\p{Cc}]/u.test(address) || !URL.canParse(address)) return undefined;
  const { protocol, username, password, hostname, port, pathname, search, hash } = new URL(address);
  if (protocol !== "smtp:" && protocol !== "smtps:") return undefined;
  if (!["", "/"].includes(pathname) || search !== "" || hash !== "") return undefined;
  const host = hostname.replace(/^\[(.*)\]$/u, "$1").toLowerCase();
  if (port === "0" || !isHost(host)) return undefined;
  const server = { host, port: port === "" ? usualPort[protocol] : Number(port), secure: protocol === "smtps:" };
  if (username === "" && password === "") return new MailServer(server);
  const user = decoded(username);
  const pass = decoded(password);
  if (user === undefined || pass === undefined) return undefined;
  return new MailServer(server, { user, pass });
}

function isHost(host: string): boolean {
  return (
    isIP(host) !== 0 || (host.length <= 253 && host.split(".").every((label) => /^[a-z0-9_-]{1,63}$/u.test(label)))
  );
}

/** Nothing when it is empty, or holds what cannot be in a name or password. */
function decoded(text: string): string | undefined {
  try {
    const plain = decodeURIComponent(text);
    return plain === "" || /\p{Cc}/u.test(plain) ? undefined : plain;
  } catch {
    return undefined;
  }
}
