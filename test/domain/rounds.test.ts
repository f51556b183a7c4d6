import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isFounded, lastOfEach, type RoundId, rounds, unheard } from "../../shared/domain/rounds.ts";
import { answers, CaseUnderTest, mondayMorning, procedures, trainer } from "../support/case-under-test.ts";
import { exampleAnswer } from "../support/example-answers.ts";
import { act, eventsOf, lettersIn, send } from "../support/steps.ts";

const { learnworks, sterker } = procedures;
const twoTrainers = {
  respondentOthers: "Bram Kuipers, bram.kuipers@trainers.example\nEls Smit, els.smit@trainers.example",
};
const everybody = ["complainant", "respondent:1", "respondent:2"];

function assessed(procedure = sterker, respondents: Readonly<Record<string, string>> = twoTrainers) {
  return new CaseUnderTest(procedure).perform("assess", { ...answers.handle, ...respondents });
}

/** Heard, with this finding. */
function established(procedure = sterker, finding = "founded", respondents?: Readonly<Record<string, string>>) {
  return assessed(procedure, respondents)
    .round("hearing", { complainant: answers.account })
    .perform("establish-facts", { ...answers.facts, finding });
}

const conclusion = (subject: CaseUnderTest, round: RoundId) => rounds[round].conclude(subject.dossier);
const allSay = (answer: Readonly<Record<string, string>>) =>
  Object.fromEntries(everybody.map((party) => [party, answer]));

describe("the hearing (A16, B23)", () => {
  test("asks the complainant and every respondent, side by side", () => {
    expect(rounds.hearing.parties(assessed().dossier)).toEqual(everybody);
  });

  test("is over once each told their side, declined, or let the time pass", () => {
    const subject = assessed().round("hearing", {
      complainant: answers.account,
      "respondent:1": { outcome: "declined" },
    });
    expect(lastOfEach(subject.dossier, "statement").map(({ about, status }) => [about, status])).toEqual([
      ["complainant", "answered"],
      ["respondent:1", "answered"],
      ["respondent:2", "expired"],
    ]);
    expect(unheard(subject.dossier)).toEqual([]);
    expect(conclusion(subject, "hearing")).toBe("heard");
  });

  test("comes back for whoever is named later, and for nobody else", () => {
    const subject = assessed(sterker, trainer).round("hearing", { complainant: answers.account });
    act(subject, "name-respondent", "role:manager-io", { respondentOthers: "Els Smit, els.smit@trainers.example" });
    expect(rounds.hearing.parties(subject.dossier)).toEqual(["respondent:2"]);
  });

  test("has only the complainant where the complaint is about nobody", () => {
    expect(rounds.hearing.parties(assessed(sterker, {}).dossier)).toEqual(["complainant"]);
  });
});

describe("answering each other (A16)", () => {
  test("asks both sides, and goes on whatever they answer", () => {
    const subject = assessed().round("hearing", { complainant: answers.account });
    expect(rounds.exchange.parties(subject.dossier)).toEqual(everybody);
    subject.round("exchange", { "respondent:1": { outcome: "nothing-to-add" } });
    expect(conclusion(subject, "exchange")).toBe("answered");
  });
});

describe("asking for a talk together (A19, A21)", () => {
  test.each<[string, Readonly<Record<string, Readonly<Record<string, string>>>>, string]>([
    ["all want to", allSay({ outcome: "yes" }), "willing"],
    ["one does not", { ...allSay({ outcome: "yes" }), "respondent:2": { outcome: "no" } }, "unwilling"],
    ["the complainant does not", { ...allSay({ outcome: "yes" }), complainant: { outcome: "no" } }, "unwilling"],
    [
      "one is silent: silence is no consent",
      { complainant: { outcome: "yes" }, "respondent:1": { outcome: "yes" } },
      "unwilling",
    ],
    ["nobody says a thing", {}, "unwilling"],
  ])("%s", (_who, said, outcome) => {
    expect(conclusion(established().round("consent", said), "consent")).toBe(outcome);
  });

  test("asks nobody where nobody is on the other side: there is nobody to talk with together", () => {
    const subject = established(sterker, "founded", {});
    expect(rounds.consent.parties(subject.dossier)).toEqual([]);
    expect(conclusion(subject.round("consent", {}), "consent")).toBe("unwilling");
  });
});

describe("confirming what was agreed (A18, A20, B18)", () => {
  const agreed = () =>
    established().perform("three-way-talk", exampleAnswer("three-way-talk", "2026-01-05T09:00:00.000Z"));
  const disputed = { outcome: "disputed", objection: "Dat sprak ik niet af." };

  test.each<[string, Readonly<Record<string, Readonly<Record<string, string>>>>, string]>([
    ["all say that it is right", allSay({ outcome: "confirmed" }), "confirmed"],
    ["who is silent does not stand in the way", { complainant: { outcome: "confirmed" } }, "confirmed"],
    ["one sees it otherwise", { ...allSay({ outcome: "confirmed" }), "respondent:1": disputed }, "disputed"],
  ])("%s", (_who, said, outcome) => {
    expect(conclusion(agreed().round("confirmation", said), "confirmation")).toBe(outcome);
  });

  test("counts what each said last, not what they said of an earlier agreement", () => {
    const subject = assessed(sterker, { ...trainer, outcome: "talk-first" })
      .perform("talk-result", { outcome: "solved", agreement: "Excuses." })
      .round("confirmation", { complainant: { outcome: "confirmed" }, "respondent:1": disputed });
    expect(conclusion(subject, "confirmation")).toBe("disputed");
    subject.round("confirmation", { "respondent:1": { outcome: "confirmed" } }, "2026-02-05T09:00:00.000Z");
    expect(conclusion(subject, "confirmation")).toBe("confirmed");
  });

  test("a solution is put to both sides twice at most; what stays in dispute stands in the file (B18)", () => {
    const subject = established(learnworks).perform("solve", answers.solution);
    subject.round("confirmation", { complainant: disputed });
    expect(conclusion(subject, "confirmation")).toBe("disputed");
    subject.perform("solve", { solution: "Geld terug." }, "2026-01-20T09:00:00.000Z");
    subject.round("confirmation", { complainant: disputed }, "2026-01-21T09:00:00.000Z");
    expect(conclusion(subject, "confirmation")).toBe("confirmed");
  });
});

describe("addressing those involved (B25, B26)", () => {
  test.each([
    ["founded", ["respondent:1", "respondent:2"]],
    ["partly-founded", ["respondent:1", "respondent:2"]],
    ["unfounded", []],
    ["cannot-be-established", []],
  ])("of a complaint that is %s", (finding, parties) => {
    const subject = established(learnworks, finding);
    expect(rounds.addressing.parties(subject.dossier)).toEqual(parties);
    expect(isFounded(subject.dossier)).toBe(parties.length > 0);
  });

  test("is the owner's work, one task for each", () => {
    const subject = established(learnworks);
    const task = subject.open("address-respondent", "2026-01-05T09:00:00.000Z", "respondent:2");
    expect(task).toMatchObject({ assignee: "role:project-manager", about: "respondent:2" });
    subject.round("addressing", allSay(exampleAnswer("address-respondent", "2026-01-05T09:00:00.000Z")));
    expect(conclusion(subject, "addressing")).toBe("addressed");
  });
});

describe("the independent person whom both sides accept (B29)", () => {
  const names = ["Noor Visser", "Anton Kok", "Gerda Bos", "Piet Mol", "Rie Vos"];
  const line = (name: string) => `${name}, ${name.toLowerCase().replace(" ", ".")}@onafhankelijk.example`;
  const proposing = (count: number) => ({ candidates: names.slice(0, count).map(line).join("\n") });
  const ranking = (...ranks: readonly string[]) => ({
    outcome: "ranked",
    ...Object.fromEntries(ranks.map((one, index) => [["first", "second", "third"][index] ?? "", one])),
  });
  const none = { outcome: "none-acceptable" };

  function proposed(respondents: Readonly<Record<string, string>> = trainer, count = 5) {
    const subject = established(learnworks, "founded", respondents);
    send(subject, "outcome");
    return subject.perform("propose-independents", proposing(count));
  }
  const found = (subject: CaseUnderTest) => subject.dossier.independent?.name;

  test.each<[string, readonly string[], readonly string[], string | undefined]>([
    ["the one whom both name first", ["2", "1"], ["2", "3"], "Anton Kok"],
    ["the lowest sum of ranks", ["1", "2", "3"], ["3", "2"], "Anton Kok"],
    ["the one proposed first of two with the same sum", ["4", "2"], ["2", "4"], "Anton Kok"],
    ["the only one whom both name, though last", ["1", "2", "5"], ["3", "4", "5"], "Rie Vos"],
    ["nobody where no name is on both lists", ["1", "2"], ["3", "4"], undefined],
  ])("is %s", (_who, ours, theirs, name) => {
    const subject = proposed().round("ranking", { complainant: ranking(...ours), "respondent:1": ranking(...theirs) });
    expect([conclusion(subject, "ranking"), found(subject)]).toEqual([name === undefined ? "none" : "found", name]);
  });

  test.each<[string, Readonly<Record<string, Readonly<Record<string, string>>>>, string | undefined]>([
    ["whom the complainant chose, when the other side is silent", { complainant: ranking("3") }, "Gerda Bos"],
    ["whom the other side chose, when the complainant is silent", { "respondent:1": ranking("2") }, "Anton Kok"],
    ["the first proposed, when both are silent", {}, "Noor Visser"],
    ["nobody whom one side refuses", { complainant: ranking("1"), "respondent:1": none }, undefined],
  ])("is %s", (_who, said, name) => {
    expect(found(proposed().round("ranking", said))).toBe(name);
  });

  test("must be acceptable to every respondent", () => {
    const said = { complainant: ranking("1", "2"), "respondent:1": ranking("1", "2"), "respondent:2": ranking("2") };
    expect(found(proposed(twoTrainers).round("ranking", said))).toBe("Anton Kok");
  });

  test("is recorded once, with the fact that both sides chose", () => {
    const subject = proposed().round("ranking", { complainant: ranking("1"), "respondent:1": ranking("1") });
    const events = subject.happened.map(({ event }) => event);
    expect(eventsOf(events, "IndependentFound")).toEqual([
      {
        type: "IndependentFound",
        facts: { by: "both-sides" },
        private: { name: "Noor Visser", email: "noor.visser@onafhankelijk.example" },
      },
    ]);
    expect(subject.events({ type: "ConcludeRound", round: "ranking" })).toEqual([]);
    subject.open("independent-advice");
    expect(lettersIn(subject.happened.map(({ event }) => event)).at(-1)).toBe("question to independent");
  });

  test("each round counts its own answers; after three without a common name the director chooses", () => {
    const subject = established(learnworks, "founded", trainer);
    for (const round of [1, 2, 3]) {
      const at = `2026-0${round + 1}-02T09:00:00.000Z`;
      subject.perform("propose-independents", proposing(2), at);
      subject.round("ranking", { complainant: none, "respondent:1": ranking("1") }, at);
      expect(conclusion(subject, "ranking")).toBe(round < 3 ? "none" : "undecided");
    }
    expect(found(subject)).toBeUndefined();
    const task = subject.open("choose-independent", "2026-05-04T09:00:00.000Z");
    expect(task.assignee).toBe("role:director");
    subject.perform("choose-independent", { chosenIndependent: line("Rie Vos") }, "2026-05-04T09:00:00.000Z");
    expect(subject.happened.at(-1)?.event).toMatchObject({
      type: "IndependentFound",
      facts: { by: "director" },
      private: { name: "Rie Vos" },
    });
  });

  test("what somebody said of earlier names says nothing of new ones", () => {
    const subject = proposed().round("ranking", { complainant: none, "respondent:1": none });
    expect(conclusion(subject, "ranking")).toBe("none");
    subject.perform("propose-independents", proposing(2), "2026-02-02T09:00:00.000Z");
    expect(conclusion(subject, "ranking")).toBe("found");
  });

  test("a name that was refused before can be agreed on in a later round", () => {
    const subject = proposed().round("ranking", { complainant: none, "respondent:1": none });
    const later = "2026-02-02T09:00:00.000Z";
    subject.perform("propose-independents", proposing(2), later);
    subject.round("ranking", { complainant: ranking("1"), "respondent:1": ranking("2", "1") }, later);
    expect([conclusion(subject, "ranking"), found(subject)]).toEqual(["found", "Noor Visser"]);
  });

  test("is always named by everybody who ranked, and nobody else named by all has a lower sum", () => {
    const ranks = fc
      .subarray(["1", "2", "3", "4", "5"], { maxLength: 3 })
      .chain((some) => fc.shuffledSubarray(some, { minLength: some.length }));
    fc.assert(
      fc.property(fc.array(fc.option(ranks, { nil: undefined }), { minLength: 3, maxLength: 3 }), (lists) => {
        const said = Object.fromEntries(
          lists.flatMap((list, index) =>
            list === undefined ? [] : [[everybody[index] ?? "", list.length === 0 ? none : ranking(...list)]],
          ),
        );
        const subject = proposed(twoTrainers).round("ranking", said);
        const given = lists.filter((list) => list !== undefined);
        const sums = names
          .map((name, index) => ({ name, ranks: given.map((list) => list.indexOf(String(index + 1))) }))
          .filter(({ ranks: all }) => !all.includes(-1))
          .map(({ name, ranks: all }) => ({ name, sum: all.reduce((total, rank) => total + rank, 0) }));
        const best = sums.filter(({ sum }) => sums.every((other) => other.sum >= sum))[0]?.name;
        expect(found(subject)).toBe(best);
        expect(conclusion(subject, "ranking")).toBe(best === undefined ? "none" : "found");
      }),
      { numRuns: 120, seed: 20260105 },
    );
  });

  test.each([
    ["the complainant", "Sanne de Wit, sanne.dewit@zorggroep.example"],
    ["a respondent by address", "B. Kuipers, Bram.Kuipers@trainers.example"],
    ["a respondent by name", "Bram Kuipers, thuis@bram.example"],
    ["a colleague: they work for who decided", "Wim de Graaf, thuis@wim.example"],
    ["somebody without a mail address: they get a link to the file", "Noor Visser"],
  ])("is not %s", (_who, named) => {
    const subject = established(learnworks, "founded", trainer);
    const { taskId, assignee: by } = subject.open("propose-independents");
    const posted = { candidates: `${named}\n${line("Rie Vos")}` };
    expect(subject.when({ type: "AnswerTask", taskId, by, posted })).toMatchObject({
      refusal: { problems: [{ field: "candidates" }] },
    });
    const director = subject.open("choose-independent");
    const chosen = { type: "AnswerTask", taskId: director.taskId, by: director.assignee } as const;
    expect(subject.when({ ...chosen, posted: { chosenIndependent: named } })).toMatchObject({
      refusal: { problems: [{ field: "chosenIndependent" }] },
    });
  });
});

test("a solution that is disputed after a reopening is put to both sides once more (B18)", () => {
  const one = new CaseUnderTest(learnworks).perform("assess", answers.handle);
  one.round("hearing", { complainant: answers.account }).perform("establish-facts", answers.facts);
  one.perform("solve", answers.solution).round("confirmation", { complainant: { outcome: "confirmed" } });
  const reopened = {
    at: mondayMorning,
    by: one.dossier.owner,
    reason: "De klager hoorde niets meer.",
    closedAt: mondayMorning,
  };
  const later = "2026-01-06T09:00:00.000Z";
  one.perform("solve", answers.solution, later);
  const disputed = { complainant: { outcome: "disputed", objection: "Nee." } };
  one.round("confirmation", disputed, later);
  expect(rounds.confirmation.conclude(one.dossier)).toBe("confirmed");
  expect(rounds.confirmation.conclude({ ...one.dossier, reopened })).toBe("disputed");
});

test("who is named once the facts were established is heard before anything is decided (A16)", () => {
  const one = new CaseUnderTest(learnworks).perform("assess", { ...answers.handle, ...trainer });
  send(one, "copies");
  one.round("hearing", { complainant: answers.account, "respondent:1": answers.account });
  one.perform("establish-facts", answers.facts);
  const named = { by: one.dossier.owner, posted: { respondentOthers: "Els Vos, els.vos@trainers.example" } };
  const events = one.events({ type: "Act", action: "name-respondent", actId: "late", ...named });
  expect(eventsOf(events, "SideTaskRequested").map(({ facts }) => facts)).toMatchObject([
    { kind: "statement", about: "respondent:2" },
  ]);
  const { taskId, assignee } = one.open("solve");
  const solve = { type: "AnswerTask", taskId, by: assignee, posted: answers.solution } as const;
  expect(one.when(solve)).toMatchObject({ ok: false, refusal: { reason: "invalid-answer" } });
  one.perform("statement", answers.account, undefined, "respondent:2");
  expect(one.when(solve)).toMatchObject({ ok: true });
});
