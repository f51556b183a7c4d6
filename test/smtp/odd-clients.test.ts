import { connect } from "node:net";
import { createTransport } from "nodemailer";
import { afterEach, describe, expect, test } from "vitest";
import { type IncomingMail, type RefusedMail, type RunningSmtp, startSmtp } from "../../local/smtp/server.ts";
import { Conversation } from "./conversation.ts";

const MIB = 1024 * 1024;
const running: RunningSmtp[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()));
});

interface Given {
  readonly receive?: (mail: IncomingMail) => Promise<void>;
  readonly mostHeldBytes?: number;
}

async function setup({ receive = async () => {}, mostHeldBytes }: Given = {}) {
  const received: IncomingMail[] = [];
  const refused: RefusedMail[] = [];
  const server = await startSmtp({
    port: 0,
    isOurs: (address) => address === "klachten@sterker.example",
    receive: async (mail) => {
      await receive(mail);
      received.push(mail);
    },
    refused: async (mail) => void refused.push(mail),
    clock: { now: () => "2026-01-05T09:00:00.000Z" },
    ...(mostHeldBytes !== undefined && { mostHeldBytes }),
  });
  running.push(server);
  return { port: server.port, received, refused, talk: await Conversation.open(server.port) };
}

const envelope = ["MAIL FROM:<sanne@deelnemer.example>", "RCPT TO:<klachten@sterker.example>", "DATA"];
const short = Buffer.from("Subject: x\r\n\r\nKlacht\r\n");

/** All that a client writes at once after the greeting, and all it hears until the server ends the talk. */
function allAtOnce(port: number, written: string): Promise<string> {
  return new Promise((resolve) => {
    let heard = "";
    const socket = connect(port, "127.0.0.1");
    socket.once("data", () => socket.write(written));
    socket.on("data", (data) => {
      heard += String(data);
    });
    socket.on("close", () => resolve(heard));
  });
}

describe("A letter arrives from a client that", () => {
  test("sends all its commands at once", async () => {
    const { port, received } = await setup();

    await allAtOnce(port, `EHLO x\r\n${envelope.join("\r\n")}\r\nSubject: x\r\n\r\nKlacht\r\n.\r\nQUIT\r\n`);

    expect(received.map(({ raw }) => Buffer.from(raw).toString())).toEqual([short.toString()]);
  });

  test("ends its command lines with a bare line feed", async () => {
    const { port, received } = await setup();

    await allAtOnce(port, `EHLO x\n${envelope.join("\n")}\nSubject: x\r\n\r\nKlacht\r\n.\r\nQUIT\n`);

    expect(received).toHaveLength(1);
  });

  test.each([
    ["knows HELO only", "HELO x", "MAIL FROM:<sanne@deelnemer.example>"],
    ["says its letter has eight bits", "EHLO x", "MAIL FROM:<sanne@deelnemer.example> BODY=8BITMIME SIZE=100"],
    ["writes commands in small letters", "ehlo x", "mail from:<sanne@deelnemer.example>"],
    ["writes a space after the colon", "EHLO x", "MAIL FROM: <sanne@deelnemer.example>"],
    ["has a return path that no rule allows", "EHLO x", "MAIL FROM:<bounces+sanne=de..wit.@lijst.example>"],
    ["has a return path with equals signs", "EHLO x", "MAIL FROM:<prvs=126700a846=ndr@some.example>"],
    ["writes for somebody far away", "EHLO x", "MAIL FROM:<jörg@müller.example> SMTPUTF8"],
  ])("%s", async (_, greeting, from) => {
    const { talk, received } = await setup();

    await talk.send([greeting, from, "RCPT TO:<klachten@sterker.example>", "DATA"]);
    const answer = await talk.message(short);

    expect(answer).toMatch(/^250 /);
    expect(received).toHaveLength(1);
    talk.end();
  });

  test.each([
    ["says what we do not know", "BDAT 10 LAST"],
    ["asks who lives here", "VRFY klachten"],
    ["begins without a greeting", "MAIL FROM:<a@b.example>"],
    ["wants to sign in", "AUTH PLAIN AGEAYg=="],
    ["sends a command without end", `NOOP ${"x".repeat(10_000)}`],
  ])("first %s", async (_, command) => {
    const { talk, received } = await setup();

    await talk.send([command, "EHLO x", ...envelope]);
    await talk.message(short);

    expect(received).toHaveLength(1);
    talk.end();
  });

  test("begins anew halfway", async () => {
    const { talk, received } = await setup();

    await talk.send(["EHLO x", "MAIL FROM:<eerst@deelnemer.example>", "RSET", ...envelope]);
    await talk.message(short);

    expect(received.map(({ envelopeFrom }) => envelopeFrom)).toEqual(["sanne@deelnemer.example"]);
    talk.end();
  });

  test("names the same receiver many times", async () => {
    const { talk, received } = await setup();
    const receivers = ["klachten@sterker.example", "KLACHTEN@sterker.example", "klachten+abc@sterker.example"];

    await talk.send([
      "EHLO x",
      "MAIL FROM:<a@b.example>",
      ...Array.from({ length: 100 }, () => receivers)
        .flat()
        .map((one) => `RCPT TO:<${one}>`),
      "DATA",
    ]);
    await talk.message(short);

    expect(received.map(({ recipients }) => recipients.map((one) => one.toLowerCase()))).toEqual([
      ["klachten@sterker.example", "klachten+abc@sterker.example"],
    ]);
    talk.end();
  });

  test("sends it byte by byte", async () => {
    const { port, received } = await setup();
    const written = `EHLO x\r\n${envelope.join("\r\n")}\r\nSubject: x\r\n\r\nKlacht\r\n.\r\nQUIT\r\n`;
    const socket = connect({ port, host: "127.0.0.1", noDelay: true });
    const closed = new Promise((resolve) => socket.on("close", resolve));
    await new Promise((resolve) => socket.once("data", resolve));
    socket.resume();

    for (const byte of Buffer.from(written)) {
      socket.write(Uint8Array.of(byte));
      await new Promise((resolve) => setImmediate(resolve));
    }
    await closed;

    expect(received).toHaveLength(1);
  });
});

test("A client that only talks nonsense is sent away, and others are still heard", async () => {
  const { port, received } = await setup();

  const heard = await allAtOnce(port, "GET / HTTP/1.1\r\n".repeat(50));
  await createTransport({ host: "127.0.0.1", port, ignoreTLS: true }).sendMail({
    envelope: { from: "a@b.example", to: "klachten@sterker.example" },
    raw: short,
  });

  expect(heard).toMatch(/421 /);
  expect(received).toHaveLength(1);
});

describe("Large messages", () => {
  test("over 40 MB are noted with sender, receivers, size and how they begin", async () => {
    const { talk, refused, received } = await setup();

    await talk.send(["EHLO x", ...envelope]);
    const answer = await talk.message(Buffer.alloc(41 * MIB, "a"));

    expect(answer).toMatch(/^552 /);
    expect(refused).toEqual([
      {
        envelopeFrom: "sanne@deelnemer.example",
        recipients: ["klachten@sterker.example"],
        beginning: Buffer.alloc(64 * 1024, "a"),
        bytes: 41 * MIB + 2,
        receivedAt: "2026-01-05T09:00:00.000Z",
      },
    ]);
    expect(received).toEqual([]);
    talk.end();
  });

  test("are taken one by one, and a small one does not wait for them", async () => {
    const large = Promise.withResolvers<void>();
    const begun: number[] = [];
    let atOnce = 0;
    let most = 0;
    const { port } = await setup({
      receive: async ({ raw }) => {
        begun.push(raw.length);
        if (raw.length < MIB) return;
        atOnce += 1;
        most = Math.max(most, atOnce);
        await large.promise;
        atOnce -= 1;
      },
    });
    const send = async (bytes: number) => {
      const talk = await Conversation.open(port);
      await talk.send(["EHLO x", ...envelope]);
      const answer = await talk.message(Buffer.alloc(bytes, "a"));
      talk.end();
      return answer.slice(0, 3);
    };

    const answers = [send(2 * MIB), send(2 * MIB), send(2 * MIB)];
    const small = await send(100);
    large.resolve();

    expect([small, ...(await Promise.all(answers))]).toEqual(["250", "250", "250", "250"]);
    expect(most).toBe(1);
    expect(begun).toHaveLength(4);
  });

  test("come again when there are too many at once", async () => {
    const { talk, received } = await setup({ mostHeldBytes: 3 * MIB });
    await talk.send(["EHLO x", ...envelope]);

    const tooMuch = await talk.message(Buffer.alloc(4 * MIB, "a"));
    await talk.send(envelope);
    const fits = await talk.message(Buffer.alloc(2 * MIB, "a"));

    expect([tooMuch.slice(0, 3), fits.slice(0, 3)]).toEqual(["451", "250"]);
    expect(received).toHaveLength(1);
    talk.end();
  });
});
