import { describe, expect, test } from "vitest";
import { catalogue } from "../../shared/domain/tasks/catalogue.ts";
import type { TaskKindId } from "../../shared/domain/tasks/task-kind.ts";
import { answers, CaseUnderTest, mondayMorning, procedures, trainer } from "../support/case-under-test.ts";

const { learnworks, sterker } = procedures;

function prefill(kind: TaskKindId, { dossier, procedure }: CaseUnderTest): Readonly<Record<string, string>> {
  return catalogue[kind].prefill?.(dossier, procedure, "nl") ?? {};
}

function established(procedure = sterker): CaseUnderTest {
  return new CaseUnderTest(procedure)
    .perform("assess", { ...answers.handle, ...trainer })
    .round("hearing", { complainant: answers.account })
    .perform("establish-facts", answers.facts);
}

describe("assessing begins with what is known", () => {
  test("nothing, when nothing is", () => {
    expect(prefill("assess", new CaseUnderTest(learnworks))).toEqual({});
  });

  test("what the report form told (A14)", () => {
    const report = { course: "Omgaan met agressie", talked: "yes" as const, tried: "Een gesprek." };
    const one = new CaseUnderTest(learnworks, mondayMorning, {}, { report });
    expect(prefill("assess", one)).toEqual(report);
  });

  test("what the complainant answered to the two questions (A14)", () => {
    const one = new CaseUnderTest(sterker).perform("report-form", { talked: "no", tried: "Een mail." });
    expect(prefill("assess", one)).toEqual({ talked: "no", tried: "Een mail." });
  });

  test("what was filled in before somebody was consulted, with the people of the case (B8)", () => {
    const client = "Zorggroep Rijn, inkoop@zorggroep.example";
    const course = "Omgaan met agressie";
    const filledIn = { ...answers.handle, ...trainer, client, course, respondentStaff: "joost" };
    const one = new CaseUnderTest(learnworks)
      .perform("assess", { ...filledIn, outcome: "consult", question: "Wat vindt u?", consultWhom: "director" })
      .perform("consult", { consultAdvice: "Neem haar in behandeling." });
    const { outcome: _way, hold: _asked, ...known } = filledIn;
    expect(prefill("assess", one)).toEqual({ ...known, consultWhom: "director" });
  });

  test("somebody who was named meanwhile", () => {
    const one = new CaseUnderTest(learnworks);
    const posted = { respondentStaff: "joost" };
    one.events({ type: "Act", action: "about-a-handler", by: "complainant", posted, actId: "act-1" });
    expect(prefill("assess", one)).toEqual(posted);
  });
});

test("completing the registration begins with the complaint as it came (B14)", () => {
  expect(prefill("complete-registration", new CaseUnderTest(learnworks))).toEqual({
    complainantLanguage: "nl",
    complaint: "De trainer kwam te laat en maakte grappen over deelnemers.",
  });
});

test("a solution that was disputed is the start of the next one (B18)", () => {
  const solution = { solution: "Een nieuwe dag.", promise: "Wij bellen.", promiseDue: "2026-02-01" };
  expect(prefill("solve", established(learnworks).perform("solve", solution))).toEqual(solution);
});

describe("the proposal for the letters", () => {
  test("tells the complainant and the respondent the same in words of their own (A22, B28)", () => {
    const letters = prefill("write-outcome", established().perform("give-judgment", answers.judgment));
    const { whatHappened } = answers.facts;
    const { judgment, consequence } = answers.judgment;
    const parts = ["Wat wij vonden", whatHappened, "Ons oordeel", judgment, "Wat er nu gebeurt", consequence];
    expect(letters["letter"]?.split("\n\n")).toEqual(["Uw klacht is terecht.", ...parts]);
    expect(letters["respondentLetter"]?.split("\n\n")).toEqual(["De klacht is terecht.", ...parts]);
  });

  test("has for the respondent no promise or money that is the complainant's", () => {
    const one = established(learnworks).perform("solve", {
      solution: "Een nieuwe dag.",
      promise: "Wij bellen",
      promiseDue: "2026-02-01",
      redress: "Het cursusgeld terug.",
    });
    const letters = prefill("write-outcome", one);
    expect(letters["letter"]).toContain("Het cursusgeld terug.\n\nWij bellen (uiterlijk 1 februari 2026).");
    expect(letters["respondentLetter"]).toMatch(/Een nieuwe dag\.$/);
  });

  test("says what was agreed in the three-way talk (A20)", () => {
    const talk = { outcome: "agreement", talkDate: "2026-01-05", minutes: "Verslag.", agreement: "Samen opnieuw." };
    const letters = prefill("write-outcome", established().perform("three-way-talk", talk));
    expect(letters["letter"]).toContain("Wat wij hebben afgesproken\n\nSamen opnieuw.");
    expect(letters["letter"]).not.toContain("Verslag.");
    expect(letters["respondentLetter"]).toContain("Samen opnieuw.");
  });

  test("leaves out an agreement that gave way to a judgment", () => {
    const talk = { outcome: "agreement", talkDate: "2026-01-05", minutes: "Verslag.", agreement: "Samen opnieuw." };
    const one = established().perform("three-way-talk", talk).perform("give-judgment", answers.judgment);
    expect(prefill("write-outcome", one)["letter"]).not.toContain("Samen opnieuw.");
  });

  test("has the independent advice in the final outcome alone (B29)", () => {
    const one = established(learnworks).perform("solve", answers.solution);
    one.perform("propose-independents", { candidates: "Anna Smit, anna@raad.example\nBert Vos, bert@raad.example" });
    one.round("ranking", { complainant: { outcome: "ranked", first: "1" } });
    one.perform("independent-advice", { outcome: "advised", independentAdvice: "Bied excuses aan." });
    expect(prefill("final-outcome", one)["letter"]).toContain(
      "Het advies van de onafhankelijke persoon\n\nBied excuses aan.",
    );
    expect(prefill("write-outcome", one)["letter"]).not.toContain("Bied excuses aan.");
  });

  test("sent back for rework, the letters begin as they were (B27)", () => {
    const one = established(learnworks).perform("solve", answers.solution);
    one.perform("write-outcome", answers.outcomeLetter);
    one.perform("approve-outcome", { outcome: "rework", reworkNote: "Korter graag." });
    expect(prefill("write-outcome", one)).toMatchObject(answers.outcomeLetter);
  });
});
