import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CaseFromOutside } from "../support/case-from-outside.ts";
import { RunningEdition } from "../support/running-edition.ts";

/** The ways of Learnworks' procedure, each from a mail to a closed case, over SMTP and HTTP alone. */
const officeManager = "ingrid.bakker@learnworks.example";
const projectManager = "farah.amrani@learnworks.example";
const director = "wim.degraaf@learnworks.example";
const trainer = "bram.kuipers@trainers.example";

const assessed = {
  outcome: "handle",
  category: "trainer",
  severity: "ordinary",
  claim: "no",
  respondentOthers: `Bram Kuipers, ${trainer}`,
  talked: "no",
  hold: "no",
};
const lessons = { cause: "agreements", lesson: "Wij bevestigen begintijden schriftelijk." };

let wederhoor: RunningEdition;
beforeAll(async () => {
  wederhoor = await new RunningEdition().start();
});
afterAll(() => wederhoor.remove());

function complain(from: string) {
  return CaseFromOutside.from(wederhoor, {
    from,
    to: "klachten@learnworks.example",
    subject: "Klacht over de training van maandag",
    text: "De trainer kwam een uur te laat en mijn laptop is gevallen door een losse kabel.",
  });
}

const today = async () => (await wederhoor.clock()).now.slice(0, 10);

/** Both sides tell their story, and the owner establishes what happened. */
async function heard(one: CaseFromOutside, complainant: string): Promise<void> {
  await one.answer(complainant, /Vertel uw kant/, { outcome: "account", account: "Zo ging het." });
  await one.answer(trainer, /Vertel uw kant/, { outcome: "account", account: "Ik was te laat." });
  await one.answer(projectManager, /Stel vast/, {
    outcome: "established",
    whatHappened: "De trainer was te laat.",
    finding: "founded",
    category: "trainer",
    cause: "agreements",
  });
}

/** The owner solves it to everyone's satisfaction and talks to the trainer. */
async function solved(one: CaseFromOutside, complainant: string): Promise<void> {
  await one.answer(projectManager, /Los de klacht op/, { solution: "Een nieuwe training." });
  for (const party of [complainant, trainer]) await one.answer(party, /Klopt deze afspraak/, { outcome: "confirmed" });
  await one.answer(projectManager, /Spreek de betrokkene aan/, {
    addressedOn: await today(),
    addressedNote: "Besproken.",
    condition: "Een half uur eerder aanwezig.",
    measureType: "none",
  });
}

async function told(one: CaseFromOutside): Promise<void> {
  await one.answer(officeManager, /Schrijf de uitkomst/, { letter: "Eerste versie.", respondentLetter: "Voor u." });
  await one.answer(projectManager, /Keur de uitkomst goed/, { outcome: "rework", reworkNote: "Noem de datum." });
  await one.answer(officeManager, /Schrijf de uitkomst/, {
    letter: "Wij vinden uw klacht terecht. U krijgt een nieuwe training.",
    respondentLetter: "De klacht is terecht.",
  });
  await one.answer(projectManager, /Keur de uitkomst goed/, { outcome: "approved" });
}

describe("a complaint at Learnworks", () => {
  test("that is serious goes to the director at once, and is written by one and approved by another (B19, B25-B28)", async () => {
    const complainant = "kim.deboer@zorggroep.example";
    const one = await complain(`Kim de Boer <${complainant}>`);
    await one.answer(officeManager, /Beoordeel/, { ...assessed, severity: "serious", claim: "yes" });
    await one.answer(director, /Bepaal de koers/, { direction: "Bel de verzekeraar en de klager." });
    await one.answer(projectManager, /Neem contact op/, {
      contactChannel: "phone",
      contactDate: await today(),
      contactSummary: "Gebeld.",
    });
    await heard(one, complainant);
    await solved(one, complainant);
    await told(one);
    expect((await one.letter(complainant, /uitkomst/i)).text).toContain("U krijgt een nieuwe training.");
    await one.answer(complainant, /Wat vindt u van de uitkomst/, { outcome: "satisfied" });
    await one.answer(projectManager, /Trek lessen/, lessons);
    expect(await one.closed()).toMatchObject({ ground: "trainer", takenUp: "handle", outcome: "founded" });
    expect(await one.duties("B9", "B15", "B18", "B19", "B20", "B21", "B23", "B25", "B26", "B27", "B28")).toEqual(
      ["B9", "B15", "B18", "B19", "B20", "B21", "B23", "B25", "B26", "B27", "B28"].map((id) => `${id} met`),
    );

    // Two weeks later both sides are asked how it was; a low mark makes somebody call (B18, B35).
    await wederhoor.advance({ advance: "P15D" });
    await one.answer(complainant, /Hoe tevreden bent u/, { score: "1" });
    await one.answer(trainer, /Hoe ging het voor u/, { score: "4" });
    await one.answer(projectManager, /wie niet tevreden is/, { outcome: "done", followUp: "Gebeld en uitgepraat." });
    expect(await one.duties("B35")).toEqual(["B35 met"]);
  });

  test("that takes longer than a month says so before the month ends, with the new date and the reason (B22)", async () => {
    const complainant = "piet.smit@zorggroep.example";
    const one = await complain(`Piet Smit <${complainant}>`);
    await one.answer(officeManager, /Beoordeel/, assessed);
    await one.waitUntil("the owner asked for a date", async () =>
      (await one.lettersTo(projectManager)).some(({ subject }) => /Zeg wanneer de uitkomst komt/.test(subject)),
    );
    const later = new Date(Date.parse((await wederhoor.clock()).now) + 30 * 86_400_000).toISOString().slice(0, 10);
    await one.answer(projectManager, /Zeg wanneer de uitkomst komt/, {
      outcome: "delay",
      newDate: later,
      delayWhy: "other",
      delayReason: "De trainer is ziek.",
    });
    const letter = await one.letter(complainant, /langer|later|nieuwe datum/i);
    expect(letter.text).toContain("De trainer is ziek.");
    await one.letter(trainer, /langer|later|nieuwe datum/i);
    const [delay] = await one.eventsOf("DelayAnnounced");
    expect(String(delay?.facts["to"])).toContain(later);
    expect(await one.duties("B22")).toEqual(["B22 met"]);
  });

  test("whose outcome does not satisfy gets an independent person whom both sides accept (B29)", async () => {
    const complainant = "anna.mulder@zorggroep.example";
    const independent = "greet.wit@oordeel.example";
    const one = await complain(`Anna Mulder <${complainant}>`);
    await one.answer(officeManager, /Beoordeel/, assessed);
    await heard(one, complainant);
    await solved(one, complainant);
    await told(one);
    await one.answer(complainant, /Wat vindt u van de uitkomst/, {
      outcome: "not-satisfied",
      dissatisfaction: "Mijn laptop is vergeten.",
    });
    await one.answer(projectManager, /Stel onafhankelijke personen voor/, {
      candidates: `Cor Blauw, cor.blauw@oordeel.example\nGreet Wit, ${independent}`,
    });
    await one.answer(complainant, /Kies wie er opnieuw/, { outcome: "ranked", first: "2" });
    await one.answer(trainer, /Kies wie er opnieuw/, { outcome: "ranked", first: "1", second: "2" });
    const asked = await one.letter(independent, /onafhankelijk advies/);
    expect((await wederhoor.open(asked)).html).toContain("losse kabel");
    await one.answer(independent, /onafhankelijk advies/, {
      outcome: "advised",
      independentAdvice: "Vergoed de laptop.",
    });
    await one.answer(projectManager, /Schrijf de laatste uitkomst/, {
      letter: "Wij vergoeden uw laptop.",
      respondentLetter: "Wij vergoeden de laptop.",
    });
    await wederhoor.eventually("the final outcome", async () =>
      (await one.lettersTo(complainant)).find(({ text }) => text.includes("Wij vergoeden uw laptop.")),
    );
    await one.answer(projectManager, /Trek lessen/, lessons);
    await one.closed();
    expect(await one.duties("B29")).toEqual(["B29 met"]);
  });
});
