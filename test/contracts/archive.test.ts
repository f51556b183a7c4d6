import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, describe, expect, test } from "vitest";
import { FileArchive } from "../../local/adapters/archive.ts";
import { type Keeping, LinkedArchive } from "../../local/adapters/linked-archive.ts";
import { MemoryArchive } from "../../local/adapters/memory-archive.ts";
import { SaveLinks } from "../../local/adapters/save-links.ts";
import { startHttp } from "../../local/http-server.ts";
import { saving } from "../../local/saving.ts";
import { S3Archive } from "../../shared/aws/archive.ts";
import { archiveClient } from "../../shared/aws/clients.ts";
import { ObjectEndpoint } from "./object-endpoint.ts";

const bucket = await ObjectEndpoint.start();
const folder = await mkdtemp(join(tmpdir(), "wederhoor-"));
const client = archiveClient({
  endpoint: bucket.url,
  region: "eu-west-1",
  credentials: { accessKeyId: "test", secretAccessKey: "test" },
});

/** One clock for all who look whether a link has ended. */
const clock = { ahead: 0, now: () => new Date(Date.now() + clock.ahead).toISOString() };
bucket.now = () => Date.parse(clock.now());
const serving: { close(): Promise<void> }[] = [];

/** The archive of the embedded edition behind the server that answers its links. */
async function served(kept: Keeping): Promise<LinkedArchive> {
  const answer = Promise.withResolvers<ReturnType<typeof saving>>();
  const http = await startHttp(0, async (request) => {
    const response = await (await answer.promise)(request);
    return response ?? { status: 404, headers: {}, body: "" };
  });
  serving.push(http);
  const signingKey = async () => Buffer.alloc(32, 7);
  const links = new SaveLinks({ publicUrl: `http://127.0.0.1:${http.port}`, clock, signingKey });
  answer.resolve(saving(kept, links));
  return new LinkedArchive(kept, links);
}

afterAll(async () => {
  await Promise.all(serving.map((one) => one.close()));
  client.destroy();
  await bucket.close();
  await rm(folder, { recursive: true });
});

const bytes = (text: string) => new Uint8Array(Buffer.from(text));

describe.each([
  { title: "in files", archive: await served(new FileArchive(join(folder, "archive"))) },
  { title: "in memory", archive: await served(new MemoryArchive()) },
  { title: "in S3", archive: new S3Archive({ client, bucket: "mail" }) },
])("Archive $title", ({ archive }) => {
  test.each([
    { title: "text", content: bytes("Subject: klacht\r\n\r\n") },
    { title: "nothing", content: new Uint8Array() },
    { title: "every byte there is", content: Uint8Array.from({ length: 256 }, (_, at) => at) },
    { title: "5 MB", content: new Uint8Array(5_000_000).fill(7) },
  ])("gives back $title as it was put", async ({ title, content }) => {
    const key = `raw/${title.replaceAll(" ", "-")}`;

    await archive.put(key, content);

    const found = await archive.get(key);
    expect(found).toBeInstanceOf(Uint8Array);
    expect(Buffer.compare(found ?? bytes("nothing"), content)).toBe(0);
  });

  test("has nothing under a key that was never put, nor below or above one that was", async () => {
    await archive.put("raw/here/1", bytes("x"));

    expect(await archive.get("raw/nowhere")).toBeUndefined();
    expect(await archive.get("raw/here/1/2")).toBeUndefined();
    expect(await archive.get("raw/here")).toBeUndefined();
  });

  test("replaces what was put under the same key", async () => {
    await archive.put("raw/twice", bytes("first, and longer"));
    await archive.put("raw/twice", bytes("second"));

    expect(await archive.get("raw/twice")).toEqual(bytes("second"));
  });

  test("keeps one of several that are put at once under one key, whole", async () => {
    const contents = Array.from({ length: 8 }, (_, at) => new Uint8Array(50_000).fill(at));

    await Promise.all(contents.map((content) => archive.put("raw/race", content)));

    const found = await archive.get("raw/race");
    expect(contents.some((content) => Buffer.compare(found ?? bytes(""), content) === 0)).toBe(true);
  });

  test("has nothing any more under a key that was deleted, and keeps what lies beside, above and below it", async () => {
    await archive.put("gone/1", bytes("x"));
    await archive.put("gone/2", bytes("y"));
    await archive.put("gone/3/1", bytes("z"));

    await archive.delete("gone/1");

    expect(await archive.get("gone/1")).toBeUndefined();
    expect(await archive.get("gone/2")).toEqual(bytes("y"));
    expect(await archive.get("gone/3/1")).toEqual(bytes("z"));
  });

  test("deletes twice, and what was never there, without a word; it takes a new thing afterwards", async () => {
    await archive.put("gone/again", bytes("first"));

    await archive.delete("gone/again");
    await archive.delete("gone/again");
    await archive.delete("gone/never");
    await archive.delete("gone/again/below");
    await archive.put("gone/again", bytes("second"));

    expect(await archive.get("gone/again")).toEqual(bytes("second"));
  });

  test("does not delete what lies below a key", async () => {
    await archive.put("gone/folder/1", bytes("x"));

    await archive.delete("gone/folder");

    expect(await archive.get("gone/folder/1")).toEqual(bytes("x"));
  });

  describe("gives a link", () => {
    afterEach(() => {
      clock.ahead = 0;
    });
    const content = bytes("<script>alert(1)</script>");
    const linkTo = async (name: string) => {
      await archive.put("attachments/x/1", content);
      const link = await archive.link("attachments/x/1", { name, seconds: 300 });
      return link ?? "none";
    };

    test("that saves the file as it was put, and never shows it", async () => {
      const response = await fetch(await linkTo("verslag.html"));

      expect(response.status).toBe(200);
      expect(Buffer.from(await response.arrayBuffer())).toEqual(Buffer.from(content));
      expect(response.headers.get("content-type")).toBe("application/octet-stream");
      expect(response.headers.get("content-disposition")).toMatch(/^attachment; filename="verslag.html"/);
      expect(response.headers.get("cache-control")).toBe("no-store");
    });

    test.each([
      ["één, twee (3).pdf", "%C3%A9%C3%A9n%2C%20twee%20%283%29.pdf"],
      ['a"; filename="b.exe', "a_%3B%20filename%3D_b.exe"],
      ["a\r\nSet-Cookie: x=1.pdf", "a__Set-Cookie_%20x%3D1.pdf"],
      ["../../etc/passwd", "_.._etc_passwd"],
      ["foto\u202Egpj.exe", "fotogpj.exe"],
      ["<img src=x onerror=alert(1)>.png", "_img%20src%3Dx%20onerror%3Dalert%281%29_.png"],
      [`${"lang ".repeat(60)}.pdf`, `${"lang%20".repeat(29)}l.pdf`],
      ["\uD800.txt", "%EF%BF%BD.txt"],
      ["", "file"],
    ])("under the name %j, that can do no harm", async (name, saved) => {
      const response = await fetch(await linkTo(name));

      const disposition = response.headers.get("content-disposition") ?? "";
      expect(disposition.split("filename*=UTF-8''")[1]).toBe(saved);
      expect(disposition).toMatch(/^attachment; filename="[^"\\]*"; filename\*=UTF-8''[\w.%~!-]*$/);
      expect(response.headers.get("set-cookie")).toBeNull();
    });

    test("that works until its time is over", async () => {
      const link = await linkTo("verslag.pdf");
      clock.ahead = 299_000;
      expect((await fetch(link)).status).toBe(200);
      clock.ahead = 302_000;
      expect((await fetch(link)).status).toBe(403);
    });

    test("of which nobody can change a character: not the file, nor its name, nor the time", async () => {
      const link = await linkTo("verslag.pdf");
      const start = new URL(link).origin.length + 1;
      // The last one has bits that base64 does not look at.
      for (let at = start; at < link.length - 1; at += 7) {
        const changed = `${link.slice(0, at)}${link[at] === "B" ? "C" : "B"}${link.slice(at + 1)}`;
        expect((await fetch(changed)).status, changed).toBeGreaterThanOrEqual(400);
      }
    });

    test("only to what is there, and that is there still", async () => {
      expect(await archive.link("attachments/x/none", { name: "x", seconds: 300 })).toBeUndefined();
      const link = await linkTo("verslag.pdf");
      await archive.delete("attachments/x/1");
      expect((await fetch(link)).status).toBe(404);
    });
  });

  test.each([
    "",
    "/raw",
    "raw/",
    "raw//1",
    "..",
    "raw/../1",
    ".hidden",
    "raw/.x",
    "raw\\1",
    "raw/klacht van Jan",
    "rå",
    "a\0b",
    "a".repeat(600),
  ])("refuses %j as a key", async (key) => {
    await expect(archive.put(key, bytes("x"))).rejects.toMatchObject({ name: "InvalidArchiveKey" });
    await expect(archive.get(key)).rejects.toMatchObject({ name: "InvalidArchiveKey" });
    await expect(archive.delete(key)).rejects.toMatchObject({ name: "InvalidArchiveKey" });
    const linked = archive.link(key, { name: "x", seconds: 1 });
    await expect(linked).rejects.toMatchObject({ name: "InvalidArchiveKey" });
  });
});

test("Archive in files leaves nothing half written behind, also of a process that was killed", async () => {
  const place = join(folder, "killed");
  const archive = new FileArchive(place);
  await archive.put("1/2", bytes("x"));
  // A file cannot take the place of a folder, so this fails after the bytes were written aside.
  await expect(archive.put("1", bytes("x"))).rejects.toThrow();
  expect(await readdir(join(place, ".unfinished"))).toEqual([]);

  new FileArchive(place);

  expect(await readdir(place)).toEqual(["1"]);
});
