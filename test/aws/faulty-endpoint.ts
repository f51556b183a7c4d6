import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";

interface Request {
  readonly headers: IncomingMessage["headers"];
  readonly body: Buffer;
}

/** What the endpoint does with one request. */
export type Behaviour = (request: Request, response: ServerResponse) => void | Promise<void>;

/** An AWS endpoint on the own machine that misbehaves as told, one behaviour per request; the last one stays. */
export class FaultyEndpoint {
  readonly #server: Server;
  readonly requests: Request[] = [];

  private constructor(behaviours: readonly Behaviour[]) {
    this.#server = createServer(async (message, response) => {
      const request = { headers: message.headers, body: Buffer.concat(await message.toArray()) };
      const behaviour = behaviours[Math.min(this.requests.length, behaviours.length - 1)];
      this.requests.push(request);
      await behaviour?.(request, response);
    });
  }

  static async start(behaviours: readonly Behaviour[]): Promise<FaultyEndpoint> {
    const endpoint = new FaultyEndpoint(behaviours);
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

  static answers(status: number, body: string, contentType = "application/x-amz-json-1.0"): Behaviour {
    return (_request, response) => {
      response.writeHead(status, { "content-type": contentType }).end(body);
    };
  }

  /** Takes the request and drops the connection without a word. */
  static drops(): Behaviour {
    return (_request, response) => {
      response.destroy();
    };
  }

  /** Takes the request and never answers. */
  static staysSilent(): Behaviour {
    return () => {};
  }

  /** Has the true endpoint do it and passes the answer on. */
  static forwardsTo(endpoint: string): Behaviour {
    return async (request, response) => {
      const { status, body } = await forward(endpoint, request);
      response.writeHead(status, { "content-type": "application/x-amz-json-1.0" }).end(body);
    };
  }

  /** Has the true endpoint do it, then drops the connection as if the answer got lost. */
  static losesAnswerOf(endpoint: string): Behaviour {
    return async (request, response) => {
      await forward(endpoint, request);
      response.destroy();
    };
  }
}

async function forward(endpoint: string, { headers, body }: Request) {
  const passed = ["authorization", "content-type", "x-amz-date", "x-amz-target"].flatMap((name) => {
    const value = headers[name];
    return typeof value === "string" ? [[name, value]] : [];
  });
  const answer = await fetch(endpoint, {
    method: "POST",
    headers: Object.fromEntries(passed),
    body: new Uint8Array(body),
  });
  return { status: answer.status, body: Buffer.from(await answer.arrayBuffer()) };
}
