import { describe, expect, test } from "vitest";
import { receiveMail } from "../../shared/cases/receive-mail.ts";
import { everyIntake } from "../../shared/store/intake-log.ts";
import { complaintMail, storedMail } from "../support/embedded-world.ts";
import { heldBy, say } from "../support/held-mail.ts";
import { farah, ingrid, joost, Office } from "./mailing-office.ts";

const toOwner = "farah.amrani@learnworks.example: [LW-2026-0001] Nieuw bericht in de zaak";
const toConfirm = "ingrid.bakker@learnworks.example: [LW-2026-0001] Bevestig uw antwoord: Beoordeel de klacht";
const text = "Dit is geen klacht, maar een vraag over een factuur.";

describe("a reply to the letter of a task", () => {
  test("is filed with the task, told to the owner, and its sender gets a form to confirm", async () => {
    const office = await Office.assessing();
    expect(await office.after(() => office.reply({ text: `${text}\n\nGroet,\nIngrid` }))).toEqual([toOwner, toConfirm]);
    const { messages, tasks } = await office.visitor.dossier();
    expect(messages).toMatchObject([{ from: "staff", by: "person:ingrid", taskId: "assess-1", answer: text }]);
    expect(tasks).toMatchObject([{ taskId: "assess-1", status: "open" }]);
    const letter = await office.letter(ingrid, /Bevestig/);
    expect(letter.automatic).toBe("auto-replied");
    expect(letter.text).toContain("Er is nog niets besloten");
    expect(letter.text).not.toContain("factuur");
  });

  test("opens a page with what was mailed in the form, marked; looking at it changes nothing", async () => {
    const office = await Office.assessing();
    await office.reply({ text });
    const letter = await office.letter(ingrid, /Bevestig/);
    const before = await office.visitor.version();
    const { status, html, text: seen } = await office.page(letter);
    expect(status).toBe(200);
    expect(seen).toContain("Dit komt uit uw mail van maandag 5 januari 2026 om 10.00 uur");
    expect(html).toMatch(/value="not-a-complaint"[^>]*checked|checked[^>]*value="not-a-complaint"/);
    expect(html).toMatch(/<textarea[^>]*name="reason"[^>]*>Dit is geen klacht, maar een vraag over een factuur\./);
    expect(seen).toContain("Uit uw mail: controleer dit.");
    expect(seen).toContain("Nog nodig: ‘Waar kan de afzender wel terecht?’");
    expect(html).not.toContain("error-message");
    for (const method of ["GET", "HEAD"]) await office.visitor.visit(letter.link, { method });
    expect(await office.visitor.version()).toBe(before);
  });

  test("is decided by whoever posts that form, as any answer is", async () => {
    const office = await Office.assessing();
    await office.reply({ text });
    const { link } = await office.letter(ingrid, /Bevestig/);
    const posted = { outcome: "not-a-complaint", reason: text, rightDoor: "administratie@learnworks.example" };
    expect((await office.visitor.post(link, posted)).status).toBe(303);
    expect((await office.visitor.dossier()).tasks).toMatchObject([
      {
        status: "answered",
        by: "role:office-manager",
        answer: { outcome: "not-a-complaint", private: { reason: text } },
      },
    ]);
  });

  test("leaves the first link and the form as they were for who does not mail", async () => {
    const office = await Office.assessing();
    const { html } = await office.page(await office.task());
    expect(html).not.toContain("mailed-title");
  });

  test("is in the form behind every link that this colleague has to the task, and nobody else's", async () => {
    const office = await Office.assessing();
    await office.reply({ text });
    expect((await office.page(await office.task())).text).toContain("Wij vulden vast in wat u mailde");
    await office.reply({ from: joost, text: "Eerst overleggen." });
    const joosts = await office.page(await office.letter(joost, /Bevestig/));
    expect(joosts.html).toMatch(/value="consult"[^>]*checked|checked[^>]*value="consult"/);
    expect((await office.page(await office.task())).html).not.toMatch(
      /value="consult"[^>]*checked|checked[^>]*value="consult"/,
    );
  });

  test("in English to a Dutch letter fills in the same form", async () => {
    const office = await Office.assessing();
    await office.reply({ text: "Not a complaint.\n\nKind regards,\nIngrid" });
    const { html } = await office.page(await office.letter(ingrid, /Bevestig/));
    expect(html).toMatch(/value="not-a-complaint"[^>]*checked|checked[^>]*value="not-a-complaint"/);
  });
});

describe("replying more than once", () => {
  test("gets a letter for each mail, with the words of that mail behind its link", async () => {
    const office = await Office.assessing();
    await office.reply({ text: "Al opgelost. Zij komt in maart terug." });
    const first = await office.letter(ingrid, /Bevestig/);
    await office.reply({ text });
    const second = await office.letter(ingrid, /Bevestig/);
    expect((await office.page(first)).html).toMatch(/name="solution"[^>]*>Al opgelost/);
    expect((await office.page(second)).html).toMatch(/name="reason"[^>]*>Dit is geen klacht/);
  });

  test("with a mere yes to the letter that asks to confirm keeps what was written before", async () => {
    const office = await Office.assessing();
    await office.reply({ text });
    const asked = await office.letter(ingrid, /Bevestig/);
    await office.reply({ text: "Ja, dat klopt.", to: asked.id });
    const again = await office.letter(ingrid, /Bevestig/);
    expect(again.id).not.toBe(asked.id);
    expect((await office.page(again)).html).toMatch(/name="reason"[^>]*>Dit is geen klacht/);
    expect((await office.visitor.dossier()).tasks).toMatchObject([{ status: "open" }]);
  });

  test("gets one letter for a mail that is delivered twice", async () => {
    const office = await Office.assessing();
    const extra = "Date: Mon, 5 Jan 2026 09:00:00 +0100\n";
    const letters = await office.after(async () => {
      const repliesTo = `In-Reply-To: <${(await office.task()).id}@eu-west-1.amazonses.com>\n`;
      const raw = complaintMail({ from: ingrid, text, id: "same@office.example", extra: repliesTo + extra });
      const to = `klachten+${(await office.visitor.dossier()).replyKey}@learnworks.example`;
      const mails = [await storedMail(office.world, { raw, to }), await storedMail(office.world, { raw, to })];
      await Promise.all(mails.map((mail) => receiveMail(mail, office.world.dependencies)));
    });
    expect(letters).toEqual([toOwner, toConfirm]);
  });

  test("stops after five letters a day, so that no machine keeps it going; the mails are filed", async () => {
    const office = await Office.assessing();
    for (let mails = 0; mails < 8; mails += 1) await office.reply({ text: `Ik ben er niet, bericht ${mails}.` });
    const asked = (await office.sent()).filter(({ subject }) => /Bevestig/.test(subject));
    expect(asked).toHaveLength(5);
    expect((await office.visitor.dossier()).messages).toHaveLength(8);
    office.world.clock.at = "2026-01-06T09:00:00.000Z";
    expect(await office.after(() => office.reply({ text }))).toContain(toConfirm);
  });
});

describe("a task that ended before the reply came", () => {
  test("was done by somebody else: the letter says who and when, and the words are filed", async () => {
    const office = await Office.assessing();
    const { id } = await office.task();
    await office.visitor.execute({
      type: "AnswerTask",
      taskId: "assess-1",
      by: "deputy:office-manager",
      posted: { outcome: "not-a-complaint", reason: "Het is een vraag.", rightDoor: "de administratie" },
    });
    office.world.clock.at = "2026-01-06T09:00:00.000Z";
    await office.reply({ text, to: id });
    const letter = await office.letter(ingrid, /Al klaar: Beoordeel de klacht/);
    expect(letter.text).toContain("Joost Vermeulen (vervanger van de ");
    expect(letter.text).toContain("maandag 5 januari 2026 om 10.00 uur");
    expect(letter.text).toContain("Dit is geen klacht");
    expect((await office.visitor.dossier()).messages).toMatchObject([{ answer: text }]);
    const { text: seen, html } = await office.page(letter);
    expect(seen).toContain("Deze taak is al klaar");
    expect(html).not.toContain("<form");
  });

  test("ended while the letter waited: it tells that too", async () => {
    const office = await Office.assessing();
    await office.reply({ text });
    await office.visitor.execute({
      type: "AnswerTask",
      taskId: "assess-1",
      by: "deputy:office-manager",
      posted: { outcome: "not-a-complaint", reason: "Het is een vraag.", rightDoor: "de administratie" },
    });
    expect(await office.letter(ingrid, /Al klaar/)).toBeDefined();
  });
});

describe("a reply without words of one's own", () => {
  test("is answered with a letter that says so, and the form is as the task has it", async () => {
    const office = await Office.assessing();
    await office.reply({
      text: "Op ma 5 jan 2026 om 10:00 schreef Klachten <klachten@learnworks.example>:\n\n> Hallo",
    });
    const letter = await office.letter(ingrid, /Bevestig/);
    expect(letter.text).toContain("geen tekst van uzelf");
    expect((await office.page(letter)).html).not.toContain("mailed-title");
  });
});

describe("a reply that does not say what it replies to", () => {
  test("is taken for the one task that its sender has in the case", async () => {
    const office = await Office.assessing();
    expect(await office.after(() => office.reply({ text, to: null }))).toEqual([toOwner, toConfirm]);
  });

  test("is only filed where its sender has two tasks, or none", async () => {
    const office = await Office.assessing();
    expect(await office.after(() => office.reply({ from: joost, text, to: null }))).toEqual([toOwner]);
    await office.visitor.open("establish-facts");
    await office.visitor.open("solve");
    await office.sent();
    expect(await office.after(() => office.reply({ from: farah, text, to: null }))).toEqual([]);
  });

  test("is only filed when others got it too: that is a letter to them", async () => {
    const office = await Office.assessing();
    const extra = "Cc: Sanne de Wit <sanne.dewit@zorggroep.example>\n";
    expect(await office.after(() => office.reply({ text, to: null, extra }))).toEqual([toOwner]);
  });

  test("is only filed when it replies to another mail of the case than the letter of a task", async () => {
    const office = await Office.assessing();
    await office.reply({ text: "Iets anders.", from: joost, to: null });
    const notice = await office.letter(farah, /Nieuw bericht/);
    await office.visitor.open("establish-facts");
    await office.sent();
    expect(await office.after(() => office.reply({ from: farah, text, to: notice.id }))).toEqual([]);
    expect((await office.visitor.dossier()).messages).toHaveLength(2);
  });
});

describe("nobody else gets a form", () => {
  test.each([
    ["a stranger with the reply address of the case", "Vreemde <vreemde@elders.example>"],
    ["the complainant", "Sanne de Wit <sanne.dewit@zorggroep.example>"],
  ])("%s is filed and told to the owner", async (_who, from) => {
    const office = await Office.assessing();
    expect(await office.after(() => office.reply({ from, text }))).toEqual([toOwner]);
  });

  test("a colleague whom nobody asked, but for the owner and the deputy", async () => {
    const office = await Office.assessing();
    const wim = "Wim de Graaf <wim.degraaf@learnworks.example>";
    expect(await office.after(() => office.reply({ from: wim, text }))).toEqual([toOwner]);
    expect(await office.after(() => office.reply({ from: joost, text }))).toEqual([
      toOwner,
      toConfirm.replace("ingrid.bakker", "joost.vermeulen"),
    ]);
  });

  test("a colleague whom the complaint is about", async () => {
    const office = await Office.assessing();
    await office.visitor.execute({
      type: "Act",
      action: "name-respondent",
      by: "role:director",
      posted: { respondentStaff: "ingrid" },
      actId: "a1",
    });
    const { id } = await office.task();
    expect(await office.after(() => office.reply({ text, to: id }))).toEqual(
      expect.not.arrayContaining([
        expect.stringContaining("ingrid.bakker@learnworks.example: [LW-2026-0001] Bevestig"),
      ]),
    );
    expect((await office.visitor.dossier()).messages).toMatchObject([{ from: "respondent" }]);
  });

  test("a colleague who is named in a complaint that nobody has read yet", async () => {
    const office = await Office.assessing(complaintMail({ text: "Joost Vermeulen kwam te laat." }));
    await office.reply({ from: joost, text });
    const { letters } = await office.visitor.dossier();
    expect(letters.filter(({ letter }) => letter === "confirm-answer")).toEqual([]);
  });

  test("who wrote the outcome and mails that it is fine", async () => {
    const office = await Office.assessing();
    await office.visitor.execute({
      type: "AnswerTask",
      taskId: "assess-1",
      by: "role:office-manager",
      posted: { outcome: "handle", category: "other", severity: "ordinary", claim: "no", talked: "no", hold: "no" },
    });
    const taskId = await office.visitor.open("write-outcome");
    const posted = { letter: "Wij vinden uw klacht terecht." };
    await office.visitor.execute({ type: "AnswerTask", taskId, by: "deputy:office-manager", posted });
    await office.visitor.open("approve-outcome");
    const { id } = await office.letter(farah, /Keur de uitkomst goed/);
    // Joost deputises whoever approves, but he wrote it.
    expect(await office.after(() => office.reply({ from: joost, text: "Akkoord", to: id }))).toEqual([toOwner]);
    // The owner gets the form, and no news of their own mail.
    expect(await office.after(() => office.reply({ from: farah, text: "Akkoord", to: id }))).toEqual([
      "farah.amrani@learnworks.example: [LW-2026-0001] Bevestig uw antwoord: Keur de uitkomst goed",
    ]);
  });

  test("an out-of-office to the letter of a task does nothing at all", async () => {
    const office = await Office.assessing();
    const before = await office.visitor.version();
    const extra = "Auto-Submitted: auto-replied\n";
    expect(await office.after(() => office.reply({ text: "Ik ben er tot maandag niet.", extra }))).toEqual([]);
    expect(await office.visitor.version()).toBe(before);
    const intake = await Array.fromAsync(everyIntake(office.world.items, "learnworks"));
    expect(intake.map(({ disposition }) => disposition).toSorted()).toEqual(["automatic", "case"]);
  });

  test("whoever forges a colleague's address: nothing of it comes into the case by itself", async () => {
    const office = await Office.assessing();
    const letters = await office.after(() => office.reply({ text, verdicts: { dmarc: "FAIL" } }));
    expect(letters.filter((one) => /Bevestig/.test(one))).toEqual([]);
    expect((await office.visitor.dossier()).messages).toEqual([]);
  });

  test("also when somebody said that such a mail belongs to the case: it is filed there, and asks nothing of anybody", async () => {
    const office = await Office.assessing();
    await office.reply({ text, verdicts: { dmarc: "FAIL" } });
    const [held] = await heldBy(office.world);
    await say(office.world, held?.caseId ?? "", { outcome: "belongs", caseNumber: "LW-2026-0001" });
    const { messages, letters } = await office.visitor.dossier();
    expect(messages.map(({ by, taskId }) => [by, taskId])).toEqual([["person:ingrid", undefined]]);
    expect(letters.filter(({ letter }) => letter === "confirm-answer")).toEqual([]);
  });

  test("a form that was asked for is not sent to who became involved before it left", async () => {
    const office = await Office.assessing();
    await office.reply({ text });
    await office.visitor.execute({
      type: "Act",
      action: "name-respondent",
      by: "role:director",
      posted: { respondentStaff: "ingrid" },
      actId: "a1",
    });
    const letters = await office.sent();
    expect(letters.filter(({ subject }) => /Bevestig/.test(subject))).toEqual([]);
  });
});
