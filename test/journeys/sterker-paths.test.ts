import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CaseFromOutside } from "../support/case-from-outside.ts";
import { RunningEdition } from "../support/running-edition.ts";

/** The ways of Sterker's procedure, each from a mail to a closed case, over SMTP and HTTP alone. */
const manager = "yasmina.elkhatib@sterker.example";
const adviser = "marloes.vandijk@sterker.example";
const deputy = "pieter.hendriks@sterker.example";
const trainer = "bram.kuipers@trainers.example";

const assessed = {
  category: "trainer",
  severity: "ordinary",
  claim: "no",
  respondentOthers: `Bram Kuipers, ${trainer}`,
  talked: "no",
  hold: "no",
};
const facts = {
  outcome: "established",
  whatHappened: "Beide kanten zijn gehoord. De trainer was een uur te laat.",
  finding: "partly-founded",
  category: "trainer",
  cause: "agreements",
};
const lessons = { cause: "agreements", lesson: "Wij bevestigen begintijden schriftelijk." };

let wederhoor: RunningEdition;
beforeAll(async () => {
  wederhoor = await new RunningEdition().start();
});
afterAll(() => wederhoor.remove());

function complain(from: string, text = "De trainer kwam een uur te laat en maakte grappen over deelnemers.") {
  return CaseFromOutside.from(wederhoor, {
    from,
    to: "klachten@sterker.example",
    subject: "Klacht over de training van maandag",
    text,
  });
}

async function accepted(one: CaseFromOutside, complainant: string): Promise<void> {
  await one.answer(complainant, /Wat vindt u van de uitkomst/, { outcome: "satisfied" });
  await one.answer(adviser, /Trek lessen/, lessons);
}

describe("a complaint at Sterker", () => {
  test("ends with a binding judgment when one side does not want to talk together (A16, A19, A21, A22)", async () => {
    const complainant = "noor.smits@jeugdteam.example";
    const one = await complain(`Noor Smits <${complainant}>`);
    await one.answer(manager, /Beoordeel/, { ...assessed, outcome: "handle" });

    // Both sides are heard; the trainer reads what is claimed, in a letter of his own.
    const copy = await one.letter(trainer, /./);
    expect(copy.text).toContain("grappen over deelnemers");
    await one.answer(complainant, /Vertel uw kant/, { outcome: "account", account: "Ik heb het opgeschreven." });
    await one.answer(trainer, /Vertel uw kant/, { outcome: "account", account: "Mijn trein viel uit." });
    await one.answer(manager, /Stel vast/, facts);

    await one.answer(complainant, /samen om de tafel/, { outcome: "yes" });
    await one.answer(trainer, /samen om de tafel/, { outcome: "no", whyNot: "Liever apart." });
    await one.answer(manager, /Praat met iedereen apart/, { talkDates: "Dinsdag met beiden", minutes: "Besproken." });
    await one.answer(manager, /Geef een oordeel/, {
      judgment: "De klacht is voor een deel terecht.",
      consequence: "De trainer biedt excuses aan.",
    });
    // A judgment is frozen once it is given.
    const judged = await one.letter(manager, /Geef een oordeel/);
    const again = await wederhoor.post((await wederhoor.open(judged)).url, {
      judgment: "Toch niet.",
      consequence: "Niets.",
    });
    expect(again.html).not.toContain("Toch niet.");

    await one.answer(manager, /Schrijf de uitkomst/, {
      letter: "Wij vinden uw klacht voor een deel terecht.",
      respondentLetter: "De klacht is voor een deel terecht. Wij vragen u om excuses.",
    });
    expect((await one.letter(complainant, /uitkomst/i)).text).toContain("voor een deel terecht");
    expect((await one.letter(trainer, /uitkomst/i)).text).toContain("Wij vragen u om excuses.");
    await accepted(one, complainant);
    expect(await one.closed()).toMatchObject({ ground: "trainer", takenUp: "handle", outcome: "partly-founded" });
    expect(await one.duties("A16", "A19", "A21", "A22", "A24")).toEqual([
      "A16 met",
      "A19 met",
      "A21 met",
      "A22 met",
      "A24 met",
    ]);
  });

  test("is solved by talking it over first, and both confirm what was agreed (A5, A7, A15)", async () => {
    const complainant = "sem.jansen@jeugdteam.example";
    const one = await complain(`Sem Jansen <${complainant}>`);
    await one.answer(manager, /Beoordeel/, { ...assessed, outcome: "talk-first" });
    await one.letter(complainant, /praten|gesprek/i);
    await one.letter(trainer, /praten|gesprek/i);
    await one.answer(complainant, /hoe het gesprek ging/, {
      outcome: "solved",
      agreement: "Bram begint voortaan op tijd.",
    });
    const asked = await one.letter(trainer, /Klopt deze afspraak/);
    expect((await wederhoor.open(asked)).html).toContain("Bram begint voortaan op tijd.");
    await one.answer(trainer, /Klopt deze afspraak/, { outcome: "confirmed" });
    await one.answer(complainant, /Klopt deze afspraak/, { outcome: "confirmed" });
    await one.answer(manager, /Schrijf de uitkomst/, {
      letter: "U hebt samen afgesproken dat de training op tijd begint.",
      respondentLetter: "U hebt samen een afspraak gemaakt. Dank u wel.",
    });
    await accepted(one, complainant);
    expect(await one.closed()).toMatchObject({ takenUp: "talk-first", outcome: "solved-by-talking" });
    expect(await one.duties("A5", "A7", "A15")).toEqual(["A5 met", "A7 met", "A15 met"]);
  });

  test("is advice only, and does not count as a complaint (A8)", async () => {
    const complainant = "lotte.bos@jeugdteam.example";
    const one = await complain(`Lotte Bos <${complainant}>`);
    await one.answer(manager, /Beoordeel/, { ...assessed, outcome: "advice" });
    await one.answer(adviser, /Geef de klager advies/, { advice: "Vraag om een gesprek met een collega erbij." });
    const choice = await one.letter(complainant, /Kies wat u met ons advies wilt/);
    expect(choice.text).toContain("Vraag om een gesprek met een collega erbij.");
    await one.answer(complainant, /Kies wat u met ons advies wilt/, { outcome: "settled" });
    expect(await one.closed()).toMatchObject({ takenUp: "advice", outcome: "advice" });
    // The trainer never heard of it.
    expect(await one.lettersTo(trainer)).toEqual([]);
    expect(await one.duties("A8")).toEqual(["A8 met"]);
  });

  test("about the manager herself is never hers to read or to decide: her deputy takes over", async () => {
    const complainant = "daan.visser@jeugdteam.example";
    const one = await complain(
      `Daan Visser <${complainant}>`,
      "Mijn klacht gaat over Yasmina el Khatib. Zij liet mij niet uitpraten in de training.",
    );
    await one.answer(deputy, /Beoordeel/, {
      outcome: "handle",
      category: "line-manager",
      severity: "ordinary",
      claim: "no",
      respondentStaff: "yasmina",
      talked: "no",
      hold: "no",
    });
    await one.answer(manager, /Vertel uw kant/, { outcome: "account", account: "Dat was niet mijn bedoeling." });
    await one.answer(complainant, /Vertel uw kant/, { outcome: "declined" });
    await one.answer(deputy, /Stel vast/, { ...facts, category: "line-manager" });
    await one.answer(manager, /samen om de tafel/, { outcome: "no" });
    await one.answer(complainant, /samen om de tafel/, { outcome: "no" });
    await one.answer(deputy, /Praat met iedereen apart/, { talkDates: "Woensdag", minutes: "Besproken." });
    await one.answer(deputy, /Geef een oordeel/, { judgment: "Deels terecht.", consequence: "Een gesprek." });
    await one.answer(deputy, /Schrijf de uitkomst/, { letter: "Deels terecht.", respondentLetter: "Deels terecht." });
    await accepted(one, complainant);
    await one.closed();

    // What she got: letters to a respondent, nothing of the file.
    const hers = await one.lettersTo(manager);
    expect(hers.length).toBeGreaterThan(0);
    for (const letter of hers) {
      const { html } = await wederhoor.open(letter);
      expect(`${letter.text}${html}`).not.toContain("Besproken.");
    }
    const opened = (await one.eventsOf("TaskOpened")).filter(
      ({ facts: { assignee } }) => assignee === "role:manager-io",
    );
    expect(opened).toEqual([]);
  });
});
