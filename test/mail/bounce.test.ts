import { readdirSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readBounce } from "../../shared/mail/bounce.ts";
import { classifyMail } from "../../shared/mail/classify.ts";
import { parseMail } from "../../shared/mail/parse.ts";
import { bouncedId, bouncedTo, bounces, readBounceFile } from "./bounces.ts";
import { ownAddresses, unchecked } from "./corpus.ts";
import { mutationsOf } from "./mutations.ts";

const nobody = { from: "" };

describe("A bounce of", () => {
  test.each(bounces.filter(({ reports }) => reports !== undefined))("$title is read", async (bounce) => {
    const read = readBounce(await parseMail(readBounceFile(bounce.file)), nobody);

    expect(read?.reports).toEqual(bounce.reports);
    expect(read?.originalMessageIds[0]).toBe(bouncedId);
    expect(read?.originalRecipients).toEqual(bounce.names ?? [bouncedTo]);
  });

  test.each(bounces.filter(({ reports }) => reports === undefined))("$title is none", async ({ file }) => {
    expect(readBounce(await parseMail(readBounceFile(file)), nobody)).toBeUndefined();
  });

  test.each(bounces.filter(({ reports }) => reports !== undefined))("$title is never answered", async ({ file }) => {
    const envelope = { from: "", recipients: ["klachten@learnworks.example"] };
    const mail = await parseMail(readBounceFile(file));
    expect(classifyMail({ mail, envelope, ownAddresses, verdicts: unchecked })).toMatchObject({ kind: "automatic" });
  });
});

test("Every file has a row, so that none stands there unread", () => {
  const files = readdirSync(new URL("bounces/", import.meta.url)).map((name) => name.replace(".eml", ""));
  expect(files.sort()).toEqual(bounces.map(({ file }) => file).sort());
});

const lines = (...text: readonly string[]) => Buffer.from(text.join("\r\n"));
const fromDaemon = (...text: readonly string[]) =>
  parseMail(lines("From: MAILER-DAEMON@mx.example", "To: klachten@learnworks.example", "Subject: x", "", ...text));

describe("The words of a server", () => {
  test.each([
    { words: "Uw bericht kon niet worden afgeleverd.", action: "failed" },
    { words: "Delivery has failed to these recipients.", action: "failed" },
    { words: "Your message was not delivered.", action: "failed" },
    { words: "Your message could not be delivered yet. We will continue to try.", action: "delayed" },
    { words: "Het bericht is nog niet bezorgd; de server blijft het proberen.", action: "delayed" },
    { words: "Your message was successfully delivered.", action: "delivered" },
    { words: "Uw bericht is succesvol afgeleverd.", action: "delivered" },
  ])("say $action: $words", async ({ words, action }) => {
    const mail = await fromDaemon(words, "", "<sanne@post.example>:", "so it is", "", `Message-ID: <${bouncedId}>`);

    expect(readBounce(mail, nobody)?.reports).toMatchObject([{ recipient: "sanne@post.example", action }]);
  });

  test("that a mailbox is full for now are no reason to give up the address", async () => {
    const mail = await fromDaemon("Delivery failed permanently.", "<sanne@post.example>: 452 mailbox full", "");

    expect(readBounce(mail, nobody)?.reports).toEqual([
      { recipient: "sanne@post.example", action: "failed", permanent: false },
    ]);
  });

  test("are about several people when they name several, each with the reason of their own", async () => {
    const mail = await fromDaemon(
      "This message could not be delivered:",
      "",
      "  a@post.example",
      "    550 5.1.1 unknown",
      "  b@post.example",
      "    452 4.2.2 full",
    );

    expect(readBounce(mail, nobody)?.reports).toEqual([
      { recipient: "a@post.example", action: "failed", permanent: true, status: "5.1.1" },
      { recipient: "b@post.example", action: "failed", permanent: false, status: "4.2.2" },
    ]);
  });

  test("count also from a server with a name of its own, when it sends them from nobody and returns the mail", async () => {
    const mail = await parseMail(
      lines(
        "From: Postbode <post@mx.example>",
        "To: klachten@learnworks.example",
        "Subject: Kon niet worden bezorgd",
        "",
        "sanne@post.example",
        "",
        `Message-ID: <${bouncedId}>`,
      ),
    );

    expect(readBounce(mail, nobody)?.reports).toHaveLength(1);
    expect(readBounce(mail, { from: "post@mx.example" })).toBeUndefined();
  });
});

const statusOf = (...fields: readonly string[]) =>
  parseMail(
    lines(
      "From: MAILER-DAEMON@mx.example",
      "Content-Type: message/delivery-status",
      "",
      "Reporting-MTA: dns; mx.example",
      "",
      ...fields,
    ),
  );

describe("A status for machines", () => {
  test.each([
    { title: "without a word for it", fields: ["Status: 5.4.4"], action: "failed", permanent: true },
    { title: "without a word, for now", fields: ["Status: 4.4.4"], action: "delayed", permanent: false },
    { title: "with a word in capitals and a remark", fields: ["Action: Delayed (busy)"], action: "delayed" },
    {
      title: "with the status in the diagnostic only",
      fields: ["Action: failed", "Diagnostic-Code: smtp; 452 4.2.2 full"],
      action: "failed",
      permanent: false,
    },
    {
      title: "with a reply but no status",
      fields: ["Action: failed", "Diagnostic-Code: smtp; 550 unknown"],
      action: "failed",
      permanent: true,
    },
  ])("is understood $title", async ({ title: _title, fields, ...expected }) => {
    const mail = await statusOf("Final-Recipient: rfc822; sanne@post.example", ...fields);
    expect(readBounce(mail, nobody)?.reports).toMatchObject([{ recipient: "sanne@post.example", ...expected }]);
  });

  test("that says nothing of what happened is no report", async () => {
    expect(readBounce(await statusOf("Final-Recipient: rfc822; sanne@post.example"), nobody)).toBeUndefined();
  });

  test("about thousands is read up to a bound", async () => {
    const many = Array.from({ length: 1_000 }, (_, at) => [
      `Final-Recipient: rfc822; a${at}@post.example`,
      "Action: failed",
      "",
    ]);
    expect(readBounce(await statusOf(...many.flat()), nobody)?.reports).toHaveLength(50);
  });
});

describe("Whatever comes", () => {
  const report = /^(failed|delayed|delivered|relayed|expanded|complained)$/;
  const bounded = async (raw: Uint8Array) => {
    const read = readBounce(await parseMail(raw), nobody);
    if (read === undefined) return;
    expect(read.reports.length).toBeGreaterThan(0);
    expect(read.reports.length).toBeLessThanOrEqual(50);
    expect(read.originalMessageIds.length).toBeLessThanOrEqual(20);
    for (const one of read.reports) expect(one.action).toMatch(report);
    for (const text of [...read.originalMessageIds, ...read.reports.flatMap(({ recipient = "a" }) => recipient)])
      expect(text).toMatch(/^[^\s<>\p{Cc}]{1,250}$/u);
  };

  test.each(bounces)("$title with damage is read or not, and never throws", async ({ file }) => {
    await fc.assert(fc.asyncProperty(mutationsOf(readBounceFile(file)), bounded), { numRuns: 25 });
  });

  test("fields and words of any kind are read or not, and never throw", async () => {
    const field = fc.constantFrom(
      ...["Final-Recipient: rfc822;", "Original-Recipient:", "Action: failed", "Action:", "Status: 5.1.1", "Status:"],
      ...["Message-ID:", "could not be delivered", "<a@b.example>:", "", " ", "Diagnostic-Code: smtp; 550"],
    );
    const line = fc.tuple(field, fc.string({ unit: "binary", maxLength: 30 })).map(([one, rest]) => `${one}${rest}`);
    const type = fc.constantFrom("message/delivery-status", "text/plain", "message/feedback-report", "text/html");
    await fc.assert(
      fc.asyncProperty(type, fc.array(line, { maxLength: 60 }), (contentType, body) =>
        bounded(lines("From: MAILER-DAEMON@mx.example", `Content-Type: ${contentType}`, "", ...body)),
      ),
      { numRuns: 150 },
    );
  });

  test("a text made to keep a pattern busy is read at once", async () => {
    const hostile = [
      "could not be ",
      "kon ",
      "delivery to ",
      "<a@",
      "a@b.",
      "message-id: <",
      "-=-=",
      "5.1.",
      "blijft a ",
    ];
    for (const piece of hostile) await bounded(lines("From: MAILER-DAEMON@mx.example", "", piece.repeat(20_000)));
  });
});
