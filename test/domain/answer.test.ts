import { describe, expect, test } from "vitest";
import type { Dossier } from "../../shared/domain/dossier.ts";
import type { Procedure } from "../../shared/domain/procedure.ts";
import {
  everyOptionOf,
  fieldsOf,
  optionsOf,
  outcomesOf,
  parseAnswer,
  peopleIn,
} from "../../shared/domain/tasks/answer.ts";
import { catalogue } from "../../shared/domain/tasks/catalogue.ts";
import type { Control, Form, OptionSource, TaskKindId } from "../../shared/domain/tasks/task-kind.ts";
import { answers, CaseUnderTest, mondayMorning, procedures, trainer } from "../support/case-under-test.ts";

const { learnworks, sterker } = procedures;

/** A complaint that has just come in. */
function fresh(procedure: Procedure = learnworks): Dossier {
  return new CaseUnderTest(procedure).dossier;
}

function parse(form: Form, posted: Readonly<Record<string, string>>, dossier = fresh(), procedure = learnworks) {
  return parseAnswer(form, posted, { procedure, dossier, now: mondayMorning });
}

/** A form with one question of this control. */
function asking(control: Control, optional = false): Form {
  const label = { nl: "Vraag", en: "Question" };
  return {
    title: label,
    purpose: label,
    fields: [{ name: "it", label, control, keep: "private", ...(optional && { optional }) }],
    outcomes: [{ id: "done", label, fields: ["it"] }],
  };
}

/** What is kept of an answer to it, or the message in Dutch. */
function read(control: Control, it: string, dossier?: Dossier): string | undefined {
  const parsed = parse(asking(control), { it }, dossier);
  return parsed.ok ? parsed.answer.private["it"] : parsed.problems[0].message.nl;
}

test("the fields of other outcomes do not count", () => {
  expect(parse(catalogue.assess, { ...answers.notAComplaint, category: "no-such", severity: "" })).toEqual({
    ok: true,
    answer: {
      outcome: "not-a-complaint",
      facts: {},
      private: { reason: answers.notAComplaint.reason, rightDoor: answers.notAComplaint.rightDoor },
    },
  });
});

test("white space around words is no answer", () => {
  const posted = { ...answers.outcomeLetter, letter: " \r\n " };
  expect(parse(catalogue["write-outcome"], posted)).toMatchObject({ ok: false, problems: [{ field: "letter" }] });
});

test.each([
  ["no outcome", {}, "outcome"],
  ["an outcome that does not exist", { outcome: "ignore" }, "outcome"],
  ["a line that is too long", { ...answers.handle, course: "x".repeat(301) }, "course"],
  ["a category of another organisation", { ...answers.handle, category: "line-manager" }, "category"],
  ["a way that this procedure does not have", { ...answers.handle, ...trainer, outcome: "talk-first" }, "outcome"],
])("an assessment with %s is refused there", (_what, posted, field) => {
  expect(parse(catalogue.assess, posted)).toMatchObject({ ok: false, problems: [{ field }] });
});

describe("what belongs together comes together", () => {
  test.each([
    ["a promise without a date", "solve", { ...answers.solution, promise: "Wij bellen u." }, "promiseDue"],
    ["a date without a promise", "solve", { ...answers.solution, promiseDue: "2026-02-01" }, "promise"],
    [
      "a measure without an owner (A28)",
      "draw-lessons",
      { ...answers.lessons, measure1: "Nieuwe bevestiging", measureType1: "process", measureDue1: "2026-03-01" },
      "measureOwner1",
    ],
    [
      "a date that does not exist",
      "draw-lessons",
      {
        ...answers.lessons,
        measure1: "Nieuwe bevestiging",
        measureType1: "process",
        measureOwner1: "wim",
        measureDue1: "2026-02-30",
      },
      "measureDue1",
    ],
  ] as const)("%s is refused", (_what, kind, posted, field) => {
    expect(parse(catalogue[kind], posted)).toMatchObject({ ok: false, problems: [{ field }] });
  });

  test("a measure with an owner and a date is taken", () => {
    const posted = {
      ...answers.lessons,
      measure1: "Nieuwe bevestiging",
      measureType1: "process",
      measureOwner1: "joost",
      measureDue1: "2026-03-01",
    };
    expect(parse(catalogue["draw-lessons"], posted)).toMatchObject({
      ok: true,
      answer: { facts: { measureOwner1: "joost" } },
    });
  });
});

describe("a mail address", () => {
  test("is kept without the white space around it", () => {
    expect(read({ type: "email" }, "  sanne@zorggroep.example ")).toBe("sanne@zorggroep.example");
  });

  test.each(["sanne", "sanne@", "a@b.example, c@d.example", "a@b.example\nBcc: c@d.example"])("is not %j", (typed) => {
    expect(read({ type: "email" }, typed)).toBe("Vul een mailadres in, zoals naam@voorbeeld.nl.");
  });
});

describe("several of a list", () => {
  const roles: Control = { type: "several", from: "roles" };

  test("are kept once each, in the order of the list", () => {
    expect(read(roles, "director, office-manager,director")).toBe("office-manager,director");
  });

  test.each(["director,janitor", "janitor", ","])("are refused when one is not on it: %j", (typed) => {
    expect(read(roles, typed)).toBe("Kies alleen uit deze lijst.");
  });

  test("may be none where that is allowed", () => {
    expect(parse(asking(roles, true), { it: "" })).toMatchObject({ ok: true, answer: { private: {} } });
    expect(parse(asking(roles), { it: "" })).toMatchObject({ ok: false });
  });
});

describe("people, one on each line", () => {
  const few: Control = { type: "people", atLeast: 2, atMost: 3 };
  const one: Control = { type: "people", atMost: 1 };

  test.each([
    ["Bram Kuipers, bram@trainers.example", "Bram Kuipers, bram@trainers.example"],
    ["Bram Kuipers <bram@trainers.example>", "Bram Kuipers, bram@trainers.example"],
    ["  Bram   Kuipers ,bram@trainers.example ", "Bram Kuipers, bram@trainers.example"],
    ["Kuipers, Bram, bram@trainers.example", "Kuipers, Bram, bram@trainers.example"],
    ["Bram Kuipers", "Bram Kuipers"],
  ])("%j is kept as %j, and so it is when it comes back", (typed, kept) => {
    expect(read(one, typed)).toBe(kept);
    expect(read(one, kept)).toBe(kept);
  });

  test("empty lines and the same person twice do not count", () => {
    expect(read(few, "Anna, anna@a.example\r\n\r\nAnna <anna@a.example>\nBert")).toBe("Anna, anna@a.example\nBert");
  });

  test.each([
    ["no mail address behind the comma", "Anna\nBram Kuipers, trainer", "Regel 2: “trainer” is geen mailadres."],
    ["half an address", "Bram <bram@>\nAnna", "Regel 1: “bram@” is geen mailadres."],
    ["an address without a name", "Anna\nbram@trainers.example", "Regel 2: schrijf eerst de naam"],
    ["a name that is all comma", "Anna\n, bram@trainers.example", "Regel 2: schrijf eerst de naam"],
    ["a line without end", `Anna\n${"x".repeat(301)}`, "Regel 2 is te lang."],
  ])("%s is refused by the number of its line", (_what, typed, message) => {
    expect(read(few, typed)).toContain(message);
  });

  test.each([
    [few, "Anna", "Noem minstens 2"],
    [few, "Anna\nAnna", "Noem minstens 2"],
    [few, "A\nB\nC\nD", "Noem hoogstens 3 personen."],
    [one, "A\nB", "Noem één persoon."],
  ] as const)("as many as are asked for: %o with %j", (control, typed, message) => {
    expect(read(control, typed)).toContain(message);
  });

  test("can be read back", () => {
    expect(peopleIn("Kuipers, Bram, bram@trainers.example\nAnna")).toEqual([
      { name: "Kuipers, Bram", email: "bram@trainers.example" },
      { name: "Anna" },
    ]);
    expect(peopleIn("")).toEqual([]);
  });
});

describe("the list that a choice names", () => {
  function listed(from: OptionSource, dossier: Dossier, procedure = learnworks): readonly string[] {
    const [field] = asking({ type: "choice", from }).fields;
    if (field === undefined) throw new Error("No field.");
    return optionsOf(field, procedure, dossier).map(({ id, label }) => `${id}: ${label.nl}`);
  }
  const about = (respondents: Readonly<Record<string, string>>) =>
    new CaseUnderTest(learnworks).perform("assess", { ...answers.handle, ...respondents });

  test("of whom to consult is the procedure's, with titles (B8)", () => {
    expect(listed("consultable", fresh())).toEqual(["project-manager: projectmanager", "director: directeur"]);
    expect(listed("consultable", fresh(sterker), sterker)).toEqual([]);
  });

  test.each(["categories", "causes"] as const)(
    "of %s leaves out what was retired, which an old answer still has the words of (B30)",
    (from) => {
      const entries = learnworks[from].map((one, index) => (index === 0 ? { ...one, retired: true } : one));
      const procedure = { ...learnworks, [from]: entries };
      const gone = entries[0]?.id ?? "";
      const field = asking({ type: "choice", from }).fields[0];
      if (field === undefined) throw new Error("No field.");
      expect(listed(from, fresh(), procedure)).toHaveLength(entries.length - 1);
      expect(everyOptionOf(field, procedure, fresh()).find(({ id }) => id === gone)?.label).toEqual(entries[0]?.label);
      const posted =
        from === "categories" ? { ...answers.handle, category: gone } : { ...answers.lessons, cause: gone };
      const form = catalogue[from === "categories" ? "assess" : "draw-lessons"];
      expect(parseAnswer(form, posted, { procedure, dossier: fresh(), now: mondayMorning }).ok).toBe(false);
    },
  );

  test("of people is everybody, by name", () => {
    expect(listed("people", fresh())).toEqual([
      "ingrid: Ingrid Bakker",
      "joost: Joost Vermeulen",
      "farah: Farah Amrani",
      "wim: Wim de Graaf",
    ]);
  });

  test("of colleagues leaves out who is involved (A22)", () => {
    const { dossier } = about({ respondentStaff: "joost,farah" });
    expect(listed("colleagues", dossier)).toEqual(["ingrid: Ingrid Bakker", "wim: Wim de Graaf"]);
  });

  test("of respondents is the case's", () => {
    const { dossier } = about({ respondentStaff: "joost", ...trainer });
    expect(listed("respondents", dossier)).toEqual(["respondent:1: Joost Vermeulen", "respondent:2: Bram Kuipers"]);
  });

  test("of independent persons is the newest proposal, by number (B29)", () => {
    const one = about(trainer);
    expect(listed("candidates", one.dossier)).toEqual([]);
    one.perform("propose-independents", { candidates: "Anna Smit, anna@raad.example\nBert Vos, bert@raad.example" });
    expect(listed("candidates", one.dossier)).toEqual(["1: Anna Smit", "2: Bert Vos"]);
    const later = "2026-01-06T09:00:00.000Z";
    one.perform(
      "propose-independents",
      { candidates: "Carla Bos, carla@raad.example\nDirk Mol, dirk@raad.example\nEls Pot, els@raad.example" },
      later,
    );
    expect(listed("candidates", one.dossier)).toEqual(["1: Carla Bos", "2: Dirk Mol", "3: Els Pot"]);
  });
});

describe("what is not there in this procedure or case is not asked", () => {
  const ids = (kind: TaskKindId, procedure: Procedure, dossier = fresh(procedure)) =>
    outcomesOf(catalogue[kind], procedure, dossier).map(({ id }) => id);

  test("each procedure offers its own ways at the first look", () => {
    expect(ids("assess", sterker)).toEqual(["handle", "solved", "talk-first", "advice", "not-a-complaint"]);
    expect(ids("assess", learnworks)).toEqual(["handle", "solved", "consult", "not-a-complaint"]);
  });

  test("letters are asked for those who are there (B28)", () => {
    const asked = (dossier: Dossier) =>
      fieldsOf(catalogue["write-outcome"], "written", learnworks, dossier).map(({ name }) => name);
    expect(asked(fresh())).toEqual(["letter", "teamLetter"]);
    const { dossier } = new CaseUnderTest(learnworks).perform("assess", {
      ...answers.handle,
      ...trainer,
      client: "Zorggroep Rijn, inkoop@zorggroep.example",
    });
    expect(asked(dossier)).toEqual(["letter", "respondentLetter", "clientLetter", "teamLetter"]);
  });

  test("a form that can end in one way here needs no choice", () => {
    const form: Form = {
      ...asking({ type: "line" }),
      outcomes: [
        { id: "only", label: { nl: "a", en: "a" }, fields: [] },
        { id: "never", label: { nl: "b", en: "b" }, fields: [], offeredWhen: () => false },
      ],
    };
    expect(parse(form, {})).toMatchObject({ ok: true, answer: { outcome: "only" } });
    expect(parse(form, { outcome: "never" })).toMatchObject({ ok: false, problems: [{ field: "outcome" }] });
  });

  test("no outcome that is not offered has fields", () => {
    expect(fieldsOf(catalogue.assess, "consult", sterker, fresh(sterker))).toEqual([]);
  });
});
