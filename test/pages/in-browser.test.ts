import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parseAnswer } from "../../shared/domain/tasks/answer.ts";
import { catalogue } from "../../shared/domain/tasks/catalogue.ts";
import { languages } from "../../shared/domain/text.ts";
import { accessibilityFaults, describeInBrowser, openBrowser, show, stylesheet } from "../support/browser.ts";
import { CaseShown, caseByPost } from "./case-shown.ts";
import { everyPage, taskOf } from "./every-page.ts";

describeInBrowser("in a real browser", () => {
  let browser: Browser;
  let css: string;
  beforeAll(async () => {
    [browser, css] = await Promise.all([openBrowser(), stylesheet()]);
  });
  afterAll(() => browser?.close());

  // Forms differ between languages in their words only; Dutch ones are the longer.
  const pages = languages
    .flatMap((language) => everyPage(language).map((one) => ({ ...one, language })))
    .filter(({ title, language }) => language === "nl" || !title.startsWith("the task "));
  test.each(pages)("$title in $language: axe finds nothing wrong, and it fits in 320 pixels", async ({ html }) => {
    const { page } = await show(browser, { html, css });
    await unfold(page);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 700 });
    expect(await page.evaluate<number>("document.documentElement.scrollWidth")).toBeLessThanOrEqual(320);
    await page.close();
  });

  const inTheDark = everyPage("nl").filter(({ title }) =>
    /problems|write-outcome|closed|home|action name|mail that says/.test(title),
  );
  test.each(inTheDark)("$title: has enough contrast in the dark", async ({ html }) => {
    const { page } = await show(browser, { html, css, scheme: "dark" });
    await unfold(page);
    expect(await accessibilityFaults(page, ["color-contrast"])).toEqual([]);
    await page.close();
  });

  test("the task form can be filled in and sent by keyboard alone", async () => {
    const one = new CaseShown("learnworks").upTo("assess");
    const { page, posted } = await show(browser, { html: taskOf(one, "nl"), css });
    await page.keyboard.press("Tab");
    expect(await focused(page)).toBe("Naar de inhoud");
    await page.keyboard.press("Enter");
    await tabTo(page, "field-outcome-handle");
    await page.keyboard.press("ArrowDown");
    expect(await focused(page)).toBe("field-outcome-solved");
    await tabTo(page, "field-category-trainer");
    await page.keyboard.press("Space");
    await tabTo(page, "field-severity-ordinary");
    await page.keyboard.press("Space");
    await tabTo(page, "field-claim-yes");
    await page.keyboard.press("ArrowDown");
    await tabTo(page, "field-respondentStaff-joost");
    await page.keyboard.press("Space");
    await tabTo(page, "field-respondentStaff-wim");
    await page.keyboard.press("Space");
    await tabTo(page, "field-respondentOthers");
    await page.keyboard.type("Bram Kuipers, bram@trainers.example");
    await page.keyboard.press("Enter");
    await page.keyboard.type("Els Mulder");
    await tabTo(page, "field-solution");
    await page.keyboard.type("Samen een nieuwe dag gepland.");
    await page.keyboard.press("Tab");
    expect(await focused(page)).toBe("Versturen");
    await page.keyboard.press("Enter");
    await expect.poll(() => posted).toHaveLength(1);
    const sent = new URLSearchParams(posted[0]);
    expect(sent.getAll("respondentStaff")).toEqual(["joost", "wim"]);
    const { procedure, dossier, now } = one;
    const values = { ...Object.fromEntries(sent), respondentStaff: sent.getAll("respondentStaff").join(",") };
    expect(parseAnswer(catalogue.assess, values, { procedure, dossier, now })).toEqual({
      ok: true,
      answer: {
        outcome: "solved",
        facts: { category: "trainer", severity: "ordinary", claim: "no" },
        private: {
          respondentStaff: "joost,wim",
          respondentOthers: "Bram Kuipers, bram@trainers.example\nEls Mulder",
          solution: "Samen een nieuwe dag gepland.",
        },
      },
    });
    await page.close();
  });

  const people = ["respondentStaff", "respondentOthers", "client"];
  test.each([
    {
      chosen: "handle",
      visible: ["category", "severity", "claim", ...people, "course", "talked", "tried", "hold", "holdReason"],
    },
    { chosen: "solved", visible: ["category", "severity", "claim", ...people, "course", "solution"] },
    {
      chosen: "consult",
      visible: ["question", "consultWhom", "category", "severity", "claim", ...people, "course", "talked", "tried"],
    },
    { chosen: "not-a-complaint", visible: ["reason", "rightDoor"] },
  ])("choosing $chosen asks only what it needs", async ({ chosen, visible }) => {
    const one = new CaseShown("learnworks").upTo("assess");
    const { page } = await show(browser, { html: taskOf(one, "nl"), css });
    expect(await visibleFields(page)).toEqual([]);
    await page.locator(`#field-outcome-${chosen}`).check();
    expect(await visibleFields(page)).toEqual(visible);
    await page.close();
  });

  test("without the style sheet every field shows and says with which choice it goes", async () => {
    const one = new CaseShown("learnworks").upTo("assess");
    const { page } = await show(browser, { html: taskOf(one, "nl"), css: "" });
    expect(await visibleFields(page)).toEqual(catalogue.assess.fields.map(({ name }) => name));
    expect(await page.locator("#only-reason").isVisible()).toBe(true);
    expect(await page.locator("#only-reason").textContent()).toBe("Alleen bij “Dit is geen klacht”.");
    await page.close();
  });

  test("a page that came back with problems brings the reader to them", async () => {
    const one = new CaseShown("learnworks").upTo("assess");
    const problems = [{ field: "severity", message: { nl: "Kies een van de mogelijkheden.", en: "Choose." } }];
    const { page } = await show(browser, { html: taskOf(one, "nl", { values: { outcome: "handle" }, problems }), css });
    expect(await page.evaluate<string>("document.activeElement.getAttribute('role')")).toBe("alert");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Space");
    expect(await page.locator("#field-severity-ordinary").isChecked()).toBe(true);
    await page.close();
  });

  test("of a letter to bring over, only the letter comes on paper", async () => {
    const one = caseByPost();
    one.open("send-by-post", one.now, "letter-2");
    const { page } = await show(browser, { html: taskOf(one, "nl"), css });
    await page.emulateMedia({ media: "print" });
    const seen = "[...document.querySelectorAll('h1, h2, form, header, footer, .post__reach, .post__sheet')]";
    const visible = `${seen}.filter((one) => one.checkVisibility()).map(({ className }) => className)`;
    expect(await page.evaluate<readonly string[]>(visible)).toEqual(["paper post__sheet"]);
    await page.close();
  });

  test("what people wrote cannot run or reverse what stands beside it", async () => {
    const evil = '<img src=x onerror="document.title=1"><script>document.title=2</script>\u202eneddorev';
    const personal = { subject: evil, text: evil, complainant: { name: evil, email: "iemand@zorggroep.example" } };
    const one = new CaseShown("learnworks", {}, personal).upTo("assess");
    const { page } = await show(browser, { html: taskOf(one, "nl", { values: { tried: evil } }), css });
    expect(await page.title()).toBe("Beoordeel de klacht · LW-2026-0001 · Learnworks");
    expect(await page.locator("script, img").count()).toBe(0);
    const direction = 'getComputedStyle(document.querySelector(".words")).unicodeBidi';
    expect(await page.evaluate<string>(direction)).toBe("isolate");
    await page.close();
  });
});

const unfold = (page: Page) =>
  page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })");

/** The id of what has the focus, or its words. */
const focused = (page: Page) =>
  page.evaluate<string>("document.activeElement.id || document.activeElement.textContent.trim()");

async function tabTo(page: Page, id: string): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    if ((await focused(page)) === id) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`${id} cannot be reached with Tab.`);
}

/** The names of the fields that can be seen, in order. */
function visibleFields(page: Page): Promise<readonly string[]> {
  return page.evaluate<readonly string[]>(
    `[...new Set([...document.querySelectorAll("form input, form textarea")].filter((one) => one.checkVisibility()).map(({ name }) => name))].filter((name) => name !== "outcome")`,
  );
}
