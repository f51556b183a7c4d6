import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { z } from "zod";
import { startEdition } from "../../local/edition.ts";
import { type GeneratedMail, generatedMails } from "../mail/generated.ts";
import { Conversation } from "./conversation.ts";

const intake = z.array(z.object({ id: z.string(), disposition: z.string() }));
const messages = z.array(z.object({ to: z.array(z.string()) }));

async function json<Schema extends z.ZodType>(http: number, path: string, schema: Schema): Promise<z.output<Schema>> {
  const response = await fetch(`http://127.0.0.1:${http}${path}`, { headers: { accept: "application/json" } });
  return schema.parse(await response.json());
}

/** As SMTP carries it: line ends of CR and LF, and one at the end. */
const asSent = (raw: Uint8Array): Buffer => {
  const text = Buffer.from(raw)
    .toString("latin1")
    .replace(/\r\n|\r|\n/gu, "\r\n");
  return Buffer.from(text.endsWith("\r\n") ? text : `${text}\r\n`, "latin1");
};

/** Everybody who writes by the rules has an address of their own. */
const writerOf = ({ raw }: GeneratedMail): string =>
  /<(zoe\.[0-9a-f]+@deelnemer\.example)>/u.exec(Buffer.from(raw).toString("latin1"))?.[1] ?? "nobody";

/** One in `step` of a long run. */
function slice(count: number, step: number): readonly GeneratedMail[] {
  const all = [...generatedMails(count, 20_260_106)];
  return all.filter((_, at) => at % step === 0);
}

test("a slice of them through the SMTP port of a whole edition: each stands in the log, whole, and no machine is written to", {
  timeout: 600_000,
}, async () => {
  const data = mkdtempSync(join(tmpdir(), "wederhoor-slice-"));
  const edition = await startEdition({ http: 0, smtp: 0, data });
  try {
    const talk = await Conversation.open(edition.smtp);
    await talk.send(["EHLO mx.elders.example"]);
    const mails = slice(4_000, 9);
    for (const { raw, envelopeFrom } of mails) {
      await talk.send([`MAIL FROM:<${envelopeFrom}>`, "RCPT TO:<klachten@learnworks.example>", "DATA"]);
      expect(await talk.message(asSent(raw))).toMatch(/^250 /u);
    }
    talk.end();

    const log = await json(edition.http, "/mailroom/intake", intake);
    expect(log).toHaveLength(mails.length);
    expect(log.filter(({ disposition }) => disposition === "pending")).toEqual([]);
    const kept = log.map(({ id, disposition }) => ({
      disposition,
      bytes: readFileSync(join(data, "archive", "mail", id)).toString("base64"),
    }));
    const sent = mails.map(({ raw, isMachine }) => ({ isMachine, bytes: asSent(raw).toString("base64") }));
    expect(kept.map(({ bytes }) => bytes).toSorted()).toEqual(sent.map(({ bytes }) => bytes).toSorted());

    const byPeople = new Set(sent.filter(({ isMachine }) => !isMachine).map(({ bytes }) => bytes));
    const ofMachines = kept.filter(({ bytes }) => !byPeople.has(bytes)).map(({ disposition }) => disposition);
    expect(ofMachines.length).toBeGreaterThan(50);
    expect(ofMachines.filter((ended) => ended !== "automatic" && ended !== "doubtful")).toEqual([]);

    const written = async () => (await json(edition.http, "/mailroom/messages", messages)).flatMap(({ to }) => to);
    const people = mails.filter(({ isMachine }) => !isMachine).filter(({ kind }) => kind === "letter");
    await vi.waitFor(async () => expect(await written()).toEqual(expect.arrayContaining(people.map(writerOf))), 60_000);
    const byHand = new Set(mails.filter(({ isMachine }) => !isMachine).map(writerOf));
    const machines = mails
      .filter(({ isMachine }) => isMachine)
      .map(writerOf)
      .filter((address) => !byHand.has(address));
    expect(machines.length).toBeGreaterThan(10);
    expect((await written()).filter((address) => machines.includes(address))).toEqual([]);
  } finally {
    await edition.stop();
    rmSync(data, { recursive: true, force: true });
  }
});
