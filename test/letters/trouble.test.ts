import { describe, expect, test } from "vitest";
import { renderTrouble, type Trouble } from "../../shared/letters/trouble.ts";
import { procedures } from "../support/case-under-test.ts";
import { readingEase } from "../support/reading-ease.ts";

const troubles: readonly Trouble[] = [
  { problem: "returned", person: "ingrid", number: "LW-2026-0001" },
  { problem: "returned", person: "ingrid" },
  { problem: "refused", person: "ingrid", number: "LW-2026-0001" },
  { problem: "spam", number: "LW-2026-0001" },
  { problem: "spam", person: "ingrid", number: "LW-2026-0001" },
];
const each = troubles.flatMap((trouble) =>
  (["nl", "en"] as const).map((language) => ({ ...trouble, title: JSON.stringify(trouble), trouble, language })),
);

describe.each(each)("the letter to the administrator ($title, $language)", ({ trouble, language }) => {
  const { text, html, subject } = renderTrouble(trouble, procedures.learnworks, language);

  test("says what happened, of whom, what to do and what if nothing is done", () => {
    expect(subject.length).toBeGreaterThan(10);
    expect(text).toContain(language === "nl" ? "Beste Thijs Kramer," : "Dear Thijs Kramer,");
    expect(text).toContain(language === "nl" ? "Wat kunt u doen?" : "What can you do?");
    expect(text).toContain(language === "nl" ? "Wat als u niets doet?" : "What if you do nothing?");
    if (trouble.number !== undefined) expect(text).toContain(trouble.number);
    if (trouble.person !== undefined) expect(text).toContain("ingrid.bakker@learnworks.example");
    expect(html).toContain(`lang="${language}"`);
  });

  test("is plain to read", () => {
    expect(readingEase(text.split("\n"), language)).toBeGreaterThanOrEqual(60);
  });
});

test("an address that is wrong is to be corrected in the procedure file, and meanwhile the deputy gets the letters", () => {
  const { text } = renderTrouble(
    { problem: "returned", person: "ingrid", number: "LW-2026-0001" },
    procedures.learnworks,
    "nl",
  );
  const said = text.replaceAll(/\s+/g, " ");
  expect(said).toContain("in het procedurebestand van learnworks");
  expect(said).toContain("De brief gaat naar wie de collega vervangt.");
});
