import { describe, expect, test } from "vitest";
import type { AnsweredTask, ExpiredTask } from "../../shared/domain/dossier.ts";
import { languages } from "../../shared/domain/text.ts";
import { statusPage } from "../../shared/pages/status-page.tsx";
import { taskEndedPage } from "../../shared/pages/task-ended-page.tsx";
import { CaseToRead, outcomeText, pathOf, wordsOfStaff } from "../support/case-to-read.ts";
import { procedures } from "../support/case-under-test.ts";
import { readable } from "../support/markup.ts";

function ended(one: CaseToRead, justAnswered = false, late = false) {
  const task = one.dossier.tasks.find((each): each is AnsweredTask | ExpiredTask => each.status !== "open");
  if (task === undefined) throw new Error("No task has ended.");
  const { dossier, procedure, now } = one;
  return readable(taskEndedPage({ dossier, task, procedure, language: "nl", now, justAnswered, late }));
}

describe("the page of a task that has ended", () => {
  test("thanks whoever answered it just now and says whose turn it is", () => {
    const text = ended(new CaseToRead(procedures.learnworks).upTo("establish-facts"), true);
    expect(text).toContain("Dank u wel");
    expect(text).toContain(
      "Stel vast wat er is gebeurd Farah Amrani (projectmanager), voor maandag 19 januari 2026 om 17.00 uur",
    );
  });

  test("tells a second visitor who did what and when", () => {
    const text = ended(new CaseToRead(procedures.learnworks).upTo("establish-facts"));
    expect(text).not.toContain("Dank u wel");
    expect(text).toContain(
      "Gedaan door Ingrid Bakker (office manager) Op maandag 5 januari 2026 om 11.00 uur Keuze In behandeling nemen",
    );
  });

  test("says that the next step is on its way when there is none yet", () => {
    const one = new CaseToRead(procedures.learnworks).upTo("assess");
    const text = ended(
      one.answer({ outcome: "not-a-complaint", reason: "Een vraag.", rightDoor: "Administratie" }),
      true,
    );
    expect(text).toContain("Wie nu aan zet is, krijgt een mail met een nieuwe link.");
  });

  test("tells a late visitor that the task has gone to somebody else", () => {
    const one = new CaseToRead(procedures.learnworks).upTo("assess").at("2026-01-19T08:00:00.000Z");
    const text = ended(one.do({ type: "RingAlarms", taskId: "assess-1" }).open("assess"));
    expect(text).toContain("Deze link werkt niet meer");
    expect(text).toContain("Er kwam op tijd geen antwoord.");
    expect(text).toContain("Lag bij Ingrid Bakker (office manager) Gestopt op maandag 19 januari 2026 om 09.00 uur");
    expect(text).toContain("Farah Amrani (projectmanager), voor");
  });

  test("tells whoever answered too late that it was not saved, and why", () => {
    const answered = new CaseToRead(procedures.learnworks).upTo("establish-facts");
    expect(ended(answered, false, true)).toContain("Uw antwoord is niet bewaard. Iemand was u voor.");
    const expired = new CaseToRead(procedures.learnworks).upTo("assess").at("2026-01-19T08:00:00.000Z");
    expired.do({ type: "RingAlarms", taskId: "assess-1" });
    expect(ended(expired, false, true)).toContain("Uw antwoord is niet bewaard. De tijd voor deze taak was om.");
    expect(ended(expired)).not.toContain("niet bewaard");
  });

  test("has nothing of the file on it, for the link is dead", () => {
    const text = ended(new CaseToRead(procedures.learnworks).toTheEnd());
    expect(text).toContain("De zaak is gesloten op maandag 5 januari 2026.");
    for (const words of [
      ...Object.values(wordsOfStaff),
      "Sanne",
      "grappen over deelnemers",
      "Klacht over de training",
    ]) {
      expect(text).not.toContain(words.split("\n")[0]);
    }
  });
});

function status(one: CaseToRead, language: "nl" | "en" = "nl", now = one.now) {
  const html = statusPage({ dossier: one.dossier, procedure: one.procedure, language, now });
  return { html, text: readable(html) };
}

describe("the complainant's page", () => {
  const everywhere = Object.values(procedures).flatMap((procedure) =>
    pathOf(procedure).flatMap((kind) =>
      languages.map((language) => ({ procedure, house: procedure.id, kind, language })),
    ),
  );

  test.each(everywhere)(
    "at $kind of $house in $language: no words of staff, no names of staff",
    ({ procedure, kind, language }) => {
      const { html } = status(
        new CaseToRead(procedure).upTo(kind).write("staff", "GEHEIM-BERICHT van een collega"),
        language,
      );
      const secrets = [...Object.values(wordsOfStaff), ...procedure.people.map(({ name }) => name), "GEHEIM"];
      for (const secret of secrets) expect(html).not.toContain(secret.split("\n")[0]);
      expect(html).toContain(`lang="${language}"`);
    },
  );

  test("does not tell the finding before the outcome", () => {
    const { text } = status(new CaseToRead(procedures.learnworks).upTo("write-outcome"));
    expect(text).not.toMatch(/terecht|founded|Schrijf de uitkomst/);
    expect(text).not.toContain(outcomeText.split("\n")[0]);
  });

  test("does not show an outcome that is written and not sent", () => {
    const one = new CaseToRead(procedures.learnworks).upTo("write-outcome").answer({ letter: outcomeText });
    one.do({ type: "SendLetter", letter: "outcome" });
    expect(status(one).html).not.toContain("excuses");
    expect(status(one).text).not.toMatch(/stuurden u de uitkomst|hebt de uitkomst/);
  });

  test("shows the outcome once it was sent, and where to go next", () => {
    const { html, text } = status(new CaseToRead(procedures.learnworks).toTheEnd());
    expect(html).toContain(outcomeText);
    expect(text).toContain(procedures.learnworks.house.afterwards.nl);
    expect(text).toContain("Uw zaak is gesloten.");
  });

  test("shows why something is not a complaint once that was sent", () => {
    const one = new CaseToRead(procedures.learnworks).upTo("assess");
    one.answer({ outcome: "not-a-complaint", reason: "Dit is een vraag.", rightDoor: "Onze administratie" });
    expect(status(one).text).not.toContain("Dit is een vraag.");
    const { text } = status(one.send("referral"));
    expect(text).toContain("Ons antwoord Waarom niet? Dit is een vraag. Waar kunt u wel heen? Onze administratie");
    expect(text).not.toContain("De uitkomst");
  });

  test("of what was no complaint offers another look, and shows as done only what was done", () => {
    const one = new CaseToRead(procedures.learnworks).upTo("assess");
    one.answer({ outcome: "not-a-complaint", reason: "Dit is een vraag.", rightDoor: "Onze administratie" });
    const skipped = "Uitzoeken: niet nodig Oplossen: niet nodig Uitkomst: niet nodig Leren: niet nodig";
    expect(status(one.send("referral")).text).toContain(`Lezen: nu ${skipped}`);
    const { text } = status(one.do({ type: "CloseCase" }));
    expect(text).toContain(`Lezen: klaar ${skipped}`);
    expect(text).toContain("Dan kijken wij er nog eens naar.");
    expect(text.indexOf("Wij lazen uw klacht.")).toBeLessThan(text.indexOf("Wij stuurden u ons antwoord."));
    expect(text).not.toContain(procedures.learnworks.house.afterwards.nl);
    expect(status(one, "en").text).toContain("Our answer");
  });

  test("of what was solved at first contact does not show it as looked into", () => {
    const one = new CaseToRead(procedures.learnworks).upTo("assess");
    one.answer({ outcome: "solved", category: "trainer", severity: "ordinary", about: "x", solution: "Nieuwe dag." });
    expect(status(one.open("write-outcome")).text).toContain(
      "Lezen: klaar Uitzoeken: niet nodig Oplossen: niet nodig Uitkomst: nu Leren: later",
    );
  });

  test.each([
    { house: "sterker", kind: "give-judgment", says: "Nu geven wij ons oordeel." },
    { house: "learnworks", kind: "solve", says: "Nu werken wij aan een oplossing." },
  ] as const)("says what $house does once the facts are known", ({ house, kind, says }) => {
    expect(status(new CaseToRead(procedures[house]).upTo(kind)).text).toContain(says);
  });

  test("says by when the complainant hears, and why then", () => {
    const { text } = status(new CaseToRead(procedures.learnworks).upTo("assess"));
    expect(text).toContain(
      "U hoort van ons voor maandag 12 januari 2026 om 10.00 uur Dat is 1 week nadat de klacht binnenkwam.",
    );
    expect(text).toContain("U krijgt de uitkomst voor donderdag 5 februari 2026 om 10.00 uur");
  });

  test("is honest when a promised day has passed", () => {
    const { text } = status(new CaseToRead(procedures.learnworks).upTo("assess"), "nl", "2026-01-12T09:00:00.000Z");
    expect(text.split("Die dag is voorbij")).toHaveLength(2);
    expect(text).toContain("Dat spijt ons.");
    expect(text).not.toContain("U hoeft niets te doen.");
  });

  test("says that we were in touch where that is recorded, and is sorry for no outcome", () => {
    const one = new CaseToRead(procedures.learnworks).upTo("establish-facts");
    one.answer({ spokenOn: "2026-01-05", whatHappened: "x", finding: "founded", category: "trainer", cause: "none" });
    const later = (now: string) => status(one, "nl", now).text;
    expect(later("2026-01-12T09:00:00.000Z")).toContain("Wij hadden contact met u.");
    expect(later("2026-01-12T09:00:00.000Z")).toContain("U hoeft niets te doen.");
    expect(later("2026-02-05T09:00:00.000Z")).toContain("u hebt de uitkomst nog niet. Dat spijt ons.");
    expect(later("2026-02-05T09:00:00.000Z")).not.toContain("U hoeft niets te doen.");
  });

  test("tells what happened in order, with the complainant's own messages and nobody else's", () => {
    const one = new CaseToRead(procedures.learnworks)
      .upTo("establish-facts")
      .write("complainant", "Nog iets")
      .write("unknown", "x");
    const { text } = status(one);
    const told = ["kwam bij ons binnen", "bevestiging van ons", "Wij lazen uw klacht", "U stuurde ons een bericht"];
    const places = told.map((words) => text.indexOf(words));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places).not.toContain(-1);
    expect(text.split("een bericht.")).toHaveLength(2);
  });

  test("shows the five steps with where it is now", () => {
    const { text, html } = status(new CaseToRead(procedures.learnworks).upTo("solve"));
    expect(text).toContain("Lezen: klaar Uitzoeken: klaar Oplossen: nu Uitkomst: later Leren: later");
    expect(html.split('aria-current="step"')).toHaveLength(2);
  });

  test("can be shown after personal data were erased", () => {
    const one = new CaseToRead(procedures.learnworks).toTheEnd();
    const html = statusPage({ dossier: one.erased, procedure: one.procedure, language: "nl", now: one.now });
    expect(html).toContain("Deze tekst is gewist.");
    expect(html).not.toMatch(/undefined|excuses/);
  });
});
