import type { S3Client } from "@aws-sdk/client-s3";
import { afterEach, describe, expect, test } from "vitest";
import { S3Archive } from "../../shared/aws/archive.ts";
import { archiveClient } from "../../shared/aws/clients.ts";
import { type Behaviour, FaultyEndpoint } from "./faulty-endpoint.ts";

const ways: FaultyEndpoint[] = [];
const clients: S3Client[] = [];

afterEach(async () => {
  for (const client of clients.splice(0)) client.destroy();
  await Promise.all(ways.splice(0).map((way) => way.close()));
});

async function setup(...behaviours: Behaviour[]) {
  const way = await FaultyEndpoint.start(behaviours);
  const credentials = { accessKeyId: "test", secretAccessKey: "test" };
  const client = archiveClient({ endpoint: way.url, region: "eu-west-1", credentials, attemptMs: 100 });
  ways.push(way);
  clients.push(client);
  return { way, archive: new S3Archive({ client, bucket: "mail" }) };
}

const refusal = (status: number, code: string) =>
  FaultyEndpoint.answers(status, `<Error><Code>${code}</Code><Message>No.</Message></Error>`, "application/xml");

describe("S3", () => {
  test.each([
    { title: "no permission", behaviour: refusal(403, "AccessDenied") },
    { title: "no such bucket", behaviour: refusal(404, "NoSuchBucket") },
    { title: "a fault", behaviour: refusal(500, "InternalError") },
    { title: "silence", behaviour: FaultyEndpoint.staysSilent() },
  ])("with $title is not taken to have nothing, or to have stored something", async ({ behaviour }) => {
    const { archive } = await setup(behaviour);

    await expect(archive.get("raw/1")).rejects.toThrow();
    await expect(archive.put("raw/1", Buffer.from("x"))).rejects.toThrow();
  });

  test.each([
    { title: "no permission", behaviour: refusal(403, "AccessDenied") },
    { title: "a fault", behaviour: refusal(500, "InternalError") },
    { title: "silence", behaviour: FaultyEndpoint.staysSilent() },
  ])("with $title is not taken to have nothing to link to", async ({ behaviour }) => {
    const { archive } = await setup(behaviour);

    await expect(archive.link("raw/1", { name: "x", seconds: 300 })).rejects.toThrow();
  });

  test.each([
    { title: "throttling", behaviour: refusal(503, "SlowDown") },
    { title: "a dropped connection", behaviour: FaultyEndpoint.drops() },
  ])("is sent the same bytes again after $title", async ({ behaviour }) => {
    const { way, archive } = await setup(behaviour, FaultyEndpoint.answers(200, ""));

    await archive.put("raw/1", Buffer.from("Subject: klacht"));

    expect(way.requests.map(({ body }) => body.toString())).toEqual(["Subject: klacht", "Subject: klacht"]);
  });
});
