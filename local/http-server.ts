import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** Bytes of a posted form; far above what any form of ours holds. */
const mostBytes = 2 * 1024 * 1024;

export interface HttpRequest {
  readonly method: string;
  readonly url: URL;
  /** Names in lower case; several values joined with a comma. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

export interface HttpResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

export interface RunningHttp {
  readonly port: number;
  close(): Promise<void>;
}

type Answer = (request: HttpRequest) => Promise<HttpResponse>;

/** Serves on 127.0.0.1, to whoever asks for this machine by name. Rejects with `EADDRINUSE` when the port is taken. */
export async function startHttp(port: number, answer: Answer): Promise<RunningHttp> {
  const server = createServer((incoming, outgoing) => {
    // What is left to go wrong here is that the other side hung up.
    handle(incoming, outgoing, answer).catch(() => outgoing.destroy());
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  return { port: portOf(server), close: () => closed(server) };
}

async function handle(incoming: IncomingMessage, outgoing: ServerResponse, answer: Answer): Promise<void> {
  const url = urlOf(incoming.url ?? "/");
  if (url === undefined) return refuse(outgoing, 400, "This is no address of a page.");
  // Else any website could give its name the address 127.0.0.1 and read the mailroom through its visitor's browser (DNS rebinding).
  if (!thisMachine.test(incoming.headers.host ?? "") || !thisMachine.test(url.host)) {
    return refuse(outgoing, 421, "Wederhoor answers to 127.0.0.1 and localhost only.");
  }
  const body = await bodyOf(incoming);
  if (body === undefined) return refuse(outgoing, 413, "This is too much at once.");
  const method = incoming.method ?? "GET";
  const headers = Object.fromEntries(Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]));
  try {
    const answered = await answer({ method, url, headers, body });
    outgoing.writeHead(answered.status, answered.headers);
    outgoing.end(method === "HEAD" ? undefined : answered.body);
  } catch (error) {
    // The path may hold a secret and the message a name, so neither is logged.
    console.error(`http: ${error instanceof Error ? error.name : "failed"}; a page was answered with 500.`);
    refuse(outgoing, 500, "Something went wrong at our side.");
  }
}

const thisMachine = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?$/i;

/** Nothing when it cannot be read as the address of a page: `//` names no host, and `/%` is no text. */
function urlOf(target: string): URL | undefined {
  const url = target.startsWith("//") ? null : URL.parse(target, "http://127.0.0.1");
  if (url === null || url.protocol !== "http:") return undefined;
  try {
    decodeURIComponent(url.pathname);
    return url;
  } catch {
    return undefined;
  }
}

/** In plain words; the connection ends, for there may be more of the request on it. */
function refuse(outgoing: ServerResponse, status: number, why: string): void {
  outgoing.writeHead(status, {
    "content-type": "text/plain; charset=utf-8",
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    connection: "close",
  });
  outgoing.end(`${why}\n`);
}

/** Reads to the end even when it is too much, for a browser that is cut off while sending never sees the answer. */
async function bodyOf(incoming: IncomingMessage): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of incoming) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size <= mostBytes) chunks.push(bytes);
  }
  return size > mostBytes ? undefined : Buffer.concat(chunks);
}

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === "string") throw new Error("The server listens on no port.");
  return address.port;
}

async function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  server.close();
  await once(server, "close");
}
