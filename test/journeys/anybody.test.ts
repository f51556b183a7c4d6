import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CaseFromOutside } from "../support/case-from-outside.ts";
import { RunningEdition } from "../support/running-edition.ts";

/** What can happen to anybody's complaint: no mail address, withdrawn, nobody who reacts. */
const officeManager = "ingrid.bakker@learnworks.example";
const projectLeader = "joost.vermeulen@learnworks.example";
const projectManager = "farah.amrani@learnworks.example";
const director = "wim.degraaf@learnworks.example";
const trainer = "bram.kuipers@trainers.example";

let wederhoor: RunningEdition;
beforeAll(async () => {
  wederhoor = await new RunningEdition().start();
});
afterAll(() => wederhoor.remove());

const mail = {
  to: "klachten@learnworks.example",
  subject: "Klacht",
  text: "De zaal was koud en de trainer kwam te laat.",
};
const assessed = {
  outcome: "handle",
  category: "trainer",
  severity: "ordinary",
  claim: "no",
  respondentOthers: `Bram Kuipers, ${trainer}`,
  talked: "no",
  hold: "no",
};

describe("a complainant without a mail address", () => {
  test("who called gets a letter on paper within a day, and is asked by phone (B5, B6, B9, B14)", async () => {
    const one = await CaseFromOutside.from(wederhoor, {
      ...mail,
      from: `Joost Vermeulen <${projectLeader}>`,
      subject: "Telefoontje van mevrouw Jansen",
      text: "Mevrouw Jansen belde. Zij is ontevreden over de training.",
    });
    await one.answer(projectLeader, /Zeg van wie de klacht is/, {
      outcome: "passed-on",
      channel: "phone",
      complainantName: "Toos Jansen",
      complainantPhone: "06 555 01 23",
      complainantAddress: "Dorpsstraat 1\n1234 AB Ons Dorp",
      complainantLanguage: "nl",
      complaint: "De trainer kwam een uur te laat.",
    });

    // The receipt is a letter to print, by the same moment that a mail must be sent.
    const byPost = await one.letter(officeManager, /Breng een brief over/);
    const { html } = await wederhoor.open(byPost);
    expect(html).toContain("Toos Jansen");
    expect(html).toContain("Dorpsstraat 1");
    expect(html).toContain(one.number);
    await one.answer(officeManager, /Breng een brief over/, {
      sentHow: "post",
      sentOn: (await wederhoor.clock()).now.slice(0, 10),
    });

    await one.answer(officeManager, /Beoordeel/, { ...assessed, respondentOthers: "" });
    // What the complainant would answer by link, the owner asks her.
    const asked = await one.letter(projectManager, /Vertel uw kant/);
    expect(asked.text).toMatch(/mailadres|bel/i);
    await one.answer(projectManager, /Vertel uw kant/, {
      outcome: "account",
      account: "Ze vertelde het aan de telefoon.",
    });
    await one.letter(projectManager, /Stel vast/);
    expect(await one.duties("B5", "B9", "B14")).toEqual(["B5 met", "B9 met", "B14 met"]);
  });
});

describe("a complainant who withdraws during the hearing", () => {
  test("ends it for everybody, and the organisation still learns", async () => {
    const complainant = "ruud.kok@zorggroep.example";
    const one = await CaseFromOutside.from(wederhoor, { ...mail, from: `Ruud Kok <${complainant}>` });
    await one.answer(officeManager, /Beoordeel/, assessed);
    const question = await one.letter(trainer, /Vertel uw kant/);
    const status = await wederhoor.open(await one.letter(complainant, /ontvangen/));
    const action = /href="([^"]*\/do\/withdraw[^"]*)"/.exec(status.html)?.[1] ?? "";
    const page = new URL(action, wederhoor.http).href;

    // Looking at the page withdraws nothing.
    expect((await fetch(page)).status).toBe(200);
    expect(await one.eventsOf("CaseWithdrawn")).toEqual([]);
    const posted = await wederhoor.post(page, {
      outcome: "withdrawn",
      confirm: "yes",
      reason: "Het is al goed gekomen.",
    });
    expect(posted.status).toBe(200);

    await one.letter(complainant, /ingetrokken/i);
    await one.letter(trainer, /ingetrokken/i);
    const late = await wederhoor.post((await wederhoor.open(question)).url, {
      outcome: "account",
      account: "Te laat.",
    });
    expect(late.html).not.toContain("<form method");
    await one.answer(projectManager, /Trek lessen/, { cause: "none", lesson: "Niets nieuws." });
    expect(await one.closed()).toMatchObject({ outcome: "withdrawn", takenUp: "handle" });
    const open = (await wederhoor.executions()).filter(
      ({ caseId, status: state }) => caseId === one.id && state === "RUNNING",
    );
    expect(open).toEqual([]);
  });
});

describe("a complaint to which nobody ever reacts", () => {
  test("is never silent: those who answer for it hear, and the complainant is told honestly (B20, B21, B22)", async () => {
    const complainant = "eva.meijer@zorggroep.example";
    const one = await CaseFromOutside.from(wederhoor, { ...mail, from: `Eva Meijer <${complainant}>` });
    await one.letter(complainant, /ontvangen/);
    await one.waitUntil("the honest letter", async () =>
      (await one.eventsOf("LetterQueued")).some(({ facts }) => facts["letter"] === "delay-unknown"),
    );
    expect((await one.lettersTo(complainant)).length).toBe(2);
    // The director was asked for a date after the owner let it pass, and was told of the term.
    expect((await one.lettersTo(director)).length).toBeGreaterThan(0);
    expect(
      (await one.lettersTo(projectManager)).some(({ subject }) => /Zeg wanneer de uitkomst komt/.test(subject)),
    ).toBe(true);
    expect(await one.duties("B9", "B20", "B21")).toEqual(["B9 met", "B20 late", "B21 late"]);
    // Every alarm rang once.
    const rung = (await one.eventsOf("AlarmRang")).map(({ facts }) => facts["alarmId"]);
    expect(new Set(rung).size).toBe(rung.length);
  });
});
