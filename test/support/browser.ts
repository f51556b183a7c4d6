import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import axe from "axe-core";
import { build } from "esbuild";
import { type Browser, chromium, type Page } from "playwright-core";
import { describe, test } from "vitest";

const executablePath = [process.env["CHROMIUM"], "/usr/bin/chromium", "/usr/bin/google-chrome"].find(
  (path) => path !== undefined && existsSync(path),
);

/** Tests that need a real browser. Without one they are skipped and say so, but not where CI is set: there they fail. */
export function describeInBrowser(title: string, tests: () => void): void {
  if (executablePath !== undefined) describe(title, tests);
  else if (process.env["CI"] !== undefined) {
    test(title, () => {
      throw new Error("There is no Chromium: `apt-get install chromium`, or set CHROMIUM to its path.");
    });
  } else {
    console.warn(`Skipped: ${title}. There is no Chromium: \`apt-get install chromium\`, or set CHROMIUM to its path.`);
    describe.skip(title, tests);
  }
}

export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    ...(executablePath !== undefined && { executablePath }),
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

/** The style sheet as it is served. */
export async function stylesheet(): Promise<string> {
  const entry = fileURLToPath(new URL("../../shared/pages/style.css", import.meta.url));
  const { outputFiles } = await build({ entryPoints: [entry], bundle: true, minify: true, write: false });
  return outputFiles[0]?.text ?? "";
}

interface Shown {
  readonly html: string;
  readonly css: string;
  readonly width?: number;
  readonly scheme?: "light" | "dark";
}

/** Shows a document at an address that exists only here; what it posts is kept in `posted`, and nothing else gets out. */
export async function show(browser: Browser, { html, css, width = 1024, scheme = "light" }: Shown) {
  const page = await browser.newPage({
    viewport: { width, height: 700 },
    colorScheme: scheme,
    reducedMotion: "reduce",
  });
  const posted: string[] = [];
  await page.route("**/*", async (route) => {
    const request = route.request();
    if (request.method() === "POST") posted.push(request.postData() ?? "");
    const isStyle = new URL(request.url()).pathname === "/assets/style.css";
    await route.fulfill({ contentType: isStyle ? "text/css" : "text/html; charset=utf-8", body: isStyle ? css : html });
  });
  await page.goto("http://wederhoor.example/t/secret");
  return { page, posted };
}

/** What axe finds wrong, by all of its rules (WCAG 2.2 AA and good practice) or only these: rule and element. */
export async function accessibilityFaults(page: Page, rules?: readonly string[]): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  // As text: this project has no browser types, and axe lives in the page.
  const options = JSON.stringify({ resultTypes: ["violations"], ...(rules && { runOnly: rules }) });
  const report = await page.evaluate<string>(
    `axe.run(${options}).then(({ violations }) => JSON.stringify(violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => id + ": " + target.join(" ")))))`,
  );
  return JSON.parse(report);
}
