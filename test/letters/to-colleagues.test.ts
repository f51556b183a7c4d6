import { describe, expect, test } from "vitest";
import { nextAlarmAt } from "../../shared/domain/alarms.ts";
import type { OpenTask } from "../../shared/domain/dossier.ts";
import { renderLetter } from "../../shared/letters/render.ts";
import { answers, CaseUnderTest, mondayMorning, procedures, trainer } from "../support/case-under-test.ts";
import { links, mailed } from "./every-letter.ts";

const { learnworks } = procedures;
const urlsIn = (text: string) => [...text.matchAll(/https?:\/\/\S+/g)].map(([url]) => url);

describe("a task", () => {
  test("says who, by when, and who set that term (B7)", () => {
    const one = new CaseUnderTest(learnworks);
    one.open("assess");
    const { text } = mailed(one, "task", "role:office-manager");
    expect(text).toContain("Voor wie: Ingrid Bakker (office manager)");
    expect(text).toContain("Uiterlijk: woensdag 7 januari 2026 om 17.00 uur");
    expect(text).toContain("Waarom dan: Voor deze taak staan 2 werkdagen. Learnworks koos deze termijn zelf (B7).");
    expect(text).toContain(
      "maandag 19 januari 2026 om 09.00 uur: Uw link stopt. De taak gaat naar Farah Amrani (projectmanager).",
    );
  });

  test("of a term of one is said in the singular", () => {
    const { assess } = learnworks.tasks;
    if (assess === undefined) throw new Error("No term for assess.");
    const one = { ...assess, within: { amount: 1, unit: "weeks" } } as const;
    const house = new CaseUnderTest({ ...learnworks, tasks: { ...learnworks.tasks, assess: one } });
    house.open("assess");
    expect(mailed(house, "task", "role:office-manager").text).toContain("Voor deze taak staat 1 week.");
  });

  test("that cannot wait goes up on the next working day (B19)", () => {
    const one = new CaseUnderTest(learnworks).perform("assess", { ...answers.handle, severity: "serious" });
    one.open("first-response");
    expect(mailed(one, "task", "role:project-manager").text).toContain(
      "dinsdag 13 januari 2026 om 09.00 uur: Uw link stopt. De taak gaat naar Wim de Graaf (directeur).",
    );
  });

  test.each([
    {
      title: "before it",
      now: mondayMorning,
      says: "Bel of mail de klager voor maandag 12 januari 2026 om 10.00 uur.",
    },
    { title: "after it", now: "2026-01-12T09:00:00.000Z", says: "Bel of mail de klager vandaag. Wij beloofden dat" },
  ])("to be in touch says what was promised, $title (B20)", ({ now, says }) => {
    const one = new CaseUnderTest(learnworks).perform("assess", answers.handle);
    one.open("first-response");
    expect(mailed(one, "task", "role:project-manager", { now }).text).toContain(says);
  });

  test("about a person or a letter says which (B9, B25)", () => {
    const one = new CaseUnderTest(learnworks).perform("assess", { ...answers.handle, ...trainer });
    one.open("address-respondent", mondayMorning, "respondent:1");
    expect(mailed(one, "task", "role:project-manager").text).toContain(
      "Gaat over: Bram Kuipers (degene over wie het gaat)",
    );
    one.events({ type: "SendLetters", letter: "receipt", requestId: "receipt" });
    one.open("send-by-post", mondayMorning, one.dossier.letters.at(-1)?.letterId);
    const { text } = mailed(one, "task", "role:office-manager");
    expect(text).toContain("Brief: ontvangstbevestiging\nAan: Sanne de Wit (de klager)");
    expect(text).toContain("Dat is 24 uur nadat de klacht binnenkwam. Zo staat het in de klachtenregeling (B9).");
  });
});

describe("why a task comes to somebody", () => {
  test("is told when another is involved (A22, B16)", () => {
    const one = new CaseUnderTest(learnworks).perform("assess", { ...answers.handle, respondentStaff: "farah" });
    one.open("establish-facts");
    expect(mailed(one, "task", "deputy:project-manager").text).toContain(
      "U krijgt deze taak omdat de projectmanager bij deze klacht betrokken is.",
    );
  });

  test("is told to the holder to whom it comes back when who had it by hand is involved (A22)", () => {
    const one = new CaseUnderTest(learnworks);
    const { taskId } = one.open("assess");
    const posted = { handTo: "wim", reason: "Vakantie." };
    one.events({ type: "Act", action: "hand-over-task", by: "role:director", taskId, posted, actId: "hand" });
    const about = { respondentStaff: "wim" };
    one.events({ type: "Act", action: "about-a-handler", by: "complainant", posted: about, actId: "about" });
    const { text } = mailed(one, "task", "role:office-manager");
    expect(text).toContain("U krijgt deze taak omdat de collega die hem had bij deze klacht betrokken is.");
    expect(text).not.toContain("omdat de office manager");
  });

  test("is told when another is away", () => {
    const absences = [{ from: "2026-01-01", until: "2026-01-31" }];
    const people = learnworks.people.map((one) => (one.id === "ingrid" ? { ...one, absences } : one));
    const one = new CaseUnderTest({ ...learnworks, people });
    one.open("assess");
    expect(mailed(one, "task", "deputy:office-manager").text).toContain(
      "U krijgt deze taak omdat de office manager er nu niet is.",
    );
  });

  test("is told when a colleague gave it, and the colleague who had it is told too (B16)", () => {
    const one = new CaseUnderTest(learnworks);
    const { taskId } = one.open("assess");
    const posted = { handTo: "wim", reason: "Vakantie." };
    one.events({ type: "Act", action: "hand-over-task", by: "role:director", taskId, posted, actId: "hand" });
    expect(mailed(one, "task", "person:wim").text).toContain("omdat een collega hem aan u gaf.");
    expect(mailed(one, "handed-over", "role:office-manager").text).toContain(
      "Deze taak ligt niet meer bij u. Een collega gaf hem aan een ander. Wim de Graaf (directeur) doet de taak nu.",
    );
  });

  test("is told when the party has no mail address: ask them by phone (B24)", () => {
    const complainant = { name: "Gerrit Smeets", phone: "06 555 04 56" };
    const one = new CaseUnderTest(learnworks, mondayMorning, { channel: "phone" }, { complainant });
    one.perform("assess", answers.handle).open("statement", mondayMorning, "complainant");
    const { text, subject } = mailed(one, "task", "role:project-manager");
    expect(subject).toContain("Vraag aan de klager: Vertel uw kant van het verhaal");
    expect(text).toContain("De klager heeft geen mailadres. Bel daarom zelf, stel de vraag en vul in wat u hoort.");
    expect(text).toContain("Antwoord van: Gerrit Smeets (de klager)\nTelefoon: 06 555 04 56");
    // Who does not ask them has not let them speak: it is asked of the next one up (A16).
    expect(text).toContain("De taak gaat naar");
  });

  test("is told when a question did not arrive, and nobody's role is in it (B24)", () => {
    const one = new CaseUnderTest(learnworks).perform("assess", answers.handle);
    one.open("statement", mondayMorning, "complainant");
    const { letterId = "" } = one.dossier.letters.at(-1) ?? {};
    one.events({ type: "RecordLetterRefused", letterId });
    expect(mailed(one, "task", "role:project-manager").text).toContain("Onze mail komt niet aan bij de klager.");
  });

  test("is told when another let it expire", () => {
    const one = new CaseUnderTest(learnworks);
    one.expire(one.open("assess").taskId).open("assess", "2026-01-19T09:00:00.000Z");
    expect(mailed(one, "taken-over", "role:office-manager").text).toContain(
      "Farah Amrani (projectmanager) doet de taak nu.",
    );
    expect(mailed(one, "task", "role:project-manager").text).toContain(
      "Deze taak lag bij Ingrid Bakker (office manager).",
    );
  });

  test("is told to whoever is at the top and gets their own task again", () => {
    const procedure = { ...learnworks, responsibilities: { ...learnworks.responsibilities, intake: "director" } };
    const one = new CaseUnderTest(procedure);
    one.expire(one.open("assess").taskId).open("assess", "2026-01-19T09:00:00.000Z");
    const { text } = mailed(one, "task", "role:director");
    expect(text).toContain("U kreeg deze taak al eerder. Wij kregen geen antwoord. Daarom vragen wij het u opnieuw.");
    expect(text).not.toContain("lag bij");
  });
});

describe("whoever is told of another's task", () => {
  test("reads whose it is, and may do it", () => {
    const one = overdueCase();
    const { text } = mailed(one, "overdue", "deputy:office-manager");
    expect(text).toContain("Beste Joost Vermeulen,");
    expect(text).toContain("Hij ligt bij Ingrid Bakker (office manager).");
    expect(text).toContain("U mag de taak ook zelf doen, met de link hierboven.");
    expect(mailed(one, "overdue", "role:office-manager").text).not.toContain("U mag de taak ook zelf doen");
    expect(mailed(one, "overdue", "deputy:office-manager", { links: {} }).text).not.toContain("met de link hierboven");
  });

  test("reads nothing of it once they are involved (A22)", () => {
    const one = overdueCase();
    const posted = { respondentStaff: "joost" };
    one.events({ type: "Act", action: "name-respondent", by: "role:director", posted, actId: "name" });
    const { text } = mailed(one, "overdue", "deputy:office-manager");
    expect(text).toContain("De taak is nu klaar of ligt bij een ander.");
    expect(urlsIn(text)).toEqual([]);
  });
});

describe("a letter that leaves late", () => {
  test.each(["task", "reminder", "overdue", "escalation"] as const)(
    "as a %s, after its task ended, says that it is no longer needed",
    (letter) => {
      const answered = new CaseUnderTest(learnworks).perform("assess", answers.handle);
      const expired = new CaseUnderTest(learnworks);
      expired.expire(expired.open("assess").taskId);
      for (const { dossier } of [answered, expired]) {
        const wanted = { letter, to: "role:office-manager", dossier, procedure: learnworks, links } as const;
        const { text, subject } = renderLetter({ ...wanted, taskId: "assess-1", now: mondayMorning });
        expect(subject).toBe("[LW-2026-0001] Niet meer nodig: Beoordeel de klacht");
        expect(text).toContain("De taak is nu klaar of ligt bij een ander. U hoeft niets te doen.");
        expect(urlsIn(text)).toEqual([]);
      }
    },
  );

  test("after its task went to somebody else says the same", () => {
    const one = new CaseUnderTest(learnworks);
    const { taskId } = one.open("assess");
    const posted = { handTo: "wim", reason: "Vakantie." };
    one.events({ type: "Act", action: "hand-over-task", by: "role:director", taskId, posted, actId: "hand" });
    expect(mailed(one, "task", "role:office-manager").subject).toContain("Niet meer nodig: ");
  });
});

test("somebody's own language goes before the house's", () => {
  const people = learnworks.people.map((one) => (one.id === "ingrid" ? { ...one, language: "en" as const } : one));
  const one = new CaseUnderTest({ ...learnworks, people });
  one.open("assess");
  expect(mailed(one, "task", "role:office-manager").language).toBe("en");
});

/** A case whose first task has just come to its deadline. */
function overdueCase(): CaseUnderTest {
  const one = new CaseUnderTest(learnworks);
  let task: OpenTask = one.open("assess");
  while (!one.dossier.letters.some(({ letter }) => letter === "overdue")) {
    one.events({ type: "RingAlarms", taskId: task.taskId }, nextAlarmAt(task, one.dossier, learnworks));
    const now = one.dossier.tasks.find(({ taskId }) => taskId === task.taskId);
    if (now?.status !== "open") throw new Error("It ended before its deadline.");
    task = now;
  }
  return one;
}
