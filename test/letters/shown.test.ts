import { describe, expect, test } from "vitest";
import type { Party } from "../../shared/domain/party.ts";
import type { TaskKindId } from "../../shared/domain/tasks/task-kind.ts";
import { shownToParty } from "../../shared/letters/wording/shown.ts";
import { answers, CaseUnderTest, procedures, trainer } from "../support/case-under-test.ts";

const { learnworks, sterker } = procedures;

describe("what a party sees of the case with a question", () => {
  test("is the complaint, and the words of the others but never their own (A16)", () => {
    const one = heard();
    expect(said(one, "reply-to-account", "complainant")).toEqual([
      ["Uw klacht", "De trainer kwam te laat en maakte grappen over deelnemers."],
      ["Dit vertelde Bram Kuipers", "Zo ging het volgens mij."],
    ]);
    expect(said(one, "reply-to-account", "respondent:1")).toEqual([
      ["Dit is de klacht", "De trainer kwam te laat en maakte grappen over deelnemers."],
      ["Dit vertelde Sanne de Wit", "Alles staat in mijn klacht."],
    ]);
  });

  test("is not the account of who declined to give one", () => {
    const one = new CaseUnderTest(learnworks).perform("assess", { ...answers.handle, ...trainer });
    one.perform(
      "statement",
      { outcome: "declined", declineReason: "Dat houd ik voor mij." },
      undefined,
      "respondent:1",
    );
    expect(said(one, "reply-to-account", "complainant")).toHaveLength(1);
  });

  test("is the question to the complainant, never what a colleague was consulted about (B8, B24)", () => {
    const one = new CaseUnderTest(learnworks);
    one.perform("assess", {
      ...answers.handle,
      outcome: "consult",
      question: "Wat vind jij ervan?",
      consultWhom: "director",
    });
    expect(said(one, "answer-question", "complainant")).toEqual([]);
    one.perform("establish-facts", { outcome: "ask-more", question: "Op welke dag was het?" });
    expect(said(one, "answer-question", "complainant")).toEqual([["Onze vraag", "Op welke dag was het?"]]);
  });

  test("is the solution; what we promise and pay is for the complainant alone (B18)", () => {
    const one = heard();
    const paid = { promise: "Wij bellen u", promiseDue: "2026-09-03", redress: "U krijgt 100 euro terug." };
    one.perform("solve", { solution: "Een nieuwe dag voor de groep.", ...paid });
    expect(said(one, "confirm-agreement", "complainant")).toEqual([
      [
        "Dit is de oplossing",
        "Een nieuwe dag voor de groep.\n\nWij bellen u (donderdag 3 september 2026)\n\nU krijgt 100 euro terug.",
      ],
    ]);
    expect(said(one, "confirm-agreement", "respondent:1")).toEqual([
      ["Dit is de oplossing", "Een nieuwe dag voor de groep."],
    ]);
  });

  test("is what was agreed last, not what came before it (A18, A20)", () => {
    const one = new CaseUnderTest(sterker).perform("assess", { ...answers.handle, ...trainer });
    one.perform("talk-result", { outcome: "solved", agreement: "Wij gaan koffie drinken." });
    expect(said(one, "confirm-agreement", "respondent:1")).toEqual([
      ["Dit is afgesproken", "Wij gaan koffie drinken."],
    ]);
    const talk = { talkDate: "2026-01-05", minutes: "GEHEIM VERSLAG", agreement: "Een nieuwe dag." };
    one.perform("three-way-talk", { outcome: "agreement", ...talk });
    expect(said(one, "confirm-agreement", "respondent:1")).toEqual([["Dit is afgesproken", "Een nieuwe dag."]]);
  });

  test("is our advice (A8)", () => {
    const one = new CaseUnderTest(sterker).perform("advise", { advice: "Praat eerst eens samen." });
    expect(said(one, "choose-after-advice", "complainant")).toEqual([["Ons advies", "Praat eerst eens samen."]]);
  });

  test("is the names of who is proposed, without their addresses (B29)", () => {
    const one = new CaseUnderTest(learnworks);
    one.perform("propose-independents", {
      candidates: "Thea Mulder, thea@elders.example\nKarim Bouzid, karim@elders.example",
    });
    expect(said(one, "rank-independents", "complainant")).toEqual([
      ["Deze mensen stellen wij voor", "1. Thea Mulder\n2. Karim Bouzid"],
    ]);
  });

  test("is the letter that they got themselves (B28)", () => {
    const one = new CaseUnderTest(learnworks).perform("assess", { ...answers.handle, ...trainer });
    one.perform("write-outcome", { letter: "Voor de klager.", respondentLetter: "Voor de trainer." });
    expect(said(one, "react", "complainant")).toEqual([["De uitkomst", "Voor de klager."]]);
    expect(said(one, "independent-advice", "independent").at(-1)).toEqual([
      "Dit schreven wij aan de klager",
      "Voor de klager.",
    ]);
  });

  test("is nothing where words were erased, and nothing with a colleague's task", () => {
    const one = heard();
    const erased = { ...one.dossier, text: "", tasks: [] };
    expect(shownToParty("statement", "complainant", erased, learnworks)).toEqual([]);
    expect(said(one, "assess", "complainant")).toEqual([]);
  });
});

/** A case at Learnworks in which both sides told their story. */
function heard(): CaseUnderTest {
  const one = new CaseUnderTest(learnworks).perform("assess", { ...answers.handle, ...trainer });
  const own = { outcome: "account", account: "Alles staat in mijn klacht." };
  return one.round("hearing", { complainant: own, "respondent:1": answers.account });
}

function said(one: CaseUnderTest, kind: TaskKindId, who: Party) {
  return shownToParty(kind, who, one.dossier, one.procedure).map(({ heading, text }) => [heading.nl, text]);
}
