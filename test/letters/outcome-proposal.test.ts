import { describe, expect, test } from "vitest";
import { catalogue } from "../../shared/domain/tasks/catalogue.ts";
import type { Language } from "../../shared/domain/text.ts";
import { answers, CaseUnderTest, mondayMorning, procedures } from "../support/case-under-test.ts";

/** The letter that the writer gets as a proposal. */
function proposal(one: CaseUnderTest, language: Language = "nl") {
  return catalogue["write-outcome"].prefill?.(one.dossier, one.procedure, language)["letter"];
}

/** A case in which the facts are established, with a complainant who writes this language. */
function found(finding: string, language: Language = "nl", procedure = procedures.learnworks): CaseUnderTest {
  const one = new CaseUnderTest(procedure, mondayMorning, { language }).perform("assess", answers.handle);
  one.round("hearing", { complainant: answers.account });
  return one.perform("establish-facts", { ...answers.facts, whatHappened: "De trainer kwam te laat.", finding });
}

describe("the proposal for the outcome letter", () => {
  test.each([
    ["founded", "Uw klacht is terecht.", "Your complaint is justified."],
    ["partly-founded", "Uw klacht is voor een deel terecht.", "Your complaint is partly justified."],
    ["unfounded", "Uw klacht is niet terecht.", "Your complaint is not justified."],
    [
      "cannot-be-established",
      "Wij konden niet vaststellen wat er is gebeurd.",
      "We could not establish what happened.",
    ],
  ])("begins with the finding: %s", (finding, nl, en) => {
    expect(proposal(found(finding))).toBe(`${nl}\n\nWat wij vonden\n\nDe trainer kwam te laat.`);
    expect(proposal(found(finding, "en"), "nl")).toBe(`${en}\n\nWhat we found\n\nDe trainer kwam te laat.`);
  });

  test.each([
    ["nl", "Wat wij hebben afgesproken", "Wat er nu gebeurt", "Wij bellen u (uiterlijk 3 september 2026)."],
    ["en", "What we agreed", "What happens now", "Wij bellen u (by 3 September 2026 at the latest)."],
  ] as const)("says what was agreed and what was promised by when, in %s", (language, agreed, next, promise) => {
    const solved = { solution: "Een nieuwe dag.", promise: "Wij bellen u.", promiseDue: "2026-09-03" };
    const one = found("founded", language).perform("solve", solved);
    expect(proposal(one)?.split("\n\n").slice(3)).toEqual([agreed, "Een nieuwe dag.", next, promise]);
  });

  test("says our judgment and what follows from it (A22)", () => {
    const one = found("founded", "nl", procedures.sterker).perform("give-judgment", answers.judgment);
    expect(proposal(one)?.split("\n\n")).toEqual([
      "Uw klacht is terecht.",
      "Wat wij vonden",
      "De trainer kwam te laat.",
      "Ons oordeel",
      answers.judgment.judgment,
      "Wat er nu gebeurt",
      answers.judgment.consequence,
    ]);
  });

  test("of what was solved at first contact is what was agreed, and no heading without words (B7)", () => {
    const one = new CaseUnderTest(procedures.learnworks).perform("assess", answers.solvedAtOnce);
    expect(proposal(one)).toBe(`Wat wij hebben afgesproken\n\n${answers.solvedAtOnce.solution}`);
  });
});

test.each([
  ["assess", "solution"],
  ["establish-facts", "whatHappened"],
  ["give-judgment", "judgment"],
  ["give-judgment", "consequence"],
  ["solve", "solution"],
  ["solve", "promise"],
] as const)("whoever answers %s is told that the complainant may read %s", (kind, name) => {
  const hint = catalogue[kind].fields.find((field) => field.name === name)?.hint;
  expect(hint?.nl).toContain("Deze tekst komt als voorstel in de brief aan de klager.");
  expect(hint?.en).toContain("This text is put in the letter to the complainant as a proposal.");
});
