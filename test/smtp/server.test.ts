import { connect } from "node:net";
import { createTransport } from "nodemailer";
import { afterEach, describe, expect, test } from "vitest";
import { type IncomingMail, type RunningSmtp, startSmtp } from "../../local/smtp/server.ts";
import { Conversation } from "./conversation.ts";

const moment = "2026-01-05T09:00:00.000Z";
const houses = new Set(["klachten@learnworks.example", "klachten@sterker.example"]);
const running: RunningSmtp[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()));
});

async function setup(receive: (mail: IncomingMail) => Promise<void> = async () => {}) {
  const received: IncomingMail[] = [];
  const server = await startSmtp({
    port: 0,
    isOurs: (address) => houses.has(address),
    receive: async (mail) => {
      await receive(mail);
      received.push(mail);
    },
    clock: { now: () => moment },
  });
  running.push(server);
  const transport = createTransport({ host: "127.0.0.1", port: server.port, secure: false, ignoreTLS: true });
  return { server, received, transport };
}

const letter = (raw: string | Buffer, to: string | string[] = "klachten@learnworks.example") => ({
  envelope: { from: "sanne@deelnemer.example", to },
  raw,
});

describe("Mail for us", () => {
  test("is handed over with its envelope and the moment it came", async () => {
    const { transport, received } = await setup();

    await transport.sendMail(letter("Subject: Klacht\r\n\r\nHet duurt te lang.\r\n"));

    expect(received).toEqual([
      {
        envelopeFrom: "sanne@deelnemer.example",
        recipients: ["klachten@learnworks.example"],
        raw: Buffer.from("Subject: Klacht\r\n\r\nHet duurt te lang.\r\n"),
        receivedAt: moment,
      },
    ]);
  });

  test.each([
    { title: "in capitals", to: "Klachten@LearnWorks.Example" },
    { title: "with a label", to: "klachten+k7d2@learnworks.example" },
    { title: "with a label in capitals", to: "KLACHTEN+A+B@STERKER.EXAMPLE" },
  ])("is ours when it is addressed $title", async ({ to }) => {
    const { transport, received } = await setup();

    await transport.sendMail(letter("Subject: x\r\n\r\n", to));

    expect(received.flatMap(({ recipients }) => recipients).map((address) => address.toLowerCase())).toEqual([
      to.toLowerCase(),
    ]);
  });

  test("for two organisations is handed over once, with both", async () => {
    const { transport, received } = await setup();

    await transport.sendMail(letter("Subject: x\r\n\r\n", [...houses]));

    expect(received.map(({ recipients }) => recipients)).toEqual([[...houses]]);
  });

  test("may come from nobody, as bounces do", async () => {
    const { transport, received } = await setup();

    await transport.sendMail({
      ...letter("Subject: x\r\n\r\n"),
      envelope: { from: "", to: "klachten@sterker.example" },
    });

    expect(received.map(({ envelopeFrom }) => envelopeFrom)).toEqual([""]);
  });

  test.each([
    { title: "lines that begin with dots", raw: Buffer.from("Subject: x\r\n\r\n.\r\n..\r\n...begin\r\n") },
    {
      title: "bytes that are no text",
      raw: Buffer.from([0x53, 0x3a, 0x0d, 0x0a, 0x0d, 0x0a, 0, 1, 0xff, 0xe9, 0x0d, 0x0a]),
    },
    { title: "lines that end in a bare line feed", raw: Buffer.from("Subject: x\n\nregel\n.\r\n", "latin1") },
    {
      title: "a million bytes in one line",
      raw: Buffer.concat([Buffer.from("S: x\r\n\r\n"), Buffer.alloc(1e6, "a"), Buffer.from("\r\n")]),
    },
  ])("keeps its bytes: $title", async ({ raw }) => {
    const { server, received } = await setup();
    const talk = await Conversation.open(server.port);

    await talk.send([
      "EHLO mail.deelnemer.example",
      "MAIL FROM:<sanne@deelnemer.example>",
      "RCPT TO:<klachten@sterker.example>",
      "DATA",
    ]);
    const answer = await talk.message(raw);

    expect(answer).toMatch(/^250 /);
    expect(received.map((mail) => Buffer.compare(mail.raw, raw))).toEqual([0]);
    talk.end();
  });

  test("arrives complete when fifty come at once", async () => {
    const { transport, received } = await setup(() => new Promise((resolve) => setTimeout(resolve, 5)));
    const raws = Array.from({ length: 50 }, (_, at) => `Subject: ${at}\r\n\r\n${"regel\r\n".repeat(at * 100)}`);

    await Promise.all(raws.map((raw) => transport.sendMail(letter(raw))));

    expect(received.map(({ raw }) => Buffer.from(raw).toString()).sort()).toEqual([...raws].sort());
  });
});

describe("A client is told", () => {
  test("550 when nobody here has that address, and the others still get it", async () => {
    const { transport, received } = await setup();

    const sent = await transport.sendMail(
      letter("Subject: x\r\n\r\n", ["info@elders.example", "klachten@sterker.example"]),
    );

    expect(sent.rejected).toEqual(["info@elders.example"]);
    expect(sent.rejectedErrors?.map(({ responseCode }) => responseCode)).toEqual([550]);
    expect(received.map(({ recipients }) => recipients)).toEqual([["klachten@sterker.example"]]);
  });

  test.each([
    { title: "the address of another house with our name in front", to: "klachten@learnworks.example.evil.example" },
    { title: "our name as the label of another", to: "x+klachten@learnworks.example" },
    { title: "our address in quotes elsewhere", to: '"klachten@learnworks.example"@elders.example' },
  ])("no for $title", async ({ to }) => {
    const { server, received } = await setup();
    const talk = await Conversation.open(server.port);

    const answers = await talk.send(["EHLO x", "MAIL FROM:<a@b.example>", `RCPT TO:<${to}>`]);

    expect(answers.at(-1)).toMatch(/^5\d\d /);
    expect(received).toEqual([]);
    talk.end();
  });

  test("451 while the mail cannot be stored, and 250 once it can", async () => {
    let isStoring = false;
    const { transport, received } = await setup(async () => {
      if (!isStoring) throw new Error("disk is full");
    });

    await expect(transport.sendMail(letter("Subject: x\r\n\r\n"))).rejects.toMatchObject({ responseCode: 451 });
    isStoring = true;
    await transport.sendMail(letter("Subject: x\r\n\r\n"));

    expect(received).toHaveLength(1);
  });

  test("nothing until the mail is stored", async () => {
    let store = () => {};
    const { server } = await setup(() => new Promise<void>((resolve) => (store = resolve)));
    const talk = await Conversation.open(server.port);
    await talk.send(["EHLO x", "MAIL FROM:<a@b.example>", "RCPT TO:<klachten@sterker.example>", "DATA"]);

    let answer = "";
    const answered = talk.message(Buffer.from("Subject: x\r\n\r\n")).then((text) => (answer = text));
    await new Promise((resolve) => setTimeout(resolve, 50));
    const before = answer;
    store();
    await answered;

    expect({ before, after: answer.slice(0, 3) }).toEqual({ before: "", after: "250" });
    talk.end();
  });

  test("552 before it sends a message that it says is over 40 MB", async () => {
    const { server } = await setup();
    const talk = await Conversation.open(server.port);

    const answers = await talk.send(["EHLO x", `MAIL FROM:<a@b.example> SIZE=${40 * 1024 * 1024 + 1}`]);

    expect(answers.at(-1)).toMatch(/^552 /);
    talk.end();
  });

  test("552 after a message that turns out to be over 40 MB, and can go on", async () => {
    const { server, received } = await setup();
    const talk = await Conversation.open(server.port);
    const envelope = ["MAIL FROM:<a@b.example>", "RCPT TO:<klachten@sterker.example>", "DATA"];

    await talk.send(["EHLO x", ...envelope]);
    const big = await talk.message(Buffer.alloc(40 * 1024 * 1024 + 1, "a"));
    await talk.send(envelope);
    const small = await talk.message(Buffer.from("Subject: x\r\n\r\n"));

    expect([big.slice(0, 3), small.slice(0, 3)]).toEqual(["552", "250"]);
    expect(received).toHaveLength(1);
    talk.end();
  });
});

describe("The server", () => {
  test("takes no message from a client that goes away in the middle of it", async () => {
    const { server, received, transport } = await setup();
    const talk = await Conversation.open(server.port);
    await talk.send(["EHLO x", "MAIL FROM:<a@b.example>", "RCPT TO:<klachten@sterker.example>", "DATA"]);

    await talk.abandon("Subject: half\r\n\r\nhalf a me");
    await transport.sendMail(letter("Subject: whole\r\n\r\n"));

    expect(received.map(({ raw }) => Buffer.from(raw).toString())).toEqual(["Subject: whole\r\n\r\n"]);
  });

  test("offers neither AUTH nor STARTTLS", async () => {
    const { server } = await setup();
    const talk = await Conversation.open(server.port);

    const [greeting] = await talk.send(["EHLO x"]);

    expect(greeting).not.toMatch(/AUTH|STARTTLS|SMTPUTF8/);
    talk.end();
  });

  test("says when its port is taken", async () => {
    const { server } = await setup();

    const second = startSmtp({
      port: server.port,
      isOurs: () => true,
      receive: async () => {},
      clock: { now: () => moment },
    });

    await expect(second).rejects.toMatchObject({ code: "EADDRINUSE" });
  });

  test("frees its port when closed, even with a client connected", async () => {
    const { server } = await setup();
    await Conversation.open(server.port);

    await server.close();

    const refused = new Promise((resolve) => connect(server.port, "127.0.0.1").on("error", resolve));
    expect(await refused).toMatchObject({ code: "ECONNREFUSED" });
  });
});
