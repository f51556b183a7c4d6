import { describe, expect, test } from "vitest";
import { letterKinds } from "../../shared/domain/letter-kinds.ts";
import type { Party } from "../../shared/domain/party.ts";
import { renderLetter } from "../../shared/letters/render.ts";
import { CaseToRead, outcomeText, wordsOfStaff } from "../support/case-to-read.ts";
import { procedures } from "../support/case-under-test.ts";
import { readable, startTags } from "../support/markup.ts";
import { every, links } from "./every-letter.ts";

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

  test("somebody who is told about another's task reads whose it is", () => {
    const { text } = renderLetter({ ...letterOf("overdue"), to: "deputy:office-manager" });
    expect(text).toContain("Beste Joost Vermeulen,");
    expect(text).toContain("Hij ligt bij Ingrid Bakker (office manager).");
  });

  test.each(["task", "reminder", "overdue", "escalation"] as const)(
    "a %s letter that went out after the answer does not ask for it again",
    (letter) => {
      const one = new CaseToRead(procedures.learnworks).upTo("establish-facts");
      const { text } = renderLetter({ ...letterOf(letter), dossier: one.dossier });
      expect(text).toContain("U hoeft niets te doen.");
      expect(urlsIn(text)).toEqual([]);
    },
  );

  test.each([
    { title: "before its end", now: "2026-01-29T08:00:00.000Z", subject: "Bijna te laat: de uitkomst" },
    { title: "at its end", now: "2026-02-05T09:00:00.000Z", subject: "Te laat: de uitkomst" },
  ])("a warning about the whole case $title: $subject", ({ now, subject }) => {
    const one = new CaseToRead(procedures.learnworks).upTo("establish-facts").at(now);
    one.do({ type: "RingAlarms", taskId: "establish-facts-1" });
    const taskId = one.dossier.tasks.at(-1)?.taskId;
    const letter = renderLetter({
      ...letterOf("case-warning"),
      dossier: one.dossier,
      taskId,
      to: "role:project-manager",
      now,
    });
    expect(letter.subject).toBe(`[LW-2026-0001] ${subject}`);
    expect(letter.text).toContain("donderdag 5 februari 2026 om 10.00 uur");
    expect(letter.text).toContain("(B21)");
  });

  test("two messages each get their own letter, also when a colleague wrote in between", () => {
    const one = new CaseToRead(procedures.learnworks)
      .write("complainant", "Eerste bericht")
      .write("staff", "Van een collega")
      .write("unknown", "Tweede bericht");
    const ids = one.dossier.letters.filter(({ letter }) => letter === "message-filed").map(({ letterId }) => letterId);
    const texts = ids.map(
      (letterId) => renderLetter({ ...letterOf("message-filed"), dossier: one.dossier, letterId }).text,
    );
    expect(texts[0]).toContain("> Eerste bericht");
    expect(texts[0]).not.toContain("Tweede bericht");
    expect(texts[1]).toContain("> Van een collega");
    expect(texts[2]).toContain("> Tweede bericht");
    expect(texts[2]).toContain("Wij kennen het adres niet.");
  });

  test("somebody's own language goes before the house's", () => {
    const { learnworks } = procedures;
    const people = learnworks.people.map((one) => (one.id === "ingrid" ? { ...one, language: "en" as const } : one));
    const { language } = renderLetter({ ...letterOf("task"), procedure: { ...learnworks, people } });
    expect(language).toBe("en");
  });
});

describe("a letter that the complainant's address does not take", () => {
  test("goes to the owner with the outcome in full, whom to tell it, and by when", () => {
    const one = new CaseToRead(procedures.learnworks).upTo("write-outcome").answer({ letter: outcomeText });
    const { text, subject } = undelivered(one.refuse("outcome"));
    expect(subject).toBe("[LW-2026-0001] Niet bezorgd: de uitkomst");
    expect(text).toContain(outcomeText);
    expect(text).toContain("Klager: Sanne de Wit");
    expect(text).toContain("Adres: sanne.dewit@zorggroep.example");
    expect(text).toContain("Uiterlijk: donderdag 5 februari 2026 om 10.00 uur");
    expect(text).toContain("Wij sturen deze brief niet nog een keer.");
  });

  test("says what stood in the answer to what was no complaint", () => {
    const one = new CaseToRead(procedures.learnworks).upTo("assess");
    one.answer({ outcome: "not-a-complaint", reason: "Dit is een vraag.", rightDoor: "Onze administratie" });
    const { text } = undelivered(one.refuse("referral"));
    expect(text).toContain("Dit is een vraag.\n\nOnze administratie");
    expect(text).toContain("Uiterlijk: maandag 12 januari 2026 om 10.00 uur");
  });

  test("is a call to make when it was the receipt, at once when its time is up", () => {
    const one = new CaseToRead(procedures.learnworks).refuse("receipt");
    expect(undelivered(one).text).toContain("Uiterlijk: dinsdag 6 januari 2026 om 10.00 uur");
    expect(undelivered(one).text).not.toContain("De tijd daarvoor is om.");
    expect(undelivered(one, "2026-01-06T09:00:00.000Z").text).toContain("De tijd daarvoor is om. Doe het vandaag nog.");
  });

  test("has no button when no task waits", () => {
    const { text } = undelivered(new CaseToRead(procedures.learnworks).refuse("receipt"));
    expect(urlsIn(text)).toEqual([]);
  });

  function undelivered(one: CaseToRead, now = one.now) {
    const to: Party = "role:project-manager";
    return renderLetter({ ...letterOf("undeliverable"), to, taskId: undefined, links: {}, dossier: one.dossier, now });
  }
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

/** A letter of this kind at Learnworks, in Dutch. */
function letterOf(letter: (typeof letterKinds)[number], receivedAt = "2026-01-05T09:00:00.000Z") {
  const forComplainant = ["receipt", "outcome", "referral"].includes(letter);
  const to: Party = forComplainant ? "complainant" : "role:office-manager";
  return {
    letter,
    to,
    dossier: new CaseToRead(procedures.learnworks, { receivedAt }).upTo("assess").dossier,
    procedure: procedures.learnworks,
    taskId: "assess-1",
    links,
    now: "2026-01-05T10:00:00.000Z",
  };
}
