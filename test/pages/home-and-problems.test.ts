import { describe, expect, test } from "vitest";
import { languages } from "../../shared/domain/text.ts";
import { homePage } from "../../shared/pages/home-page.tsx";
import { type PageProblem, problemPage, problemStatus } from "../../shared/pages/problem-page.tsx";
import { procedures } from "../support/case-under-test.ts";
import { readable, startTags } from "../support/markup.ts";

describe.each(languages)("the home page in %s", (language) => {
  const html = homePage({ procedures: Object.values(procedures), language });
  const hrefs = startTags(html).flatMap(({ attributes }) => attributes["href"] ?? []);

  test.each(Object.values(procedures))(
    "says where and how to complain at $id, and what happens after (A1, A4, A9)",
    (procedure) => {
      expect(hrefs).toContain(`mailto:${procedure.house.complaintsAddress}`);
      expect(hrefs).toContain(`tel:${procedure.house.phone.replaceAll(" ", "")}`);
      expect(readable(html)).toContain(procedure.house.afterwards[language]);
    },
  );

  test("says how long it takes, from the clocks of the procedure", () => {
    const expected =
      language === "nl"
        ? ["Binnen 24 uur", "Binnen 1 week", "Binnen 1 maand"]
        : ["Within 24 hours", "Within 1 week", "Within 1 month"];
    for (const words of expected) expect(readable(html).split(words)).toHaveLength(1 + Object.keys(procedures).length);
  });
});

test("a house that chose its terms itself says so", () => {
  const text = readable(homePage({ procedures: [procedures.sterker], language: "nl" }));
  expect(text).toContain("Sterker Leerhuis koos deze termijnen zelf.");
  expect(readable(homePage({ procedures: [procedures.learnworks], language: "nl" }))).toContain(
    "Deze termijnen staan in de klachtenregeling.",
  );
});

describe("a page that cannot be shown", () => {
  const cases: readonly { problem: PageProblem; status: number; nl: string; en: string }[] = [
    { problem: "not-found", status: 404, nl: "Deze link werkt niet", en: "This link does not work" },
    { problem: "not-yours", status: 403, nl: "Deze link is niet meer voor u", en: "This link is no longer for you" },
    { problem: "not-now", status: 409, nl: "Er is niets veranderd.", en: "Nothing has changed." },
    { problem: "cross-site", status: 403, nl: "Er is niets veranderd.", en: "Nothing has changed." },
    { problem: "method-not-allowed", status: 405, nl: "Er is niets veranderd.", en: "Nothing has changed." },
    { problem: "too-large", status: 413, nl: "maak het korter", en: "make it shorter" },
    { problem: "failed", status: 500, nl: "Uw antwoord is niet weg. Ga terug", en: "Your answer is not lost. Go back" },
  ];

  test.each(cases)("$problem ($status) says what is wrong and what to do", ({ problem, status, nl, en }) => {
    expect(problemStatus[problem]).toBe(status);
    expect(readable(problemPage({ problem, language: "nl" }))).toContain(nl);
    expect(readable(problemPage({ problem, language: "en" }))).toContain(en);
  });

  test("has the house's name and phone when it is known whose page it was", () => {
    const text = readable(problemPage({ problem: "not-found", language: "nl", procedure: procedures.sterker }));
    expect(text).toContain("024 555 01 10");
  });
});
