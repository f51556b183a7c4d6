import { describe, expect, test } from "vitest";
import { answeringTime } from "../../local/rehearsal/answering-time.ts";
import { exampleAnswer } from "../../local/rehearsal/example-answer.ts";
import { startMoment } from "../../local/rehearsal/start-moment.ts";
import { calendarOf } from "../../shared/domain/clocks.ts";
import { catalogue } from "../../shared/domain/tasks/catalogue.ts";
import { taskKindIds } from "../../shared/domain/tasks/task-kind.ts";
import { languages } from "../../shared/domain/text.ts";
import { answers, CaseUnderTest, mondayMorning, procedures, trainer } from "../support/case-under-test.ts";

const calendar = calendarOf(procedures.learnworks);

describe("Whoever answers in a rehearsal", () => {
  const monday = { openedAt: mondayMorning, dueAt: "2026-01-12T09:00:00.000Z", assignee: "role:director" } as const;

  test.each([
    { title: "on a Monday morning, on Tuesday morning", openedAt: mondayMorning, at: "2026-01-06T09:00:00.000Z" },
    {
      title: "on a Friday afternoon, on Monday afternoon",
      openedAt: "2026-01-09T14:30:00.000Z",
      at: "2026-01-12T14:30:00.000Z",
    },
    {
      title: "on a Saturday, on Tuesday when work begins",
      openedAt: "2026-01-10T11:00:00.000Z",
      at: "2026-01-13T08:00:00.000Z",
    },
    { title: "before Easter, after it", openedAt: "2026-04-03T10:00:00.000Z", at: "2026-04-07T10:00:00.000Z" },
  ])("at a normal pace was asked $title", ({ openedAt, at }) => {
    expect(answeringTime("normal", { ...monday, openedAt }, 0, calendar)).toBe(at);
  });

  test("is slow: on the last working day, and every other colleague a day late", () => {
    expect(answeringTime("slow", monday, 0, calendar)).toBe("2026-01-12T08:30:00.000Z");
    expect(answeringTime("slow", monday, 1, calendar)).toBe("2026-01-13T10:00:00.000Z");
  });

  test("but a complainant is never late, because nobody asks them any more then", () => {
    expect(answeringTime("slow", { ...monday, assignee: "complainant" }, 1, calendar)).toBe("2026-01-12T08:30:00.000Z");
  });

  test("or is nobody", () => {
    expect(answeringTime("nobody", monday, 0, calendar)).toBeUndefined();
  });
});

test.each(
  [procedures.learnworks, procedures.sterker].flatMap((procedure) =>
    taskKindIds.flatMap((kind) => languages.map((language) => ({ procedure, id: procedure.id, kind, language }))),
  ),
)("An example answer to $kind is taken at $id, in $language", ({ procedure, kind, language }) => {
  const branched = { ...procedure, branches: { ...procedure.branches, consult: true, independent: true } };
  const theCase = new CaseUnderTest({ ...branched, consultable: ["director"], tasks: procedures.learnworks.tasks })
    .perform("assess", { ...answers.handle, category: procedure.categories[0]?.id ?? "", ...trainer })
    .round("hearing", { complainant: answers.account });
  const candidates = {
    candidates: "Anouk Smit, anouk.smit@raad.example\nBas Kramer, bas@raad.example\nEva Nijland, eva@raad.example",
  };
  theCase.perform("propose-independents", candidates);
  const { dossier } = theCase;
  const answering = { procedure: theCase.procedure, dossier, now: mondayMorning };
  expect(exampleAnswer(catalogue[kind], answering, language)).toMatchObject({ outcome: expect.any(String) });
});

test.each([
  { today: "2026-01-05T09:00:00.000Z", on: undefined, at: "2026-01-12T09:00:00.000Z" },
  { today: "2026-01-11T22:59:00.000Z", on: undefined, at: "2026-01-12T09:00:00.000Z" },
  { today: "2026-01-11T23:01:00.000Z", on: undefined, at: "2026-01-19T09:00:00.000Z" },
  { today: "2026-01-05T09:00:00.000Z", on: "2026-07-01", at: "2026-07-01T08:00:00.000Z" },
])("A rehearsal on $on, seen from $today, begins at $at", ({ today, on, at }) => {
  expect(startMoment(on, today, procedures.learnworks)).toBe(at);
});
