import { describe, expect, test } from "vitest";
import type { ActionId } from "../../shared/domain/actions/action-kind.ts";
import type { EventOf } from "../../shared/domain/events.ts";
import type { Party } from "../../shared/domain/party.ts";
import type { Procedure } from "../../shared/domain/procedure.ts";
import { renderLetter } from "../../shared/letters/render.ts";
import { answers, CaseUnderTest, mondayMorning, procedures, trainer } from "../support/case-under-test.ts";
import { readingEase } from "../support/reading-ease.ts";
import { mailed } from "./every-letter.ts";

const { learnworks, sterker } = procedures;
const colleague: Party = `person:${learnworks.people[0]?.id ?? ""}`;

describe("the receipt", () => {
  test("says by when, in local time, and why then (B9, B20, B21)", () => {
    const { text } = receipt(learnworks);
    expect(text).toContain("U hoort van ons voor maandag 12 januari 2026 om 10.00 uur.");
    expect(text).toContain("U krijgt de uitkomst voor donderdag 5 februari 2026 om 10.00 uur.");
    expect(text).toContain("Dat is 1 maand nadat de klacht binnenkwam. Dat staat in onze klachtenregeling.");
  });

  test("over the start of summer time gives a week the same local hour", () => {
    const { text } = receipt(learnworks, { receivedAt: "2026-03-25T09:30:00.000Z" });
    expect(text).toContain("Dat was op woensdag 25 maart 2026 om 10.30 uur.");
    expect(text).toContain("voor woensdag 1 april 2026 om 10.30 uur.");
  });

  test("shows a house default as the house's own choice", () => {
    const { text } = receipt(sterker);
    expect(text).toContain("Dat hebben wij zelf zo gekozen.");
    expect(text).not.toContain("Dat staat in onze klachtenregeling.");
  });

  test("of a complaint that a colleague passed on says who did and what we wrote down (B14)", () => {
    const words = { text: "De trainer kwam te laat." };
    const { text } = receipt(learnworks, { passedOnBy: colleague }, words);
    expect(text).toContain("Dat is een collega van ons.");
    expect(text).toContain("De trainer kwam te laat.");
    expect(text).toContain("Klopt het niet? Bel ons:");
  });

  test("warns that the person it is about gets to read the complaint (A16, B15)", () => {
    expect(receipt(learnworks).text).toContain("Degene over wie uw klacht gaat, krijgt uw klacht te lezen.");
  });

  test("repeats nothing of what was sent to us, for the address may be somebody else's", () => {
    const words = { subject: "WIN EEN REIS", text: "Klik op https://kwaad.example" };
    const { text, html } = receipt(learnworks, {}, words);
    expect(text + html).not.toMatch(/WIN EEN REIS|kwaad/);
  });

  test("asks the two questions where the procedure has them and nobody answered them yet (A13, A14)", () => {
    const asked = "Hebt u er al over gepraat met degene over wie het gaat?";
    expect(receipt(sterker).text).toContain(asked);
    expect(receipt(learnworks).text).not.toContain(asked);
    expect(receipt(sterker, { channel: "phone" }).text).not.toContain(asked);
    expect(receipt(sterker, {}, { report: { talked: "no" } }).text).not.toContain(asked);
  });

  test.each([
    { language: "nl", heading: "Uw formulier", again: "Mail ons dan in uw eigen woorden wat er is gebeurd" },
    { language: "en", heading: "Your form", again: "tell us in your own words what happened" },
  ] as const)("says in $language when a form came along without answers, and what to do then (A13)", (the) => {
    const { text } = receipt(learnworks, { language: the.language }, { formUnread: true });
    expect(text).toContain(the.heading);
    expect(text).toContain(the.again);
    const words = text.slice(text.indexOf(the.heading)).split("\n\n").slice(1, 2);
    expect(readingEase(words, the.language)).toBeGreaterThanOrEqual(60);
    expect(receipt(learnworks, { language: the.language }).text).not.toContain(the.heading);
    const passedOn = { language: the.language, passedOnBy: "person:ingrid" } as const;
    expect(receipt(learnworks, passedOn, { formUnread: true }).text).not.toContain(the.heading);
  });

  test("says how to keep the complaint from whoever it is about, and how to stop (A4)", () => {
    const { text } = receipt(learnworks);
    expect(text).toContain("Gaat uw klacht over onze office manager, of over een ander die klachten behandelt?");
    expect(text).toContain("U mag uw klacht altijd intrekken. Dat kan via de link in deze mail.");
  });

  test("names who reads it in place of somebody who is named in it", () => {
    const { text } = receipt(learnworks, {}, { text: "Ingrid Bakker hing steeds op." });
    expect(text).toContain("De vervanger van de office manager leest uw klacht");
  });
});

describe("a name in a salutation", () => {
  test.each([
    { title: "is used", name: "Sanne de Wit", salutation: "Beste Sanne de Wit," },
    {
      title: "with letters of any language is used",
      name: "Zoë O’Brien-Yıldız",
      salutation: "Beste Zoë O’Brien-Yıldız,",
    },
    { title: "that is missing", name: "", salutation: "Beste heer of mevrouw," },
    { title: "with a link in it", name: "Ga naar kwaad.example", salutation: "Beste heer of mevrouw," },
    { title: "with markup in it", name: '<b onclick="x">', salutation: "Beste heer of mevrouw," },
    { title: "that is an advertisement", name: "Win ".repeat(40), salutation: "Beste heer of mevrouw," },
    { title: "with a hidden change of direction", name: "Sanne\u202eemin", salutation: "Beste Sanne emin," },
  ])("$title: $salutation", ({ name, salutation }) => {
    const complainant = { name, email: "iemand@zorggroep.example" };
    expect(receipt(learnworks, {}, { complainant }).text).toContain(`\n${salutation}\n`);
  });
});

describe("the outcome", () => {
  test("is the writer's text, line by line, and where to go next (A18, B27)", () => {
    const letter = "U schreef dat de trainer te laat kwam.\n\nDat klopt. Wij bieden u excuses aan.";
    const { text, html } = mailed(withOutcome(letter), "outcome", "complainant");
    expect(text).toContain(`\n\n${letter}\n\n`);
    expect(html).not.toContain("<blockquote");
    expect(text).toContain(learnworks.house.afterwards.nl);
    expect(text).toContain("U krijgt nog een mail van ons. Daarin vragen wij wat u van de uitkomst vindt.");
  });

  test("after an independent advice is the last one, without a second round (B29)", () => {
    const one = withOutcome("Eerst zo.").perform("final-outcome", { letter: "Toch anders." });
    one.events({ type: "SendLetters", letter: "final-outcome", requestId: "final" });
    const { text, subject } = mailed(one, "outcome", "complainant");
    expect(subject).toContain("De laatste uitkomst van uw klacht");
    expect(text).toContain("Toch anders.");
    expect(text).toContain("Er komt geen tweede ronde.");
    expect(text).not.toContain("Eerst zo.");
    expect(text).not.toContain(learnworks.house.afterwards.nl);
  });

  test("that leaves late still tells what was written then", () => {
    const one = withOutcome("Eerst zo.");
    const { letterId } = one.dossier.letters.at(-1) ?? {};
    one.perform("final-outcome", { letter: "Toch anders." }, "2026-03-05T09:00:00.000Z");
    const { text } = mailed(one, "outcome", "complainant", { letterId });
    expect(text).toContain("Eerst zo.");
    expect(text).not.toContain("Toch anders.");
  });
});

describe("a delay", () => {
  const announce = (one: CaseUnderTest, newDate: string, delayReason: string, at: string) =>
    one.events(
      {
        type: "Act",
        action: "announce-delay",
        by: one.dossier.owner,
        posted: { newDate, delayWhy: "other", delayReason },
        actId: newDate,
      },
      at,
    );

  test("of a clock that was stopped names both dates and the reason; and both again when it runs before its time (B21, B22)", () => {
    const one = new CaseUnderTest(learnworks);
    const act = (action: ActionId, posted: Readonly<Record<string, string>>, at: string) =>
      one.events({ type: "Act", action, by: one.dossier.owner, posted, actId: action }, at);
    const letter = () => {
      const { dossier, procedure } = one;
      const wanted = { letter: "delay", to: "complainant", taskId: undefined, links: {}, now: mondayMorning } as const;
      return renderLetter({ ...wanted, dossier, procedure });
    };
    act("pause-clock", { pauseUntil: "2026-01-19", reason: "U bent op reis." }, "2026-01-12T16:00:00.000Z");
    expect(letter().text).toContain("De uitkomst komt daarom later.");
    expect(letter().text).toContain("U bent op reis.");
    expect(letter().text).toMatch(
      /Oude datum: donderdag 5 februari 2026 om 10.00 uur\s+Nieuwe datum: donderdag 12 februari 2026 om 10.00 uur/,
    );
    act("restart-clock", { reason: "U belde." }, "2026-01-13T16:00:00.000Z");
    expect(letter().subject).toContain("De uitkomst komt eerder");
    expect(letter().text).toMatch(
      /Oude datum: donderdag 12 februari 2026 om 10.00 uur\s+Nieuwe datum: vrijdag 6 februari 2026 om 10.00 uur/,
    );
    expect(letter().text).toMatch(/U belde\.[\s\S]*U bent op reis\./);
  });

  test("has the old date, the new date and the reason, and lists every earlier one (B22)", () => {
    const one = new CaseUnderTest(learnworks);
    announce(one, "2026-02-20", "Wij spreken nog twee mensen.", "2026-02-02T09:00:00.000Z");
    const first = mailed(one, "delay", "complainant").text;
    expect(first).toContain(
      "Oude datum: donderdag 5 februari 2026 om 10.00 uur\nNieuwe datum: vrijdag 20 februari 2026 om 17.00 uur",
    );
    expect(first).toContain("Wij spreken nog twee mensen.");
    expect(first).not.toContain("Wat wij al eerder lieten weten");

    announce(one, "2026-03-06", "Een van hen was ziek.", "2026-02-18T09:00:00.000Z");
    const second = mailed(one, "delay", "complainant").text;
    const [now = "", before = ""] = second.split("Wat wij al eerder lieten weten");
    expect(now).toContain(
      "Oude datum: vrijdag 20 februari 2026 om 17.00 uur\nNieuwe datum: vrijdag 6 maart 2026 om 17.00 uur",
    );
    expect(now).toContain("Een van hen was ziek.");
    expect(before).toContain("Oude datum: donderdag 5 februari 2026 om 10.00 uur");
    expect(before).toContain("Wij spreken nog twee mensen.");
  });

  test("without a new date is told as it is (B22)", () => {
    const one = new CaseUnderTest(learnworks);
    const { taskId } = one.open("establish-facts", "2026-02-04T09:00:00.000Z");
    one.events({ type: "RingAlarms", taskId }, "2026-02-05T09:00:00.000Z");
    const { text } = mailed(one, "delay-unknown", "complainant");
    expect(text).toContain("U zou de uitkomst van uw klacht krijgen voor donderdag 5 februari 2026 om 10.00 uur.");
    expect(text).toContain("Wij weten nog niet wanneer de uitkomst komt. Wij hebben gevraagd om een nieuwe datum.");
  });
});

test("the answer to what is no complaint says why, and where to go", () => {
  const one = new CaseUnderTest(learnworks).perform("assess", answers.notAComplaint);
  one.events({ type: "SendLetters", letter: "referral", requestId: "referral" });
  const { text } = mailed(one, "referral", "complainant");
  expect(text).toContain("Waarom niet?\n\nDit is een vraag over een factuur.");
  expect(text).toContain("Waar kunt u wel heen?\n\nadministratie@learnworks.example");
});

test("the invitation to talk has words to send, a date and a way to say no (A15)", () => {
  const one = new CaseUnderTest(sterker).perform("assess", { ...answers.handle, outcome: "talk-first", ...trainer });
  one.events({ type: "SendLetters", letter: "invitation", requestId: "invitation" });
  const { text } = mailed(one, "talk-invitation", "complainant");
  expect(text).toContain("> Beste Bram Kuipers,\n>\n> Ik heb een klacht en wil er graag met u over praten.");
  expect(text).toContain("U hebt de tijd tot maandag 19 januari 2026. Dat hebben wij zelf zo gekozen.");
  expect(text).toContain("Wilt u niet samen praten? Dat hoeft niet.");
});

test("the last letter after advice has the advice, and does not call it a complaint (A8)", () => {
  const one = new CaseUnderTest(sterker).perform("assess", { ...answers.handle, outcome: "advice" });
  one.perform("advise", { advice: "Praat eerst eens samen." }).perform("choose-after-advice", { outcome: "settled" });
  one.events({ type: "CloseCase" });
  const { text } = mailed(one, "closing", "complainant");
  expect(text).toContain("Praat eerst eens samen.");
  expect(text).toContain("Wij tellen het niet als klacht.");
});

describe("a question", () => {
  test("says what is asked, until when, why then, and what silence means", () => {
    const one = new CaseUnderTest(learnworks).perform("assess", answers.handle);
    one.open("statement", mondayMorning, "complainant");
    const { text } = mailed(one, "question", "complainant");
    expect(text).toContain("Wat wij vragen: Vertel uw kant van het verhaal");
    expect(text).toContain("Uiterlijk: maandag 12 januari 2026 om 10.00 uur");
    expect(text).toContain("Waarom dan: U krijgt hier 1 week voor.");
    expect(text).toContain("> De trainer kwam te laat en maakte grappen over deelnemers.");
    expect(text).toMatch(/- maandag 12 januari 2026 om 10\.00 uur: Dan gaan wij .*verder zonder uw verhaal/);
  });

  test("that leaves after it was answered asks nothing any more", () => {
    const one = new CaseUnderTest(learnworks).perform("assess", answers.handle);
    one.perform("statement", answers.account, mondayMorning, "complainant");
    const { text, subject } = mailed(one, "question", "complainant");
    expect(subject).toContain("Niet meer nodig: ");
    expect(text).not.toContain("https:");
  });
});

test("who withdrew hears that the others will not hear why", () => {
  const one = new CaseUnderTest(learnworks).perform("assess", { ...answers.handle, ...trainer });
  one.events({ type: "SendLetters", letter: "copies", requestId: "copies" });
  one.events({ type: "Act", action: "withdraw", by: "complainant", posted: { reason: "GEHEIM" }, actId: "withdraw" });
  one.events({ type: "SendLetters", letter: "withdrawal", requestId: "withdrawal" });
  expect(mailed(one, "withdrawn", "complainant").text).toContain("Wij zeggen niet waarom.");
  expect(mailed(one, "withdrawn-respondent", "respondent:1").text).not.toContain("GEHEIM");
});

type Registered = EventOf<"ComplaintRegistered">;

function receipt(
  procedure: Procedure,
  facts: Partial<Registered["facts"]> = {},
  words: Partial<NonNullable<Registered["private"]>> = {},
) {
  const at = facts.receivedAt ?? mondayMorning;
  const one = new CaseUnderTest(procedure, at, facts, words);
  one.events({ type: "SendLetters", letter: "receipt", requestId: "receipt" }, at);
  return mailed(one, "receipt", "complainant", { now: at });
}

function withOutcome(letter: string): CaseUnderTest {
  const one = new CaseUnderTest(learnworks).perform("assess", answers.handle).perform("write-outcome", { letter });
  one.events({ type: "SendLetters", letter: "outcome", requestId: "outcome" });
  return one;
}
