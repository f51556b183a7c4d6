import { createTransport } from "nodemailer";
import { expect, onTestFinished, test } from "vitest";
import { openCore } from "../../local/core.ts";
import { exampleComplaint } from "../../local/rehearsal/example-complaint.ts";
import { startSmtp } from "../../local/smtp/server.ts";
import { receiveBounce } from "../../shared/cases/receive-bounce.ts";
import { rawMailKey } from "../../shared/cases/receive-mail.ts";
import { boxKey } from "../../shared/mail/mailboxes.ts";
import { parseMail } from "../../shared/mail/parse.ts";
import { everyCase } from "../../shared/store/case-row.ts";
import { everyIntake } from "../../shared/store/intake-log.ts";
import { bouncedId, bouncedTo, readBounceFile } from "../mail/bounces.ts";
import { mondayMorning, procedures } from "../support/case-under-test.ts";
import { relayServer } from "../support/relay-server.ts";
import { RunningEdition } from "../support/running-edition.ts";

const password = "geheim!Wachtwoord";
const sanne = "sanne.dewit@zorggroep.example";
const samira = "samira.haddad@post.example";

test("With a mail server letters arrive there and in the mailroom, people are warned, and nobody reads the password", async () => {
  const server = await relayServer({ account: { user: "klachten", pass: password } });
  onTestFinished(server.close);
  const wederhoor = new RunningEdition({
    WEDERHOOR_RELAY: `smtp://klachten:${encodeURIComponent(password)}@127.0.0.1:${server.port}`,
  });
  onTestFinished(() => wederhoor.remove());
  await wederhoor.start();

  await wederhoor.mail({
    from: sanne,
    to: "klachten@learnworks.example",
    subject: "Trainer te laat",
    text: "De trainer kwam twee keer te laat en ging wel op tijd weg.",
  });
  const receipt = await wederhoor.letter(sanne, "LW-");

  const arrived = await Promise.all(server.taken.map(async ({ to, raw }) => ({ to, mail: await parseMail(raw) })));
  const [theirs] = arrived.filter(({ to }) => to.includes(sanne));
  expect(theirs?.mail).toMatchObject({ subject: receipt.subject, autoSubmitted: "auto-replied" });
  expect(theirs?.mail.messageId).toMatch(/@learnworks\.example$/);
  expect(await wederhoor.source(receipt.id)).toContain(`<${theirs?.mail.messageId}>`);
  expect(wederhoor.output).toContain(`Letters leave for real, through 127.0.0.1:${server.port}.`);
  expect(wederhoor.output).toContain("Moving the clock mails real people");
  expect(wederhoor.output).not.toContain(password);
  expect(wederhoor.output).not.toContain(encodeURIComponent(password));
}, 120_000);

/** A house that sends through a mail server, which at once says of every letter to the complainant what this file says. */
async function reporting(file: string) {
  const procedure = procedures.learnworks;
  const smtp = await startSmtp({
    port: 0,
    clock: { now: () => mondayMorning },
    isOurs: (address) => boxKey(address) === boxKey(procedure.house.complaintsAddress),
    receive: (mail) => core.takeIn(mail),
  });
  const reports: Promise<unknown>[] = [];
  const server = await relayServer({
    onMessage: ({ to, raw }) => {
      if (to.includes(samira)) reports.push(reported(raw));
      return undefined;
    },
  });
  /** Mails the report from nobody, as servers do, without waiting until we noted that the letter went. */
  async function reported(letter: Buffer): Promise<unknown> {
    const { messageId = "" } = await parseMail(letter);
    const report = Buffer.from(readBounceFile(file)).toString();
    const raw = report.replaceAll(bouncedId, messageId).replaceAll(bouncedTo, samira);
    const transport = createTransport({ host: "127.0.0.1", port: smtp.port, ignoreTLS: true });
    return transport.sendMail({ envelope: { from: "", to: [procedure.house.complaintsAddress] }, raw });
  }
  const core = openCore({
    procedures: [procedure],
    publicUrl: "https://wederhoor.example",
    places: "memory",
    realNow: () => Date.parse(mondayMorning),
    dailyRounds: false,
    relay: server.at,
  });
  onTestFinished(async () => {
    await smtp.close();
    await core.close();
    await server.close();
  });
  await core.takeIn(await exampleComplaint(procedure, "nl", mondayMorning));
  await core.time.nextAlarm();
  await Promise.all(reports);
  await core.time.nextAlarm();
  return { core, procedure };
}

test.each([
  { file: "postfix", action: "failed", permanent: true, status: "5.1.1" },
  { file: "qmail", action: "failed", permanent: true, status: "5.1.1" },
  { file: "exim-warning", action: "delayed", permanent: false },
  { file: "gmail", action: "failed", permanent: true, status: "5.1.1" },
])(
  "What a server reports at once of a letter finds that letter, and is answered by nobody: $file",
  async (expected) => {
    const { file, ...told } = expected;
    const { core, procedure } = await reporting(file);

    const intake = await Array.fromAsync(everyIntake(core.cases.items, procedure.id));
    const report = intake.find(({ disposition }) => disposition === "automatic");
    const raw = await core.archive.get(rawMailKey(report?.mailId ?? ""));
    const found = await receiveBounce(await parseMail(raw ?? new Uint8Array()), { from: "" }, procedure, core.cases);

    expect(found).toEqual([
      { caseId: expect.any(String), letterId: "letter-1", address: samira, report: expect.objectContaining(told) },
    ]);
    const [letter] = (await core.cases.load(procedure.id, found?.[0]?.caseId ?? "")).letters;
    const status = told.permanent ? "bounced" : "sent";
    expect(letter).toMatchObject({ letterId: "letter-1", letter: "receipt", to: "complainant", status });
    const { tasks } = await core.cases.load(procedure.id, found?.[0]?.caseId ?? "");
    expect(tasks.some(({ kind, about }) => kind === "send-by-post" && about === "letter-1")).toBe(told.permanent);
    expect(core.post.list().filter(({ to }) => to.includes("MAILER-DAEMON@mx.zorggroep.example"))).toEqual([]);
  },
);

test("Who got one letter cannot say of another that it came back, for its id cannot be made from theirs", async () => {
  const { core, procedure } = await reporting("postfix-relayed");
  const [row] = await Array.fromAsync(everyCase(core.cases.items, procedure.id));
  const { letters } = await core.cases.load(procedure.id, row?.caseId ?? "");
  const [theirs = "", other = ""] = letters.map(({ messageId = "" }) => messageId);
  expect(other).toMatch(/\.letter-2\./);

  const guessed = [theirs.replace("letter-1", "letter-2"), theirs.replace(/letter-1\.[^@]+/, "letter-2")];
  for (const id of guessed) {
    const forged = Buffer.from(readBounceFile("complaint-without-name")).toString().replaceAll(bouncedId, id);
    expect(await receiveBounce(await parseMail(Buffer.from(forged)), { from: "" }, procedure, core.cases)).toEqual([]);
  }
});

test("A report that comes while a letter is being sent waits until it is known whether that letter went", async () => {
  const procedure = procedures.learnworks;
  const begun = Promise.withResolvers<void>();
  const taken = Promise.withResolvers<void>();
  const server = await relayServer({
    onMessage: () => {
      begun.resolve();
      return taken.promise;
    },
  });
  const core = openCore({
    procedures: [procedure],
    publicUrl: "https://wederhoor.example",
    places: "memory",
    realNow: () => Date.parse(mondayMorning),
    dailyRounds: false,
    relay: server.at,
  });
  onTestFinished(async () => {
    await core.close();
    await server.close();
  });
  await core.takeIn(await exampleComplaint(procedure, "nl", mondayMorning));
  await begun.promise;

  const order: string[] = [];
  const put = core.archive.put.bind(core.archive);
  core.archive.put = async (key, bytes) => {
    order.push("report stored");
    await put(key, bytes);
  };
  const recipients = [procedure.house.complaintsAddress];
  const taking = core.takeIn({
    envelopeFrom: "",
    recipients,
    raw: readBounceFile("postfix"),
    receivedAt: mondayMorning,
  });
  setImmediate(() => {
    order.push("letter taken");
    taken.resolve();
  });
  await taking;

  expect(order).toEqual(["letter taken", "report stored"]);
});
