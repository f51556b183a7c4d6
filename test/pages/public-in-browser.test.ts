import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readComplaint } from "../../shared/cases/complaint-form.ts";
import { type Language, languages } from "../../shared/domain/text.ts";
import { complainPage } from "../../shared/pages/complain-page.tsx";
import { complainSentPage } from "../../shared/pages/complain-sent-page.tsx";
import { publicPage } from "../../shared/pages/public-page.tsx";
import { accessibilityFaults, describeInBrowser, openBrowser, show, stylesheet } from "../support/browser.ts";
import { procedures } from "../support/case-under-test.ts";

const { sterker, learnworks } = procedures;

function wrongForm(language: Language): string {
  const values = { words: "", email: "sanne", name: "Sanne", talked: "no", tried: "Gebeld." };
  const read = readComplaint(values, [learnworks], learnworks, language);
  const problems = read.ok ? [] : read.problems;
  return complainPage({ procedure: learnworks, language, ticket: "t", values, problems });
}

const pages = languages.flatMap((language) => [
  { title: "the public page of Sterker", language, html: publicOf(sterker, language) },
  { title: "the public page of Learnworks", language, html: publicOf(learnworks, language) },
  { title: "the form", language, html: complainPage({ procedure: sterker, language, ticket: "t" }) },
  { title: "the form with problems", language, html: wrongForm(language) },
  {
    title: "the form that failed",
    language,
    html: complainPage({ procedure: sterker, language, ticket: "t", failed: true }),
  },
  { title: "what happens next", language, html: complainSentPage(sterker, language) },
]);

function publicOf(procedure: typeof sterker, language: Language): string {
  return publicPage({ procedure, language, origin: "https://klachten.example" });
}

describeInBrowser("the public pages in a real browser", () => {
  let browser: Browser;
  let css: string;
  beforeAll(async () => {
    [browser, css] = await Promise.all([openBrowser(), stylesheet()]);
  });
  afterAll(() => browser?.close());

  test.each(pages)("$title in $language: axe finds nothing wrong, and it fits in 320 pixels", async ({ html }) => {
    const { page } = await show(browser, { html, css });
    await page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })");
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 700 });
    expect(await page.evaluate<number>("document.documentElement.scrollWidth")).toBeLessThanOrEqual(320);
    await page.close();
  });

  test.each(pages.filter(({ language }) => language === "nl"))(
    "$title has enough contrast in the dark",
    async ({ html }) => {
      const { page } = await show(browser, { html, css, scheme: "dark" });
      await page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })");
      expect(await accessibilityFaults(page, ["color-contrast"])).toEqual([]);
      await page.close();
    },
  );

  test("the form can be filled in and sent by keyboard alone, and nobody meets the trap (A4, A14)", async () => {
    const { page, posted } = await show(browser, {
      html: complainPage({ procedure: sterker, language: "nl", ticket: "t1" }),
      css,
    });
    const met: string[] = [];
    const typed: Readonly<Record<string, string>> = { words: "De zaal was koud.", email: "sanne@zorggroep.example" };
    for (let presses = 0; presses < 40 && posted.length === 0; presses += 1) {
      await page.keyboard.press("Tab");
      const name = await page.evaluate<string>("document.activeElement.name || document.activeElement.type || ''");
      met.push(name);
      const words = typed[name];
      if (words !== undefined) await page.keyboard.type(words);
      if (name === "talked") await page.keyboard.press("ArrowUp");
      if (name === "submit") await page.keyboard.press("Enter");
      if (name === "submit") await expect.poll(() => posted).toHaveLength(1);
    }
    expect(met).not.toContain("topic");
    expect(Object.fromEntries(new URLSearchParams(posted[0]))).toEqual({
      ...typed,
      ticket: "t1",
      topic: "",
      name: "",
      phone: "",
      address: "",
      course: "",
      talked: "no",
      tried: "",
    });
    await page.close();
  });

  test.each([
    { scheme: "with", styled: true },
    { scheme: "without", styled: false },
  ])("$scheme the style sheet the trap says to leave it empty, to whoever sees it", async ({ styled }) => {
    const { page } = await show(browser, {
      html: complainPage({ procedure: sterker, language: "nl", ticket: "t" }),
      css: styled ? css : "",
    });
    expect(await page.locator(".trap label").textContent()).toBe("Laat dit leeg");
    const box = await page.locator("#field-topic").boundingBox();
    expect((box?.x ?? 0) < 0).toBe(styled);
    await page.close();
  });

  test("a form that came back with problems brings the reader to them, and from there to the fields", async () => {
    const { page } = await show(browser, { html: wrongForm("nl"), css });
    expect(await page.evaluate<string>("document.activeElement.getAttribute('role')")).toBe("alert");
    expect(await page.title()).toMatch(/^Fout: /);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.keyboard.type("Nu wel.");
    expect(await page.locator("#field-words").inputValue()).toBe("Nu wel.");
    expect(await page.locator("#field-tried").inputValue()).toBe("Gebeld.");
    expect(await page.locator("#field-talked-no").isChecked()).toBe(true);
    await page.close();
  });

  test("what somebody filled in cannot run", async () => {
    const evil = '"><script>document.title=1</script><img src=x onerror="document.title=2">';
    const values = { words: evil, name: evil, email: evil, ticket: evil };
    const html = complainPage({ procedure: sterker, language: "nl", ticket: evil, values, failed: true });
    const { page } = await show(browser, { html, css });
    expect(await page.locator("script, img").count()).toBe(0);
    expect(await page.locator("#field-name").inputValue()).toBe(evil);
    await page.close();
  });
});
