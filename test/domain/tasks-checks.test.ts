import { describe, expect, test } from "vitest";
import type { Dossier } from "../../shared/domain/dossier.ts";
import type { Procedure } from "../../shared/domain/procedure.ts";
import { outcomesOf, parseAnswer } from "../../shared/domain/tasks/answer.ts";
import { catalogue } from "../../shared/domain/tasks/catalogue.ts";
import type { TaskKindId } from "../../shared/domain/tasks/task-kind.ts";
import { answers, CaseUnderTest, mondayMorning, procedures, trainer } from "../support/case-under-test.ts";

const { learnworks, sterker } = procedures;

type Posted = Readonly<Record<string, string>>;

/** The fields at which an answer is refused; none when it is taken. */
function refusedAt(kind: TaskKindId, posted: Posted, dossier: Dossier, procedure: Procedure): readonly string[] {
  const parsed = parseAnswer(catalogue[kind], posted, { procedure, dossier, now: mondayMorning });
  return parsed.ok ? [] : parsed.problems.map(({ field }) => field);
}

describe("completing the registration of what a colleague passed on (B5, B14)", () => {
  const told = {
    outcome: "passed-on",
    channel: "phone",
    complainantName: "Sanne de Wit",
    complainantLanguage: "nl",
    complaint: "De trainer kwam te laat.",
  };
  const refused = (posted: Posted) =>
    refusedAt("complete-registration", posted, new CaseUnderTest(learnworks).dossier, learnworks);

  test("asks for one way at least to reach the complainant", () => {
    expect(refused(told)).toEqual(["complainantEmail"]);
  });

  test.each([
    { complainantEmail: "sanne@zorggroep.example" },
    { complainantPhone: "030 555 01 23" },
    { complainantAddress: "Lange Nieuwstraat 12\n3512 PH Utrecht" },
  ])("takes %o as a way", (way) => {
    expect(refused({ ...told, ...way })).toEqual([]);
  });

  test("asks nothing when it is the colleague's own complaint", () => {
    expect(refused({ outcome: "own" })).toEqual([]);
  });
});

describe("assessing", () => {
  const fresh = (procedure: Procedure) => new CaseUnderTest(procedure).dossier;

  test("a copy is held back with a reason only (B15)", () => {
    const held = { ...answers.handle, ...trainer, hold: "yes" };
    expect(refusedAt("assess", held, fresh(learnworks), learnworks)).toEqual(["holdReason"]);
    const why = { ...held, holdReason: "De klager voelt zich bedreigd." };
    expect(refusedAt("assess", why, fresh(learnworks), learnworks)).toEqual([]);
  });

  describe("the course, which stays when names are erased (B31),", () => {
    const about = { ...answers.handle, respondentStaff: "pieter", respondentOthers: "Jan van den Bakker" };
    const complained = (): Dossier => {
      const { dossier } = new CaseUnderTest(sterker);
      return { ...dossier, complainant: { name: "Mirthe Zandstra" } };
    };
    const refusedFor = (course: string) => refusedAt("assess", { ...about, course }, complained(), sterker);
    const [pieter, henk] = ["pieter", "henk"].map((id) => sterker.people.find((one) => one.id === id)?.name ?? "");

    test.each([
      "Excel van Jan van den Bakker",
      "Excel van mevrouw Zandstra",
      "excel van mirthe zandstra",
      `Excel van ${pieter}`,
      `Excel (door ${henk?.toUpperCase()})`,
    ])("is not taken with a name in it: %s", (course) => {
      expect(refusedFor(course)).toEqual(["course"]);
    });

    test.each(["Excel voor gevorderden", "Brood bakken met de bakker", "Van den vos Reynaerde", "Januari in Excel"])(
      "is taken when it is a course: %s",
      (course) => {
        expect(refusedFor(course)).toEqual([]);
      },
    );

    test("is refused with a sentence that says what to take out", () => {
      const posted = { ...about, course: "Excel van Jan" };
      const parsed = parseAnswer(catalogue.assess, posted, {
        procedure: sterker,
        dossier: complained(),
        now: mondayMorning,
      });
      expect(parsed.ok ? [] : parsed.problems.map(({ message }) => message.nl)).toEqual([
        "Haal de naam Jan weg: de training blijft altijd in het register staan. Noem alleen de training.",
      ]);
    });
  });

  test("talking first needs somebody to talk with (A15)", () => {
    const talk = { ...answers.handle, outcome: "talk-first" };
    expect(refusedAt("assess", talk, fresh(sterker), sterker)).toEqual(["respondentStaff"]);
    expect(refusedAt("assess", { ...talk, ...trainer }, fresh(sterker), sterker)).toEqual([]);
    expect(refusedAt("assess", { ...talk, respondentStaff: "pieter" }, fresh(sterker), sterker)).toEqual([]);
  });

  test("somebody must be left to handle the complaint (A22)", () => {
    const all = { ...answers.handle, respondentStaff: "yasmina,pieter,marloes,henk" };
    expect(refusedAt("assess", all, fresh(sterker), sterker)).toEqual(["respondentStaff"]);
    const three = { ...answers.handle, respondentStaff: "yasmina,pieter,marloes" };
    expect(refusedAt("assess", three, fresh(sterker), sterker)).toEqual([]);
    const byAddress = { ...three, respondentOthers: "H. Wolters, Henk.Wolters@sterker.example" };
    expect(refusedAt("assess", byAddress, fresh(sterker), sterker)).toEqual(["respondentStaff"]);
  });

  test("a serious complaint is not settled without the director, where the director decides on those (B19)", () => {
    const settled = { ...answers.solvedAtOnce, claim: "yes" };
    expect(refusedAt("assess", settled, fresh(learnworks), learnworks)).toEqual(["outcome"]);
    expect(refusedAt("assess", answers.solvedAtOnce, fresh(learnworks), learnworks)).toEqual([]);
    expect(refusedAt("assess", settled, fresh(sterker), sterker)).toEqual([]);
  });

  test("whom the complaint is about is kept where it can be erased", () => {
    const posted = { ...answers.handle, ...trainer, respondentStaff: "pieter" };
    const parsed = parseAnswer(catalogue.assess, posted, {
      procedure: sterker,
      dossier: fresh(sterker),
      now: mondayMorning,
    });
    expect(parsed).toMatchObject({ ok: true, answer: { private: { respondentStaff: "pieter", ...trainer } } });
  });

  test("a colleague who is chosen becomes a respondent of the case (A22, B23)", () => {
    const { dossier } = new CaseUnderTest(sterker).perform("assess", { ...answers.handle, respondentStaff: "pieter" });
    expect(dossier.respondents).toMatchObject([{ party: "respondent:1", name: "Pieter Hendriks", person: "pieter" }]);
  });
});

describe("establishing what happened (A16)", () => {
  const assessed = () => new CaseUnderTest(learnworks).perform("assess", { ...answers.handle, ...trainer });
  const refused = (one: CaseUnderTest, posted: Posted) => refusedAt("establish-facts", posted, one.dossier, learnworks);
  const offered = (one: CaseUnderTest) =>
    outcomesOf(catalogue["establish-facts"], learnworks, one.dossier).map(({ id }) => id);

  test("is refused when nobody was asked", () => {
    expect(refused(assessed(), answers.facts)).toEqual(["outcome"]);
  });

  test("is refused while one side can still answer", () => {
    const one = assessed().perform("statement", answers.account, mondayMorning, "complainant");
    one.open("statement", mondayMorning, "respondent:1");
    expect(refused(one, answers.facts)).toEqual(["outcome"]);
    expect(refused(one, { outcome: "ask-more", question: "Wie was erbij?" })).toEqual([]);
  });

  test.each([
    ["told their side", { complainant: answers.account, "respondent:1": answers.account }],
    ["did not want to", { complainant: answers.account, "respondent:1": { outcome: "declined" } }],
    ["let the time pass", {}],
  ])("is taken when everybody %s", (_how, posted) => {
    expect(refused(assessed().round("hearing", posted), answers.facts)).toEqual([]);
  });

  test("is refused again when somebody is named later, who can then be heard", () => {
    const one = assessed().round("hearing", {});
    expect(offered(one)).not.toContain("hear");
    one.events({
      type: "Act",
      action: "name-respondent",
      by: one.dossier.owner,
      posted: { respondentOthers: "Noor Blom" },
      actId: "act-1",
    });
    expect(refused(one, answers.facts)).toEqual(["outcome"]);
    expect(offered(one)).toContain("hear");
  });

  test("lets both sides answer each other once, when a respondent told something (A16)", () => {
    const silent = assessed().round("hearing", { complainant: answers.account });
    expect(offered(silent)).toEqual(["established", "ask-more"]);
    const told = assessed().round("hearing", { "respondent:1": answers.account });
    expect(offered(told)).toEqual(["established", "exchange", "ask-more"]);
    told.round("exchange", {});
    expect(offered(told)).toEqual(["established", "ask-more"]);
  });
});

describe("announcing a delay (B22)", () => {
  const { dossier } = new CaseUnderTest(learnworks);
  const refused = (newDate: string) =>
    refusedAt(
      "announce-delay",
      { outcome: "delay", newDate, delayWhy: "other", delayReason: "Ziekte." },
      dossier,
      learnworks,
    );

  test.each(["2026-01-20", "2026-02-05"])("to %s is no delay: the outcome is due on 5 February", (day) => {
    expect(refused(day)).toEqual(["newDate"]);
  });

  test("takes a later day, and no day at all when it will be in time", () => {
    expect(refused("2026-02-06")).toEqual([]);
    expect(refusedAt("announce-delay", { outcome: "on-time" }, dossier, learnworks)).toEqual([]);
  });
});

describe("an independent person (B29)", () => {
  const one = new CaseUnderTest(learnworks).perform("assess", { ...answers.handle, ...trainer });
  const refused = (kind: TaskKindId, posted: Posted) => refusedAt(kind, posted, one.dossier, learnworks);
  const anna = "Anna Smit, anna@raad.example";
  const bert = "Bert Vos, bert@raad.example";
  /** The fields at which the case refuses an answer, beyond what the form can see. */
  const refusedInCase = (kind: TaskKindId, posted: Posted): readonly string[] => {
    const fresh = new CaseUnderTest(learnworks).perform("assess", { ...answers.handle, ...trainer });
    const { taskId, assignee } = fresh.open(kind);
    const decision = fresh.when({ type: "AnswerTask", taskId, by: assignee, posted });
    if (decision.ok || decision.refusal.reason !== "invalid-answer") return [];
    return decision.refusal.problems.map(({ field }) => field);
  };

  test.each([
    ["the complainant", "Sanne, SANNE.dewit@zorggroep.example"],
    ["a respondent", trainer.respondentOthers],
    ["a colleague, who works for the organisation that decided", "Farah Amrani, farah@thuis.example"],
    ["somebody without a mail address, who could not read the file", "Bert Vos"],
  ])("is not %s", (_who, line) => {
    expect(refusedInCase("propose-independents", { candidates: `${anna}\n${line}` })).toEqual(["candidates"]);
    expect(refusedInCase("choose-independent", { chosenIndependent: line })).toEqual(["chosenIndependent"]);
  });

  test("is somebody from outside, of two at least", () => {
    expect(refused("propose-independents", { candidates: "Anna Smit" })).toEqual(["candidates"]);
    expect(refusedInCase("propose-independents", { candidates: `${anna}\n${bert}` })).toEqual([]);
    expect(refusedInCase("choose-independent", { chosenIndependent: anna })).toEqual([]);
  });

  test("is ranked once, and a third only where three were proposed", () => {
    one.perform("propose-independents", { candidates: `${anna}\n${bert}` });
    const ranked = { outcome: "ranked", first: "1" };
    expect(refused("rank-independents", ranked)).toEqual([]);
    expect(refused("rank-independents", { ...ranked, second: "1" })).toEqual(["second"]);
    expect(refused("rank-independents", { ...ranked, second: "3" })).toEqual(["second"]);
    expect(refused("rank-independents", { ...ranked, second: "2", third: "2" })).toEqual([]);
    one.perform(
      "propose-independents",
      { candidates: `${anna}\n${bert}\nEls Pot, els@raad.example` },
      "2026-01-06T09:00:00.000Z",
    );
    expect(refused("rank-independents", { ...ranked, second: "2", third: "2" })).toEqual(["third"]);
  });
});
