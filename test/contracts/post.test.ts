import { SESClient, SendRawEmailCommand } from "@aws-sdk/client-ses";
import { mockClient } from "aws-sdk-client-mock";
import { describe, expect, onTestFinished, test } from "vitest";
import { MailroomPost } from "../../local/adapters/post.ts";
import { RelayPost } from "../../local/adapters/relay-post.ts";
import { SesPost } from "../../shared/aws/post.ts";
import { RandomSecrets } from "../../shared/aws/secrets.ts";
import type { Envelope, Post } from "../../shared/ports.ts";
import { relayServer } from "../support/relay-server.ts";

const raw = new Uint8Array(
  Buffer.from("From: a@sterker.example\r\nSubject: Uw klacht\r\n\r\nWij hebben uw klacht.\r\n"),
);
const ordinary: Envelope = { from: "klachten@sterker.example", to: ["sanne@deelnemer.example"], raw };

/** `sent` tells the envelopes that went out, with the body only, for SES too writes in the headers. */
interface Subject {
  readonly post: Post;
  sent(): readonly { readonly from: string; readonly to: readonly string[]; readonly body: string }[];
}

const bodyOf = (message: Uint8Array) => Buffer.from(message).toString().split("\r\n\r\n").slice(1).join("\r\n\r\n");

function mailroom(): Subject {
  const post = new MailroomPost({
    file: ":memory:",
    clock: { now: () => "2026-01-05T09:00:00.000Z" },
    secrets: new RandomSecrets(),
  });
  return { post, sent: () => post.list().map(({ from, to, raw: message }) => ({ from, to, body: bodyOf(message) })) };
}

function ses(): Subject {
  const client = new SESClient({ region: "eu-west-1" });
  const double = mockClient(client);
  let messages = 0;
  double.on(SendRawEmailCommand).callsFake(() => ({ MessageId: `0102-${++messages}` }));
  return {
    post: new SesPost({ client }),
    sent: () =>
      double.commandCalls(SendRawEmailCommand).map(({ args: [{ input }] }) => ({
        from: input.Source ?? "",
        to: input.Destinations ?? [],
        body: bodyOf(input.RawMessage?.Data ?? new Uint8Array()),
      })),
  };
}

/** A mail server tells each recipient apart; what has one id was sent in one go. */
async function relay(): Promise<Subject> {
  const server = await relayServer();
  onTestFinished(server.close);
  const post = new RelayPost({
    server: server.at,
    mailroom: { keep: () => undefined },
    secrets: new RandomSecrets(),
    realNow: () => Date.parse("2026-01-05T09:00:00.000Z"),
  });
  const idOf = (message: Uint8Array) => /^Message-ID: (.*)$/m.exec(Buffer.from(message).toString())?.[1];
  return {
    post,
    sent: () =>
      [...Map.groupBy(server.taken, ({ raw: message }) => idOf(message)).values()].map((messages) => ({
        from: messages[0]?.from ?? "",
        to: messages.flatMap(({ to }) => to),
        body: bodyOf(messages[0]?.raw ?? new Uint8Array()),
      })),
  };
}

describe.each([
  { title: "into the mailroom", setup: mailroom },
  { title: "through SES", setup: ses },
  { title: "through a mail server", setup: relay },
])("Post $title", ({ setup }) => {
  test("sends the message to the envelope and gives each an id of its own", async () => {
    const { post, sent } = await setup();
    const both = { ...ordinary, to: ["sanne@deelnemer.example", "Piet.de.Vries+werk@klant.example"] };

    const first = await post.send(both);
    const second = await post.send(ordinary);

    expect(sent()).toEqual([
      { from: both.from, to: both.to, body: "Wij hebben uw klacht.\r\n" },
      { from: ordinary.from, to: ordinary.to, body: "Wij hebben uw klacht.\r\n" },
    ]);
    expect(first.providerMessageId).not.toBe("");
    expect(first.providerMessageId).not.toBe(second.providerMessageId);
    for (const { providerMessageId, messageId } of [first, second]) {
      expect(messageId).toMatch(/^[^@\s<>]+@[^@\s<>]+$/);
      expect(messageId.startsWith(providerMessageId)).toBe(true);
    }
  });

  test.each([
    "a@b.example",
    "o'brien@b.example",
    "x_y-z.1=2@sub.b-c.example",
    "SANNE@B.EXAMPLE",
    `${"a".repeat(64)}@b.example`,
  ])("takes %s as an address", async (address) => {
    const { post, sent } = await setup();

    await post.send({ ...ordinary, to: [address] });

    expect(sent().map(({ to }) => to)).toEqual([[address]]);
  });

  const hostile = [
    "",
    "a",
    "@b.example",
    "a@",
    "a@b@c.example",
    "a b@c.example",
    "a@b.example\r\nBcc: c@d.example",
    "a@b.example\n",
    "a@b.example,c@d.example",
    "a@b.example;c@d.example",
    "<a@b.example>",
    "Sanne <a@b.example>",
    '"a,c"@b.example',
    "a@b.example ",
    "\ta@b.example",
    "a@b..example",
    "a@-b.example",
    "a@[127.0.0.1]",
    "jörg@b.example",
    "a@bücher.example",
    "a\0@b.example",
    "a(remark)@b.example",
    `a@${"b".repeat(320)}.example`,
  ];

  test.each(hostile)("refuses %j as a recipient, and sends to nobody", async (address) => {
    const { post, sent } = await setup();

    await expect(post.send({ ...ordinary, to: ["sanne@deelnemer.example", address] })).rejects.toMatchObject({
      name: "PostRefused",
    });

    expect(sent()).toEqual([]);
  });

  test.each(hostile)("refuses %j as a sender", async (address) => {
    const { post, sent } = await setup();

    await expect(post.send({ ...ordinary, from: address })).rejects.toMatchObject({ name: "PostRefused" });

    expect(sent()).toEqual([]);
  });

  test("takes tags of ids", async () => {
    const { post, sent } = setup();

    await post.send({ ...ordinary, tags: { organisation: "sterker", case: "01abc", letter: "letter-1" } });

    expect(sent()).toHaveLength(1);
  });

  test("says which recipient it refused, but not who that is", async () => {
    const { post } = await setup();

    const refused = post.send({ ...ordinary, to: ["sanne@deelnemer.example", "piet <piet@klant.example>"] });

    await expect(refused).rejects.toThrow("Recipient 2 of 2 is not one bare address.");
  });

  test.each([
    { title: "no recipient", change: { to: [] } },
    { title: "51 recipients", change: { to: Array.from({ length: 51 }, (_, at) => `a${at}@b.example`) } },
    { title: "a tag that could be somebody's words", change: { tags: { letter: "Uw klacht" } } },
    { title: "a tag without a value", change: { tags: { letter: "" } } },
    { title: "an empty message", change: { raw: new Uint8Array() } },
    { title: "a message of over 10 MB", change: { raw: new Uint8Array(10 * 1024 * 1024 + 1) } },
  ])("refuses $title", async ({ change }) => {
    const { post, sent } = await setup();

    await expect(post.send({ ...ordinary, ...change })).rejects.toMatchObject({ name: "PostRefused" });

    expect(sent()).toEqual([]);
  });
});
