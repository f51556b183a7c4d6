import { beforeEach, describe, expect, test } from "vitest";
import { answers, trainer } from "../support/case-under-test.ts";
import { WebVisitor } from "./web-visitor.ts";

let web: WebVisitor;
/** The links of the letters that went out: the complainant's and two respondents' pages, a colleague's page. */
let pages: Readonly<Record<"complainant" | "colleague" | "outsider" | "inside", string>>;

const complaint = "De trainer kwam te laat.";

/** A case in its hearing. It is about Joost, a colleague, and Bram, who is not; all are asked for their side. */
beforeEach(async () => {
  web = await WebVisitor.withCase();
  await web.letters("receipt");
  await web.perform("assess", { ...answers.handle, ...trainer, respondentStaff: "joost" });
  await web.letters("copies");
  for (const about of ["complainant", "respondent:1", "respondent:2"]) await web.open("statement", about);
  pages = {
    complainant: await web.link("receipt", "complainant"),
    colleague: await web.link("copy", "respondent:1"),
    outsider: await web.link("copy", "respondent:2"),
    inside: await web.link("copy-inside", "role:project-manager"),
  };
});

describe("everybody has a page of their own", () => {
  test.each([
    { who: "complainant", says: "Uw klacht", not: "Joost Vermeulen" },
    { who: "colleague", says: "Een klacht die over u gaat", not: "Bram Kuipers" },
    { who: "outsider", says: "Een klacht die over u gaat", not: "Joost Vermeulen" },
    { who: "inside", says: "Wie is aan zet?", not: "Deze link werkt niet" },
  ] as const)("$who", async ({ who, says, not }) => {
    const { status, body } = await web.visit(pages[who]);
    expect(status).toBe(200);
    expect(body).toContain(says);
    expect(body).not.toContain(not);
  });

  test("in the language that was chosen, where the house writes it", async () => {
    expect((await web.visit(pages.complainant, { query: { lang: "en" } })).body).toContain("Your complaint");
    expect((await web.visit(pages.complainant, { query: { lang: "fr" } })).body).toContain("Uw klacht");
  });
});

describe("a question to a party", () => {
  const account = { outcome: "account", account: "Zo ging het volgens mij." };

  test("is opened and answered from their own page too", async () => {
    const path = `${pages.outsider}/t/statement-3`;
    expect((await web.visit(pages.outsider)).body).toContain(`href="${path}"`);
    expect((await web.visit(path)).body).toContain("Vertel uw kant van het verhaal");
    expect(await web.post(path, account)).toMatchObject({ status: 303, headers: { location: `${path}?done=1` } });
    expect((await web.visit(path, { query: { done: "1" } })).body).toContain("Dank u wel");
    expect((await web.dossier()).tasks.at(-1)).toMatchObject({ status: "answered", by: "respondent:2" });
  });

  test("has a link of its own in their letter", async () => {
    const link = await web.link("question", "respondent:1");
    expect((await web.visit(link)).body).toContain(complaint);
    expect((await web.post(link, account)).status).toBe(303);
    const again = await web.post(link, account);
    expect((await web.visit(again.headers["location"]?.split("?")[0] ?? "", { query: { late: "1" } })).body).toContain(
      "Wij hadden al een antwoord van u.",
    );
  });

  test("that has ended keeps what is written all the same, once, as a message in the case (B24)", async () => {
    const link = await web.link("question", "respondent:2");
    await web.post(link, account);
    const late = { outcome: "account", account: "Er was nog een getuige." };
    for (const posted of [late, late, account, { outcome: "account", account: " " }]) {
      expect((await web.post(link, posted)).headers["location"]).toBe(`${link}?late=1`);
    }
    const { messages } = await web.dossier();
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatchObject({ from: "respondent", by: "respondent:2", address: "", attachments: [] });
    expect(messages[0]?.subject).toContain("Vertel uw kant");
    expect(messages[0]?.text).toMatch(/\n.*Er was nog een getuige\.$/s);
    expect((await web.visit(link, { query: { late: "1" } })).body).toContain(
      "Wat u schreef is als bericht bij de zaak gevoegd.",
    );
  });

  test("that was answered says nothing of messages to whoever posts the same again", async () => {
    const link = await web.link("question", "respondent:2");
    await web.post(link, account);
    await web.post(link, account);
    expect((await web.dossier()).messages).toHaveLength(0);
    expect((await web.visit(link, { query: { late: "1" } })).body).not.toContain("als bericht");
  });

  test.each([
    { who: "complainant", taskId: "statement-2" },
    { who: "outsider", taskId: "statement-2" },
    { who: "colleague", taskId: "statement-1" },
    { who: "inside", taskId: "statement-1" },
    { who: "outsider", taskId: "assess-1" },
    { who: "complainant", taskId: "nothing-1" },
  ] as const)("is nobody else's: $taskId for $who", async ({ who, taskId }) => {
    const before = await web.version();
    const path = `${pages[who]}/t/${taskId}`;
    expect((await web.visit(path)).status).toBe(404);
    expect((await web.post(path, account)).status).toBe(404);
    expect(await web.version()).toBe(before);
  });

  test("that a colleague now asks by phone is not for their own link any more", async () => {
    const link = await web.link("question", "respondent:2");
    const letter = (await web.dossier()).letters.find(
      ({ taskId, to }) => to === "respondent:2" && taskId !== undefined,
    );
    await web.execute({ type: "RecordLetterRefused", letterId: letter?.letterId ?? "" });
    const before = await web.version();
    const { status, body } = await web.visit(link);
    expect(status).toBe(403);
    expect(body).not.toContain(complaint);
    expect((await web.post(link, account)).status).toBe(403);
    expect(await web.version()).toBe(before);
  });
});

describe("a colleague who has become involved (A22)", () => {
  test.each(["/s", "/t"] as const)("sees nothing with an old %s link, and is not told why", async (kind) => {
    const link = kind === "/s" ? pages.inside : await taskOfOwner();
    expect((await web.visit(link)).status).toBe(200);
    const posted = { outcome: "named", respondentStaff: "farah" };
    await web.execute({ type: "Act", action: "about-a-handler", by: "complainant", posted, actId: "a1" });
    const before = await web.version();
    const tries = [
      await web.visit(link),
      await web.post(link, answers.facts),
      await web.visit(`${link}/do/add-to-case`),
      await web.post(`${link}/do/add-to-case`, { outcome: "added", message: "x" }),
      await web.visit(`${link}/file/${web.mailId}/1`),
    ];
    for (const { status, body } of tries.filter((one) => one.status !== 404)) {
      expect(status).toBe(403);
      expect(body).toContain("Deze link is niet meer voor u");
      expect(body).not.toMatch(/te laat|Sanne|LW-2026|klacht over|betrokken/);
    }
    expect(tries.map(({ status }) => status)).not.toContain(200);
    expect(await web.version()).toBe(before);
  });

  async function taskOfOwner() {
    await web.open("establish-facts");
    return web.link("task", "role:project-manager");
  }
});

describe("withdrawing", () => {
  const withdrawn = { outcome: "withdrawn", reason: "Het is goed zo." };
  const path = () => `${pages.complainant}/do/withdraw`;

  test("asks first what it means, and does it on the button only (A4)", async () => {
    const before = await web.version();
    const form = await web.visit(path());
    expect(form.body).toContain("Ja, ik trek mijn klacht in");
    expect((await web.post(path(), {})).status).toBe(422);
    expect(await web.version()).toBe(before);
    expect(await web.post(path(), withdrawn)).toMatchObject({ status: 303, headers: { location: `${path()}?done=1` } });
    expect((await web.visit(path(), { query: { done: "1" } })).body).toContain("Uw klacht is ingetrokken");
    expect((await web.dossier()).withdrawn?.reason).toBe("Het is goed zo.");
  });

  test("tells every waiting state machine", async () => {
    await web.world.cases.items.transact([
      { put: { pk: `CASE#learnworks#${web.caseId}`, sk: "TOKEN#statement-1", token: "t1" } },
    ]);
    await web.post(path(), withdrawn);
    expect(web.world.workflow.answered).toContainEqual({ token: "t1", output: { outcome: "withdrawn" } });
  });

  test("works from a question to the complainant too", async () => {
    const link = await web.link("question", "complainant");
    const there = `${link}/do/withdraw`;
    expect((await web.visit(link)).body).toContain(`href="${there}"`);
    await web.post(there, withdrawn);
    expect((await web.visit(there, { query: { done: "1" } })).body).toContain("Uw klacht is ingetrokken");
    expect((await web.visit(link)).body).toContain("Deze vraag is niet meer nodig");
  });

  test("twice, or twenty times at the same moment, counts once", async () => {
    await Promise.all(Array.from({ length: 20 }, () => web.post(path(), withdrawn)));
    expect((await web.post(path(), withdrawn)).status).toBe(303);
    expect((await web.happened()).filter((type) => type === "CaseWithdrawn")).toHaveLength(1);
  });

  test.each(["colleague", "outsider", "inside"] as const)("is not for %s", async (who) => {
    const before = await web.version();
    expect((await web.visit(`${pages[who]}/do/withdraw`)).status).toBe(409);
    expect((await web.post(`${pages[who]}/do/withdraw`, withdrawn)).status).toBe(409);
    expect(await web.version()).toBe(before);
  });

  test("is not possible any more once the outcome was told", async () => {
    await web.perform("write-outcome", answers.outcomeLetter);
    await web.letters("outcome");
    await web.sent("outcome");
    expect((await web.visit(pages.complainant)).body).not.toContain("/do/withdraw");
    expect((await web.post(path(), withdrawn)).status).toBe(409);
  });
});

describe("adding to the case", () => {
  test.each([
    { who: "complainant", from: "complainant" },
    { who: "outsider", from: "respondent" },
    { who: "inside", from: "staff" },
  ] as const)("is for $who, and the same words twice count once (B24)", async ({ who, from }) => {
    const path = `${pages[who]}/do/add-to-case`;
    const posted = { outcome: "added", message: "Er waren ook anderen bij." };
    expect((await web.post(path, posted)).status).toBe(303);
    expect((await web.post(path, posted)).status).toBe(303);
    const { messages } = await web.dossier();
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatchObject({ from, text: "Er waren ook anderen bij." });
    expect((await web.visit(path, { query: { done: "1" } })).body).toContain("Het staat in de zaak");
  });

  test("without words shows the form again", async () => {
    const { status, body } = await web.post(`${pages.outsider}/do/add-to-case`, { outcome: "added", message: " " });
    expect(status).toBe(422);
    expect(body).toContain("Vul dit in.");
  });
});

describe("a colleague's page of the case (B17)", () => {
  test("is where the owner opens their task and answers it", async () => {
    const taskId = await web.open("first-response");
    const path = `${pages.inside}/t/${taskId}`;
    expect((await web.visit(pages.inside)).body).toContain(`href="${path}"`);
    expect((await web.post(path, answers.contact)).status).toBe(303);
    expect((await web.dossier()).tasks.at(-1)).toMatchObject({ status: "answered", by: "role:project-manager" });
  });

  test("is where the owner gives any task of a colleague to another", async () => {
    await web.open("write-outcome");
    const path = `${pages.inside}/t/write-outcome-1/do/hand-over-task`;
    const posted = { outcome: "handed-over", handTo: "wim", reason: "Drukte." };
    expect((await web.visit(path)).body).toContain("Wim de Graaf");
    expect((await web.post(path, posted)).headers["location"]).toBe(`${path}?done=1`);
    expect((await web.dossier()).tasks.at(-1)?.assignee).toBe("person:wim");
    await web.post(path, posted);
    expect((await web.happened()).filter((type) => type === "TaskHandedOver")).toHaveLength(1);
  });

  test("a task can go back and forth on one day, with the same words", async () => {
    await web.open("write-outcome");
    const path = `${pages.inside}/t/write-outcome-1/do/hand-over-task`;
    for (const handTo of ["wim", "farah", "wim"]) await web.post(path, { outcome: "handed-over", handTo, reason: "x" });
    expect((await web.dossier()).tasks.at(-1)?.assignee).toBe("person:wim");
    expect((await web.happened()).filter((type) => type === "TaskHandedOver")).toHaveLength(3);
  });

  test("a hand-over to somebody who is involved is refused", async () => {
    await web.open("write-outcome");
    const path = `${pages.inside}/t/write-outcome-1/do/hand-over-task`;
    expect((await web.post(path, { outcome: "handed-over", handTo: "joost", reason: "x" })).status).toBe(422);
  });

  test("the owner delays the outcome with a new date and a reason, once (B22)", async () => {
    const path = `${pages.inside}/do/announce-delay`;
    const posted = {
      outcome: "delay",
      newDate: "2026-03-02",
      delayWhy: "other",
      delayReason: "Wij wachten op de locatie.",
    };
    expect((await web.visit(path)).body).toContain("de nieuwe datum en de reden");
    await Promise.all([web.post(path, posted), web.post(path, posted)]);
    expect((await web.dossier()).delays).toHaveLength(1);
    expect((await web.visit(pages.complainant)).body).toContain("Wij wachten op de locatie.");
  });

  test("the clock is stopped and started again, with a reason", async () => {
    const paused = { outcome: "paused", pauseUntil: "2026-01-20", reason: "Wij wachten." };
    expect((await web.post(`${pages.inside}/do/pause-clock`, paused)).status).toBe(303);
    expect((await web.visit(`${pages.inside}/do/pause-clock`, { query: { done: "1" } })).body).toContain(
      "De klok staat stil",
    );
    const restarted = { outcome: "restarted", reason: "Alles is er." };
    expect((await web.post(`${pages.inside}/do/restart-clock`, restarted)).status).toBe(303);
    expect((await web.dossier()).pauses[0]?.restarted?.reason).toBe("Alles is er.");
  });
});

test("an action that does not exist is not found", async () => {
  expect((await web.visit(`${pages.complainant}/do/erase`)).status).toBe(404);
  expect((await web.post(`${pages.complainant}/do/erase`, { outcome: "x" })).status).toBe(404);
});

test("looking at any of these pages changes nothing", async () => {
  const before = await web.version();
  const actions = ["withdraw", "add-to-case", "about-a-handler", "announce-delay", "hand-over-case", "name-respondent"];
  for (const page of Object.values(pages)) {
    for (const path of [page, ...actions.map((action) => `${page}/do/${action}`)]) {
      for (const method of ["GET", "HEAD"]) {
        await web.visit(path, { method, query: { done: "1", outcome: "withdrawn", reason: "x", message: "x" } });
      }
    }
  }
  expect(await web.version()).toBe(before);
});
