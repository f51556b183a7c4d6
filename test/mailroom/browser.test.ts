import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { z } from "zod";
import { bundledStylesheet, hasChromium, launch, serve } from "./chromium.ts";
import { busyWorld, complaintRow, emptyWorld, executionRow, letter, samira, type World } from "./world.ts";

const paths = [
  "/mailroom",
  "/mailroom?box=samira.haddad@post.example&mail=letter-m1",
  "/mailroom?mail=mail-i1",
  "/mailroom/compose?example=late-trainer",
  "/mailroom/cases",
  "/mailroom/cases/c1",
  "/mailroom/executions",
  `/mailroom/executions/${encodeURIComponent(executionRow.id)}`,
  "/mailroom/intake",
  "/mailroom/cases/c1/duties",
  "/mailroom/letters",
];

const screens: readonly { readonly title: string; readonly options: BrowserContextOptions }[] = [
  { title: "a wide screen by day", options: { viewport: { width: 1280, height: 800 }, colorScheme: "light" } },
  { title: "a telephone in the dark", options: { viewport: { width: 360, height: 740 }, colorScheme: "dark" } },
];

describe.skipIf(!hasChromium())("the mailroom in a browser", () => {
  let browser: Browser;
  let stylesheet: string;
  let axe: string;

  beforeAll(async () => {
    const axePath = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
    [browser, stylesheet, axe] = await Promise.all([launch(), bundledStylesheet(), readFile(axePath, "utf8")]);
  });
  afterAll(() => browser?.close());

  async function visit(world: World, options: BrowserContextOptions = {}) {
    const room = await serve({ ...world, stylesheet });
    const context = await browser.newContext({
      viewport: { width: 1280, height: 800 },
      baseURL: room.origin,
      ...options,
    });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on("console", (message) => {
      if (message.type() === "error") complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(error.message));
    onTestFinished(async () => {
      await context.close();
      room.close();
    });
    return { ...room, page, context, complaints };
  }

  /** The rules that a page breaks, each with the first place. */
  async function violations(page: Page): Promise<readonly string[]> {
    // Added as the browser's own tool would be: the page's policy refuses scripts from anywhere else.
    await page.evaluate(axe);
    const result = await page.evaluate("axe.run({ iframes: false, resultTypes: ['violations'] })");
    const { violations: found } = z
      .object({ violations: z.array(z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string() })) })) })
      .parse(result);
    return found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  }

  test.each(screens)("no page has an accessibility fault or runs off the side on $title", async ({ options }) => {
    const { page, complaints } = await visit(await busyWorld(), options);
    for (const path of paths) {
      await page.goto(path);
      expect(await violations(page), path).toEqual([]);
      expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth"), path).toBeLessThanOrEqual(0);
    }
    expect(complaints).toEqual([]);
  });

  test("the first visit has no accessibility fault either, also when mail leaves for real", async () => {
    const { page } = await visit({ ...emptyWorld(), relay: "mail.example:587" });
    await page.goto("/mailroom?lang=en");
    expect(await violations(page)).toEqual([]);
  });

  test("the keyboard reaches everything, and what has the focus shows it", async () => {
    const { page, did } = await visit(await busyWorld());
    await page.goto("/mailroom?box=samira.haddad@post.example&mail=letter-m1&lang=en");
    const reached: string[] = [];
    for (let step = 0; step < 60; step += 1) {
      await page.keyboard.press("Tab");
      const focused = z
        .object({ name: z.string(), outline: z.string() })
        .parse(
          await page.evaluate(
            "(({ activeElement: e }) => ({ name: e.title || e.innerText.split('\\n')[0], outline: getComputedStyle(e).outlineStyle }))(document)",
          ),
        );
      if (reached.includes(focused.name) && focused.name === "Skip to content") break;
      reached.push(focused.name);
      // In the letter the browser itself marks what has the focus.
      if (!["", "The letter"].includes(focused.name)) expect(focused.outline, focused.name).not.toBe("none");
      if (focused.name === "The letter") break;
    }
    for (const name of ["Skip to content", "Cases", "To the next alarm", "+1 month", "Write an e-mail", "All mail"])
      expect(reached).toContain(name);
    for (const name of ["ingrid.bakker@learnworks.example", "Reply", "Source", "The letter"])
      expect(reached).toContain(name);
    await page.getByRole("button", { name: "To the next alarm" }).focus();
    await page.keyboard.press("Enter");
    await page.waitForURL(/arrived=0/);
    expect(did).toHaveLength(1);
  });

  test("a complaint is sent in one click, without scripts", async () => {
    const { page, did } = await visit(emptyWorld(), { javaScriptEnabled: false });
    await page.goto("/mailroom");
    await page.getByRole("button", { name: "Verstuur deze klacht" }).click();
    await page
      .getByText("Verstuurd. Wederhoor heeft de e-mail aangenomen; wat erop volgt, verschijnt zo in de lijst.")
      .waitFor();
    expect(did).toMatchObject([{ composed: { to: "klachten@learnworks.example" } }]);
  });

  test("on a telephone somebody goes from mailbox to message and back, one pane at a time", async () => {
    const { page } = await visit(await busyWorld(), { viewport: { width: 360, height: 740 } });
    await page.goto("/mailroom?lang=en");
    await page.getByRole("link", { name: "Samira Haddad", exact: false }).first().click();
    expect(await page.getByRole("link", { name: "Write an e-mail" }).isVisible()).toBe(false);
    await page.getByRole("link", { name: "Trainer te laat" }).click();
    await page.getByText("Goedemiddag, de trainer kwam twee keer te laat.").waitFor();
    await page.getByRole("link", { name: "Back to the list" }).click();
    await page.getByRole("link", { name: "Mailboxes" }).click();
    await page.getByRole("link", { name: "Write an e-mail" }).waitFor();
  });

  test("scripts in a letter do not run, and its links open in a new tab", async () => {
    const world = await busyWorld();
    const html = `<!doctype html><html lang="nl"><head><title>Brief</title></head><body>
      <script>document.body.append("RA" + "N"); top.document.title = "RA" + "N"</script>
      <img src="x" onerror="document.body.append('RA' + 'N')" alt="">
      <form action="/mailroom/clock" method="post"><button name="advance" value="P1D">Klik</button></form>
      <a href="/mailroom/intake">Open</a></body></html>`;
    world.messages = [await letter({ id: "m9", to: samira, subject: "x", text: "x", html })];
    const { page, context, did } = await visit(world);
    await page.goto("/mailroom?mail=letter-m9");
    const frame = page.frameLocator("iframe");
    await frame.getByRole("button", { name: "Klik" }).click();
    const opened = context.waitForEvent("page");
    await frame.getByRole("link", { name: "Open" }).click();
    await (await opened).getByRole("heading", { name: "Binnengekomen" }).waitFor();
    expect(await page.title()).toBe("x · Wederhoor");
    expect(await frame.locator("body").textContent()).not.toContain("RAN");
    expect(did).toEqual([]);
    await page.goto("/mailroom/messages/m9/letter");
    expect(await page.locator("body").textContent()).not.toContain("RAN");
  });

  test("what somebody opened stays open when the page refreshes itself", async () => {
    const world = await busyWorld();
    const { page } = await visit(world);
    await page.clock.install();
    await page.goto("/mailroom/cases/c1?lang=en");
    await page.getByText("Duties that do not count in this case").first().click();
    const event = world.events.get("c1") ?? [];
    world.events.set("c1", event.slice(0, 3));
    await page.clock.runFor(5_000);
    await expect.poll(() => page.locator(".room-event").count()).toBe(3);
    expect(await page.locator("details[open]").count()).toBe(1);
  });

  test("new mail appears by itself, and the focus stays where it was", async () => {
    const world = await busyWorld();
    const { page } = await visit(world);
    await page.clock.install();
    await page.goto("/mailroom");
    const own = page.getByRole("link", { name: "Trainer te laat" });
    await own.focus();
    world.rows.push({ ...complaintRow, id: "i2", subject: "Nog een klacht" });
    await page.clock.runFor(5_000);
    await page.getByRole("link", { name: "Nog een klacht" }).waitFor();
    expect(await page.evaluate("document.activeElement.textContent")).toContain("Trainer te laat");
  });
});
