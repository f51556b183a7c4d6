import { once } from "node:events";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { type HttpRequest, type HttpResponse, startHttp } from "../../local/http-server.ts";

/** The server with a page that greets, and a way to send it exactly these lines. */
async function setup(answer: () => Promise<HttpResponse> = async () => ({ status: 200, headers: {}, body: "Welkom" })) {
  const asked: HttpRequest[] = [];
  const log = vi.spyOn(console, "error").mockImplementation(() => {});
  const server = await startHttp(0, (request) => {
    asked.push(request);
    return answer();
  });
  onTestFinished(async () => {
    log.mockRestore();
    await server.close();
  });
  const send = async (...lines: readonly string[]) => {
    const socket = connect(server.port, "127.0.0.1");
    await once(socket, "connect");
    socket.write(lines.map((line) => `${line}\r\n`).join(""));
    const response = await text(socket);
    return { status: Number(response.split(" ")[1]), response };
  };
  const get = (target: string, host = "127.0.0.1") =>
    send(`GET ${target} HTTP/1.1`, `Host: ${host}`, "Connection: close", "");
  return { asked, get, send, log, port: server.port };
}

describe("The pages on this machine", () => {
  test.each(["127.0.0.1", "127.0.0.1:4000", "localhost", "LOCALHOST:4000", "[::1]", "[::1]:4000"])(
    "are given to somebody who asks for %s",
    async (host) => {
      const { get } = await setup();
      expect(await get("/mailroom", host)).toMatchObject({ status: 200, response: expect.stringContaining("Welkom") });
    },
  );

  test.each([
    "evil.example",
    "evil.example:4000",
    "127.0.0.1.evil.example",
    "localhost.evil.example",
    "127.0.0.1@evil.example",
    "192.168.1.4:4000",
    "0.0.0.0",
    "",
  ])("are not given to a website that calls itself %j", async (host) => {
    const { asked, get } = await setup();
    expect((await get("/mailroom", host)).status).toBe(421);
    expect(asked).toEqual([]);
  });

  test("are not given to who names another machine in the target, or none at all", async () => {
    const { asked, get, send } = await setup();
    expect((await get("http://evil.example/mailroom")).status).toBe(421);
    expect((await send("GET /mailroom HTTP/1.0", "")).status).toBe(421);
    expect(asked).toEqual([]);
  });

  test("are given for a target with the whole address, as a proxy sends it", async () => {
    const { asked, get } = await setup();
    expect((await get("http://localhost:4000/mailroom?to=x")).status).toBe(200);
    expect(asked.map(({ url }) => url.pathname + url.search)).toEqual(["/mailroom?to=x"]);
  });
});

test.each(["//", "//evil.example/mailroom", "http://", "/%", "/mailroom/%E0%A4%A", "ftp://127.0.0.1/x"])(
  "The target %s is answered with 400",
  async (target) => {
    const { asked, get } = await setup();
    expect((await get(target)).status).toBe(400);
    expect(asked).toEqual([]);
  },
);

describe("A page that fails", () => {
  const failing = async () => {
    throw new TypeError("Sanne cannot be read");
  };

  test("is answered with 500, and the log has the name of the error only", async () => {
    const { get, log } = await setup(failing);

    const { status, response } = await get("/task/secret");

    expect(status).toBe(500);
    expect(response).not.toMatch(/Sanne|TypeError/);
    expect(log.mock.calls).toEqual([["http: TypeError; a page was answered with 500."]]);
  });

  test("does not keep the next from being answered", async () => {
    let first = true;
    const { get } = await setup(async () => {
      if (first) {
        first = false;
        throw new RangeError("once");
      }
      return { status: 200, headers: {}, body: "Welkom" };
    });
    expect((await get("/")).status).toBe(500);
    expect((await get("/")).status).toBe(200);
  });

  test("is answered with 500 as well when its headers cannot be sent", async () => {
    const { get } = await setup(async () => ({ status: 200, headers: { "x-name": "two\r\nlines" }, body: "" }));
    expect((await get("/")).status).toBe(500);
  });
});

test("A form that is too long is answered with 413", async () => {
  const { asked, port } = await setup();
  const response = await fetch(`http://127.0.0.1:${port}/`, { method: "POST", body: "x".repeat(3 * 1024 * 1024) });
  expect(response.status).toBe(413);
  expect(asked).toEqual([]);
});
