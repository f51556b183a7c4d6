import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseAnswer } from "../../shared/domain/tasks/answer.ts";
import { formOf } from "../../shared/domain/tasks/catalogue.ts";
import { describeInBrowser, openBrowser, show, stylesheet } from "../support/browser.ts";
import { readable, startTags } from "../support/markup.ts";
import { CaseShown } from "./case-shown.ts";
import { contactByMail, taskOf } from "./every-page.ts";

function mailed(one: CaseShown, words: string, more: Parameters<typeof taskOf>[2] = {}) {
  const html = taskOf(one, "nl", { mailed: { words, day: "2026-01-05", at: "2026-01-05T09:30:00.000Z" }, ...more });
  const tags = startTags(html);
  const hidden = tags.flatMap(({ attributes: { type, name, value } }) => (type === "hidden" ? [[name, value]] : []));
  const button = tags.find(({ tag, attributes }) => tag === "button" && attributes["name"] === "outcome");
  return { html, text: readable(html), posts: { outcome: button?.attributes["value"], ...Object.fromEntries(hidden) } };
}

describe("a task that was answered by mail", () => {
  test("says in words what would be decided, beside a button that posts just that", () => {
    const one = new CaseShown("learnworks").upTo("first-response");
    const { text, posts } = mailed(one, contactByMail);
    expect(text).toContain("Dit komt uit uw mail van maandag 5 januari 2026 om 10.30 uur. Er is nog niets besloten.");
    expect(text).toMatch(
      /U bevestigt: Er was contact\s+Hoe had u contact\?\s+Per telefoon\s+Op welke dag was dat\?\s+maandag 5 januari 2026/,
    );
    const { procedure, dossier, now } = one;
    expect(parseAnswer(formOf(one.task), posts, { procedure, dossier, now })).toEqual({
      ok: true,
      answer: {
        outcome: "done",
        facts: { contactChannel: "phone", contactDate: "2026-01-05" },
        private: { contactSummary: contactByMail },
      },
    });
  });

  test("has no such button while something is missing, and no errors before anything was posted", () => {
    const { html, text } = mailed(new CaseShown("learnworks").upTo("first-response"), "Gebeld met mevrouw De Wit.");
    expect(html).not.toContain("mailed__confirm");
    expect(text).toContain("Nog nodig: ‘Op welke dag was dat?’");
    expect(html).not.toContain("error-message");
  });

  test("has no such button where the case is not ready for that answer", () => {
    const one = new CaseShown("learnworks").upTo("establish-facts");
    const words = "Ik weet genoeg. De klacht is gegrond.";
    const { html, text } = mailed(one, words);
    expect(html).not.toContain("mailed__confirm");
    expect(text).toContain("Nog nodig:");
  });

  test("shows what was posted, not what was mailed, once that was refused", () => {
    const one = new CaseShown("learnworks").upTo("first-response");
    const values = { contactSummary: "Anders dan in de mail." };
    const { html } = mailed(one, contactByMail, { values, problems: [] });
    expect(html).not.toContain("mailed-title");
    expect(html).toContain("Anders dan in de mail.");
    expect(html).not.toContain(contactByMail);
  });

  test("is not offered to who may not answer it", () => {
    const one = new CaseShown("learnworks").upTo("approve-outcome");
    const { html } = mailed(one, "Akkoord", { by: "role:office-manager" });
    expect(html).not.toContain("mailed-title");
  });

  test("repeats no more than the beginning of long words beside the button, and posts them whole", () => {
    const words = `Het advies is als volgt. ${"Praat eerst met elkaar. ".repeat(60)}`.trim();
    const { text, posts } = mailed(new CaseShown("sterker").upTo("advise"), words);
    expect(text).toContain(`${words.slice(0, 400)} …`);
    expect(posts).toEqual({ outcome: "advised", advice: words });
  });

  test("shows mailed markup as text", () => {
    const { html } = mailed(new CaseShown("sterker").upTo("advise"), '"><script>alert(1)</script>');
    expect(html).not.toContain("<script>alert");
  });
});

describeInBrowser("a task that was answered by mail, in a real browser", () => {
  let browser: Browser;
  let css: string;
  beforeAll(async () => {
    [browser, css] = await Promise.all([openBrowser(), stylesheet()]);
  });
  afterAll(() => browser?.close());

  async function setup() {
    const { html } = mailed(new CaseShown("learnworks").upTo("first-response"), contactByMail);
    return show(browser, { html, css });
  }

  test("has its button in view, and is confirmed by keyboard alone", async () => {
    const { page, posted } = await setup();
    const button = page.locator(".mailed__confirm button");
    const box = await button.boundingBox();
    expect((box?.y ?? 1_000) + (box?.height ?? 0)).toBeLessThanOrEqual(700);
    for (let presses = 0; presses < 10; presses += 1) {
      if ((await page.evaluate<string>("document.activeElement.textContent.trim()")) === "Bevestigen") break;
      await page.keyboard.press("Tab");
    }
    await page.keyboard.press("Enter");
    await expect.poll(() => posted).toHaveLength(1);
    expect(Object.fromEntries(new URLSearchParams(posted[0]))).toEqual({
      outcome: "done",
      contactChannel: "phone",
      contactDate: "2026-01-05",
      contactSummary: contactByMail,
    });
    await page.close();
  });

  test("leaves only the button of the form once somebody changed something in it", async () => {
    const { page, posted } = await setup();
    await page.locator("#field-contactSummary").fill("Toch anders.");
    await page.keyboard.press("Tab");
    expect(await page.locator(".mailed__confirm").isVisible()).toBe(false);
    expect(await page.locator(".mailed__changed").isVisible()).toBe(true);
    await page.locator(".answer button[type=submit]").click();
    await expect.poll(() => posted).toHaveLength(1);
    expect(new URLSearchParams(posted[0]).get("contactSummary")).toBe("Toch anders.");
    await page.close();
  });
});
