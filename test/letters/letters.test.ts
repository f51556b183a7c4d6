import { describe, expect, test } from "vitest";
import { letterKinds } from "../../shared/domain/letter-kinds.ts";
import { renderLetter } from "../../shared/letters/render.ts";
import { CaseToRead, outcomeText, wordsOfStaff } from "../support/case-to-read.ts";
import { procedures } from "../support/case-under-test.ts";
import { readable, startTags } from "../support/markup.ts";
import { every, letterOf } from "./every-letter.ts";

const all = letterKinds.flatMap(every);
const urlsIn = (text: string) => [...text.matchAll(/https?:\/\/\S+/g)].map(([url]) => url);

describe.each(all)("$title", ({ wanted, language }) => {
  const letter = renderLetter(wanted);

  test("is in the reader's language", () => {
    expect(letter.language).toBe(language);
    expect(letter.html).toContain(`<html lang="${language}">`);
    expect(letter.text).toContain(language === "nl" ? "Met vriendelijke groet," : "Kind regards,");
  });

  test("names the case at the start of the subject, in one line", () => {
    expect(letter.subject).toMatch(/^\[(LW|ST)-2026-0001\] \S.*$/);
  });

  test("has the same words in both parts", () => {
    const html = readable(letter.html).replace(/\s/g, "");
    const lines = letter.text.split("\n").map((line) => line.replace(/^(?:- |> ?)/, ""));
    const words = lines
      .flatMap((line) => line.split(/: | · /))
      .map((part) => part.replace(/:$/, "").replace(/\s/g, ""));
    for (const part of words) expect(html).toContain(part);
  });

  test("has the same links in both parts, and no other", () => {
    const hrefs = startTags(letter.html).flatMap(({ attributes }) => attributes["href"] ?? []);
    expect(urlsIn(letter.text)).toEqual(hrefs);
    expect(Object.values(wanted.links)).toEqual(expect.arrayContaining(hrefs));
  });

  test("fetches nothing and runs nothing", () => {
    const tags = startTags(letter.html);
    expect(tags.map(({ tag }) => tag)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^(?:img|script|link|iframe)$/)]),
    );
    expect(letter.html).not.toMatch(/url\(/);
  });

  test("says what happens if the reader does nothing", () => {
    expect(letter.text).toContain(language === "nl" ? "Wat als u niets doet?" : "What if you do nothing?");
  });
});

describe("letters to the complainant", () => {
  test.each(all.filter(({ wanted }) => wanted.to === "complainant"))(
    "$title: no words and no names of staff",
    ({ wanted }) => {
      const { text, html, subject } = renderLetter(wanted);
      const names = wanted.procedure.people.map(({ name }) => name);
      for (const secret of [...Object.values(wordsOfStaff), ...names]) {
        for (const part of [text, html, subject]) expect(part).not.toContain(secret.split("\n")[0]);
      }
    },
  );

  test("the receipt says by when, in local time, and why then", () => {
    const { text } = renderLetter(letterOf("receipt", "2026-01-05T09:00:00.000Z"));
    expect(text).toContain("U hoort van ons voor maandag 12 januari 2026 om 10.00 uur.");
    expect(text).toContain("U krijgt de uitkomst voor donderdag 5 februari 2026 om 10.00 uur.");
    expect(text).toContain("Dat is 1 maand nadat de klacht binnenkwam. Dat staat in onze klachtenregeling.");
  });

  test("over the start of summer time a week is the same local hour", () => {
    const { text } = renderLetter(letterOf("receipt", "2026-03-25T09:30:00.000Z"));
    expect(text).toContain("Dat was op woensdag 25 maart 2026 om 10.30 uur.");
    expect(text).toContain("voor woensdag 1 april 2026 om 10.30 uur.");
  });

  test("a house default is shown as the house's own choice", () => {
    const one = new CaseToRead(procedures.sterker);
    const { text } = renderLetter({ ...letterOf("receipt"), dossier: one.dossier, procedure: procedures.sterker });
    expect(text).toContain("Dat hebben wij zelf zo gekozen.");
    expect(text).not.toContain("Dat staat in onze klachtenregeling.");
  });

  test("the receipt repeats nothing of what was sent to us, for the address may be somebody else's", () => {
    const words = { subject: "WIN EEN REIS", text: "Klik op https://kwaad.example" };
    const { text, html } = renderLetter({
      ...letterOf("receipt"),
      dossier: new CaseToRead(procedures.learnworks, { words }).dossier,
    });
    expect(text + html).not.toMatch(/WIN EEN REIS|kwaad/);
  });

  test("the answer to what is no complaint says that the case is closed, in our own words", () => {
    const one = new CaseToRead(procedures.learnworks).upTo("assess");
    one.answer({ outcome: "not-a-complaint", reason: "Dit is een vraag.", rightDoor: "Onze administratie" });
    const { text } = renderLetter({ ...letterOf("referral"), dossier: one.dossier });
    expect(text).toContain("Wij hebben deze zaak gesloten. U hoeft niets te doen.");
    expect(text).toContain("Waarom niet?\n\nDit is een vraag.");
  });

  test("the outcome is the writer's text, line by line, and where to go next", () => {
    const one = new CaseToRead(procedures.learnworks).upTo("draw-lessons");
    const { text, html } = renderLetter({ ...letterOf("outcome"), dossier: one.dossier });
    expect(text).toContain(`\n\n${outcomeText}\n\n`);
    expect(html).not.toContain("<blockquote");
    expect(text).toContain(procedures.learnworks.house.afterwards.nl);
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
    const words = { complainant: { name, email: "iemand@zorggroep.example" } };
    const { dossier } = new CaseToRead(procedures.learnworks, { words });
    expect(renderLetter({ ...letterOf("receipt"), dossier }).text).toContain(`\n${salutation}\n`);
  });
});

describe("letters to staff", () => {
  test.each(all.filter(({ wanted }) => wanted.to !== "complainant"))(
    "$title: no words of the complaint in the subject",
    ({ wanted }) => {
      const { subject } = renderLetter(wanted);
      expect(subject).not.toContain(wanted.dossier.subject);
      expect(subject).not.toContain("Sanne");
    },
  );

  test("a task letter says who, by when, and who set that term", () => {
    const { text } = renderLetter(letterOf("task"));
    expect(text).toContain("Voor wie: Ingrid Bakker (office manager)");
    expect(text).toContain("Uiterlijk: woensdag 7 januari 2026 om 17.00 uur");
    expect(text).toContain("Waarom dan: Voor deze taak staan 2 werkdagen. Learnworks koos deze termijn zelf (B7).");
    expect(text).toContain(
      "maandag 19 januari 2026 om 09.00 uur: Uw link stopt. De taak gaat naar Farah Amrani (projectmanager).",
    );
  });

  test.each([
    {
      title: "before it",
      now: "2026-01-05T12:00:00.000Z",
      says: "Bel of mail de klager voor maandag 12 januari 2026 om 10.00 uur. Dat hebben wij beloofd.",
    },
    {
      title: "after it",
      now: "2026-01-12T09:00:00.000Z",
      says: "Bel of mail de klager vandaag. Wij beloofden dat voor maandag 12 januari 2026 om 10.00 uur.",
    },
  ])("whoever establishes the facts reads what contact was promised, $title", ({ now, says }) => {
    const { dossier } = new CaseToRead(procedures.learnworks).upTo("establish-facts");
    const wanted = { dossier, taskId: "establish-facts-1", to: "role:project-manager", now } as const;
    expect(renderLetter({ ...letterOf("task"), ...wanted }).text).toContain(says);
    expect(renderLetter({ ...letterOf("reminder"), ...wanted }).text).toContain(says);
    expect(renderLetter(letterOf("task")).text).not.toContain("Bel of mail de klager");
  });

  test("whoever gets a task that another let expire is told so", () => {
    const one = new CaseToRead(procedures.learnworks).upTo("assess").at("2026-01-19T08:00:00.000Z");
    one.do({ type: "RingAlarms", taskId: "assess-1" }).open("assess");
    const { text } = renderLetter({
      ...letterOf("task"),
      dossier: one.dossier,
      taskId: "assess-2",
      to: "role:project-manager",
    });
    expect(text).toContain("Deze taak lag bij Ingrid Bakker (office manager).");
  });

  test("whoever is at the top and gets their own task again is told so", () => {
    const house = procedures.learnworks;
    const procedure = { ...house, responsibilities: { ...house.responsibilities, intake: "director" } };
    const one = new CaseToRead(procedure).upTo("assess").at("2026-01-19T08:00:00.000Z");
    one.do({ type: "RingAlarms", taskId: "assess-1" }).open("assess");
    const wanted = { dossier: one.dossier, procedure, taskId: "assess-2", to: "role:director" } as const;
    const { text } = renderLetter({ ...letterOf("task"), ...wanted });
    expect(text).toContain("U kreeg deze taak al eerder. Wij kregen geen antwoord. Daarom vragen wij het u opnieuw.");
    expect(text).not.toContain("lag bij");
  });

  test("a term of one is said in the singular", () => {
    const { assess } = procedures.learnworks.tasks;
    if (assess === undefined) throw new Error("No term for assess.");
    const one = { ...assess, within: { amount: 1, unit: "weeks" } } as const;
    const procedure = { ...procedures.learnworks, tasks: { ...procedures.learnworks.tasks, assess: one } };
    expect(renderLetter({ ...letterOf("task"), procedure }).text).toContain("Voor deze taak staat 1 week.");
  });

  test.each(["overdue", "escalation"] as const)("whoever is told too by an %s letter may do the task", (letter) => {
    const may = "U mag de taak ook zelf doen, met de link hierboven.";
    expect(renderLetter({ ...letterOf(letter), to: "role:director" }).text).toContain(may);
    expect(renderLetter({ ...letterOf(letter), to: "role:director", links: {} }).text).not.toContain(may);
    expect(renderLetter(letterOf(letter)).text).not.toContain(may);
  });

  test("somebody who is told about another's task reads whose it is", () => {
    const { text } = renderLetter({ ...letterOf("overdue"), to: "deputy:office-manager" });
    expect(text).toContain("Beste Joost Vermeulen,");
    expect(text).toContain("Hij ligt bij Ingrid Bakker (office manager).");
  });

  test.each(["task", "reminder", "overdue", "escalation"] as const)(
    "a %s letter that leaves after its task ended says that it is no longer needed",
    (letter) => {
      const answered = new CaseToRead(procedures.learnworks).upTo("establish-facts");
      const expired = new CaseToRead(procedures.learnworks).upTo("assess").at("2026-01-19T08:00:00.000Z");
      expired.do({ type: "RingAlarms", taskId: "assess-1" });
      for (const { dossier } of [answered, expired]) {
        const { text, subject } = renderLetter({ ...letterOf(letter), dossier });
        expect(subject).toBe("[LW-2026-0001] Niet meer nodig: Beoordeel de klacht");
        expect(text).toContain("De taak is nu klaar of ligt bij een ander. U hoeft niets te doen.");
        expect(urlsIn(text)).toEqual([]);
      }
    },
  );

  test("somebody's own language goes before the house's", () => {
    const { learnworks } = procedures;
    const people = learnworks.people.map((one) => (one.id === "ingrid" ? { ...one, language: "en" as const } : one));
    const { language } = renderLetter({ ...letterOf("task"), procedure: { ...learnworks, people } });
    expect(language).toBe("en");
  });
});

test.each(letterKinds)("after erasing, a %s letter can still be made and names nobody", (letter) => {
  const one = new CaseToRead(procedures.learnworks).upTo("draw-lessons").write("complainant", "Ook dit nog.");
  const { text, html } = renderLetter({ ...letterOf(letter), dossier: one.erased });
  expect(text + html).not.toMatch(/Sanne|GEHEIM|undefined|Ook dit nog/);
});

test("what people write stays text in HTML", () => {
  const one = new CaseToRead(procedures.learnworks).write("complainant", '"><script>alert(1)</script><img src=x>');
  const { html, text } = renderLetter({ ...letterOf("message-filed"), dossier: one.dossier });
  expect(startTags(html).map(({ tag }) => tag)).not.toContain("script");
  expect(startTags(html).map(({ tag }) => tag)).not.toContain("img");
  expect(readable(html)).toContain("<script>alert(1)</script>");
  expect(text).toContain("<script>alert(1)</script>");
});
