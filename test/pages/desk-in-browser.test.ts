import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { languages } from "../../shared/domain/text.ts";
import { DeskVisitor } from "../functions/desk-visitor.ts";
import { accessibilityFaults, describeInBrowser, openBrowser, show, stylesheet } from "../support/browser.ts";
import { complaintMail } from "../support/embedded-world.ts";
import { RunningEdition } from "../support/running-edition.ts";
import { hardWords } from "./every-page.ts";

const home = "/desk/learnworks";
const ingrid = "ingrid.bakker@learnworks.example";

/** Every page of the desk with something on it that is hard to lay out, and forms with all that can be wrong. */
async function everyDeskPage() {
  const desk = await DeskVisitor.at().signedIn(ingrid);
  const from = `${hardWords.complainant.name} <${hardWords.complainant.email}>`;
  const caseId = await desk.hasCase(complaintMail({ subject: hardWords.subject, from, text: hardWords.text }));
  const taskId = await desk.opens(caseId, "assess");
  const measure = {
    ...{ ticket: "t", text: hardWords.subject, measureType: "process", owner: "joost", due: "2026-01-06" },
    ...{ cases: "LW-2026-0001", counted: "category:trainer" },
  };
  await desk.post(`${home}/measures/new`, measure);
  const measureId = desk.world.workflow.started.find(({ machine }) => machine.startsWith("measure"))?.name ?? "";
  await desk.visit(`${home}/case/${caseId}`);
  const [secret = ""] = await desk.another().asksLink(ingrid);
  desk.world.clock.at = "2026-02-10T09:00:00.000Z";
  await desk.signsInAgain();
  const stranger = desk.another();
  const visits = languages.flatMap((lang) => {
    const query = { lang };
    const look = (title: string, path: string, visitor = desk, more = {}) => ({
      title: `${title} in ${lang}`,
      response: () => visitor.visit(path, { query: { ...query, ...more } }),
    });
    const posted = (title: string, path: string, form: Record<string, string>, visitor = desk) => ({
      title: `${title} in ${lang}`,
      response: () =>
        visitor.visit(path, { method: "POST", form, query, headers: { "sec-fetch-site": "same-origin" } }),
    });
    return [
      look("the door", "/desk", stranger),
      look("a mail is on its way", "/desk", stranger, { sent: "1" }),
      posted("the door with a mistake", "/desk", { email: "x" }, stranger),
      look("a link that has ended", `/desk/in/${secret}`, stranger),
      look("my tasks", home),
      look("the overview of complaints", `${home}/cases`),
      look("the overview of complaints with nothing found", `${home}/cases`, desk, { q: "nergens" }),
      look("a new complaint", `${home}/cases/new`),
      posted("a new complaint with mistakes", `${home}/cases/new`, { email: "x" }),
      look("a case", `${home}/case/${caseId}`),
      look("a task", `${home}/case/${caseId}/t/${taskId}`),
      look("an action", `${home}/case/${caseId}/do/add-to-case`),
      look("a measure", `${home}/case/${measureId}`),
      look("nothing", `${home}/case/nothing`),
      look("the register", `${home}/register`),
      look("what we learn", `${home}/learning`),
      look("a new measure", `${home}/measures/new`),
      posted("a new measure with mistakes", `${home}/measures/new`, { due: "x", cases: "x" }),
      look("the overview of a period", `${home}/overview`),
      look("an access request", `${home}/person`),
      posted("an access request with mistakes", `${home}/person`, { email: "x" }),
    ];
  });
  return Promise.all(visits.map(async ({ title, response }) => ({ title, html: (await response()).body })));
}

const pages = await everyDeskPage();

describeInBrowser("the desk in a real browser", () => {
  let browser: Browser;
  let css: string;
  beforeAll(async () => {
    [browser, css] = await Promise.all([openBrowser(), stylesheet()]);
  });
  afterAll(() => browser?.close());

  test.each(pages)(
    "$title: axe finds nothing wrong at 1280 and 390 pixels wide, and it fits in 320",
    async ({ html }) => {
      expect(html).toContain("<main");
      const { page } = await show(browser, { html, css, width: 1280 });
      await page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })");
      expect(await accessibilityFaults(page)).toEqual([]);
      await page.setViewportSize({ width: 390, height: 800 });
      expect(await accessibilityFaults(page)).toEqual([]);
      await page.setViewportSize({ width: 320, height: 700 });
      expect(await page.evaluate<number>("document.documentElement.scrollWidth")).toBeLessThanOrEqual(320);
      await page.close();
    },
  );

  const inTheDark = pages.filter(({ title }) => /(my tasks|register|learn|mistakes).* in nl/.test(title));
  test.each(inTheDark)("$title: has enough contrast in the dark", async ({ html }) => {
    const { page } = await show(browser, { html, css, scheme: "dark" });
    expect(await accessibilityFaults(page, ["color-contrast"])).toEqual([]);
    await page.close();
  });
});

describeInBrowser("the desk by keyboard alone", () => {
  const edition = new RunningEdition();
  let browser: Browser;
  beforeAll(async () => {
    [browser] = await Promise.all([openBrowser(), edition.start()]);
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await edition.remove();
  });

  /** Tabs until what has the focus reads like this. */
  async function tabTo(page: Page, words: string): Promise<void> {
    for (let press = 0; press < 80; press += 1) {
      await page.keyboard.press("Tab");
      const focused = await page.evaluate<string>(
        "(document.activeElement.labels?.[0]?.textContent ?? document.activeElement.textContent ?? '').trim()",
      );
      if (focused === words) return;
    }
    throw new Error(`Tab never comes to ${words}.`);
  }

  test("lets one in, register a complaint and find it", async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(`${edition.http}/`);
    await tabTo(page, "Naar de klachtenbalie");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/desk/);
    await tabTo(page, "E-mailadres");
    await page.keyboard.type(ingrid);
    await page.keyboard.press("Enter");
    await page.waitForURL(/sent=1/);
    const mail = await edition.letter(ingrid, "klachtenbalie");
    await page.goto(mail.links[0] ?? "");
    await tabTo(page, "Kom binnen");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/desk\/learnworks(\?|$)/);
    await tabTo(page, "Nieuwe klacht");
    await page.keyboard.press("Enter");
    await page.waitForURL(/cases\/new/);
    await tabTo(page, "Per telefoon");
    await page.keyboard.press("Space");
    await tabTo(page, "Wat is er gebeurd?");
    await page.keyboard.type("De zaal was te koud.");
    await tabTo(page, "Telefoon");
    await page.keyboard.type("030 555 12 34");
    await page.keyboard.press("Enter");
    await page.waitForURL(/done=/);
    await tabTo(page, "Open de zaak");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/case\//);
    await tabTo(page, "Klachten");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/cases(\?|$)/);
    await tabTo(page, "Zoek op naam, nummer of woord");
    await page.keyboard.type("telefoon");
    await page.keyboard.press("Enter");
    await page.waitForURL(/q=telefoon/);
    await tabTo(page, "Klacht per telefoon");
    await page.reload();
    await tabTo(page, "Uitloggen");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/desk(\?|$)/);
    await page.close();
  }, 60_000);
});
