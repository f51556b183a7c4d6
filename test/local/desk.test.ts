import { afterAll, beforeAll, expect, test } from "vitest";
import { RunningEdition } from "../support/running-edition.ts";

const farah = "farah.amrani@learnworks.example";
const edition = new RunningEdition();

beforeAll(() => edition.start(), 60_000);
afterAll(() => edition.remove());

/** As a browser that keeps one cookie and follows no redirect by itself. */
function browser() {
  let cookie = "";
  return async (path: string, form?: Readonly<Record<string, string>>) => {
    const response = await fetch(new URL(path, edition.http), {
      redirect: "manual",
      headers: { cookie, "sec-fetch-site": "same-origin", "content-type": "application/x-www-form-urlencoded" },
      ...(form !== undefined && { method: "POST", body: new URLSearchParams(form).toString() }),
    });
    const [set] = response.headers.getSetCookie();
    if (set !== undefined) cookie = set.split(";")[0] ?? "";
    return { status: response.status, location: response.headers.get("location"), html: await response.text(), set };
  };
}

async function signedIn(email = farah): Promise<ReturnType<typeof browser>> {
  const visit = browser();
  const before = (await edition.messages(email)).length;
  expect((await visit("/desk", { email })).location).toBe("/desk?sent=1");
  const mail = await edition.eventually("a link to the desk", async () => {
    const all = await edition.messages(email);
    return all.length > before && all.findLast(({ subject }) => subject.includes("klachtenbalie"));
  });
  const { pathname } = new URL(mail.links[0] ?? "");
  expect((await visit(pathname)).html).toContain("Kom binnen");
  expect((await visit(pathname, {})).status).toBe(303);
  return visit;
}

test("a colleague comes in by the link in a mail, registers a complaint and finds it again", async () => {
  const visit = await signedIn("ingrid.bakker@learnworks.example");
  expect((await visit("/desk")).location).toBe("/desk/learnworks");
  const now = new Date((await edition.clock()).now);
  const day = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Amsterdam" }).format(now);
  const heard = {
    ticket: "a",
    channel: "phone",
    receivedOn: day,
    words: "De zaal was te koud.",
    phone: "030 555 12 34",
  };
  const registered = await visit("/desk/learnworks/cases/new", heard);
  expect(registered.status).toBe(303);
  expect((await visit(registered.location ?? "")).html).toContain("-0001");
  const overview = await visit("/desk/learnworks/cases");
  expect(overview.html).toContain("Klacht per telefoon");
  const mine = await edition.eventually("a task to bring the receipt over", async () => {
    const { html } = await visit("/desk/learnworks");
    return html.includes("LW-") && html;
  });
  expect(mine).toContain("/t/");
}, 60_000);

test("the link works once, a session outlives a restart, and the cookie is for this server alone", async () => {
  const visit = await signedIn();
  const [mail] = (await edition.messages(farah)).filter(({ subject }) => subject.includes("klachtenbalie")).slice(-1);
  const { pathname } = new URL(mail?.links[0] ?? "");
  expect((await visit(pathname, {})).status).toBe(404);
  await edition.kill();
  await edition.start();
  expect((await visit("/desk/learnworks")).status).toBe(200);
  const out = await visit("/desk/out", {});
  expect(out.set).toMatch(/^desk=; Path=\/; Max-Age=0; HttpOnly; SameSite=Lax$/);
  expect((await visit("/desk/learnworks")).status).toBe(303);
}, 90_000);
