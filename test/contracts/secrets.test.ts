import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { GetSecretValueCommand, SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { mockClient } from "aws-sdk-client-mock";
import { afterAll, describe, expect, test } from "vitest";
import { sessionKeyIn } from "../../local/adapters/session-key.ts";
import { RandomSecrets } from "../../shared/aws/secrets.ts";
import { readSessionKey } from "../../shared/aws/session-key.ts";

describe("Secrets", () => {
  test("make link secrets of 256 bits that never come twice", () => {
    const secrets = new RandomSecrets();

    const made = Array.from({ length: 1000 }, () => secrets.linkSecret());

    for (const secret of made) {
      expect(secret).toMatch(/^[\w-]{43}$/);
      expect(Buffer.from(secret, "base64url")).toHaveLength(32);
    }
    expect(new Set(made).size).toBe(1000);
  });

  test("make ids of 20 small letters and digits that sort as they were made, also within a millisecond", () => {
    const secrets = new RandomSecrets(() => 1_767_600_000_000);

    const made = Array.from({ length: 1000 }, () => secrets.id());

    for (const id of made) expect(id).toMatch(/^[0-9a-z]{20}$/);
    expect(made).toEqual(made.toSorted());
    expect(new Set(made).size).toBe(1000);
  });

  test.each([
    { title: "a millisecond", earlier: "2026-01-05T09:00:00.000Z", later: "2026-01-05T09:00:00.001Z" },
    { title: "a century", earlier: "2026-01-05T09:00:00.000Z", later: "2126-01-05T09:00:00.000Z" },
    { title: "the epoch and now", earlier: "1970-01-01T00:00:00.000Z", later: "2026-01-05T09:00:00.000Z" },
  ])("make ids in two processes that sort by time: $title apart", ({ earlier, later }) => {
    const first = new RandomSecrets(() => Date.parse(earlier)).id();
    const second = new RandomSecrets(() => Date.parse(later)).id();

    expect([second, first].toSorted()).toEqual([first, second]);
  });

  test("make different ids in two processes at the same moment", () => {
    const ids = Array.from({ length: 100 }, () => new RandomSecrets(() => 0).id());

    expect(new Set(ids).size).toBe(100);
  });

  test("keep making later ids when the clock goes back", () => {
    const moments = [5000, 1000];
    const secrets = new RandomSecrets(() => moments.shift() ?? 0);

    const made = [secrets.id(), secrets.id()];

    expect(made).toEqual(made.toSorted());
  });

  test("keep one key for sessions, of 256 bits at least", async () => {
    const secrets = new RandomSecrets();

    const [one, again] = [await secrets.sessionKey(), await secrets.sessionKey()];

    expect(one.length).toBeGreaterThanOrEqual(32);
    expect(again).toEqual(one);
    expect(await new RandomSecrets().sessionKey()).not.toEqual(one);
  });

  test("read the key of sessions once, and again when it could not be read", async () => {
    const key = new Uint8Array(32).fill(7);
    const answers = [Promise.reject(new Error("out of reach")), Promise.resolve(key)];
    let reads = 0;
    const secrets = new RandomSecrets(Date.now, async () => {
      reads += 1;
      return answers.shift() ?? key;
    });

    await expect(secrets.sessionKey()).rejects.toThrow("out of reach");
    expect(await secrets.sessionKey()).toBe(key);
    expect(await secrets.sessionKey()).toBe(key);
    expect(reads).toBe(2);
  });
});

describe("The key of sessions in a file", () => {
  const folder = mkdtempSync(join(tmpdir(), "session-key-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  test("is made once and is for its owner alone", async () => {
    const file = join(folder, "session.key");

    const [one, other] = await Promise.all([sessionKeyIn(file), sessionKeyIn(file)]);

    expect(one).toHaveLength(32);
    expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  test("is refused when it was cut short", async () => {
    const file = join(folder, "short.key");
    writeFileSync(file, "x");

    await expect(sessionKeyIn(file)).rejects.toThrow("damaged");
  });
});

describe("The key of sessions in AWS Secrets Manager", () => {
  const sent = mockClient(SecretsManagerClient);

  test("is the text of the secret", async () => {
    const text = "k".repeat(64);
    sent.on(GetSecretValueCommand, { SecretId: "arn:key" }).resolves({ SecretString: text });

    expect(Buffer.from(await readSessionKey(new SecretsManagerClient({}), "arn:key")).toString()).toBe(text);
  });

  test.each([undefined, "", "short"])("is refused when it is %o", async (text) => {
    sent.on(GetSecretValueCommand).resolves(text === undefined ? {} : { SecretString: text });

    await expect(readSessionKey(new SecretsManagerClient({}), "arn:key")).rejects.toMatchObject({
      name: "NoSessionKey",
    });
  });
});
