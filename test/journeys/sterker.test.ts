import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { RunningEdition } from "../support/running-edition.ts";

/** Three complaints at Sterker, in English and Dutch, while Learnworks runs beside it: judged, solved at once, and no complaint at all. */
const manager = "yasmina.elkhatib@sterker.example";
const adviser = "marloes.vandijk@sterker.example";
const deputy = "pieter.hendriks@sterker.example";
const director = "henk.wolters@sterker.example";

let wederhoor: RunningEdition;
beforeAll(async () => {
  wederhoor = await new RunningEdition().start();
});
afterAll(() => wederhoor.remove());

async function complain(from: string, subject: string, text: string) {
  await wederhoor.mail({ from, to: "klachten@sterker.example", subject, text });
  const intake = await wederhoor.eventually("an intake entry", async () =>
    (await wederhoor.intake()).findLast((one) => from.includes(one.from)),
  );
  return wederhoor.eventually("a case", async () => (await wederhoor.cases()).find(({ id }) => id === intake.caseId));
}

const closedCase = (id: string) =>
  wederhoor.eventually("a closed case", async () =>
    (await wederhoor.cases()).find((one) => one.id === id && one.status === "closed"),
  );
const factsOf = async (id: string) => (await wederhoor.events(id)).find(({ type }) => type === "CaseClosed")?.facts;

/** Nobody judges until the task has gone up to the director; the manager is late then, and the director presses the button twice. */
async function judgedByTheDirector(caseId: string, judgment: Readonly<Record<string, string>>): Promise<void> {
  const first = await wederhoor.letter(manager, "Geef een oordeel");
  const count = async (wanted: string) => (await wederhoor.events(caseId)).filter(({ type }) => type === wanted).length;
  const wentUp = async () =>
    (await wederhoor.events(caseId)).some(
      ({ type, facts }) => type === "TaskExpired" && facts["taskId"] === "give-judgment-1",
    );
  for (let alarms = 0; !(await wentUp()); alarms += 1) {
    expect(alarms).toBeLessThan(30);
    await wederhoor.advance({ to: "next" });
  }
  expect((await wederhoor.messages(deputy)).length).toBeGreaterThan(0);

  const answered = await count("TaskAnswered");
  await wederhoor.post((await wederhoor.open(first)).url, judgment);
  expect(await count("TaskAnswered")).toBe(answered);

  const url = await wederhoor.answer(await wederhoor.letter(director, /Geef een oordeel$/), judgment);
  await wederhoor.post(url, { judgment: "Toch niet.", consequence: "Niets." });
  expect(await count("TaskAnswered")).toBe(answered + 1);
}

describe("complaints at Sterker", () => {
  test("a complaint in English ends with a binding judgment, in English to the complainant (A16, A22, A24)", async () => {
    const { id, number } = await complain(
      "Noor Smits <noor.smits@jeugdteam.example>",
      "Complaint about my trainer",
      "The trainer refused to answer my questions and I did not get my certificate. I would like somebody to look into this.",
    );
    expect(number).toMatch(/^ST-/);
    const receipt = await wederhoor.letter("noor.smits@jeugdteam.example", number);
    expect(receipt.text).toContain("complaint");
    await wederhoor.answer(await wederhoor.letter(manager, "Beoordeel"), {
      outcome: "handle",
      category: "trainer",
      severity: "ordinary",
      claim: "no",
      respondentOthers: "Bram Kuipers, bram.kuipers@trainers.example",
      talked: "yes",
      tried: "Een gesprek",
      hold: "no",
    });
    await wederhoor.answer(await wederhoor.letter(manager, "Neem contact op"), {
      contactChannel: "phone",
      contactDate: (await wederhoor.clock()).now.slice(0, 10),
      contactSummary: "Gebeld.",
    });
    const complainant = "noor.smits@jeugdteam.example";
    const trainer = "bram.kuipers@trainers.example";
    await wederhoor.answer(await wederhoor.letter(complainant, "your side"), {
      outcome: "account",
      account: "As I wrote.",
    });
    await wederhoor.answer(await wederhoor.letter(trainer, "Vertel uw kant"), { outcome: "declined" });
    await wederhoor.answer(await wederhoor.letter(manager, "Stel vast"), {
      outcome: "established",
      whatHappened: "Beiden gehoord.",
      finding: "partly-founded",
      category: "assessment",
      cause: "agreements",
    });
    await wederhoor.answer(await wederhoor.letter(complainant, "talk together"), { outcome: "no" });
    await wederhoor.answer(await wederhoor.letter(trainer, "samen om de tafel"), { outcome: "no" });
    await wederhoor.answer(await wederhoor.letter(manager, "Praat met iedereen apart"), {
      talkDates: "Maandag",
      minutes: "Besproken.",
    });
    const judgment = { judgment: "De klacht is deels terecht.", consequence: "Het certificaat volgt." };
    await judgedByTheDirector(id, judgment);
    await wederhoor.answer(await wederhoor.letter(manager, "Schrijf de uitkomst"), {
      letter: "We find your complaint partly founded. You will get your certificate.",
      respondentLetter: "De klacht is voor een deel terecht.",
    });
    const outcome = await wederhoor.letter("noor.smits@jeugdteam.example", /outcome/i);
    expect(outcome.text).toContain("partly founded");
    const status = await wederhoor.open(outcome);
    expect(status.html).toContain('lang="en"');
    expect(status.html).not.toContain("deels terecht");
    await wederhoor.answer(await wederhoor.letter(complainant, "think of the outcome"), { outcome: "satisfied" });
    await wederhoor.answer(await wederhoor.letter(adviser, "Trek lessen"), {
      cause: "agreements",
      lesson: "Eisen vooraf duidelijk maken.",
      measure1: "Eisen in de uitnodiging",
      measureType1: "process",
      measureOwner1: "pieter",
      measureDue1: new Date(Date.parse((await wederhoor.clock()).now) + 60 * 86_400_000).toISOString().slice(0, 10),
    });
    await closedCase(id);
    expect(await factsOf(id)).toMatchObject({ ground: "assessment", takenUp: "handle", outcome: "partly-founded" });
    // Whoever carries out the measure is asked at once (A28).
    const measure = await wederhoor.letter("pieter.hendriks@sterker.example", "Voer de maatregel uit");
    await wederhoor.answer(measure, { outcome: "dropped", dropReason: "De training is gestopt." });
  });

  test("a complaint that is solved at once still gets a receipt, an outcome and a lesson (A6, A17, B9)", async () => {
    const { id, number } = await complain(
      "Daan Peters <daan.peters@wijkteam.example>",
      "Klacht: verkeerde datum",
      "De uitnodiging had een verkeerde datum. Daar ben ik niet blij mee.",
    );
    await wederhoor.letter("daan.peters@wijkteam.example", number);
    await wederhoor.answer(await wederhoor.letter(manager, `[${number}]`), {
      outcome: "solved",
      category: "organisation",
      severity: "ordinary",
      claim: "no",
      solution: "Nieuwe uitnodiging gestuurd, Daan is tevreden.",
    });
    await wederhoor.answer(await wederhoor.letter(manager, new RegExp(`${number}.*uitkomst`)), {
      letter: "U heeft een nieuwe uitnodiging gekregen.",
    });
    await wederhoor.answer(await wederhoor.letter("daan.peters@wijkteam.example", "Wat vindt u van de uitkomst"), {
      outcome: "satisfied",
    });
    await wederhoor.answer(await wederhoor.letter(adviser, new RegExp(`${number}.*lessen`)), {
      cause: "planning",
      lesson: "Uitnodigingen dubbel nakijken.",
    });
    await closedCase(id);
    expect(await factsOf(id)).toMatchObject({
      ground: "organisation",
      takenUp: "solved",
      outcome: "solved-at-first-contact",
    });
  });

  test("what is no complaint gets the right door and is closed with a reason (A17)", async () => {
    const { id, number } = await complain(
      "Lotte Bos <lotte.bos@buurthuis.example>",
      "Vraag over inschrijven",
      "Hoe kan ik mij inschrijven voor een training?",
    );
    await wederhoor.answer(await wederhoor.letter(manager, `[${number}]`), {
      outcome: "not-a-complaint",
      reason: "U vraagt hoe u zich kunt inschrijven.",
      rightDoor: "leerhuis@sterker.example",
    });
    await closedCase(id);
    const referral = (await wederhoor.messages("lotte.bos@buurthuis.example")).at(-1);
    expect(referral?.text).toContain("leerhuis@sterker.example");
    expect(await factsOf(id)).toMatchObject({ ground: "not-a-complaint", outcome: "referred" });
  });

  test("the two organisations do not see each other's cases", async () => {
    expect((await wederhoor.cases()).map(({ organisation }) => organisation)).toEqual([
      "sterker",
      "sterker",
      "sterker",
    ]);
    for (const staff of ["ingrid.bakker", "farah.amrani", "wim.degraaf"])
      expect(await wederhoor.messages(`${staff}@learnworks.example`)).toEqual([]);
  });

  test("mail that no person wrote, and the same mail again, makes no case", async () => {
    const before = await wederhoor.cases();
    await wederhoor.mail({
      from: "noor.smits@jeugdteam.example",
      to: "klachten@sterker.example",
      subject: "Automatic reply: afwezig",
      text: "Ik ben er niet.",
      headers: { "Auto-Submitted": "auto-replied" },
    });
    const twice = {
      from: "eva.mulder@jeugdteam.example",
      to: "klachten@sterker.example",
      subject: "Klacht",
      text: "Ik ben niet tevreden over de training.",
      messageId: "<same@jeugdteam.example>",
      date: new Date("2026-01-05T09:00:00Z"),
    };
    await wederhoor.mail(twice);
    await wederhoor.mail(twice);
    expect((await wederhoor.intake()).slice(-3).map(({ disposition }) => disposition)).toEqual([
      "automatic",
      "case",
      "duplicate",
    ]);
    expect((await wederhoor.cases()).length).toBe(before.length + 1);
  });

  test("mail that a machine should not decide about goes to a person and is answered to nobody", async () => {
    const before = await wederhoor.cases();
    await wederhoor.mail({
      envelope: { from: "iemand@onbekend.example", to: "klachten@sterker.example" },
      raw: "Subject: Hallo\r\n\r\nDe training was slecht, maar ik zet er geen afzender bij.\r\n",
    });
    const task = await wederhoor.letter(manager, "Kijk naar een mail");
    expect(task.text).toContain("ik zet er geen afzender bij");
    expect((await wederhoor.intake()).at(-1)).toMatchObject({ disposition: "doubtful" });
    expect(await wederhoor.messages("iemand@onbekend.example")).toEqual([]);
    const complaints = async () => (await wederhoor.cases()).filter(({ number }) => /^ST-\d/.test(number));
    expect(await complaints()).toEqual(before.filter(({ number }) => /^ST-\d/.test(number)));

    // Only the person says what it is; then the complainant is answered like any other.
    expect((await wederhoor.open(task)).html).toContain("ik zet er geen afzender bij");
    const unknown = { outcome: "belongs", caseNumber: "ST-2026-9999" };
    await expect(wederhoor.answer(task, unknown)).rejects.toThrow("Wij vinden geen zaak met dit nummer");
    const complaint = { outcome: "new-case", complainantName: "Noor", complainantEmail: "noor@thuis.example" };
    await wederhoor.answer(task, complaint);
    const receipt = await wederhoor.letter("noor@thuis.example", /./);
    expect(receipt.text).toContain("ST-2026-");
    expect((await wederhoor.intake()).at(-1)).toMatchObject({ disposition: "case" });
    expect((await complaints()).length).toBe(before.filter(({ number }) => /^ST-\d/.test(number)).length + 1);
  });
});
