import { describe, expect, test } from "vitest";
import { answers, CaseUnderTest, mondayMorning, procedures } from "../support/case-under-test.ts";
import { act, problemsOf, tryTo } from "../support/steps.ts";

const { learnworks } = procedures;
const about = (...ids: readonly string[]) => ({ ...answers.handle, respondentStaff: ids.join(",") });

describe("somebody is always left to handle a case", () => {
  const everybody = learnworks.people.map(({ id }) => id);

  test("naming every colleague is refused when assessing, and all but one is not", () => {
    const subject = new CaseUnderTest(learnworks);
    const { taskId, assignee: by } = subject.open("assess");
    const answer = (...ids: readonly string[]) =>
      subject.when({ type: "AnswerTask", taskId, by, posted: about(...ids) });
    expect(problemsOf(answer(...everybody))).toEqual(["respondentStaff"]);
    expect(problemsOf(answer(...everybody.slice(1)))).toEqual([]);
    expect(subject.dossier.owner).toBe("person:ingrid");
  });

  test("also where the last one complains, or is only mentioned", () => {
    const complainant = { name: "Wim de Graaf", email: "wim.degraaf@learnworks.example" };
    const own = new CaseUnderTest(learnworks, mondayMorning, { channel: "web" }, { complainant });
    const { taskId, assignee: by } = own.open("assess");
    const posted = about("ingrid", "joost", "farah");
    expect(problemsOf(own.when({ type: "AnswerTask", taskId, by, posted }))).toEqual(["respondentStaff"]);
    // To be mentioned is not to be involved: who reads on decides.
    expect(() =>
      new CaseUnderTest(learnworks, mondayMorning, {}, { text: "Wim de Graaf hielp goed." }).perform("assess", posted),
    ).not.toThrow();
  });

  test("and later, by id or by address, by a colleague or by the complainant", () => {
    const subject = new CaseUnderTest(learnworks).perform("assess", about("ingrid", "joost", "farah"));
    expect(problemsOf(tryTo(subject, "about-a-handler", "complainant", { respondentStaff: "wim" }))).toEqual([
      "respondentStaff",
    ]);
    const others = { respondentOthers: "De directeur, wim.degraaf@learnworks.example" };
    expect(problemsOf(tryTo(subject, "name-respondent", "role:director", others))).toEqual(["respondentStaff"]);
    expect(subject.dossier.respondents).toHaveLength(3);
  });

  test("a complainant who would be the last one left cannot be registered so", () => {
    const subject = new CaseUnderTest(learnworks, mondayMorning, { passedOnBy: "person:joost" });
    act(subject, "about-a-handler", "complainant", { respondentStaff: "ingrid,joost,farah" });
    const { taskId, assignee: by } = subject.open("complete-registration");
    const wim = { complainantName: "Wim de Graaf", complainantEmail: "wim.degraaf@learnworks.example" };
    const posted = { outcome: "passed-on", channel: "phone", complainantLanguage: "nl", complaint: "?", ...wim };
    expect(problemsOf(subject.when({ type: "AnswerTask", taskId, by, posted }))).toEqual(["outcome"]);
  });
});
