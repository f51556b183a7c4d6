import { describe, expect, test } from "vitest";
import { beginFile, shieldedFrom } from "../../shared/domain/deciding/begin-file.ts";
import { passedBy } from "../../shared/domain/deciding/open-task.ts";
import { fieldsOf } from "../../shared/domain/tasks/answer.ts";
import { catalogue } from "../../shared/domain/tasks/catalogue.ts";
import { answers, CaseUnderTest, mondayMorning, procedures } from "../support/case-under-test.ts";
import { FileUnderTest, reviewOf, signalOf } from "../support/file-under-test.ts";

const { learnworks, sterker } = procedures;

describe("a signal (B36)", () => {
  test("asks one task of whoever learns from complaints, beside any path", () => {
    const subject = new FileUnderTest(learnworks, signalOf());
    expect(subject.dossier).toMatchObject({
      matter: { kind: "signal", signal: { count: 3, code: "agreements" } },
      owner: "role:project-manager",
      sideTasks: [{ kind: "look-into-signal", sideTaskId: "side-1" }],
    });
    expect(subject.open("look-into-signal").assignee).toBe("role:project-manager");
  });

  test.each(["watch", "nothing"])("closes with what was found: %s", (outcome) => {
    const subject = new FileUnderTest(sterker, signalOf());
    subject.perform("look-into-signal", { outcome, finding: "Elk had een eigen oorzaak." });
    expect(subject.dossier).toMatchObject({
      status: "closed",
      fourFacts: { ground: "cause", takenUp: "repeated", outcome },
    });
  });

  test("is looked into with a measure at least, when measures are the outcome (A28)", () => {
    const subject = new FileUnderTest(learnworks, signalOf());
    const { taskId, assignee: by } = subject.open("look-into-signal");
    const said = { outcome: "measures", finding: "Niemand bevestigt afspraken." };
    const answer = (posted: Readonly<Record<string, string>>) =>
      subject.when({ type: "AnswerTask", taskId, by, posted: { ...said, ...posted } }).ok;
    expect(answer({})).toBe(false);
    expect(answer({ measure1: "Mail vooraf", measureType1: "process", measureOwner1: "ingrid" })).toBe(false);
    const whole = { measure1: "Mail vooraf", measureType1: "process", measureOwner1: "ingrid" };
    expect(answer({ ...whole, measureDue1: "2026-03-02" })).toBe(true);
    expect(subject.dossier.status).toBe("closed");
  });

  test("is kept from colleagues whom one of its complaints is about; when that is everybody, from who is in each", () => {
    const about = (...people: readonly string[]) =>
      new CaseUnderTest(learnworks).perform("assess", { ...answers.handle, respondentStaff: people.join(",") }).dossier;
    expect(shieldedFrom([about("farah"), about("joost")], learnworks)).toEqual(["joost", "farah"]);
    const most = about("ingrid", "joost", "farah");
    expect(shieldedFrom([most, about("farah", "wim")], learnworks)).toEqual(["farah"]);
    expect(shieldedFrom([], learnworks)).toEqual([]);
  });
});

describe("a review (A25-A29, B4, B33, B34, B37)", () => {
  const analysed = {
    analysis: "Het meeste gaat over afspraken.",
    adviceMemo: "Maak één iemand verantwoordelijk.",
    proposal1: "Bevestig afspraken per mail",
    proposalType1: "process",
    proposal2: "Nieuwe reader",
    proposalType2: "material",
  };
  const decided = {
    decision1: "accept",
    measureOwner1: "ingrid",
    measureDue1: "2026-03-02",
    decision2: "reject",
    why2: "Die is er al.",
  };

  test.each([
    [
      learnworks,
      ["role:office-manager", "role:project-manager", "role:director", "role:office-manager", "role:director"],
    ],
    [sterker, ["role:manager-io", "role:policy-adviser", "role:manager-io", "role:manager-io", "role:director"]],
  ])("$0.id asks each step of whose work it is, and closes when the director has read it", (procedure, doers) => {
    const subject = new FileUnderTest(procedure, reviewOf());
    const owner = procedure.people[0]?.id ?? "";
    const asked = [
      ["check-overview", {}],
      ["analyse-overview", analysed],
      ["go-through-measures", { ...decided, measureOwner1: owner }],
      ["evaluate-procedure", { works: "De termijnen zijn haalbaar." }],
      ["acknowledge-review", { directorNote: "Dank." }],
    ] as const;
    for (const [kind, posted] of asked) {
      expect(subject.dossier.status).toBe("open");
      subject.perform(kind, posted);
    }
    expect(subject.dossier.tasks.map(({ assignee }) => assignee)).toEqual(doers);
    expect(subject.dossier).toMatchObject({
      status: "closed",
      fourFacts: { ground: "review", takenUp: "yearly", outcome: "acknowledged" },
    });
  });

  test("of a quarter does not evaluate the procedure; of a year it does (A29)", () => {
    const passed = (cycle: "quarterly" | "yearly") =>
      passedBy("evaluate-procedure", new FileUnderTest(learnworks, reviewOf(cycle)).dossier, learnworks);
    expect([passed("quarterly"), passed("yearly")]).toEqual(["skipped", undefined]);
  });

  test("goes through each proposal there is, in its own words, and no other (A27)", () => {
    const subject = new FileUnderTest(learnworks, reviewOf());
    subject.perform("analyse-overview", analysed);
    const form = catalogue["go-through-measures"];
    const asked = fieldsOf(form, "decided", learnworks, subject.dossier);
    expect(asked.map(({ name }) => name)).toEqual(
      [1, 2].flatMap((n) => [`decision${n}`, `measureOwner${n}`, `measureDue${n}`, `why${n}`]),
    );
    expect(asked.flatMap(({ about }) => about?.(subject.dossier, "nl") ?? [])).toEqual([
      "Bevestig afspraken per mail",
      "Nieuwe reader",
    ]);
  });

  test.each([
    ["that is accepted has somebody who does it and a date (A28)", { measureDue1: "" }, "measureDue1"],
    ["that is rejected has a reason", { why2: "" }, "why2"],
    ["is decided on", { decision2: "" }, "decision2"],
  ])("a proposal %s", (_rule, without, field) => {
    const subject = new FileUnderTest(learnworks, reviewOf());
    subject.perform("analyse-overview", analysed);
    const { taskId, assignee: by } = subject.open("go-through-measures");
    expect(subject.when({ type: "AnswerTask", taskId, by, posted: { ...decided, ...without } })).toMatchObject({
      refusal: { problems: [{ field }] },
    });
  });

  test("with nothing proposed is gone through with one click, also after a period without complaints", () => {
    const subject = new FileUnderTest(learnworks, reviewOf());
    subject.perform("analyse-overview", { analysis: "Er waren geen klachten." });
    subject.perform("go-through-measures", {});
    expect(subject.dossier.tasks.at(-1)?.status).toBe("answered");
  });
});

test("every file has an owner from its first moment, whatever it is about (B16)", () => {
  for (const matter of [signalOf(), reviewOf(), reviewOf("quarterly")]) {
    const identity = { caseId: "f", number: "LW-S-2026-0001", replyKey: "r" };
    const types = beginFile(matter, identity, learnworks, mondayMorning).map(({ type }) => type);
    expect(types[1]).toBe("OwnerAssigned");
  }
});
