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

/** Serves on 127.0.0.1. Rejects with `EADDRINUSE` when the port is taken. */
export async function startHttp(
  port: number,
  answer: (request: HttpRequest) => Promise<HttpResponse>,
): Promise<RunningHttp> {
  const server = createServer((incoming, outgoing) => {
    handle(incoming, outgoing, answer).catch(() => outgoing.destroy());
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  return { port: portOf(server), close: () => closed(server) };
}

async function handle(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  answer: (request: HttpRequest) => Promise<HttpResponse>,
): Promise<void> {
  const body = await bodyOf(incoming);
  if (body === undefined) return void outgoing.writeHead(413, { connection: "close" }).end();
  const {
    status,
    headers,
    body: content,
  } = await answer({
    method: incoming.method ?? "GET",
    url: new URL(incoming.url ?? "/", "http://127.0.0.1"),
    headers: Object.fromEntries(Object.entries(incoming.headers).map(([name, value]) => [name, String(value)])),
    body,
  });
  outgoing.writeHead(status, headers);
  outgoing.end(incoming.method === "HEAD" ? undefined : content);
}

async function bodyOf(incoming: IncomingMessage): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of incoming) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > mostBytes) return undefined;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
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
