import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Language, languages } from "../../shared/domain/text.ts";
import { onTimeSection } from "../../shared/pages/overview-on-time.ts";
import { overviewPage } from "../../shared/pages/overview-page.tsx";
import { overviewSections } from "../../shared/pages/overview-sections.ts";
import { inShort } from "../../shared/pages/overview-trend.ts";
import { overviewOf, words } from "../learning/register-of.ts";
import { accessibilityFaults, describeInBrowser, openBrowser, show, stylesheet } from "../support/browser.ts";
import { procedures } from "../support/case-under-test.ts";
import { readable, startTags } from "../support/markup.ts";
import { readingEase } from "../support/reading-ease.ts";

const pageOf = (count: number, language: Language, told = words) =>
  overviewPage({
    overview: overviewOf(count),
    ...(count >= 5 && { words: told }),
    procedure: procedures.learnworks,
    language,
    pdf: "overview.pdf",
    linkTo: (caseId) => `/desk/learnworks/case/${caseId}`,
  });

describe("the page of an overview (A25, B33)", () => {
  test.each(languages)("of no complaints is still a page, in %s", (language) => {
    const html = pageOf(0, language);
    expect(readable(html)).toContain(
      language === "nl"
        ? "Er kwamen geen klachten binnen in januari tot en met juni 2026."
        : "No complaints came in: January to June 2026.",
    );
    expect(startTags(html).some(({ tag }) => tag === "img")).toBe(false);
  });

  test.each([
    ["nl", "Er kwamen 5 klachten binnen", "Daarvan zijn er 5 nog niet beoordeeld.", "geen klachten binnen"],
    ["en", "5 complaints came in", "Of those, 5 are not assessed yet.", "No complaints came in"],
  ] as const)(
    "of five that nobody assessed yet does not say that there were none, in %s (A23)",
    (language, came, waiting, none) => {
      const text = readable(
        overviewPage({ overview: { ...overviewOf(0), undecided: 5 }, procedure: procedures.learnworks, language }),
      );
      expect(text).toContain(came);
      expect(text).toContain(waiting);
      expect(text).not.toContain(none);
    },
  );

  test("says first how many came in, and then how many of them wait", () => {
    const { tables } = inShort({
      overview: { ...overviewOf(60), undecided: 1 },
      procedure: procedures.learnworks,
      language: "nl",
    });
    const { complaints } = overviewOf(60);
    expect(tables[0]?.rows.slice(0, 3)).toEqual([
      ["Klachten die binnenkwamen", String(complaints + 1)],
      ["waarvan nog niet beoordeeld", "1"],
      ["Geteld als klacht", String(complaints)],
    ]);
  });

  test("of a duty that was late one to four times shows bounds, and no bar (B12)", () => {
    const [duty] = overviewOf(60).duties;
    if (duty === undefined) throw new Error("No duty.");
    const few = (which: "met" | "late") =>
      onTimeSection({
        overview: { ...overviewOf(60), duties: [{ ...duty, applicable: 23, met: null, late: null, few: which }] },
        procedure: procedures.learnworks,
        language: "nl",
      })[0];
    expect(few("late")?.tables[0]?.rows[0]?.slice(1)).toEqual(["23", "19–22", "1–4", "83%–96%"]);
    expect(few("met")?.tables[0]?.rows[0]?.slice(1)).toEqual(["23", "1–4", "19–22", "4%–17%"]);
    expect(few("late")?.figure).toBeUndefined();
    expect(few("late")?.paragraphs.join(" ")).not.toContain("niets te laat");
    // What is open and late is in no count yet, so that nothing may sound as if all were well.
    expect(few("late")?.paragraphs[0]).toContain("Alleen klachten die klaar zijn");
  });

  test.each([1, 4])("of %i complaints tells how many and when, and nothing of what they were about", (count) => {
    const text = readable(pageOf(count, "nl"));
    expect(text).toContain("Het zijn er minder dan vijf.");
    const { categories, causes } = procedures.learnworks;
    for (const { label } of [...categories, ...causes]) expect(text).not.toContain(label.nl);
    for (const word of ["Terecht", "ernstig", "E-mail", "op tijd", "Tevreden"]) expect(text).not.toContain(word);
  });

  test("every drawing has words, and a table of the same numbers after it", () => {
    const html = pageOf(500, "nl");
    const tags = startTags(html).filter(({ tag }) => tag === "img" || tag === "table" || tag === "section");
    const drawings = tags.flatMap(({ tag, attributes }, index) =>
      tag === "img" ? [{ attributes, next: tags[index + 1]?.tag }] : [],
    );
    expect(drawings.length).toBeGreaterThanOrEqual(6);
    for (const { attributes, next } of drawings) {
      expect(attributes["src"]).toMatch(/^data:image\/svg\+xml;base64,/);
      expect(attributes["alt"]?.length).toBeGreaterThan(30);
      expect(next).toBe("table");
    }
  });

  test("nothing in it has a style of its own, which the page may not show", () => {
    expect(startTags(pageOf(500, "nl")).filter(({ attributes }) => "style" in attributes)).toEqual([]);
  });

  test.each(languages)("what it says is plain language, in %s", (language) => {
    const procedure = procedures.learnworks;
    for (const count of [0, 4, 60]) {
      const sections = overviewSections({ overview: overviewOf(count), procedure, language });
      const said = sections.flatMap(({ paragraphs }) => paragraphs);
      expect(readingEase(said, language)).toBeGreaterThanOrEqual(60);
    }
  });

  test("what people wrote is shown as words, and a measure leads to its file", () => {
    const html = pageOf(60, "nl", { review: { analysis: "<script>alert(1)</script>" } });
    expect(html).not.toContain("<script>");
    expect(html).toContain('href="/desk/learnworks/case/m1"');
  });

  test("the page and its numbers are written in the language of the reader", () => {
    expect(readable(pageOf(60, "nl"))).toMatch(/Gewoon aantal.*9,3/);
    expect(readable(pageOf(60, "en"))).toMatch(/Usual number.*9\.3/);
    expect(readable(pageOf(60, "en"))).not.toMatch(/\b(klacht|aantal|maand|samen)\b/i);
  });
});

describeInBrowser("the page of an overview in a real browser", () => {
  let browser: Browser;
  let css: string;
  beforeAll(async () => {
    [browser, css] = await Promise.all([openBrowser(), stylesheet()]);
  });
  afterAll(() => browser?.close());

  test.each([
    { count: 0, language: "nl" },
    { count: 4, language: "en" },
    { count: 500, language: "nl" },
    { count: 60, language: "en" },
  ] as const)(
    "of $count complaints in $language: axe finds nothing wrong, and it fits in 320 pixels",
    async (shown) => {
      const { page } = await show(browser, { html: pageOf(shown.count, shown.language), css });
      expect(await accessibilityFaults(page)).toEqual([]);
      await page.setViewportSize({ width: 320, height: 700 });
      expect(await page.evaluate<number>("document.documentElement.scrollWidth")).toBeLessThanOrEqual(320);
      await page.close();
    },
  );

  test("every drawing can be drawn", async () => {
    const { page } = await show(browser, { html: pageOf(500, "nl"), css });
    const widths = await page.evaluate<readonly number[]>("[...document.images].map((one) => one.naturalWidth)");
    expect(widths.length).toBeGreaterThanOrEqual(6);
    expect(widths.every((width) => width === 760)).toBe(true);
    await page.close();
  });

  test("has enough contrast in the dark", async () => {
    const { page } = await show(browser, { html: pageOf(60, "nl"), css, scheme: "dark" });
    expect(await accessibilityFaults(page, ["color-contrast"])).toEqual([]);
    await page.close();
  });
});
