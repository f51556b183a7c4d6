import { expect, test } from "vitest";
import { saving } from "../../local/saving.ts";
import { lookAgain } from "../../shared/cases/look-again.ts";
import { mayDownloadOriginal } from "../../shared/cases/original-mail.ts";
import { receiveMail } from "../../shared/cases/receive-mail.ts";
import { storeAttachments } from "../../shared/cases/store-attachments.ts";
import { eraseMailOf } from "../../shared/learning/erase-mail.ts";
import { MAIL_LIMITS } from "../../shared/mail/limits.ts";
import { firstEntry, intakeEntry } from "../../shared/store/intake-log.ts";
import { answers } from "../support/case-under-test.ts";
import { setup, storedMail } from "../support/embedded-world.ts";
import { askAbout, complaintsOf, heldBy, say } from "../support/held-mail.ts";
import { mailWith } from "../support/mail-with-files.ts";
import { DeskVisitor } from "./desk-visitor.ts";
import { WebVisitor } from "./web-visitor.ts";

const farah = "farah.amrani@learnworks.example";

/** Follows the link that a page sent the visitor on to. */
async function saved(visitor: { readonly world: WebVisitor["world"] }, location: string | undefined) {
  const answer = saving(visitor.world.archive, visitor.world.saveLinks);
  const response = await answer({ method: "GET", url: new URL(location ?? "") });
  return { status: response?.status, headers: response?.headers, text: Buffer.from(response?.body ?? "").toString() };
}

test("a file of the case is handed over through a link that ends, whatever its size", async () => {
  const large = "x".repeat(7_000_000);
  const web = await WebVisitor.withCase(mailWith({ "verslag.txt": large }));
  await web.open("assess");
  const task = await web.link("task", "role:office-manager");

  const { status, headers, body } = await web.visit(`${task}/file/1`);

  expect(status).toBe(303);
  expect(headers["cache-control"]).toBe("no-store");
  expect(body).toBe("");
  expect((await saved(web, headers["location"])).text.trimEnd() === large).toBe(true);
  web.world.clock.at = "2026-01-05T09:05:01.000Z";
  expect((await saved(web, headers["location"])).status).toBe(403);
});

test("who asks with HEAD hears that it is there, and gets nothing", async () => {
  const web = await WebVisitor.withCase(mailWith({ "verslag.txt": "geheim" }));
  await web.open("assess");
  const task = await web.link("task", "role:office-manager");

  for (const path of [`${task}/file/1`, `${task}/mail/${web.mailId}`]) {
    const { status, headers, body } = await web.visit(path, { method: "HEAD" });
    expect([status, headers["location"], body]).toEqual([200, undefined, ""]);
  }
  expect((await web.visit(`${task}/file/2`, { method: "HEAD" })).status).toBe(404);
});

test.each(["0", "2", "-1", "1.0", "x", "9".repeat(30), "%2e%2e", "01"])("there is no file %s", async (position) => {
  const web = await WebVisitor.withCase(mailWith({ "verslag.txt": "geheim" }));
  await web.open("assess");
  const task = await web.link("task", "role:office-manager");

  expect((await web.visit(`${task}/file/${position}`)).status).toBe(404);
});

test("each mail of the case is one click away as it came in, for whoever may read the file", async () => {
  const raw = mailWith({ "verslag.txt": "geheim" });
  const web = await WebVisitor.withCase(raw);
  await web.open("assess");
  const task = await web.link("task", "role:office-manager");
  const reply = await storedMail(web.world, {
    raw: mailWith({}, "Re: [LW-2026-0001] Klacht", "two@zorggroep.example"),
  });
  await receiveMail(reply, web.world.dependencies);

  const page = await web.visit(task);

  expect(page.body.match(/De mail zoals die binnenkwam/gu)).toHaveLength(2);
  const first = await web.visit(`${task}/mail/${web.mailId}`);
  expect(first.status).toBe(303);
  const file = await saved(web, first.headers["location"]);
  expect(file.text).toBe(raw.replaceAll("\n", "\r\n"));
  expect(file.headers?.["content-disposition"]).toContain("LW-2026-0001-mail-1.eml");
  const second = await web.visit(`${task}/mail/${reply.mailId}`);
  expect((await saved(web, second.headers["location"])).text).toContain("two@zorggroep.example");
});

test("no party gets a mail as it came in, nor anybody whose task is done", async () => {
  const web = await WebVisitor.withCase(mailWith({ "verslag.txt": "geheim" }));
  await web.open("assess");
  const task = await web.link("task", "role:office-manager");
  await web.letters("receipt");
  const complainant = await web.link("receipt", "complainant");

  expect((await web.visit(`${complainant}/mail/${web.mailId}`)).status).toBe(404);
  expect((await web.visit(complainant)).body).not.toContain("zoals die binnenkwam");
  await web.post(task, answers.handle);
  expect((await web.visit(`${task}/mail/${web.mailId}`)).status).toBe(404);
});

test("a mail of another case is not handed over by its id", async () => {
  const web = await WebVisitor.withCase(mailWith({}));
  await web.open("assess");
  const task = await web.link("task", "role:office-manager");
  const other = await storedMail(web.world, {
    raw: mailWith({}, "Iets anders", "three@elders.example", "iemand@elders.example"),
  });
  await receiveMail(other, web.world.dependencies);

  expect((await web.visit(`${task}/mail/${other.mailId}`)).status).toBe(404);
});

test("a mail that waits for a person is one click away as it came in, and what somebody makes of it is too", async () => {
  const desk = await DeskVisitor.at().signedIn("ingrid.bakker@learnworks.example");
  const { world } = desk;
  const mail = await storedMail(world, { raw: mailWith({ "verslag.txt": "geheim" }), verdicts: { spam: "FAIL" } });
  await receiveMail(mail, world.dependencies);
  const [held] = await heldBy(world);
  await askAbout(world, held?.caseId ?? "");
  const link = `/desk/learnworks/case/${held?.caseId}/mail/${mail.mailId}`;

  expect((await desk.visit(`/desk/learnworks/case/${held?.caseId}/t/look-at-mail-1`)).body).toContain(`href="${link}"`);
  expect((await desk.visit(link)).status).toBe(303);
  await say(world, held?.caseId ?? "", { outcome: "new-case", complainantName: "Sanne de Wit" });
  const [complaint] = await complaintsOf(world);
  expect(complaint?.attachments.map(({ name }) => name)).toEqual(["verslag.txt"]);
  expect((await intakeEntry(world.items, "learnworks", mail.mailId))?.caseId).toBe(complaint?.caseId);
});

test("of a mail with a virus nothing is handed over or kept apart, also when somebody made a case of it", async () => {
  const desk = await DeskVisitor.at().signedIn("ingrid.bakker@learnworks.example");
  const { world } = desk;
  const raw = mailWith({ "verslag.txt": "geheim" });
  const mail = await storedMail(world, { raw, verdicts: { virus: "FAIL" } });
  await receiveMail(mail, world.dependencies);
  const [held] = await heldBy(world);
  await askAbout(world, held?.caseId ?? "");
  const page = await desk.visit(`/desk/learnworks/case/${held?.caseId}/t/look-at-mail-1`);
  expect(page.status).toBe(200);
  expect(page.body).not.toContain(`/mail/${mail.mailId}`);
  expect((await desk.visit(`/desk/learnworks/case/${held?.caseId}/mail/${mail.mailId}`)).status).toBe(404);

  await say(world, held?.caseId ?? "", { outcome: "new-case", complainantName: "Sanne de Wit" });

  const [complaint] = await complaintsOf(world);
  expect(complaint?.attachments).toEqual([]);
  expect(complaint?.mailId).toBe(mail.mailId);
  expect((await desk.visit(`/desk/learnworks/case/${complaint?.caseId}/mail/${mail.mailId}`)).status).toBe(404);
});

test("a mail with a virus stays one when somebody said it was not for us and another has it looked at again", async () => {
  const world = setup();
  const mail = await storedMail(world, { raw: mailWith({}), verdicts: { virus: "FAIL" } });
  await receiveMail(mail, world.dependencies);
  const [held] = await heldBy(world);
  await say(world, held?.caseId ?? "", { outcome: "not-for-us", notForUs: "advertising" });

  await lookAgain(mail.mailId, world.cases.procedure("learnworks"), world.dependencies);

  const again = (await heldBy(world)).find(({ caseId }) => caseId !== held?.caseId);
  expect(again?.mails.map(({ text }) => text)).toEqual([""]);
  expect(again?.file.matter).toMatchObject({ mail: { doubt: "virus" } });
  const entry = await intakeEntry(world.items, "learnworks", mail.mailId);
  expect(entry !== undefined && mayDownloadOriginal(entry)).toBe(false);
});

test.each([
  { title: "one with a virus, whatever became of it", entry: { virus: true as const, reason: "advertising" } },
  { title: "one that waits because of a virus", entry: { reason: "virus" } },
  { title: "one that was erased", entry: { erased: true as const } },
  { title: "one that was made of the web form", entry: { mailId: "web-0123" } },
])("of all mails, $title is never handed over", ({ entry }) => {
  const first = { ...firstEntry("learnworks", "m1", "2026-01-05T09:00:00.000Z", "map"), disposition: "reply" as const };

  expect(mayDownloadOriginal(first)).toBe(true);
  expect(mayDownloadOriginal({ ...first, ...entry })).toBe(false);
});

test("what was written on a page has no mail to hand over", async () => {
  const web = await WebVisitor.withCase(mailWith({}));
  await web.open("assess");
  const task = await web.link("task", "role:office-manager");
  const words = { type: "FileMessage" as const, facts: { mailId: "late-x-1", from: "complainant" as const } };
  await web.execute({ ...words, private: { address: "", subject: "", text: "Nog iets", attachments: [] } });
  expect((await web.visit(task)).body.match(/zoals die binnenkwam/gu)).toHaveLength(1);
  expect((await web.visit(`${task}/mail/late-x-1`)).status).toBe(404);
});

test("the desk writes down who saved what, and not that somebody asked with HEAD", async () => {
  const desk = await DeskVisitor.at().signedIn(farah);
  const caseId = await desk.hasCase(mailWith({ "verslag.txt": "geheim" }));
  const { mailId } = await desk.dossier(caseId);
  const home = `/desk/learnworks/case/${caseId}`;

  await desk.visit(`${home}/file/1`, { method: "HEAD" });
  await desk.visit(`${home}/mail/${mailId}`, { method: "HEAD" });
  expect((await desk.visit(home)).body).not.toMatch(/opende een bestand|bewaarde een mail/u);
  expect((await desk.visit(`${home}/file/1`)).status).toBe(303);
  expect((await desk.visit(`${home}/mail/${mailId}`)).status).toBe(303);
  const { body } = await desk.visit(home);
  expect(body).toContain("opende een bestand");
  expect(body).toContain("bewaarde een mail zoals die binnenkwam");
});

test("a key says nothing of mail, name or case, and is the same when a mail is taken in again after a crash", async () => {
  const world = setup();
  const mail = await storedMail(world, { raw: mailWith({ "verslag Sanne.txt": "geheim" }) });
  const { transact } = world.items;
  let writes = 0;
  world.items.transact = async (all) => {
    writes += 1;
    // It is noted, and that it is read; then it would become a case.
    if (writes === 3) throw new Error("The power went.");
    return transact.call(world.items, all);
  };
  const keys: string[] = [];
  const { put } = world.archive;
  world.archive.put = async (key, bytes) => {
    keys.push(key);
    return put.call(world.archive, key, bytes);
  };

  await expect(receiveMail(mail, world.dependencies)).rejects.toThrow("The power went.");
  await receiveMail(mail, world.dependencies);

  const { folder } = (await intakeEntry(world.items, "learnworks", mail.mailId)) ?? {};
  expect(keys).toEqual([`attachments/${folder}/1`, `attachments/${folder}/1`]);
  expect(folder).toMatch(/^[\w-]{43}$/);
  expect(folder).not.toContain(mail.mailId);
});

test("erasing finds the files of a mail that turned out to be a copy only after they were kept", async () => {
  const world = setup();
  const raw = mailWith({ "verslag.txt": "geheim" });
  const first = await storedMail(world, { raw });
  await receiveMail(first, world.dependencies);
  const copy = await storedMail(world, { raw });
  await receiveMail(copy, world.dependencies);
  const entry = await intakeEntry(world.items, "learnworks", copy.mailId);
  expect(entry?.disposition).toBe("duplicate");
  const kept = `attachments/${entry?.folder}/1`;
  await world.archive.put(kept, Buffer.from("geheim"));
  const dossier = await world.cases.load("learnworks", entry?.caseId ?? "");

  await eraseMailOf(dossier, [first.mailId], world);

  expect(await world.archive.get(kept)).toBeUndefined();
  expect(await world.archive.get(dossier.attachments[0]?.key ?? "none")).toBeUndefined();
});

test("what one organisation erases stays for another that got the same mail", async () => {
  const world = setup();
  const mail = await storedMail(world, { raw: mailWith({ "verslag.txt": "geheim" }) });
  const both = { ...mail.envelope, recipients: ["klachten@learnworks.example", "klachten@sterker.example"] };
  await receiveMail({ ...mail, envelope: both }, world.dependencies);
  const caseOf = async (organisation: string) => {
    const entry = await intakeEntry(world.items, organisation, mail.mailId);
    return world.cases.load(organisation, entry?.caseId ?? "");
  };
  const [one, other] = [await caseOf("learnworks"), await caseOf("sterker")];
  expect(one.attachments[0]?.key).not.toBe(other.attachments[0]?.key);

  await eraseMailOf(one, [mail.mailId], world);

  expect(await world.archive.get(one.attachments[0]?.key ?? "none")).toBeUndefined();
  expect(await world.archive.get(other.attachments[0]?.key ?? "none")).toBeDefined();
  expect(await world.archive.get(`mail/${mail.mailId}`)).toBeDefined();
});

test("an erased case hands over nothing any more", async () => {
  const web = await WebVisitor.withCase(mailWith({ "verslag.txt": "geheim" }));
  await web.open("assess");
  const task = await web.link("task", "role:office-manager");
  await eraseMailOf(await web.dossier(), [web.mailId], web.world);

  expect((await web.visit(task)).body).not.toContain("zoals die binnenkwam");
  expect((await web.visit(`${task}/mail/${web.mailId}`)).status).toBe(404);
  expect((await web.visit(`${task}/file/1`)).status).toBe(404);
});

test("what is too large to keep apart stays in the mail, and is told so", async () => {
  const { archive } = setup();
  const third = Math.floor(MAIL_LIMITS.keptBytes / 3) + 1;
  const file = (fileName: string, bytes: Uint8Array) => ({
    fileName,
    contentType: "application/octet-stream",
    disposition: "attachment" as const,
    bytes,
  });
  const attachments = [
    file("een.bin", new Uint8Array(third)),
    file("twee.bin", new Uint8Array(third)),
    file("drie.bin", new Uint8Array(third)),
    file("vier.txt", Buffer.from("past nog")),
  ];

  const files = await storeAttachments({ attachments }, { mailId: "m1", folder: "map", reason: null }, archive);

  expect(files.map(({ inMailOnly }) => inMailOnly)).toEqual([undefined, undefined, true, undefined]);
  expect(await archive.get("attachments/map/3")).toBeUndefined();
  expect(await archive.get("attachments/map/4")).toBeDefined();
});
