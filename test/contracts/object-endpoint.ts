import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { presignedProblem } from "./presigned.ts";

/**
 * As much of S3 as the archive uses, in memory: PUT, GET, HEAD and DELETE of one object, with S3's answer for one that is not there, and GET by
 * who has a presigned address and nothing else.
 */
export class ObjectEndpoint {
  /** Epoch milliseconds by its own clock. */
  now = Date.now;
  readonly #objects = new Map<string, Buffer>();
  readonly #server: Server;

  private constructor() {
    this.#server = createServer(async (request, response) => {
      const { pathname, searchParams } = new URL(request.url ?? "/", "http://s3");
      const given = { method: request.method ?? "", url: request.url ?? "/", host: request.headers.host ?? "" };
      const problem =
        request.headers.authorization === undefined
          ? presignedProblem(given, { secret: "test", now: this.now() })
          : undefined;
      if (problem !== undefined) {
        response.writeHead(403, { "content-type": "application/xml" }).end(`<Error><Code>${problem}</Code></Error>`);
        return;
      }
      if (request.method === "PUT") {
        this.#objects.set(pathname, Buffer.concat(await request.toArray()));
        response.end();
        return;
      }
      if (request.method === "DELETE") {
        this.#objects.delete(pathname);
        response.writeHead(204).end();
        return;
      }
      const found = this.#objects.get(pathname);
      if (found === undefined) {
        response.writeHead(404, { "content-type": "application/xml" }).end("<Error><Code>NoSuchKey</Code></Error>");
        return;
      }
      const asked = [...searchParams].filter(([name]) => name.startsWith("response-"));
      const headers = Object.fromEntries(asked.map(([name, value]) => [name.slice("response-".length), value]));
      response.writeHead(200, { ...headers, "content-length": found.length }).end(found);
    });
  }

  static async start(): Promise<ObjectEndpoint> {
    const endpoint = new ObjectEndpoint();
    endpoint.#server.listen(0, "127.0.0.1");
    await once(endpoint.#server, "listening");
    return endpoint;
  }

  get url(): string {
    const address = this.#server.address();
    if (address === null || typeof address === "string") throw new Error("The endpoint is closed.");
    return `http://127.0.0.1:${address.port}`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, "close");
  }
}
