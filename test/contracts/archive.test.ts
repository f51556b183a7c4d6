import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { FileArchive } from "../../local/adapters/archive.ts";
import { MemoryArchive } from "../../local/adapters/memory-archive.ts";
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

afterAll(async () => {
  client.destroy();
  await bucket.close();
  await rm(folder, { recursive: true });
});

const bytes = (text: string) => new Uint8Array(Buffer.from(text));

describe.each([
  { title: "in files", archive: new FileArchive(join(folder, "archive")) },
  { title: "in memory", archive: new MemoryArchive() },
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
