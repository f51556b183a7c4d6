import { describe, expect, test } from "vitest";
import { learnworks } from "../../procedures/learnworks.ts";
import { parseProcedure } from "../../shared/domain/procedure.ts";
import { taskKindsOf } from "../../shared/domain/tasks/catalogue.ts";
import { languages } from "../../shared/domain/text.ts";
import { periodInWords } from "../../shared/letters/wording/period.ts";
import { complainPage } from "../../shared/pages/complain-page.tsx";
import { complainSentPage } from "../../shared/pages/complain-sent-page.tsx";
import { homePage } from "../../shared/pages/home-page.tsx";
import { publicBlock } from "../../shared/pages/public-block.tsx";
import { publicPage } from "../../shared/pages/public-page.tsx";
import { procedures } from "../support/case-under-test.ts";
import { readable, startTags } from "../support/markup.ts";
import { readingEase } from "../support/reading-ease.ts";

const origin = "https://klachten.example";
const { sterker } = procedures;
const { solve, ...others } = learnworks.tasks;
/** A house that differs from both in everything the page is made of. */
const school = parseProcedure("school.ts", {
  ...learnworks,
  id: "school",
  house: {
    ...learnworks.house,
    name: "Brookside School",
    complaintsAddress: "complaints@brookside.example",
    language: "en",
    languages: ["en"],
    phone: "0117 496 0000",
    afterwards: { en: "You can turn to the governors." },
  },
  clocks: learnworks.clocks.map((clock) => ({ ...clock, period: { amount: 3, unit: "weeks" as const } })),
  branches: { ...learnworks.branches, handling: "judgment", mediation: false, session: true },
  tasks: { ...others, "give-judgment": solve, "hold-session": solve },
  categories: [{ id: "other", label: { en: "Marks and tests" } }],
});

const each = Object.values(procedures).flatMap((procedure) => languages.map((language) => ({ procedure, language })));
const hrefsIn = (html: string) => startTags(html).flatMap(({ attributes }) => attributes["href"] ?? []);

describe.each(each)("the public page of $procedure.id in $language", ({ procedure, language }) => {
  const html = publicPage({ procedure, language, origin });
  const text = readable(html);

  test("says what one can complain about and every way to do it (A1, A4, A9, B5)", () => {
    for (const { label } of procedure.categories) expect(text).toContain(label[language]);
    const form = language === "nl" ? `/o/${procedure.id}/complain` : `/o/${procedure.id}/complain?lang=en`;
    expect(hrefsIn(html)).toEqual(
      expect.arrayContaining([
        `mailto:${procedure.house.complaintsAddress}`,
        `tel:${procedure.house.phone.replaceAll(" ", "")}`,
        form,
      ]),
    );
    expect(text).toContain(language === "nl" ? "iemand die bij ons werkt" : "somebody who works with us");
  });

  test("shows the procedure's own steps in order, and whose work each is (A3, B2, B3)", () => {
    const places = procedure.steps.map(({ label }) => html.indexOf(`<strong>${label[language]}</strong>`));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    const owner = procedure.roles.find(({ id }) => id === procedure.responsibilities.owner);
    expect(text).toContain(owner?.title[language]);
  });

  test("says how long each task takes and whose rule that is", () => {
    for (const { period } of procedure.clocks) expect(text).toContain(periodInWords(period, language));
    for (const kind of taskKindsOf(procedure)) {
      const term = procedure.tasks[kind];
      if (term !== undefined && term.basis === "procedure" && !/first-response|announce|post/.test(kind)) {
        const section = procedure.duties.find(({ id }) => id === term.duty)?.section[language];
        expect(text).toContain(`“${section}”`);
      }
    }
    expect(text).toContain(language === "nl" ? "eigen termijn" : "own term");
  });

  test("says what can be done with the outcome, and what if it is about who handles complaints", () => {
    expect(text).toContain(procedure.house.afterwards[language]);
    expect(text).toContain(language === "nl" ? "Schrijf dan de hele naam" : "Then write the full name");
  });

  test("names nobody, only roles", () => {
    for (const { name, email } of procedure.people) {
      expect(text).not.toContain(name);
      expect(html).not.toContain(email);
    }
  });

  test("holds the block for the website and the intranet, to be copied (A10, A11)", () => {
    const [, copied = ""] = /<textarea[^>]*>([\s\S]*?)<\/textarea>/.exec(html) ?? [];
    expect(readable(`<body>${copied}`).trim()).toBe(publicBlock({ procedure, language, origin }));
  });
});

describe("a page is made of the procedure file alone", () => {
  const text = readable(publicPage({ procedure: school, language: "en", origin }));

  test("another house has its own words everywhere", () => {
    for (const words of ["Brookside School", "complaints@brookside.example", "Marks and tests", "3 weeks"]) {
      expect(text).toContain(words);
    }
    expect(text).toContain("You can turn to the governors.");
    expect(text).toContain("also at a hearing");
    expect(text).toContain("gives a judgment");
    expect(text).not.toMatch(/Learnworks|Sterker|Trainer/);
  });

  test("a way that a procedure lacks is not promised", () => {
    expect(readable(publicPage({ procedure: sterker, language: "nl", origin }))).toContain("Vraag dan raad.");
    expect(text).not.toContain("ask for advice");
  });

  test("a house that writes one language offers no other", () => {
    const pages = [
      publicPage({ procedure: school, language: "en", origin }),
      complainPage({ procedure: school, language: "en", ticket: "t" }),
    ];
    for (const html of pages) expect(html).not.toContain("Nederlands");
    expect(hrefsIn(homePage({ procedures: [school], language: "nl" }))).toContain("/o/school/complain");
  });
});

describe("the block for other websites (A10, A11)", () => {
  test.each(each)(
    "of $procedure.id in $language is plain HTML that needs nothing of ours",
    ({ procedure, language }) => {
      const html = publicBlock({ procedure, language, origin });
      expect(html).toMatch(new RegExp(`^<section lang="${language}">`));
      expect(html).not.toMatch(/class=|style=|<script|<link|<img/);
      expect(hrefsIn(html).filter((href) => href.startsWith("/"))).toEqual([]);
      expect(readable(`<body>${html}`)).toContain(procedure.house.phone);
    },
  );
});

describe("the home page", () => {
  test.each(each)("leads to $procedure.id in $language (A1, A9)", ({ procedure, language }) => {
    const lang = language === "nl" ? "" : "?lang=en";
    expect(hrefsIn(homePage({ procedures: Object.values(procedures), language }))).toEqual(
      expect.arrayContaining([`/o/${procedure.id}${lang}`, `/o/${procedure.id}/complain${lang}`]),
    );
  });
});

describe("plain language", () => {
  test.each(
    [...each, { procedure: school, language: "en" as const }].flatMap(({ procedure, language }) => [
      { which: "the public page", html: publicPage({ procedure, language, origin }), id: procedure.id, language },
      { which: "the form", html: complainPage({ procedure, language, ticket: "t" }), id: procedure.id, language },
      { which: "what happens next", html: complainSentPage(procedure, language), id: procedure.id, language },
    ]),
  )("$which of $id in $language", ({ html, language }) => {
    expect(readingEase(sentencesIn(html), language)).toBeGreaterThanOrEqual(60);
  });
});

/** Whole sentences of ours; no names, labels or addresses, and not the fold with the names of tasks. */
function sentencesIn(html: string): readonly string[] {
  const main = html
    .replace(/^[\s\S]*<main[^>]*>/, "<body>")
    .replace(/<\/main>[\s\S]*$/, "")
    .replace(/<details[\s\S]*?<\/details>/g, "")
    .replace(/<span class="quiet">[\s\S]*?<\/span>/g, "");
  return [...main.matchAll(/<(p|li|h1|h2|legend|label)\b[^>]*>([\s\S]*?)<\/\1>/g)]
    .map(([, , inner = ""]) => readable(`<body>${inner}`).trim())
    .filter((sentence) => /[.?]$/.test(sentence) && !sentence.includes("@"));
}
