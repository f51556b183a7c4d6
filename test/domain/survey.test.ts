import { describe, expect, test } from "vitest";
import { rounds } from "../../shared/domain/rounds.ts";
import { isSurveyed } from "../../shared/domain/survey.ts";
import { fieldsOf } from "../../shared/domain/tasks/answer.ts";
import { formOf } from "../../shared/domain/tasks/catalogue.ts";
import { wishesToHear } from "../../shared/domain/tasks/satisfaction.ts";
import { answers, CaseUnderTest, procedures, trainer } from "../support/case-under-test.ts";

const { learnworks } = procedures;
const later = "2026-03-02T09:00:00.000Z";

/** Closed after an outcome; both sides heard of it when there is a respondent. */
function closed(posted: Readonly<Record<string, string>> = trainer): CaseUnderTest {
  const one = new CaseUnderTest(learnworks).perform("assess", { ...answers.solvedAtOnce, ...posted });
  one.perform("write-outcome", answers.outcomeLetter);
  one.events({ type: "SendLetters", letter: "outcome", requestId: "outcome" });
  one.perform("draw-lessons", answers.lessons).events({ type: "CloseCase" });
  return one;
}

describe("how it was is asked of both sides (B18, B35)", () => {
  test("of the complainant and of each respondent who heard of it", () => {
    const one = closed();
    expect(isSurveyed(one.dossier, learnworks)).toBe(true);
    expect(rounds.survey.parties(one.dossier)).toEqual(["complainant", "respondent:1"]);
  });

  test("not of a respondent to whom we never wrote", () => {
    const one = closed();
    const unknown = { ...one.dossier, letters: one.dossier.letters.filter(({ to }) => to !== "respondent:1") };
    expect(rounds.survey.parties(unknown)).toEqual(["complainant"]);
  });

  test("each gets a letter and a form in words for their side", () => {
    const one = closed();
    const asked = rounds.survey.parties(one.dossier).map((party) => one.open("satisfaction", later, party));
    expect(asked.map(({ assignee }) => assignee)).toEqual(["complainant", "respondent:1"]);
    expect(one.dossier.letters.slice(-2)).toMatchObject([
      { letter: "question", to: "complainant" },
      { letter: "question", to: "respondent:1" },
    ]);
    const [complainant, respondent] = asked.map(formOf);
    expect(complainant?.title.nl).toBe("Hoe tevreden bent u?");
    expect(respondent?.title.nl).toBe("Hoe ging het voor u?");
    expect(respondent?.purpose.nl).not.toContain("Uw klacht");
  });

  test("only the complainant is asked whether they wish to hear what we do with it", () => {
    const one = closed();
    const names = (about: string) =>
      fieldsOf(formOf({ kind: "satisfaction", about }), "rated", learnworks, one.dossier).map(({ name }) => name);
    expect(names("complainant")).toEqual(["score", "heardScore", "remark", "tellMe"]);
    expect(names("respondent:1")).toEqual(["score", "heardScore", "remark"]);
  });

  test("what only complainants are asked is not taken from a respondent", () => {
    const one = closed().round("survey", { "respondent:1": { score: "4", tellMe: "yes" } }, later);
    expect(wishesToHear(one.dossier)).toBe(false);
  });

  test.each([
    ["yes", true],
    ["no", false],
    [undefined, false],
  ])("a complainant who says %s wishes to hear: %s", (tellMe, wished) => {
    const answer = { score: "4", ...(tellMe !== undefined && { tellMe }) };
    expect(wishesToHear(closed().round("survey", { complainant: answer }, later).dossier)).toBe(wished);
  });

  test("low marks from before the case was opened again are not followed up once more", () => {
    const one = closed().round("survey", { complainant: { score: "1" } }, later);
    one.perform("follow-up", { outcome: "reopen", reopenReason: "Niet alles is beantwoord." }, later);
    one.perform("write-outcome", answers.outcomeLetter, later);
    one.events({ type: "SendLetters", letter: "outcome", requestId: "again" }, later);
    one.perform("draw-lessons", answers.lessons, later).events({ type: "CloseCase" }, "2026-04-06T09:00:00.000Z");
    one.round("survey", {}, "2026-04-20T09:00:00.000Z");
    expect(one.events({ type: "OpenTask", kind: "follow-up", requestId: "again" }, "2026-05-06T09:00:00.000Z")).toEqual(
      [],
    );
  });
});
