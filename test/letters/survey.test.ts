import { describe, expect, test } from "vitest";
import { languages } from "../../shared/domain/text.ts";
import { renderLetter } from "../../shared/letters/render.ts";
import { answers, CaseUnderTest, procedures } from "../support/case-under-test.ts";
import { readingEase } from "../support/reading-ease.ts";

const { learnworks } = procedures;
const later = "2026-03-02T09:00:00.000Z";

function asked(language: "nl" | "en", about: "complainant" | "respondent:1") {
  const one = new CaseUnderTest(learnworks, undefined, { language });
  one.perform("assess", { ...answers.solvedAtOnce, respondentStaff: "joost" });
  one.perform("write-outcome", answers.outcomeLetter);
  one.events({ type: "SendLetters", letter: "outcome", requestId: "outcome" });
  one.perform("draw-lessons", answers.lessons).events({ type: "CloseCase" });
  const { taskId } = one.open("satisfaction", later, about);
  const procedure = {
    ...learnworks,
    people: learnworks.people.map((person) => ({ ...person, language })),
  };
  const links = { task: "https://wederhoor.example/t/secret" };
  return renderLetter({ letter: "question", to: about, dossier: one.dossier, taskId, procedure, links, now: later });
}

const ours = (text: string) => text.split("\n").filter((line) => !/https:|@|\d{2}[:.]\d{2}/.test(line));

describe.each(languages)("the survey by mail, in %s (B35)", (language) => {
  test("asks each side in words of their own", () => {
    const [complainant, respondent] = [asked(language, "complainant"), asked(language, "respondent:1")];
    const own = { nl: "Uw klacht is afgerond", en: "Your complaint has been completed" }[language];
    const theirs = { nl: "De klacht die over u ging, is afgerond", en: "The complaint about you has been completed" };
    expect(complainant.text).toContain(own);
    expect(respondent.text).toContain(theirs[language]);
    expect(respondent.text).not.toContain(own);
  });

  test("does not tell a respondent that nothing has been decided when the case is closed", () => {
    const undecided = { nl: "nog niets besloten", en: "Nothing has been decided" }[language];
    expect(asked(language, "respondent:1").text).not.toContain(undecided);
  });

  test.each(["complainant", "respondent:1"] as const)("is plain to read for the %s", (about) => {
    expect(readingEase(ours(asked(language, about).text), language)).toBeGreaterThanOrEqual(60);
  });
});
