import { describe, expect, test } from "vitest";
import type { Party } from "../../shared/domain/party.ts";
import { type LetterToRender, renderLetter } from "../../shared/letters/render.ts";
import { CaseToRead, outcomeText } from "../support/case-to-read.ts";
import { mondayMorning, procedures } from "../support/case-under-test.ts";
import { letterOf, links } from "./every-letter.ts";

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

  test("holds the complaint itself when no task waits, for then no page shows it", () => {
    const { text } = undelivered(new CaseToRead(procedures.learnworks).refuse("receipt"));
    expect(text).not.toContain("https:");
    expect(text).toContain("> De trainer kwam te laat en maakte grappen over deelnemers.");
    const task = undelivered(new CaseToRead(procedures.learnworks).upTo("assess"), mondayMorning, links).text;
    expect(task).toContain(links.task);
    expect(task).not.toContain("grappen");
  });

  function undelivered(one: CaseToRead, now = one.now, given: LetterToRender["links"] = {}) {
    const to: Party = "role:project-manager";
    return renderLetter({
      ...letterOf("undeliverable"),
      to,
      taskId: undefined,
      links: given,
      dossier: one.dossier,
      now,
    });
  }
});
