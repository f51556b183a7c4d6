import type { APIGatewayProxyEventV2 } from "aws-lambda";
import { beforeEach, describe, expect, test } from "vitest";
import { ask } from "../../functions/ask/ask.ts";
import { createHandler } from "../../functions/web/handler.ts";
import { lambdaContext } from "../../local/lambdas.ts";
import { receiveMail } from "../../shared/cases/receive-mail.ts";
import { StoreUnavailable } from "../../shared/ports.ts";
import { everyCase } from "../../shared/store/case-row.ts";
import { everyPending } from "../../shared/store/outbox.ts";
import { answers } from "../support/case-under-test.ts";
import { complaintMail, setup, storedMail, type World } from "../support/embedded-world.ts";

let world: World;
let caseId = "";
let task = "";

beforeEach(async () => {
  world = setup();
  await receiveMail(await storedMail(world, { raw: complaintMail() }), world.dependencies);
  caseId = (await Array.fromAsync(everyCase(world.items, "learnworks")))[0]?.caseId ?? "";
  await ask({ organisation: "learnworks", caseId, kind: "assess", requestId: "r1" }, world.dependencies);
  const pending = await Array.fromAsync(everyPending(world.items, "learnworks", world.clock.now()));
  const letter = pending.find((one) => one.what === "letter");
  task = `/t/${letter?.what === "letter" ? letter.secret : ""}`;
});

interface Call {
  readonly method?: string;
  readonly query?: Record<string, string>;
  readonly headers?: Record<string, string>;
  readonly form?: Readonly<Record<string, string>>;
}

async function visit(path: string, { method = "GET", query = {}, headers = {}, form }: Call = {}) {
  const handler = createHandler(() => ({ ...world.dependencies, stylesheet: "body{}" }));
  const event: APIGatewayProxyEventV2 & { body: string } = {
    version: "2.0",
    routeKey: "$default",
    rawPath: path,
    rawQueryString: new URLSearchParams(query).toString(),
    queryStringParameters: query,
    headers: { ...(form && { "content-type": "application/x-www-form-urlencoded" }), ...headers },
    body: new URLSearchParams(form).toString(),
    isBase64Encoded: false,
    requestContext: {
      accountId: "",
      apiId: "",
      domainName: "",
      domainPrefix: "",
      requestId: "",
      routeKey: "",
      stage: "",
      time: "",
      timeEpoch: 0,
      http: { method, path, protocol: "HTTP/1.1", sourceIp: "", userAgent: "" },
    },
  };
  const { statusCode, headers: given, body } = await handler(event, lambdaContext("web", "r"));
  const lower = Object.fromEntries(Object.entries(given).map(([name, value]) => [name.toLowerCase(), value]));
  return { status: statusCode, headers: lower, body };
}

const version = async () => (await world.cases.load("learnworks", caseId)).version;
const post = (
  form: Readonly<Record<string, string>>,
  headers: Record<string, string> = { "sec-fetch-site": "same-origin" },
) => visit(task, { method: "POST", form, headers });

describe("looking changes nothing", () => {
  test.each(["GET", "HEAD"])("%s of a task, its files, and whatever the query says", async (method) => {
    const before = await version();
    for (const query of [{}, { outcome: "handle" }, { ...answers.handle }, { done: "1" }]) {
      expect((await visit(task, { method, query })).status).toBe(200);
    }
    expect((await visit(`${task}/x/1`, { method })).status).toBe(404);
    expect(await version()).toBe(before);
  });

  test.each(["PUT", "DELETE", "PATCH", "OPTIONS"])("%s is not for this page", async (method) => {
    const before = await version();
    expect((await visit(task, { method, form: answers.handle })).status).toBeGreaterThanOrEqual(404);
    expect(await version()).toBe(before);
  });
});

describe("posting an answer", () => {
  test("keeps it, tells the state machine, and shows the page anew", async () => {
    const posted = await post(answers.handle);
    expect(posted).toMatchObject({ status: 303, headers: { location: `${task}?done=1` } });
    expect((await world.cases.load("learnworks", caseId)).tasks[0]).toMatchObject({
      status: "answered",
      by: "role:office-manager",
    });
    const after = await visit(task, { query: { done: "1" } });
    expect(after.body).toContain("Dank u wel");
    expect(after.body).not.toContain("<form");
  });

  test("keeps the language that was chosen", async () => {
    const posted = await visit(task, {
      method: "POST",
      form: answers.handle,
      query: { lang: "en" },
      headers: { "sec-fetch-site": "same-origin" },
    });
    expect(posted.headers["location"]).toBe(`${task}?done=1&lang=en`);
  });

  test("is kept though the state machine cannot be told now", async () => {
    world.workflow.failing = new Error("unreachable");
    expect((await post(answers.handle)).status).toBe(303);
    const pending = await Array.fromAsync(everyPending(world.items, "learnworks", world.clock.now()));
    expect(pending.filter(({ what }) => what === "answer")).toHaveLength(1);
  });

  test("with gaps shows the form again with what was filled in", async () => {
    const posted = await post({ outcome: "handle", about: 'Bram "de trainer" <b>' });
    expect(posted.status).toBe(422);
    expect(posted.body).toContain("Bram &quot;de trainer&quot; &lt;b");
  });

  test.each([
    ["another site", { "sec-fetch-site": "cross-site" }],
    ["another host of the same site", { "sec-fetch-site": "same-site" }],
  ])("from %s is refused", async (_where, headers) => {
    const before = await version();
    expect((await post(answers.handle, headers)).status).toBe(403);
    expect(await version()).toBe(before);
  });

  test("twenty times at the same moment counts once", async () => {
    await Promise.all(Array.from({ length: 20 }, () => post(answers.handle)));
    const events = await world.cases.events("learnworks", caseId);
    expect(events.filter(({ event }) => event.type === "TaskAnswered")).toHaveLength(1);
  });

  test("says that it may not have arrived when the store is out of reach", async () => {
    world.items.transact = async () => {
      throw new StoreUnavailable("out of reach");
    };
    const posted = await post(answers.handle);
    expect(posted.status).toBe(500);
    expect(posted.headers["cache-control"]).toBe("no-store");
    expect(posted.body).toContain("<html");
  });
});

describe("once the task has ended", () => {
  test("its link opens no file of the case any more", async () => {
    world = setup();
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
    const mail = await storedMail(world, { raw });
    await receiveMail(mail, world.dependencies);
    caseId = (await Array.fromAsync(everyCase(world.items, "learnworks")))[0]?.caseId ?? "";
    await ask({ organisation: "learnworks", caseId, kind: "assess", requestId: "r1" }, world.dependencies);
    const letter = (await Array.fromAsync(everyPending(world.items, "learnworks", world.clock.now()))).find(
      (one) => one.what === "letter",
    );
    task = `/t/${letter?.what === "letter" ? letter.secret : ""}`;
    const file = `${task}/${mail.mailId}/1`;
    expect((await visit(file)).status).toBe(200);
    await post(answers.handle);
    expect((await visit(file)).status).toBe(404);
  });

  test("only who answered is thanked", async () => {
    await world.cases.execute("learnworks", caseId, {
      type: "AnswerTask",
      taskId: "assess-1",
      by: "deputy:office-manager",
      posted: answers.handle,
    });
    const page = await visit(task, { query: { done: "1" } });
    expect(page.status).toBe(200);
    expect(page.body).not.toContain("Dank u wel");
    expect((await post(answers.handle)).headers["location"]).toBe(`${task}?late=1`);
  });
});

describe("a link", () => {
  test.each([
    ["that was never given out", `/t/${"A".repeat(43)}`],
    ["that is cut off", "/t/abc"],
    ["of a task, used as a status link", "status"],
  ])("%s opens nothing and says so", async (_which, path) => {
    const answer = await visit(path === "status" ? task.replace("/t/", "/s/") : path);
    expect(answer.status).toBe(404);
    expect(answer.body).not.toContain("kwam te laat");
  });

  test("stands in the table as a hash only", async () => {
    const secret = task.slice(3);
    const keys = world.put.filter(({ sk }) => sk === "LINK").map(({ pk }) => pk);
    expect(keys).toHaveLength(1);
    expect(keys[0]).not.toContain(secret);
  });
});

test("every page forbids scripts, framing, foreign forms, referrers, copies and search engines", async () => {
  for (const path of [task, "/", "/t/none", "/nowhere"]) {
    const { headers } = await visit(path);
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
