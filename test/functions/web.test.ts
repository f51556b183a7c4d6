import { beforeEach, describe, expect, test } from "vitest";
import { StoreUnavailable } from "../../shared/ports.ts";
import { CaseStore } from "../../shared/store/cases.ts";
import { everyPending } from "../../shared/store/outbox.ts";
import { answers, procedures } from "../support/case-under-test.ts";
import { complaintMail } from "../support/embedded-world.ts";
import { WebVisitor } from "./web-visitor.ts";

let web: WebVisitor;
let task = "";

beforeEach(async () => {
  web = await WebVisitor.withCase();
  await web.open("assess");
  task = await web.link("task", "role:office-manager");
});

describe("looking changes nothing", () => {
  test.each(["GET", "HEAD"])("%s of a task, its files, its actions, and whatever the query says", async (method) => {
    const before = await web.version();
    for (const query of [{}, { outcome: "handle" }, { ...answers.handle }, { done: "1" }]) {
      expect((await web.visit(task, { method, query })).status).toBe(200);
      expect((await web.visit(`${task}/do/hand-over-task`, { method, query })).status).toBe(200);
    }
    expect((await web.visit(`${task}/file/1`, { method })).status).toBe(404);
    expect(await web.version()).toBe(before);
  });

  test.each(["PUT", "DELETE", "PATCH", "OPTIONS"])("%s is not for this page", async (method) => {
    const before = await web.version();
    expect((await web.visit(task, { method, form: answers.handle })).status).toBeGreaterThanOrEqual(404);
    expect(await web.version()).toBe(before);
  });
});

describe("posting an answer", () => {
  test("keeps it, tells the state machine, and shows the page anew", async () => {
    const posted = await web.post(task, answers.handle);
    expect(posted).toMatchObject({ status: 303, headers: { location: `${task}?done=1` } });
    expect((await web.dossier()).tasks[0]).toMatchObject({ status: "answered", by: "role:office-manager" });
    const after = await web.visit(task, { query: { done: "1" } });
    expect(after.body).toContain("Dank u wel");
    expect(after.body).not.toContain("<form");
  });

  test("keeps every box that was ticked, and of everything else one value", async () => {
    const ticked = { ...answers.handle, severity: ["serious", "ordinary"], respondentStaff: ["joost", "wim"] };
    expect((await web.post(task, ticked)).status).toBe(303);
    const { answer } = (await web.dossier()).tasks[0] ?? {};
    expect(answer).toMatchObject({ facts: { severity: "ordinary" }, private: { respondentStaff: "joost,wim" } });
  });

  test("keeps the language that was chosen", async () => {
    const posted = await web.visit(task, {
      method: "POST",
      form: answers.handle,
      query: { lang: "en" },
      headers: { "sec-fetch-site": "same-origin" },
    });
    expect(posted.headers["location"]).toBe(`${task}?done=1&lang=en`);
  });

  test("is kept though the state machine cannot be told now", async () => {
    web.world.workflow.failing = new Error("unreachable");
    expect((await web.post(task, answers.handle)).status).toBe(303);
    const pending = await Array.fromAsync(everyPending(web.world.items, "learnworks", web.world.clock.now()));
    expect(pending.filter(({ what }) => what === "answer")).toHaveLength(1);
  });

  test("with gaps shows the form again with what was filled in", async () => {
    const posted = await web.post(task, {
      outcome: "handle",
      tried: 'Bram "de trainer" <b>',
      respondentStaff: ["joost", "wim"],
    });
    expect(posted.status).toBe(422);
    expect(posted.body).toContain("Bram &quot;de trainer&quot; &lt;b");
    expect(posted.body.match(/name="respondentStaff"[^>]*checked/g)).toHaveLength(2);
  });

  test.each([
    ["another site", { "sec-fetch-site": "cross-site" }],
    ["another host of the same site", { "sec-fetch-site": "same-site" }],
    ["another site, by a browser that tells only its origin", { origin: "https://elsewhere.example" }],
  ])("from %s is refused", async (_where, headers) => {
    const before = await web.version();
    expect((await web.post(task, answers.handle, headers)).status).toBe(403);
    expect((await web.post(`${task}/do/add-to-case`, { outcome: "added", message: "x" }, headers)).status).toBe(403);
    expect(await web.version()).toBe(before);
  });

  test("twenty times at the same moment counts once", async () => {
    await Promise.all(Array.from({ length: 20 }, () => web.post(task, answers.handle)));
    expect((await web.happened()).filter((type) => type === "TaskAnswered")).toHaveLength(1);
  });

  test("says that it may not have arrived when the store is out of reach", async () => {
    web.world.items.transact = async () => {
      throw new StoreUnavailable("out of reach");
    };
    const posted = await web.post(task, answers.handle);
    expect(posted.status).toBe(500);
    expect(posted.headers["cache-control"]).toBe("no-store");
    expect(posted.body).toContain("<html");
  });
});

describe("once the task has ended", () => {
  test("its link opens no file of the case any more", async () => {
    const raw = `${complaintMail()
      .replace(
        "Content-Type: text/plain; charset=utf-8",
        'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="b"',
      )
      .trimEnd()
      .replace(
        /\n\n[\s\S]*$/,
        "",
      )}\n\n--b\nContent-Type: text/plain\n\nKlacht.\n--b\nContent-Type: text/plain\nContent-Disposition: attachment; filename="x.txt"\n\ngeheim\n--b--\n`;
    web = await WebVisitor.withCase(raw);
    await web.open("assess");
    task = await web.link("task", "role:office-manager");
    const file = `${task}/file/1`;
    expect((await web.visit(task)).body).toContain(`href="${file}"`);
    expect((await web.visit(file)).status).toBe(303);
    await web.letters("receipt");
    const complainant = await web.link("receipt", "complainant");
    expect((await web.visit(`${complainant}/file/1`)).status).toBe(404);
    await web.post(task, answers.handle);
    expect((await web.visit(file)).status).toBe(404);
  });

  test("only who answered is thanked", async () => {
    const by = "deputy:office-manager";
    await web.execute({ type: "AnswerTask", taskId: "assess-1", by, posted: answers.handle });
    const page = await web.visit(task, { query: { done: "1" } });
    expect(page.status).toBe(200);
    expect(page.body).not.toContain("Dank u wel");
    expect((await web.post(task, answers.handle)).headers["location"]).toBe(`${task}?late=1`);
  });

  test("nothing can be done through its link any more", async () => {
    await web.post(task, answers.handle);
    const before = await web.version();
    expect((await web.visit(`${task}/do/add-to-case`)).status).toBe(409);
    expect((await web.post(`${task}/do/add-to-case`, { outcome: "added", message: "x" })).status).toBe(409);
    expect(await web.version()).toBe(before);
  });
});

describe("a link", () => {
  test.each([
    ["that was never given out", `/t/${"A".repeat(43)}`],
    ["that is cut off", "/t/abc"],
    ["of a task, used as a status link", "status"],
  ])("%s opens nothing and says so", async (_which, path) => {
    const answer = await web.visit(path === "status" ? task.replace("/t/", "/s/") : path);
    expect(answer.status).toBe(404);
    expect(answer.body).not.toContain("kwam te laat");
  });

  test("stands in the table as a hash only", async () => {
    const secret = task.slice(3);
    const keys = web.world.put.filter(({ sk }) => sk === "LINK").map(({ pk }) => pk);
    expect(keys).toHaveLength(1);
    expect(keys[0]).not.toContain(secret);
  });
});

test("every page forbids scripts, framing, foreign forms, referrers, copies and search engines", async () => {
  for (const path of [task, `${task}/do/hand-over-task`, "/", "/t/none", "/nowhere"]) {
    const { headers } = await web.visit(path);
    expect(headers["content-security-policy"]).toContain("default-src 'none'");
    expect(headers["content-security-policy"]).toContain("form-action 'self'");
    expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
    expect(headers).toMatchObject({
      "referrer-policy": "no-referrer",
      "cache-control": "no-store",
      "x-robots-tag": "noindex",
      "x-content-type-options": "nosniff",
    });
  }
});

describe("a role that somebody else has now", () => {
  /** The case after the procedure has changed: Joost runs the office, and Ingrid is his deputy. */
  function changeHands() {
    const { learnworks, sterker } = procedures;
    const roles = learnworks.roles.map((role) =>
      role.id === "office-manager" ? { ...role, holder: "joost", deputy: "ingrid" } : role,
    );
    const { items, clock, secrets, dependencies } = web.world;
    dependencies.cases = new CaseStore({ items, procedures: [{ ...learnworks, roles }, sterker], clock, secrets });
  }

  test("is not for the links in the mailbox of whoever had it (B16)", async () => {
    expect((await web.visit(task)).status).toBe(200);
    changeHands();
    const before = await web.version();
    const tries = [
      await web.visit(task),
      await web.post(task, answers.handle),
      await web.visit(`${task}/do/hand-over-task`),
      await web.visit(`${task}/file/1`),
    ];
    for (const { status, body } of tries) {
      expect(status).toBe(403);
      expect(body).not.toContain("kwam te laat");
    }
    expect(await web.version()).toBe(before);
  });

  test("leaves alone the links of whoever still has theirs", async () => {
    await web.perform("assess", answers.handle);
    await web.letters("copies");
    const inside = await web.link("copy-inside", "role:project-leader");
    changeHands();
    expect((await web.visit(inside)).status).toBe(200);
  });
});
