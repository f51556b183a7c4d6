import { describe, expect, test } from "vitest";
import { createHandler } from "../../functions/receive-mail/handler.ts";
import { sweep } from "../../functions/sweep/sweep.ts";
import { lambdaContext } from "../../local/lambdas.ts";
import { sesEvent } from "../../local/ses-event.ts";
import { receiveMail } from "../../shared/cases/receive-mail.ts";
import { StoreUnavailable } from "../../shared/ports.ts";
import { everyCase } from "../../shared/store/case-row.ts";
import { everyIntake } from "../../shared/store/intake-log.ts";
import { everyPending } from "../../shared/store/outbox.ts";
import { complaintMail, setup, storedMail, type World } from "../support/embedded-world.ts";

const casesOf = (world: World, organisation = "learnworks") => Array.fromAsync(everyCase(world.items, organisation));
const intakeOf = (world: World, organisation = "learnworks") => Array.fromAsync(everyIntake(world.items, organisation));
const pendingOf = (world: World) => Array.fromAsync(everyPending(world.items, "learnworks", world.clock.now()));

test("a mail becomes a case that the state machine is started for", async () => {
  const world = setup();
  const mail = await storedMail(world, { raw: complaintMail() });
  await receiveMail(mail, world.dependencies);
  const [row] = await casesOf(world);
  expect(row).toMatchObject({ number: "LW-2026-0001", status: "open", owner: "role:project-manager" });
  expect(await world.cases.load("learnworks", row?.caseId ?? "")).toMatchObject({
    complainant: { name: "Sanne de Wit", email: "sanne.dewit@zorggroep.example" },
    subject: "Klacht over de training",
    language: "nl",
    receivedAt: world.clock.now(),
  });
  expect(world.workflow.started).toEqual([
    { machine: "complaint-learnworks", name: row?.caseId, input: { organisation: "learnworks", caseId: row?.caseId } },
  ]);
  expect(await intakeOf(world)).toMatchObject([{ mailId: mail.mailId, disposition: "case", caseId: row?.caseId }]);
  expect(await pendingOf(world)).toEqual([]);
});

describe("nothing is doubled", () => {
  test("the same delivery forty times at the same moment is one case", async () => {
    const world = setup();
    const mail = await storedMail(world, { raw: complaintMail() });
    await Promise.all(Array.from({ length: 40 }, () => receiveMail(mail, world.dependencies)));
    expect(await casesOf(world)).toHaveLength(1);
    expect(await intakeOf(world)).toHaveLength(1);
    expect(world.workflow.started).toHaveLength(1);
  });

  test("the same mail in twenty deliveries at the same moment is one case and nineteen duplicates", async () => {
    const world = setup();
    const mails = await Promise.all(Array.from({ length: 20 }, () => storedMail(world, { raw: complaintMail() })));
    await Promise.all(mails.map((mail) => receiveMail(mail, world.dependencies)));
    const dispositions = (await intakeOf(world)).map(({ disposition }) => disposition).sort();
    expect(dispositions).toEqual(["case", ...Array.from({ length: 19 }, () => "duplicate")]);
    expect(await casesOf(world)).toHaveLength(1);
  });

  test("ten people at the same moment get ten numbers without gaps", async () => {
    const world = setup();
    const mails = await Promise.all(
      Array.from({ length: 10 }, (_one, index) =>
        storedMail(world, {
          raw: complaintMail({ id: `m${index}@zorggroep.example`, text: `Klacht nummer ${index}: de zaal was koud.` }),
        }),
      ),
    );
    // Each that meets another tries again, a few times; what is left is for the redelivery.
    for (const mail of mails) await receiveMail(mail, world.dependencies);
    const numbers = (await casesOf(world)).map(({ number }) => number).sort();
    expect(numbers).toEqual(
      Array.from({ length: 10 }, (_one, index) => `LW-2026-${String(index + 1).padStart(4, "0")}`),
    );
  });
});

describe("nothing is lost", () => {
  test("a state machine that cannot be reached is started by the sweeper", async () => {
    const world = setup();
    world.workflow.failing = new Error("unreachable");
    const mail = await storedMail(world, { raw: complaintMail() });
    await expect(receiveMail(mail, world.dependencies)).rejects.toThrow("unreachable");
    expect((await pendingOf(world)).map(({ what }) => what)).toEqual(["start"]);
    world.workflow.failing = undefined;
    await sweep({}, world.dependencies);
    expect(world.workflow.started).toHaveLength(1);
    expect(await pendingOf(world)).toEqual([]);
  });

  test("a mail whose reading broke off is read by the sweeper", async () => {
    const world = setup();
    const mail = await storedMail(world, { raw: complaintMail() });
    const { get } = world.archive;
    world.archive.get = async () => {
      throw new StoreUnavailable("out of reach");
    };
    await expect(receiveMail(mail, world.dependencies)).rejects.toThrow(StoreUnavailable);
    expect(await intakeOf(world)).toMatchObject([{ disposition: "pending" }]);
    world.archive.get = get.bind(world.archive);
    await sweep({}, world.dependencies);
    expect(await intakeOf(world)).toMatchObject([{ disposition: "case" }]);
    expect(await casesOf(world)).toHaveLength(1);
  });

  test("one mail to both organisations is a case at each", async () => {
    const world = setup();
    const mail = await storedMail(world, { raw: complaintMail() });
    const both = {
      ...mail,
      envelope: { ...mail.envelope, recipients: ["klachten@learnworks.example", "klachten@sterker.example"] },
    };
    await receiveMail(both, world.dependencies);
    expect(await casesOf(world)).toHaveLength(1);
    expect(await casesOf(world, "sterker")).toMatchObject([{ number: "ST-2026-0001" }]);
  });
});

describe("a mail joins a case", () => {
  async function withCase() {
    const world = setup();
    await receiveMail(await storedMail(world, { raw: complaintMail() }), world.dependencies);
    const [row] = await casesOf(world);
    const dossier = await world.cases.load("learnworks", row?.caseId ?? "");
    const messages = async () => (await world.cases.load("learnworks", dossier.caseId)).messages;
    return { world, dossier, messages };
  }

  test("by the reply address, whoever writes to it", async () => {
    const { world, dossier, messages } = await withCase();
    const raw = complaintMail({
      id: "two@elders.example",
      from: "Iemand <iemand@elders.example>",
      text: "Ik was erbij.",
    });
    await receiveMail(
      await storedMail(world, { raw, to: `klachten+${dossier.replyKey}@learnworks.example` }),
      world.dependencies,
    );
    expect(await messages()).toMatchObject([{ from: "unknown", text: expect.stringContaining("Ik was erbij.") }]);
  });

  test("by the mail it answers", async () => {
    const { world, messages } = await withCase();
    const raw = complaintMail({
      id: "two@zorggroep.example",
      extra: "In-Reply-To: <one@zorggroep.example>\n",
      text: "Nog iets.",
    });
    await receiveMail(await storedMail(world, { raw }), world.dependencies);
    expect(await messages()).toMatchObject([{ from: "complainant" }]);
  });

  test("by the complaint that somebody in copy answers to all: it opens no second case", async () => {
    const { world, messages } = await withCase();
    const raw = complaintMail({
      id: "reply@trainers.example",
      from: "Bram Kuipers <bram.kuipers@trainers.example>",
      subject: "Re: Klacht over de training",
      extra: "Cc: Sanne de Wit <sanne.dewit@zorggroep.example>\nReferences: <one@zorggroep.example>\n",
      text: "Dat klopt niet.",
    });
    await receiveMail(await storedMail(world, { raw }), world.dependencies);
    expect(await messages()).toMatchObject([{ from: "unknown", address: "bram.kuipers@trainers.example" }]);
    expect(await casesOf(world)).toHaveLength(1);
  });

  test("by its number, from somebody known in it", async () => {
    const { world, dossier, messages } = await withCase();
    const raw = complaintMail({
      id: "two@zorggroep.example",
      subject: `Nog iets over ${dossier.number}`,
      text: "Nog iets.",
    });
    await receiveMail(await storedMail(world, { raw }), world.dependencies);
    expect(await messages()).toHaveLength(1);
  });

  test("by its number, also when answers are wanted at another address than they write from", async () => {
    const world = setup();
    const from = "Jan Bos <jan@werk.example>";
    await receiveMail(
      await storedMail(world, { raw: complaintMail({ from, extra: "Reply-To: jan.prive@thuis.example\n" }) }),
      world.dependencies,
    );
    const [row] = await casesOf(world);
    const { complainant } = await world.cases.load("learnworks", row?.caseId ?? "");
    expect(complainant).toEqual({ name: "Jan Bos", email: "jan.prive@thuis.example", writesFrom: "jan@werk.example" });
    const raw = complaintMail({
      from,
      id: "two@werk.example",
      subject: `Nog iets over ${row?.number}`,
      text: "Nog iets.",
    });
    await receiveMail(await storedMail(world, { raw }), world.dependencies);
    expect((await world.cases.load("learnworks", row?.caseId ?? "")).messages).toMatchObject([{ from: "complainant" }]);
    expect(await casesOf(world)).toHaveLength(1);
  });

  test("never by its number alone: a stranger gets a case of their own", async () => {
    const { world, dossier, messages } = await withCase();
    const raw = complaintMail({
      id: "x@elders.example",
      from: "Vreemde <vreemde@elders.example>",
      subject: `Over ${dossier.number}`,
    });
    await receiveMail(await storedMail(world, { raw }), world.dependencies);
    expect(await messages()).toEqual([]);
    expect(await casesOf(world)).toHaveLength(2);
  });
});

test("an event of SES is understood, and one that is none is refused without repeating it", async () => {
  const world = setup();
  const handler = createHandler(() => world.dependencies);
  const mail = await storedMail(world, { raw: complaintMail() });
  const event = sesEvent(mail.mailId, {
    envelopeFrom: mail.envelope.from,
    recipients: mail.envelope.recipients,
    receivedAt: mail.receivedAt,
  });
  await handler(event, lambdaContext("receive-mail", "r1"));
  expect(await casesOf(world)).toHaveLength(1);
  await expect(
    handler({ Records: [{ ses: { mail: "geheim" } }] }, lambdaContext("receive-mail", "r2")),
  ).rejects.toThrow(/^(Records|event)/);
});
