import { describe, expect, test } from "vitest";
import { parseAnswer } from "../../shared/domain/tasks/answer.ts";
import { catalogue } from "../../shared/domain/tasks/catalogue.ts";
import { taskKindIds } from "../../shared/domain/tasks/task-kind.ts";
import { answers, mondayMorning, procedures } from "../support/case-under-test.ts";

const { learnworks } = procedures;

test("the fields of other outcomes do not count", () => {
  const parsed = parseAnswer(
    catalogue.assess,
    { ...answers.notAComplaint, category: "no-such", severity: "" },
    learnworks,
    mondayMorning,
  );
  expect(parsed).toEqual({
    ok: true,
    answer: {
      outcome: "not-a-complaint",
      facts: {},
      private: { reason: answers.notAComplaint.reason, rightDoor: answers.notAComplaint.rightDoor },
    },
  });
});

test("white space around words is no answer", () => {
  const parsed = parseAnswer(catalogue["write-outcome"], { letter: " \r\n " }, learnworks, mondayMorning);
  expect(parsed).toMatchObject({ ok: false, problems: [{ field: "letter" }] });
});

test.each([
  ["no outcome", {}, "outcome"],
  ["an outcome that does not exist", { outcome: "ignore" }, "outcome"],
  ["a line that is too long", { ...answers.handle, about: "x".repeat(301) }, "about"],
  ["a category of another organisation", { ...answers.handle, category: "line-manager" }, "category"],
])("an assessment with %s is refused there", (_what, posted, field) => {
  expect(parseAnswer(catalogue.assess, posted, learnworks, mondayMorning)).toMatchObject({
    ok: false,
    problems: [{ field }],
  });
});

describe("what belongs together comes together", () => {
  test.each([
    ["a promise without a date", "solve", { ...answers.solution, promise: "Wij bellen u." }, "promiseDue"],
    ["a date without a promise", "solve", { ...answers.solution, promiseDue: "2026-02-01" }, "promise"],
    [
      "a measure without an owner (A28)",
      "draw-lessons",
      { ...answers.lessons, measure: "Nieuwe bevestiging", measureDue: "2026-03-01" },
      "measureOwner",
    ],
    [
      "a date that does not exist",
      "draw-lessons",
      { ...answers.lessons, measure: "x", measureOwner: "director", measureDue: "2026-02-30" },
      "measureDue",
    ],
  ] as const)("%s is refused", (_what, kind, posted, field) => {
    expect(parseAnswer(catalogue[kind], posted, learnworks, mondayMorning)).toMatchObject({
      ok: false,
      problems: [{ field }],
    });
  });

  test("a measure with an owner and a date is taken", () => {
    const posted = {
      ...answers.lessons,
      measure: "Nieuwe bevestiging",
      measureOwner: "project-leader",
      measureDue: "2026-03-01",
    };
    expect(parseAnswer(catalogue["draw-lessons"], posted, learnworks, mondayMorning)).toMatchObject({
      ok: true,
      answer: { facts: { measureOwner: "project-leader" } },
    });
  });
});

describe.each(taskKindIds.map((kind) => [kind, catalogue[kind]] as const))("the kind %s", (id, kind) => {
  test("stands in the catalogue under its own name", () => {
    expect(kind.kind).toBe(id);
  });

  test("asks every field in some outcome, and no outcome asks what is not there", () => {
    const asked = new Set(kind.outcomes.flatMap(({ fields }) => fields));
    expect([...asked].sort()).toEqual(kind.fields.map(({ name }) => name).sort());
  });

  test("names no field or outcome twice, and has no field called outcome", () => {
    const names = [...kind.fields.map(({ name }) => name), "outcome"];
    expect(new Set(names).size).toBe(names.length);
    expect(new Set(kind.outcomes.map(({ id: outcome }) => outcome)).size).toBe(kind.outcomes.length);
    expect(kind.outcomes.map(({ id: outcome }) => outcome)).not.toContain("expired");
  });
});
