import { describe, expect, test } from "vitest";
import { outcomesOf } from "../../shared/domain/tasks/answer.ts";
import { catalogue } from "../../shared/domain/tasks/catalogue.ts";
import type { TaskKindId } from "../../shared/domain/tasks/task-kind.ts";
import { answers, CaseUnderTest, mondayMorning, procedures, trainer } from "../support/case-under-test.ts";

const { learnworks, sterker } = procedures;

function needed(kind: TaskKindId, { dossier, procedure }: CaseUnderTest): boolean | undefined {
  return catalogue[kind].needed?.(dossier, procedure);
}

function assessed(posted: Readonly<Record<string, string>> = {}, procedure = learnworks): CaseUnderTest {
  return new CaseUnderTest(procedure).perform("assess", { ...answers.handle, ...trainer, ...posted });
}

/** The outcome of it was told, and the case has been closed. */
function closed(score: string): CaseUnderTest {
  return asked().perform("satisfaction", { score });
}

function asked(posted: Readonly<Record<string, string>> = {}): CaseUnderTest {
  const one = new CaseUnderTest(learnworks).perform("assess", { ...answers.solvedAtOnce, ...posted });
  one.perform("write-outcome", answers.outcomeLetter);
  one.events({ type: "SendLetters", letter: "outcome", requestId: "outcome" });
  one.post().perform("draw-lessons", answers.lessons);
  one.events({ type: "CloseCase" });
  return one;
}

test("only what a colleague passed on is completed, until it is known whose it is (B14)", () => {
  expect(needed("complete-registration", new CaseUnderTest(learnworks))).toBe(false);
  const passedOn = new CaseUnderTest(learnworks, mondayMorning, { passedOnBy: "person:joost" });
  expect(needed("complete-registration", passedOn)).toBe(true);
  expect(needed("complete-registration", passedOn.perform("complete-registration", { outcome: "own" }))).toBe(false);
});

test.each([
  ["ordinary", "no", false],
  ["serious", "no", true],
  ["ordinary", "yes", true],
])("the director decides when it is serious or may lead to a claim: %s, claim %s (B19)", (severity, claim, asked) => {
  expect(needed("decide-urgently", assessed({ severity, claim }))).toBe(asked);
});

test("a copy is released that was held back (B15)", () => {
  expect(needed("release-copy", assessed())).toBe(false);
  expect(needed("release-copy", assessed({ hold: "yes", holdReason: "Veiligheid." }))).toBe(true);
});

describe("being in touch with the complainant is asked (B20)", () => {
  test("when nobody was, also after the automatic receipt", () => {
    const one = assessed();
    one.events({ type: "SendLetters", letter: "receipt", requestId: "receipt" });
    expect(needed("first-response", one.post())).toBe(true);
  });

  test("no more when it was done", () => {
    expect(needed("first-response", assessed().perform("first-response", answers.contact))).toBe(false);
  });

  test("not of what was solved with the complainant at once", () => {
    const solved = new CaseUnderTest(learnworks).perform("assess", answers.solvedAtOnce);
    expect(needed("first-response", solved)).toBe(false);
  });

  test("not once they were told where else to go, but until that letter is gone it is", () => {
    const other = assessed();
    other.events({ type: "SendLetters", letter: "referral", requestId: "referral" });
    expect(needed("first-response", other)).toBe(true);
    expect(needed("first-response", other.post())).toBe(false);
  });
});

describe("the outcome is approved (B27)", () => {
  test("by the owner when somebody else wrote it", () => {
    const one = assessed().perform("write-outcome", answers.outcomeLetter);
    expect(needed("approve-outcome", one)).toBe(true);
  });

  test("by nobody when the owner wrote it", () => {
    const one = assessed({}, sterker).perform("write-outcome", answers.outcomeLetter);
    expect(needed("approve-outcome", one)).toBe(false);
  });
});

describe("a score of the survey (B35)", () => {
  test.each([
    ["1", true],
    ["2", true],
    ["3", false],
  ])("of %s: followed up is %s", (score, asked) => {
    expect(needed("follow-up", closed(score))).toBe(asked);
  });

  test.each([
    ["of a respondent is followed up too", { complainant: { score: "5" }, "respondent:1": { score: "1" } }, true],
    ["of nobody is low", { complainant: { score: "5" }, "respondent:1": { score: "3" } }, false],
    ["was not given by anybody", {}, false],
  ] as const)("that %s (B18)", (_title, posted, wanted) => {
    expect(needed("follow-up", asked(trainer).round("survey", posted))).toBe(wanted);
  });

  test("opens the case again once", () => {
    const one = closed("1");
    const offered = () => outcomesOf(catalogue["follow-up"], learnworks, one.dossier).map(({ id }) => id);
    expect(offered()).toEqual(["done", "reopen"]);
    one.perform("follow-up", { outcome: "reopen", reopenReason: "Niet alles is beantwoord." });
    expect(offered()).toEqual(["done"]);
  });
});
