import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Message, RunningEdition } from "../support/running-edition.ts";

/**
 * A complaint at Learnworks from mail to closed case, over SMTP and HTTP alone: one task is left until it has gone to the next role up, one is
 * answered twice, one late.
 */
const complainant = "sanne.dewit@zorggroep.example";
const officeManager = "ingrid.bakker@learnworks.example";
const projectManager = "farah.amrani@learnworks.example";
const deputy = "joost.vermeulen@learnworks.example";
const director = "wim.degraaf@learnworks.example";
const trainer = "bram.kuipers@trainers.example";

let wederhoor: RunningEdition;
let caseId = "";
let number = "";
let lateLetter: Message;

beforeAll(async () => {
  wederhoor = await new RunningEdition().start();
});
afterAll(() => wederhoor.remove());

describe("a complaint at Learnworks", () => {
  test("is registered from an e-mail, and the complainant hears so at once (B9, B10, B16)", async () => {
    await wederhoor.mail({
      from: `Sanne de Wit <${complainant}>`,
      to: "klachten@learnworks.example",
      subject: "Klacht over de training van maandag",
      text: "De trainer kwam een uur te laat en maakte grappen over deelnemers.",
      attachments: [{ filename: "rooster.txt", content: "maandag 9.00 uur" }],
    });
    const receipt = await wederhoor.letter(complainant, "ontvangen");
    const [registered, ...others] = await wederhoor.cases();
    expect(others).toEqual([]);
    expect(registered).toMatchObject({
      organisation: "learnworks",
      status: "open",
      phase: "intake",
      owner: "project-manager",
    });
    caseId = registered?.id ?? "";
    number = registered?.number ?? "";
    expect(receipt.subject).toContain(number);
    expect(number).toMatch(/^LW-\d{4}-0001$/);
    expect(receipt.text).toContain(number);
    expect(await wederhoor.intake()).toMatchObject([{ disposition: "case", caseId, from: complainant }]);
  });

  test("the receipt cannot set off a loop, threads replies, and opens the status page", async () => {
    const receipt = await wederhoor.letter(complainant, "ontvangen");
    const source = await wederhoor.source(receipt.id);
    expect(source).toMatch(/^Auto-Submitted: auto-replied\r?$/m);
    expect(source).toMatch(/^Reply-To: klachten\+[0-9a-z]+@learnworks\.example\r?$/m);
    const status = await wederhoor.open(receipt);
    expect(status.status).toBe(200);
    expect(status.html).toContain(number);
    expect(status.html).not.toContain(officeManager);
  });

  test("opening a link, however often and by whatever machine, changes nothing", async () => {
    const before = await wederhoor.events(caseId);
    const { url, html } = await wederhoor.open(await wederhoor.letter(officeManager, number));
    expect(html).toContain("grappen over deelnemers");
    for (const method of ["GET", "HEAD", "GET"]) expect((await fetch(url, { method })).status).toBe(200);
    expect((await fetch(`${url}?outcome=solved&category=trainer`, { method: "GET" })).status).toBe(200);
    expect(await wederhoor.events(caseId)).toEqual(before);
  });

  test("the attachment is behind the same link, as a download", async () => {
    const { url, html } = await wederhoor.open(await wederhoor.letter(officeManager, number));
    const path = /href="(\/t\/[^"]+\/file\/1)"/.exec(html)?.[1];
    expect(path).toBeDefined();
    const file = await fetch(new URL(path ?? "", url));
    expect(file.headers.get("content-disposition")).toMatch(/^attachment; filename="rooster.txt"/);
    expect(await file.text()).toBe("maandag 9.00 uur");
  });

  test("a form posted from another site is refused", async () => {
    const { url } = await wederhoor.open(await wederhoor.letter(officeManager, number));
    const headers = { "content-type": "application/x-www-form-urlencoded", "sec-fetch-site": "cross-site" };
    expect(
      (await fetch(url, { method: "POST", headers, body: "outcome=not-a-complaint&reason=x&rightDoor=y" })).status,
    ).toBe(403);
  });

  test("an assessment that nobody makes is reminded, told to others, and goes up: the first link is late then", async () => {
    lateLetter = await wederhoor.letter(officeManager, number);
    const expired = async () => (await wederhoor.events(caseId)).some(({ type }) => type === "TaskExpired");
    for (let alarms = 0; !(await expired()); alarms += 1) {
      expect(alarms).toBeLessThan(12);
      await wederhoor.advance({ to: "next" });
    }
    const rung = (await wederhoor.events(caseId)).flatMap(({ type, facts }) =>
      type === "AlarmRang" ? [facts["alarmId"]] : [],
    );
    expect(rung).toEqual(
      expect.arrayContaining([
        "assess-1:last-working-day",
        "assess-1:deadline",
        "assess-1:chase-1",
        "assess-1:chase-2",
        "assess-1:chase-3",
        "assess-1:expired",
      ]),
    );
    expect(new Set(rung).size).toBe(rung.length);
    // Deputy at the deadline, next role up at the second chase, director at the third.
    for (const told of [deputy, projectManager, director])
      expect((await wederhoor.messages(told)).length).toBeGreaterThan(0);
    // The director's answer is not asked yet: the task went to the role above, once.
    const opened = (await wederhoor.events(caseId)).filter(({ type }) => type === "TaskOpened");
    expect(opened.map(({ facts }) => facts["role"])).toEqual(["office-manager", "project-manager"]);
  });

  test("the late answer is not taken, and its page says what happened", async () => {
    const { url } = await wederhoor.open(lateLetter);
    const before = await wederhoor.events(caseId);
    const posted = await wederhoor.post(url, { outcome: "not-a-complaint", reason: "Te laat.", rightDoor: "nergens" });
    expect(posted.status).toBe(200);
    expect(posted.html).not.toContain("<form method");
    expect(await wederhoor.events(caseId)).toEqual(before);
  });

  test("whoever got the task assesses it; the form says what is missing first", async () => {
    const letter = await wederhoor.letter(projectManager, /Beoordeel de klacht/);
    const { url } = await wederhoor.open(letter);
    const incomplete = await wederhoor.post(url, { outcome: "handle", respondentOthers: "Bram Kuipers" });
    expect(incomplete.status).toBe(422);
    expect(incomplete.html).toContain("Bram Kuipers");
    await wederhoor.answer(letter, {
      outcome: "handle",
      category: "trainer",
      severity: "ordinary",
      claim: "no",
      respondentOthers: `Bram Kuipers, ${trainer}`,
      talked: "no",
      hold: "no",
    });
  });

  test("both sides tell their story, each behind a link of their own (A16, B23)", async () => {
    await wederhoor.answer(await wederhoor.letter(complainant, "Vertel uw kant"), {
      outcome: "account",
      account: "Ik zat alleen in de zaal.",
    });
    const asked = await wederhoor.letter(trainer, "Vertel uw kant");
    const { html } = await wederhoor.open(asked);
    expect(html).toContain("grappen over deelnemers");
    expect(html).not.toContain("Ik zat alleen in de zaal.");
    await wederhoor.answer(asked, { outcome: "account", account: "Mijn trein viel uit." });
  });

  test("facts are established; the second click changes nothing and tells who was first", async () => {
    const url = await wederhoor.answer(await wederhoor.letter(projectManager, "Stel vast"), {
      outcome: "established",
      whatHappened: "Beide kanten gehoord. De trainer was een uur te laat.",
      finding: "founded",
      category: "trainer",
      cause: "agreements",
    });
    await wederhoor.letter(projectManager, "Los de klacht op");
    const before = await wederhoor.events(caseId);
    const again = await wederhoor.post(url, {
      outcome: "established",
      whatHappened: "Iets anders.",
      finding: "unfounded",
      category: "other",
      cause: "none",
    });
    expect(again.status).toBe(200);
    expect(again.html).toContain("Farah Amrani");
    expect(await wederhoor.events(caseId)).toEqual(before);
  });

  test("a reply of the complainant joins the case and is told to the owner", async () => {
    const receipt = await wederhoor.letter(complainant, "ontvangen");
    const replyTo = /^Reply-To: (\S+)\r?$/m.exec(await wederhoor.source(receipt.id))?.[1] ?? "";
    await wederhoor.mail({
      from: complainant,
      to: replyTo,
      subject: `Re: ${receipt.subject}`,
      text: "Ik vergat te zeggen dat mijn collega erbij was.",
    });
    await wederhoor.eventually("a filed message", async () =>
      (await wederhoor.events(caseId)).find(({ type }) => type === "MessageFiled"),
    );
    expect((await wederhoor.intake()).map(({ disposition }) => disposition)).toEqual(["case", "reply"]);
    expect(await wederhoor.cases()).toHaveLength(1);
  });

  test("is solved, and the outcome goes out in a letter (B18, B27)", async () => {
    await wederhoor.answer(await wederhoor.letter(projectManager, "Los de klacht op"), {
      solution: "Sanne krijgt een nieuwe training.",
    });
    for (const party of [complainant, trainer]) {
      await wederhoor.answer(await wederhoor.letter(party, "Klopt deze afspraak"), { outcome: "confirmed" });
    }
    await wederhoor.answer(await wederhoor.letter(projectManager, "Spreek de betrokkene aan"), {
      addressedOn: (await wederhoor.clock()).now.slice(0, 10),
      addressedNote: "Besproken.",
      condition: "Een half uur eerder aanwezig.",
      measureType: "none",
    });
    const { url, html } = await wederhoor.open(await wederhoor.letter(officeManager, "Schrijf de uitkomst"));
    // The draft is made from the case.
    expect(html).toContain("Sanne krijgt een nieuwe training.");
    await wederhoor.post(url, {
      letter: "Wij vinden uw klacht terecht. U krijgt een nieuwe training.",
      respondentLetter: "De klacht is terecht.",
    });
    await wederhoor.answer(await wederhoor.letter(projectManager, "Keur de uitkomst goed"), { outcome: "approved" });
    const outcome = await wederhoor.letter(complainant, /uitkomst/i);
    expect(outcome.text).toContain("Wij vinden uw klacht terecht. U krijgt een nieuwe training.");
  });

  test("the complainant says whether it will do (B18)", async () => {
    const letter = await wederhoor.letter(complainant, "Wat vindt u van de uitkomst");
    await wederhoor.answer(letter, { outcome: "satisfied" });
  });

  test("teaches something and closes with the four facts (A24, B1)", async () => {
    await wederhoor.answer(await wederhoor.letter(projectManager, "Trek lessen"), {
      cause: "agreements",
      lesson: "Wij bevestigen begintijden schriftelijk.",
    });
    const closed = await wederhoor.eventually("a closed case", async () =>
      (await wederhoor.cases()).find(({ status }) => status === "closed"),
    );
    expect(closed.closedAt).toBeTypeOf("string");
    const facts = (await wederhoor.events(caseId)).find(({ type }) => type === "CaseClosed")?.facts;
    expect(facts).toMatchObject({ ground: "trainer", takenUp: "handle", outcome: "founded" });
    expect(facts?.["filedAt"]).toBeTypeOf("string");
  });

  test("is asked about afterwards, of both sides, and then comes to its end (B18, B35)", async () => {
    await wederhoor.advance({ advance: "P15D" });
    await wederhoor.answer(await wederhoor.letter(complainant, "Hoe tevreden bent u"), { score: "4" });
    await wederhoor.answer(await wederhoor.letter(trainer, "Hoe ging het voor u"), { score: "4" });
    const ended = await wederhoor.eventually("an ended execution", async () =>
      (await wederhoor.executions()).find(
        ({ machine, status }) => machine === "complaint-learnworks" && status !== "RUNNING",
      ),
    );
    expect(ended).toMatchObject({ caseId, status: "SUCCEEDED" });
  });

  test("nobody got the same letter twice", async () => {
    const all = await Promise.all(
      [complainant, officeManager, projectManager, deputy, director, trainer].map((one) => wederhoor.messages(one)),
    );
    const queued = (await wederhoor.events(caseId)).filter(({ type }) => type === "LetterQueued");
    // In the morning colleagues hear of all that is due, in whichever case it is.
    const ofTheCase = all.flat().filter(({ subject }) => subject.startsWith("["));
    expect(ofTheCase).toHaveLength(queued.length);
  });
});
