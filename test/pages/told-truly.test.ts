import { describe, expect, test } from "vitest";
import { catalogue } from "../../shared/domain/tasks/catalogue.ts";
import { respondentPage } from "../../shared/pages/respondent-page.tsx";
import { statusPage } from "../../shared/pages/status-page.tsx";
import { readable } from "../support/markup.ts";
import { CaseShown, words } from "./case-shown.ts";
import { caseOf, endedOf, taskOf, viewOf, withdraw } from "./every-page.ts";

const complainantReads = (one: CaseShown) => readable(statusPage(viewOf(one, "complainant")));
const respondentReads = (one: CaseShown) => readable(respondentPage(viewOf(one, "respondent:1")));

function reopened(): CaseShown {
  const one = new CaseShown("sterker").upTo("follow-up");
  const { taskId, assignee } = one.task;
  const posted = { outcome: "reopen", reopenReason: "Wij misten iets." };
  one.at("2026-03-02T09:00:00.000Z");
  one.events({ type: "AnswerTask", taskId, by: assignee, posted }, one.now);
  one.at("2026-03-02T10:00:00.000Z").open("establish-facts", one.now);
  return one;
}

describe("a case that was opened again", () => {
  test("starts from that for the complainant: when, and that no day is known (B22)", () => {
    const text = complainantReads(reopened());
    expect(text).toContain("Uw zaak is weer open.");
    expect(text).toContain("De zaak is weer open sinds maandag 2 maart 2026. Wij weten nog geen datum");
    expect(text).toContain("De eerdere uitkomst");
    expect(text).not.toMatch(/Die dag is voorbij|U krijgt de uitkomst voor|U hoort van ons voor/);
  });

  test("starts from that for a respondent, who no longer has the outcome", () => {
    const text = respondentReads(reopened());
    expect(text).toContain("De zaak is weer open.");
    expect(text).toContain("Wij weten nog geen datum");
    expect(text).toContain("Wij openden de zaak weer.");
    expect(text).not.toContain("U hebt de uitkomst van ons gekregen.");
  });

  test("keeps in its history that it had been closed", () => {
    expect(complainantReads(reopened())).toMatch(/Wij sloten de zaak\..*Wij openden uw zaak weer\./);
    expect(respondentReads(reopened())).toMatch(/Wij sloten de zaak\..*Wij openden de zaak weer\./);
    expect(readable(caseOf(reopened(), "nl"))).toMatch(/De zaak is gesloten\..*opende de zaak weer/);
  });

  test("shows the new day once one was announced since", () => {
    const one = reopened();
    const posted = { outcome: "delay", newDate: "2026-04-01", delayWhy: "other", delayReason: "Nieuw onderzoek." };
    one.events({ type: "Act", action: "announce-delay", by: one.dossier.owner, posted, actId: "a9" }, one.now);
    expect(complainantReads(one)).toContain("U krijgt de uitkomst voor woensdag 1 april 2026");
    expect(complainantReads(one)).not.toContain("Wij weten nog geen datum");
  });
});

describe("an agreement of a first talk", () => {
  const one = new CaseShown("sterker").upTo("talk-result");
  one.events(
    {
      type: "AnswerTask",
      taskId: one.task.taskId,
      by: "complainant",
      posted: { outcome: "solved", agreement: "Wij doen het over.", tried: "Gepraat." },
    },
    one.now,
  );
  one.open("confirm-agreement", one.now, "respondent:1");

  test("is asked of a respondent without a word of an inquiry", () => {
    expect(respondentReads(one)).toContain("Wij vragen u of deze afspraak klopt.");
    expect(respondentReads(one)).not.toContain("uitgezocht");
  });

  test("is no analysis that was done", () => {
    expect(complainantReads(one)).toContain("Indienen: nu Analyseren: later Behandelen: later");
  });
});

test("after withdrawing no step is the present one, and it is said that it cannot be undone", () => {
  const one = new CaseShown("sterker").upTo("statement", "complainant");
  withdraw(one);
  const text = complainantReads(one);
  expect(text).toContain("Indienen: klaar Analyseren: niet nodig Behandelen: niet nodig");
  expect(text).toContain("Intrekken kunt u niet terugdraaien. U mag altijd een nieuwe klacht indienen.");
  expect(text).not.toContain("Bel ons dan");
});

describe("what the complainant can do", () => {
  test("is first of all to answer what is asked", () => {
    expect(complainantReads(new CaseShown("learnworks").upTo("react"))).toContain(
      "Wat kunt u doen? Geef eerst antwoord op onze vraag: Wat vindt u van de uitkomst?",
    );
  });

  test.each([
    "propose-independents",
    "rank-independents",
    "independent-advice",
    "final-outcome",
    "draw-lessons",
  ] as const)("is not to ask for an independent person at %s", (kind) =>
    expect(complainantReads(new CaseShown("learnworks").upTo(kind))).not.toContain("onafhankelijke persoon"),
  );

  test("is to ask for one after the first outcome", () => {
    expect(complainantReads(new CaseShown("learnworks").upTo("react"))).toContain("onafhankelijke persoon");
  });
});

describe("who handles the complaint", () => {
  test("is told once it was assessed", () => {
    expect(complainantReads(new CaseShown("learnworks").upTo("solve"))).toContain(
      "Farah Amrani (projectmanager) behandelt uw klacht.",
    );
    expect(complainantReads(new CaseShown("learnworks").upTo("assess"))).not.toContain("behandelt uw klacht");
  });

  test("whoever was named by the complainant is named back (A22)", () => {
    const one = new CaseShown("learnworks").upTo("assess");
    const posted = { outcome: "named", respondentStaff: "joost" };
    one.events({ type: "Act", action: "about-a-handler", by: "complainant", posted, actId: "a1" }, one.now);
    expect(complainantReads(one)).toContain("U liet weten dat het over Joost Vermeulen gaat.");
    expect(complainantReads(new CaseShown("learnworks").upTo("solve"))).not.toContain("U liet weten");
  });
});

test("of advice promises no outcome, but says who writes it and by when (A8)", () => {
  const one = new CaseShown("sterker").upTo("advise");
  const text = complainantReads(one);
  expect(text).toMatch(/Uw vraag Wij helpen u met uw vraag\..*Onze .* schrijft het advies\. U krijgt het voor \w+dag /);
  expect(text).not.toMatch(/U krijgt de uitkomst voor|behandelt uw klacht/);
});

test("the independent person does not read how each side chose, nor what is between us and our colleagues (B29)", () => {
  const text = readable(taskOf(new CaseShown("learnworks").upTo("independent-advice"), "nl"));
  for (const hidden of ["bel vandaag nog", "neem hem in behandeling", "besproken met Bram", "Brieven", "zohra@"]) {
    expect(text).not.toContain(hidden);
  }
  for (const kind of ["rank-independents", "propose-independents", "consult", "decide-urgently"] as const) {
    expect(text).not.toContain(catalogue[kind].title.nl);
  }
  for (const writer of Object.values(words)) expect(text).toContain(writer);
});

test("colleagues to choose from have their title (A22)", () => {
  const one = new CaseShown("learnworks").upTo("assess");
  expect(readable(taskOf(one, "nl"))).toContain("Farah Amrani (projectmanager)");
});

test("an answered question names the way to us and to their own page, and says nothing of visits", () => {
  const one = new CaseShown("learnworks").upTo("react");
  one.expire(one.task.taskId);
  const text = readable(endedOf(one, "nl", { by: "complainant" }));
  expect(text).toContain("In onze mails staat een link naar uw eigen pagina.");
  expect(text).not.toContain("bezoek");
});
