import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { languages } from "../../shared/domain/text.ts";
import { accessibilityFaults, describeInBrowser, openBrowser, show, stylesheet } from "../support/browser.ts";
import { everyLearningPage } from "./learning-shown.ts";

describeInBrowser("measures, promises, patterns and reviews in a real browser", () => {
  let browser: Browser;
  let css: string;
  beforeAll(async () => {
    [browser, css] = await Promise.all([openBrowser(), stylesheet()]);
  });
  afterAll(() => browser?.close());

  const pages = languages.flatMap((language) =>
    everyLearningPage(language).flatMap((one) => [1280, 390].map((width) => ({ ...one, language, width }))),
  );
  test.each(pages)("$title in $language at $width pixels: axe finds nothing wrong, and it fits", async (one) => {
    const { page } = await show(browser, { html: one.html, css, width: one.width });
    await page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })");
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await page.evaluate<number>("document.documentElement.scrollWidth")).toBeLessThanOrEqual(one.width);
    await page.close();
  });

  test.each(everyLearningPage("nl"))("$title: has enough contrast in the dark", async ({ html }) => {
    const { page } = await show(browser, { html, css, scheme: "dark" });
    await page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })");
    expect(await accessibilityFaults(page, ["color-contrast"])).toEqual([]);
    await page.close();
  });

  test("a proposal is read out with the question what to do with it", async () => {
    const found = everyLearningPage("nl").find(({ title }) => title.includes("go through"));
    const { page } = await show(browser, { html: found?.html ?? "", css });
    const group = page.getByRole("group", { name: "Voorstel 2: wat besluit u?" });
    const described = await group.getAttribute("aria-describedby");
    expect(await page.locator(`#${described}`).textContent()).toBe("Leer trainers hoe zij met kritiek omgaan.");
    await page.close();
  });
});
