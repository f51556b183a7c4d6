import { describe, expect, test } from "vitest";
import { answers, CaseUnderTest, procedures } from "../support/case-under-test.ts";
import { act, problemsOf, tryTo } from "../support/steps.ts";

const { learnworks } = procedures;

/** This many people from outside, numbered from the first on. */
const people = (count: number, first = 1) => ({
  respondentOthers: Array.from(
    { length: count },
    (_, at) => `Trainer ${first + at}, t${first + at}@trainers.example`,
  ).join("\n"),
});

function assessed() {
  return new CaseUnderTest(learnworks).perform("assess", { ...answers.handle, ...people(9) });
}

describe("a case has room for twelve people whom it is about (A16)", () => {
  test("and not for a thirteenth, whoever names them", () => {
    const subject = assessed();
    const more = tryTo(subject, "name-respondent", "role:project-manager", people(4, 10));
    expect(problemsOf(more)).toEqual(["respondentOthers"]);
    act(subject, "name-respondent", "role:project-manager", people(3, 10));
    expect(subject.dossier.respondents).toHaveLength(12);
    const colleague = { respondentStaff: "ingrid" };
    expect(problemsOf(tryTo(subject, "about-a-handler", "complainant", colleague))).toEqual(["respondentStaff"]);
  });

  test("so that assessing it says so too", () => {
    const subject = new CaseUnderTest(learnworks);
    act(subject, "about-a-handler", "complainant", { respondentStaff: "ingrid" });
    const { taskId, assignee: by } = subject.open("assess");
    const posted = { ...answers.handle, ...people(9), respondentStaff: "ingrid,joost,farah" };
    const answer = (staff: string) =>
      subject.when({ type: "AnswerTask", taskId, by, posted: { ...posted, respondentStaff: staff } });
    act(subject, "name-respondent", "role:director", people(2, 20));
    expect(problemsOf(answer("ingrid,joost"))).toEqual(["respondentOthers"]);
    expect(problemsOf(answer("ingrid"))).toEqual([]);
  });

  test("where naming somebody again takes no room", () => {
    const subject = assessed();
    act(subject, "name-respondent", "role:project-manager", people(3, 10));
    act(subject, "name-respondent", "role:project-manager", people(3, 10), "2026-01-06T09:00:00.000Z");
    expect(subject.dossier.respondents).toHaveLength(12);
  });
});
