import { inspect } from "node:util";
import { describe, expect, onTestFinished, test } from "vitest";
import { MailroomPost } from "../../local/adapters/post.ts";
import { RelayPost } from "../../local/adapters/relay-post.ts";
import type { Patience } from "../../local/relay/hand-over.ts";
import { MailServer } from "../../local/relay/mail-server.ts";
import { PostUnavailable } from "../../shared/ports.ts";
import { Answer, relayServer } from "../support/relay-server.ts";

const password = "geheim!Wachtwoord";

/** A post that sends through a server with these manners, on a clock that somebody moved to March. */
async function setup(
  manners: Parameters<typeof relayServer>[0] = {},
  more: { patience?: Patience; at?: MailServer; restMs?: number } = {},
) {
  const server = await relayServer(manners);
  onTestFinished(server.close);
  let ids = 0;
  const secrets = { id: () => `id${++ids}` };
  const mailroom = new MailroomPost({ file: ":memory:", clock: { now: () => "2026-03-01T09:00:00.000Z" }, secrets });
  onTestFinished(() => mailroom.close());
  const told: string[] = [];
  const post = new RelayPost({
    ...{ server: more.at ?? server.at, mailroom, secrets, tell: (sentence) => told.push(sentence) },
    ...{ realNow: () => Date.parse("2026-01-05T09:00:00.000Z") },
    ...(more.patience !== undefined && { patience: more.patience }),
    ...(more.restMs !== undefined && { restMs: more.restMs }),
  });
  return { server, post, mailroom, told };
}

const letter = {
  from: "klachten@sterker.example",
  to: ["sanne@deelnemer.example"],
  raw: Buffer.from(
    "Message-ID: <composed@sterker.example>\r\nDate: Sun, 01 Mar 2026 09:00:00 +0000\r\nTo: iemand@anders.example\r\nBcc: b@elders.example\r\n\r\nBeste Sanne\r\n.\r\nGroet",
  ),
};

const composed = { providerMessageId: "composed@sterker.example", messageId: "composed@sterker.example" };

describe("A letter through a mail server", () => {
  test("goes to the envelope only, whatever its header says, byte for byte", async () => {
    const { server, post } = await setup();

    await post.send(letter);

    expect(server.taken.map(({ from, to }) => ({ from, to }))).toEqual([
      { from: "klachten@sterker.example", to: ["sanne@deelnemer.example"] },
    ]);
    expect(server.taken[0]?.raw.toString()).toContain("\r\n\r\nBeste Sanne\r\n.\r\nGroet");
  });

  test("keeps the id that was composed, so that a copy is seen to be one, and bears the real date", async () => {
    const { server, post } = await setup();

    const first = await post.send(letter);
    const second = await post.send(letter);

    expect(first).toEqual(composed);
    expect(second).toEqual(first);
    for (const { raw } of server.taken) {
      expect(raw.toString()).toMatch(/^Message-ID: <composed@sterker\.example>\r$/m);
      expect(raw.toString()).toMatch(/^Date: Mon, 05 Jan 2026 09:00:00 \+0000\r$/m);
      expect(raw.toString().match(/^(Message-ID|Date):/gm)).toHaveLength(2);
    }
  });

  test("gets an id of the sender's domain when it has none", async () => {
    const { post } = await setup();

    expect(await post.send({ ...letter, raw: Buffer.from("Subject: x\r\n\r\nx") })).toEqual({
      providerMessageId: "id1@sterker.example",
      messageId: "id1@sterker.example",
    });
  });

  test("is kept for the mailroom as it left, at the time of the moved clock", async () => {
    const { server, post, mailroom } = await setup();

    await post.send(letter);

    const [kept] = mailroom.list("sanne@deelnemer.example");
    expect(kept).toMatchObject({ at: "2026-03-01T09:00:00.000Z", to: ["sanne@deelnemer.example"] });
    expect(
      Buffer.from(kept?.raw ?? [])
        .toString()
        .trimEnd(),
    ).toBe(server.taken[0]?.raw.toString().trimEnd());
  });

  test("asks for a report of what fails or is late, by its id, without the letter in it", async () => {
    const { server, post } = await setup();

    await post.send(letter);

    expect(server.taken[0]?.report).toMatchObject({
      dsn: { ret: "HDRS", envid: "composed@sterker.example" },
      recipients: [{ dsn: { notify: ["FAILURE", "DELAY"], orcpt: "rfc822;sanne@deelnemer.example" } }],
    });
  });

  test("with two recipients is two messages, so that neither sees the other", async () => {
    const { server, post } = await setup();

    await post.send({ ...letter, to: ["sanne@deelnemer.example", "piet@klant.example"] });

    expect(server.taken.map(({ to }) => to)).toEqual([["sanne@deelnemer.example"], ["piet@klant.example"]]);
  });

  test("signs in with name and password", async () => {
    const { server, post } = await setup({ account: { user: "klachten", pass: password } });

    await post.send(letter);

    expect(server.passwords).toEqual([password]);
    expect(server.taken).toHaveLength(1);
  });

  test("that left counts as sent also when the mailroom cannot keep it: a second copy would be worse", async () => {
    const { server, post, mailroom, told } = await setup();
    mailroom.keep = () => {
      throw new PostUnavailable("SQLite could not do it now.");
    };

    await expect(post.send(letter)).resolves.toEqual(composed);

    expect(server.taken).toHaveLength(1);
    expect(told).toEqual(["A letter left and could not be kept for the mailroom."]);
  });
});

describe("What is refused for good", () => {
  test.each([
    { title: "a mailbox that is not there", manners: { onRecipient: () => new Answer("550 5.1.1 No such user") } },
    { title: "a full stop to a domain", manners: { onRecipient: () => new Answer("556 5.1.10 Null MX") } },
    {
      title: "an unknown user, told with the word relay",
      manners: { onRecipient: () => new Answer("550 5.1.1 User unknown in relay recipient table") },
    },
    { title: "its contents", manners: { onMessage: () => new Answer("554 5.7.1 Looks like spam") } },
    { title: "its size, before it is sent", manners: { options: { size: 100 } } },
  ])("is $title, and the mailroom does not show it", async ({ manners }) => {
    const { server, post, mailroom } = await setup(manners);

    await expect(post.send(letter)).rejects.toMatchObject({ name: "PostRefused" });

    expect(server.taken).toEqual([]);
    expect(mailroom.list()).toEqual([]);
  });
});

describe("What is tried again later", () => {
  test.each([
    { title: "a grey list", manners: { onRecipient: () => new Answer("450 4.2.0 Greylisted") } },
    { title: "a full mailbox", manners: { onRecipient: () => new Answer("452 4.2.2 Mailbox full") } },
    { title: "a server that is busy", manners: { onMessage: () => new Answer("451 4.3.0 Try again later") } },
    {
      title: "a sender that the server does not know yet",
      manners: { onSender: () => new Answer("553 5.7.1 Sender address rejected: not owned by user") },
    },
    {
      title: "a server that does not send for us yet",
      manners: { onRecipient: () => new Answer("554 5.7.1 <sanne@deelnemer.example>: Relay access denied") },
    },
    {
      title: "an Exchange server that does not send for us yet",
      manners: { onRecipient: () => new Answer("550 5.7.54 SMTP; Unable to relay recipient in non-accepted domain") },
    },
    {
      title: "a server that wants us to sign in",
      manners: { onRecipient: () => new Answer("530 5.7.0 Authentication required") },
    },
  ])("is $title", async ({ manners }) => {
    const { server, post, mailroom } = await setup(manners);

    await expect(post.send(letter)).rejects.toMatchObject({ name: "PostUnavailable" });

    expect(server.taken).toEqual([]);
    expect(mailroom.list()).toEqual([]);
  });

  test("a server that is not there", async () => {
    const gone = await relayServer();
    await gone.close();
    const { post } = await setup({}, { at: gone.at });

    await expect(post.send(letter)).rejects.toThrow("The mail server could not take it now: ESOCKET.");
  });

  test("a name that is not known", async () => {
    const at = new MailServer({ host: "mail.invalid", port: 25, secure: false });
    const { post } = await setup({}, { at });

    await expect(post.send(letter)).rejects.toMatchObject({ name: "PostUnavailable" });
  });

  test("a certificate that nobody vouches for", async () => {
    const secure = await relayServer({ options: { secure: true } });
    onTestFinished(secure.close);
    const at = new MailServer({ host: "127.0.0.1", port: secure.port, secure: true });
    const { post } = await setup({}, { at });

    await expect(post.send(letter)).rejects.toMatchObject({ name: "PostUnavailable" });

    expect(secure.taken).toEqual([]);
  });

  test("a server elsewhere that has no TLS does not get the password", async () => {
    const server = await relayServer({ account: { user: "klachten", pass: password } });
    onTestFinished(server.close);
    // Reaches this machine, but does not say so.
    const at = new MailServer(
      { host: "0.0.0.0", port: server.port, secure: false },
      { user: "klachten", pass: password },
    );
    const { post } = await setup({}, { at });

    await expect(post.send(letter)).rejects.toMatchObject({ name: "PostUnavailable" });

    expect(server.passwords).toEqual([]);
  });

  test("a server that takes connections and says nothing", async () => {
    const patience = { greeting: 20, whole: 1_000 };
    const { post } = await setup({ options: { onConnect: () => undefined } }, { patience });

    await expect(post.send(letter)).rejects.toThrow("The mail server could not take it now: ETIMEDOUT.");
  });
});

describe("A server that did not answer", () => {
  const silent = { options: { onConnect: () => undefined } };
  const patience = { greeting: 20, whole: 1_000 };

  test("is left alone for a while, so that many letters do not wait for it one by one", async () => {
    const { server, post } = await setup(silent, { patience });
    await expect(post.send(letter)).rejects.toThrow("ETIMEDOUT");
    const met = server.connections();

    await expect(post.send(letter)).rejects.toMatchObject({ name: "PostUnavailable" });

    expect(server.connections()).toBe(met);
  });

  test("is asked again after that", async () => {
    const { server, post } = await setup(silent, { patience, restMs: 0 });
    await expect(post.send(letter)).rejects.toThrow("ETIMEDOUT");
    const met = server.connections();

    await expect(post.send(letter)).rejects.toThrow("ETIMEDOUT");

    expect(server.connections()).toBe(met + 1);
  });
});

describe("What the server may have or not", () => {
  test("is a message that was given whole before the line broke", async () => {
    const { post } = await setup({ onMessage: () => "drop" });

    await expect(post.send(letter)).rejects.toThrow("The mail server may have it or not");
  });

  test("is a message after which the server keeps silent", async () => {
    const { post } = await setup({ onMessage: () => "silence" }, { patience: { greeting: 2_000, whole: 300 } });

    await expect(post.send(letter)).rejects.toThrow("The mail server may have it or not");
  });

  test("is not one for which the server took its time and then said yes", async () => {
    const thinks = Promise.withResolvers<void>();
    const { server, post } = await setup({ onMessage: () => thinks.promise });
    const sending = post.send(letter);
    thinks.resolve();

    await expect(sending).resolves.toEqual(composed);
    expect(server.taken).toHaveLength(1);
  });
});

describe("What is told of it", () => {
  test("never holds the password, a name, or an address", async () => {
    const { server, post, told } = await setup({ account: { user: "klachten", pass: password } });
    const at = new MailServer(
      { host: "127.0.0.1", port: server.port, secure: false },
      { user: "klachten", pass: `x${password}` },
    );
    const wrong = await setup({}, { at });

    const error = await wrong.post.send(letter).catch((one: unknown) => one);
    await post.send(letter);

    const everything = [
      inspect(error, { depth: 10 }),
      inspect(at, { depth: 10, showHidden: true }),
      at.name,
      ...told,
      ...wrong.told,
    ].join();
    expect(error).toMatchObject({ name: "PostUnavailable", message: "The mail server could not take it now: 535." });
    expect(everything).not.toContain(password);
    expect(everything).not.toContain(Buffer.from(password).toString("base64"));
    expect(wrong.told.join()).not.toContain("@");
  });

  test("is trouble once, and once that it is over", async () => {
    const manners = { busy: true };
    const { server, post, told } = await setup({
      onMessage: () => (manners.busy ? new Answer("451 4.3.0 Try again later") : undefined),
    });
    const tried = () => post.send(letter).catch(() => undefined);
    await tried();
    await tried();
    manners.busy = false;
    await tried();
    await tried();

    expect(told).toEqual([
      `The mail server ${server.at.name} takes no letters now (451); each is tried again later.`,
      `The mail server ${server.at.name} takes letters again.`,
    ]);
  });
});
