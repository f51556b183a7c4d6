import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { MailroomPost } from "../../local/adapters/post.ts";

const folder = mkdtempSync(join(tmpdir(), "wederhoor-"));
const open: MailroomPost[] = [];
let files = 0;

afterAll(() => {
  for (const post of open) post.close();
  rmSync(folder, { recursive: true });
});

function setup() {
  const file = join(folder, `${++files}.sqlite`);
  let ids = 0;
  const reopen = () => {
    const post = new MailroomPost({
      file,
      clock: { now: () => "2026-01-05T09:00:00.000Z" },
      secrets: { id: () => `id${++ids}` },
    });
    open.push(post);
    return post;
  };
  return { post: reopen(), reopen };
}

const message = (head: string, to = ["sanne@deelnemer.example"]) => ({
  from: "klachten@sterker.example",
  to,
  raw: Buffer.from(`${head}\r\n\r\nBeste Sanne`, "latin1"),
});

describe("The mailroom", () => {
  test("keeps what was sent over a restart, newest last", async () => {
    const { post, reopen } = setup();
    await post.send(message("Subject: een"));
    await post.send(message("Subject: twee"));

    const found = reopen().list();

    expect(found.map(({ id, at, from, to }) => ({ id, at, from, to }))).toEqual([
      { id: "id1", at: "2026-01-05T09:00:00.000Z", from: "klachten@sterker.example", to: ["sanne@deelnemer.example"] },
      { id: "id2", at: "2026-01-05T09:00:00.000Z", from: "klachten@sterker.example", to: ["sanne@deelnemer.example"] },
    ]);
    expect(Buffer.from(found[1]?.raw ?? []).toString()).toContain("Subject: twee");
  });

  test("finds the mail of one address however it is written, and of nobody else", async () => {
    const { post } = setup();
    await post.send(message("Subject: beiden", ["Sanne@Deelnemer.example", "piet@klant.example"]));
    await post.send(message("Subject: piet", ["piet@klant.example"]));

    expect(post.list("sanne@deelnemer.EXAMPLE").map(({ id }) => id)).toEqual(["id1"]);
    expect(post.list("piet@klant.example").map(({ id }) => id)).toEqual(["id1", "id2"]);
    expect(post.list("jan@klant.example")).toEqual([]);
  });

  test("finds a message by its id", async () => {
    const { post } = setup();
    const { providerMessageId } = await post.send(message("Subject: een"));

    expect(post.get(providerMessageId)?.to).toEqual(["sanne@deelnemer.example"]);
    expect(post.get("unknown")).toBeUndefined();
  });

  test.each([
    { title: "adds them when missing", head: "Subject: x", kept: "Subject: x" },
    {
      title: "drops those of the composer",
      head: "Message-ID: <own@x.example>\r\nSubject: x\r\nDate: gisteren",
      kept: "Subject: x",
    },
    { title: "drops folded ones whole", head: "message-id:\r\n <own@x.example>\r\nSubject: x", kept: "Subject: x" },
    {
      title: "leaves others folded as they are",
      head: "Subject: x\r\n y\r\nDate-Of-Case: z",
      kept: "Subject: x\r\n y\r\nDate-Of-Case: z",
    },
    { title: "leaves bytes that are no ASCII", head: "Subject: \xe9\xff", kept: "Subject: \xe9\xff" },
  ])("writes Message-ID and Date as SES does: $title", async ({ head, kept }) => {
    const { post } = setup();

    await post.send(message(head));

    expect(Buffer.from(post.get("id1")?.raw ?? []).toString("latin1")).toBe(
      `${kept}\r\nMessage-ID: <id1@mailroom.example>\r\nDate: Mon, 05 Jan 2026 09:00:00 +0000\r\n\r\nBeste Sanne`,
    );
  });
});
