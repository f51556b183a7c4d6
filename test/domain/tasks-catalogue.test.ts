import { describe, expect, test } from "vitest";
import { catalogue, endingOf, type OutcomeOf, taskKindsOf } from "../../shared/domain/tasks/catalogue.ts";
import { branches, type TaskKindId, taskKindIds } from "../../shared/domain/tasks/task-kind.ts";
import type { Text } from "../../shared/domain/text.ts";
import { procedures } from "../support/case-under-test.ts";
import { readingEase } from "../support/reading-ease.ts";

/** Ways to end that every task may have, besides its own. */
const reserved = ["expired", "silent", "skipped", "withdrawn", "waiting"];

const all = taskKindIds.map((id) => [id, catalogue[id]] as const);

/** Everything of a kind that people read, with where it stands. */
function textsOf(id: TaskKindId): readonly (readonly [where: string, text: Text])[] {
  const { title, purpose, fields, outcomes, forParty } = catalogue[id];
  const both = (where: string, one: { readonly label: Text; readonly hint?: Text }) => [
    [where, one.label] as const,
    ...(one.hint === undefined ? [] : [[`${where} (hint)`, one.hint] as const]),
  ];
  return [
    ["title", title],
    ["purpose", purpose],
    ...(forParty === undefined ? [] : [["silence", forParty.silence] as const]),
    ...outcomes.flatMap((one) => both(one.id, one)),
    ...fields.flatMap((field) => [
      ...both(field.name, field),
      ...("options" in field.control
        ? field.control.options.flatMap((one) => both(`${field.name}: ${one.id}`, one))
        : []),
    ]),
  ];
}

describe.each(all)("the kind %s", (id, kind) => {
  test("stands in the catalogue under its own name", () => {
    expect(kind.kind).toBe(id);
  });

  test("says everything in Dutch and in English", () => {
    for (const [where, { nl, en }] of textsOf(id)) {
      expect(nl.trim(), where).not.toBe("");
      expect(en.trim(), where).not.toBe("");
      expect([nl, en].join(" "), where).not.toMatch(/\b(je|jij|jouw|jullie)\b| {2}/);
    }
  });

  test("asks every field in some outcome, and no outcome asks what is not there", () => {
    const asked = new Set(kind.outcomes.flatMap(({ fields }) => fields));
    expect([...asked].sort()).toEqual(kind.fields.map(({ name }) => name).sort());
  });

  test("names no field, outcome or option twice, and none like one that has a meaning of its own", () => {
    const names = [...kind.fields.map(({ name }) => name), "outcome"];
    expect(new Set(names).size).toBe(names.length);
    const ends = [...kind.outcomes.map(({ id: outcome }) => outcome), ...reserved];
    expect(new Set(ends).size).toBe(ends.length);
    for (const { control } of kind.fields) {
      const options = "options" in control ? control.options.map((option) => option.id) : [];
      expect(new Set(options).size).toBe(options.length);
    }
  });

  test("names the duties that it carries out", () => {
    expect(kind.duties.length).toBeGreaterThan(0);
    for (const duty of kind.duties) expect(duty).toMatch(/^(A([1-9]|[12]\d|30)|B([1-9]|[12]\d|3[0-8]))$/);
    expect(new Set(kind.duties).size).toBe(kind.duties.length);
  });

  test("tells whoever is no colleague what follows if they do nothing, and only them", () => {
    const isForOthers = ["complainant", "independent", "party"].includes(kind.who);
    expect(kind.forParty !== undefined).toBe(isForOthers && kind.whenExpired === "silent");
    expect(endingOf({ kind: kind.kind, onBehalfOf: undefined })).toBe(isForOthers ? "silent" : "expired");
  });

  test("keeps what people write where it can be erased, but for the course, which is counted (B31)", () => {
    const written = kind.fields.filter(({ control }) =>
      ["line", "paragraph", "email", "people"].includes(control.type),
    );
    const kept = written.filter(({ keep }) => keep === "fact").map(({ name }) => name);
    expect(kept).toEqual(kind.kind === "assess" ? ["course"] : []);
  });
});

test.each(["nl", "en"] as const)("what those outside are asked is plain language, in %s", (language) => {
  for (const [id, { forParty }] of all) {
    if (forParty === undefined) continue;
    const ours = textsOf(id).map(([, text]) => text[language]);
    expect(readingEase(ours, language), id).toBeGreaterThanOrEqual(60);
  }
});

describe("the kinds of task of a procedure", () => {
  const none = Object.fromEntries(branches.map((branch) => [branch, false]));
  const kindsWith = (handling: "judgment" | "solution", ...having: readonly string[]) =>
    taskKindsOf({
      branches: {
        ...procedures.sterker.branches,
        ...none,
        ...Object.fromEntries(having.map((branch) => [branch, true])),
        handling,
      },
    });

  test("are those of its branches: no branch leaves the bare path", () => {
    expect(kindsWith("judgment")).toEqual([
      "complete-registration",
      "assess",
      "first-response",
      "release-copy",
      "statement",
      "reply-to-account",
      "answer-question",
      "establish-facts",
      "give-judgment",
      "write-outcome",
      "approve-outcome",
      "react",
      "draw-lessons",
      "announce-delay",
      "send-by-post",
    ]);
  });

  test.each(branches)("%s brings tasks of its own", (branch) => {
    expect(kindsWith("solution", branch).length).toBeGreaterThan(kindsWith("solution").length);
  });

  test.each([
    ["judgment", "give-judgment", "solve"],
    ["solution", "solve", "give-judgment"],
  ] as const)("with %s it is %s and not %s (A22, B18)", (handling, has, hasNot) => {
    expect(kindsWith(handling)).toContain(has);
    expect(kindsWith(handling)).not.toContain(hasNot);
  });

  test.each(["talkFirst", "mediation", "confirmSolution"])("with %s both sides confirm (A18, A20, B18)", (branch) => {
    expect(kindsWith("solution", branch)).toContain("confirm-agreement");
    expect(kindsWith("solution")).not.toContain("confirm-agreement");
  });
});

test("the ways to end are known where the path is drawn", () => {
  const silent: OutcomeOf<"statement">[] = ["account", "declined", "silent"];
  const skipped: OutcomeOf<"approve-outcome">[] = ["approved", "rework", "skipped"];
  // @ts-expect-error a judgment is always asked, and nobody may stay silent.
  const never: OutcomeOf<"give-judgment"> = "silent";
  expect([silent, skipped, never]).toHaveLength(3);
});
