import { beforeEach, describe, expect, test } from "vitest";
import { sweep } from "../../functions/sweep/sweep.ts";
import { receiveMail } from "../../shared/cases/receive-mail.ts";
import { refuseMail } from "../../shared/cases/refuse-mail.ts";
import { firstEntry, noteArrival } from "../../shared/store/intake-log.ts";
import { everyPending, promise } from "../../shared/store/outbox.ts";
import { complaintMail, storedMail } from "../support/embedded-world.ts";
import { complaintsOf, heldBy, intakeOf, say } from "../support/held-mail.ts";
import { DeskVisitor } from "./desk-visitor.ts";

const mail = "/desk/learnworks/mail";
const colleague = (name: string) => `${name}@learnworks.example`;
const [ingrid, farah, joost] = [colleague("ingrid.bakker"), colleague("farah.amrani"), colleague("joost.vermeulen")];
let desk: DeskVisitor;

beforeEach(async () => {
  desk = await DeskVisitor.at().signedIn(ingrid);
});

async function mailed(mail: Parameters<typeof complaintMail>[0], verdicts = {}) {
  const { world } = desk;
  await receiveMail(await storedMail(world, { raw: complaintMail(mail), verdicts }), world.dependencies);
}

const oneOfEach = async () => {
  await mailed({ subject: "De klacht", id: "1@a.example" });
  await mailed({ subject: "De klacht", id: "1@a.example" });
  await mailed({ subject: "Afwezig: Klacht", id: "2@a.example", extra: "Auto-Submitted: auto-replied\n" });
  await mailed({ subject: "De vervalsing", id: "3@a.example", text: "Een ander verhaal." }, { dmarc: "FAIL" });
};

async function shown(query: Record<string, string> = {}, visitor = desk): Promise<readonly string[]> {
  const { status, body } = await visitor.visit(mail, { query });
  expect(status).toBe(200);
  return [...body.matchAll(/<th scope="row">.*?<bdi>(.*?)<\/bdi>/gs)].map(([, subject]) => subject ?? "");
}

describe("The log of all mail", () => {
  test("has every mail with what became of it and why, newest first", async () => {
    await oneOfEach();
    expect((await shown()).toSorted()).toEqual(["Afwezig: Klacht", "De klacht", "De klacht", "De vervalsing"]);
    const { body } = await desk.visit(mail);
    for (const words of [
      "Nieuwe zaak",
      "Dubbel",
      "Automatisch bericht",
      "De mail zegt zelf dat een machine hem stuurde.",
      "De afzender is misschien vervalst.",
    ])
      expect(body).toContain(words);
  });

  test("shows one kind when asked", async () => {
    await oneOfEach();
    expect(await shown({ show: "automatic" })).toEqual(["Afwezig: Klacht"]);
    expect(await shown({ show: "doubtful" })).toEqual(["De vervalsing"]);
    expect(await shown({ show: "refused" })).toEqual([]);
  });

  test("leads to the case and to the mail that waits", async () => {
    await oneOfEach();
    const { body } = await desk.visit(mail);
    const [complaint] = await complaintsOf(desk.world);
    const [held] = await heldBy(desk.world);
    for (const id of [complaint?.caseId, held?.caseId]) {
      expect(body).toContain(`href="/desk/learnworks/case/${id}"`);
      expect((await desk.visit(`/desk/learnworks/case/${id}`)).status).toBe(200);
    }
  });

  test("is paged", async () => {
    for (let n = 1; n <= 60; n += 1)
      await mailed({ subject: `Afwezig ${n}`, id: `${n}@a.example`, extra: "Auto-Submitted: auto-replied\n" });
    const first = await desk.visit(mail);
    const next = /href="([^"]*cursor=[^"]*)"[^>]*rel="next"/.exec(first.body)?.[1]?.replaceAll("&amp;", "&") ?? "";
    const [path = "", search] = next.split("?");
    const second = await shown(Object.fromEntries(new URLSearchParams(search)));
    expect(path).toBe(mail);
    expect(new Set([...(await shown()), ...second]).size).toBe(60);
  });

  test("keeps what is about somebody from them", async () => {
    await mailed({ subject: "Over Ingrid Bakker", id: "1@a.example" });
    await mailed({ subject: "Ook over Ingrid Bakker", id: "2@a.example", text: "Anders." }, { dmarc: "FAIL" });
    expect(await shown()).toEqual([]);
    const deputy = await desk.another().signedIn(joost);
    expect(await shown({}, deputy)).toHaveLength(2);
  });

  test("is for who reads mail first, and nobody else", async () => {
    await oneOfEach();
    expect(await shown({}, await desk.another().signedIn(farah))).toHaveLength(4);
    expect((await desk.another().visit(mail)).status).toBe(303);
    const sterker = await desk.another().signedIn("yasmina.elkhatib@sterker.example");
    expect((await sterker.visit(mail)).status).not.toBe(200);
  });

  test("shows what strangers wrote as text", async () => {
    await mailed({ subject: "<script>alert(1)</script>", from: '"<img src=x>" <x@elders.example>' });
    const { body } = await desk.visit(mail);
    expect(body).not.toMatch(/<script>alert|<img src=x/);
    expect(body).toContain("&lt;script>alert(1)");
  });
});

describe("A flood of spam", () => {
  test("is one page that can be opened, with the first mails and how many there are", async () => {
    const text = "Koop nu onze matrassen. ".repeat(400);
    for (let n = 1; n <= 60; n += 1) await mailed({ id: `${n}@spam.example`, text: `${n} ${text}` }, { spam: "FAIL" });
    const [held, ...more] = await heldBy(desk.world);
    expect(more).toEqual([]);
    expect(held?.mails).toHaveLength(60);
    const { status, body } = await desk.visit(`/desk/learnworks/case/${held?.caseId}`);
    expect(status).toBe(200);
    expect(body.match(/<article/g)).toHaveLength(50);
    expect(body).toContain("Uw antwoord geldt voor alle 60.");
    expect(body.length).toBeLessThan(1_000_000);
  });
});

describe("A mail that was held before held mail was a file", () => {
  /** As it was left: noted as doubtful, with at most a letter about it to send. */
  async function heldBefore() {
    const { items, clock } = desk.world;
    const { mailId } = await storedMail(desk.world, { raw: complaintMail({ subject: "Een vervalsing" }) });
    const entry = { ...firstEntry("learnworks", mailId, clock.now(), "folder"), reason: "forged-sender" };
    await items.transact([noteArrival({ ...entry, subject: "Een vervalsing", disposition: "doubtful" })]);
    return mailId;
  }

  test("gets its task once the letter about it would have been sent", async () => {
    const mailId = await heldBefore();
    const { items, clock, dependencies } = desk.world;
    const since = clock.now();
    const notice = {
      what: "notice",
      organisation: "learnworks",
      since,
      notBefore: since,
      attempts: 0,
      mailId,
    } as const;
    await items.transact([promise(notice)]);
    clock.at = "2026-01-05T12:00:00.000Z";
    await sweep({}, dependencies);
    await sweep({}, dependencies);
    const [held, ...more] = await heldBy(desk.world);
    expect(more).toEqual([]);
    expect(held?.file.matter).toMatchObject({ mail: { mailId, doubt: "forged-sender" } });
    expect(await Array.fromAsync(everyPending(items, "learnworks", clock.now()))).toEqual([]);
  });

  test("gets its task once a colleague asks, however often at one moment", async () => {
    await heldBefore();
    const { body } = await desk.visit(mail, { query: { show: "doubtful" } });
    const path = /action="([^"]*\/look[^"]*)"/.exec(body)?.[1]?.replaceAll("&amp;", "&") ?? "";
    await Promise.all([1, 2, 3].map(() => desk.post(path, {})));
    expect(await heldBy(desk.world)).toHaveLength(1);
    expect((await desk.visit(mail)).body).not.toMatch(/action="[^"]*\/look/);
  });
});

describe("A mail that was taken for a machine's", () => {
  const look = async () => {
    const { body } = await desk.visit(mail, { query: { show: "automatic" } });
    return /action="([^"]*\/look[^"]*)"/.exec(body)?.[1]?.replaceAll("&amp;", "&") ?? "";
  };

  test("is looked at after all when a colleague asks, and becomes what they say", async () => {
    await mailed({ subject: "Klacht", extra: "Auto-Submitted: auto-generated\n" });
    const path = await look();
    // Opening it does nothing.
    expect((await desk.visit(path)).status).toBe(404);
    expect((await desk.post(path, {})).status).toBe(303);
    expect((await desk.post(path, {})).status).toBe(303);
    const [held, ...more] = await heldBy(desk.world);
    expect(more).toEqual([]);
    expect(held?.file.matter).toMatchObject({ mail: { doubt: "asked" } });
    await say(desk.world, held?.caseId ?? "", { outcome: "new-case", complainantEmail: "sanne@thuis.example" });
    expect(await complaintsOf(desk.world)).toMatchObject([{ subject: "Klacht" }]);
    expect((await intakeOf(desk.world)).map(({ disposition }) => disposition)).toEqual(["case"]);
  });

  test("is in the log also when it was too big to take, and somebody has a task about how it begins", async () => {
    const { world } = desk;
    await world.archive.put("mail/big", Buffer.from(complaintMail({ subject: "Alle filmpjes" })));
    const envelope = { from: "sanne.dewit@zorggroep.example", recipients: ["klachten@learnworks.example"] };
    const bytes = 41 * 1024 * 1024;
    await refuseMail({ mailId: "big", envelope, receivedAt: world.clock.now(), bytes }, world.dependencies);
    expect(await intakeOf(world)).toMatchObject([{ disposition: "refused", reason: "too-big", bytes }]);
    const { body } = await desk.visit(mail);
    expect(body).toContain("Deze mail was groter dan 40 MB.");
    const [held] = await heldBy(world);
    expect(held?.mails).toMatchObject([{ subject: "Alle filmpjes", from: "sanne.dewit@zorggroep.example" }]);
    await say(world, held?.caseId ?? "", { outcome: "new-case", complainantEmail: "sanne@thuis.example" });
    expect(await complaintsOf(world)).toMatchObject([{ subject: "Alle filmpjes" }]);
  });

  test("is not for who may not read mail first", async () => {
    await mailed({ subject: "Klacht", extra: "Auto-Submitted: auto-generated\n" });
    const path = await look();
    await (await desk.another().signedIn("lotte.jansen@learnworks.example")).post(path, {});
    expect(await heldBy(desk.world)).toEqual([]);
  });
});
