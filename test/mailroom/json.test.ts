import { expect, test } from "vitest";
import { z } from "zod";
import {
  busyWorld,
  caseRow,
  complaintSource,
  complaints,
  emptyWorld,
  ingrid,
  mondayMorning,
  samira,
  setup,
} from "./world.ts";

/* Written from architecture.md, "Embedded edition": names and types to the letter, and not a field more. */
const instant = z.iso.datetime();
const message = z.strictObject({
  id: z.string(),
  at: instant,
  from: z.string(),
  to: z.array(z.string()),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  headers: z.record(z.string(), z.string()),
  links: z.array(z.url()),
});
const clock = z.strictObject({ now: instant, nextAlarm: instant.nullable() });
const execution = z.strictObject({
  id: z.string(),
  machine: z.string(),
  caseId: z.string(),
  status: z.string(),
  states: z.array(z.string()),
});
const intake = z.strictObject({
  id: z.string(),
  receivedAt: instant,
  from: z.string(),
  to: z.string(),
  subject: z.string(),
  bytes: z.number().int(),
  disposition: z.enum(["case", "reply", "duplicate", "automatic", "doubtful", "refused"]),
  caseId: z.string().nullable(),
});
const oneCase = z.strictObject({
  id: z.string(),
  number: z.string(),
  organisation: z.string(),
  status: z.enum(["open", "closed"]),
  phase: z.enum(["intake", "analysis", "handling", "feedback", "learning"]),
  owner: z.string(),
  registeredAt: instant,
  closedAt: instant.nullable(),
});
const event = z.object({
  version: z.number().int(),
  at: instant,
  type: z.string(),
  facts: z.record(z.string(), z.unknown()),
  private: z.record(z.string(), z.unknown()).nullable(),
  prevHash: z.string(),
});

const duty = z.strictObject({
  id: z.string(),
  status: z.enum(["met", "late", "open", "not-applicable"]),
  at: instant.nullable(),
  dueAt: instant.nullable(),
  event: z.strictObject({ version: z.number().int(), type: z.string() }).nullable(),
  text: z.string().min(1),
});
const exampleLetter = z.strictObject({
  kind: z.string(),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
});

test.each([
  { path: "/mailroom/messages", schema: z.array(message).length(2) },
  { path: "/mailroom/clock", schema: clock },
  { path: "/mailroom/executions", schema: z.array(execution).length(1) },
  { path: "/mailroom/intake", schema: z.array(intake).length(1) },
  { path: "/mailroom/cases", schema: z.array(oneCase).length(1) },
  { path: "/mailroom/cases/c1", schema: z.array(event).length(4) },
  { path: "/mailroom/cases/c1/duties", schema: z.array(duty).min(30) },
  { path: "/mailroom/letters", schema: z.array(exampleLetter).length(2) },
])("$path gives a script exactly the contract's fields", async ({ path, schema }) => {
  const { json } = setup(await busyWorld());
  expect(schema.safeParse(await json(path)).error).toBeUndefined();
});

test("rows with more than the contract has do not leak it", async () => {
  const world = await busyWorld();
  world.rows = world.rows.map((row) => ({ ...row, secret: "x" }));
  world.executions = world.executions.map((row) => ({ ...row, secret: "x" }));
  world.cases = world.cases.map((row) => ({ ...row, secret: "x" }));
  const { json } = setup(world);
  for (const list of ["intake", "executions", "cases"])
    expect(JSON.stringify(await json(`/mailroom/${list}`))).not.toContain("secret");
});

test("the owner is the role of its holder, or whoever acts instead (B16)", async () => {
  const world = await busyWorld();
  const owners = ["role:project-manager", "deputy:project-manager", "person:wim"];
  world.cases = owners.map((owner) => ({ ...caseRow, owner }));
  const rows = z.array(oneCase).parse(await setup(world).json("/mailroom/cases"));
  expect(rows.map(({ owner }) => owner)).toEqual(["project-manager", "deputy:project-manager", "person:wim"]);
});

test("duties tell when they were carried out, or are due, and speak the language that is asked for (B12)", async () => {
  const { json } = setup(await busyWorld());
  const duties = async (query: string) => z.array(duty).parse(await json(`/mailroom/cases/c1/duties${query}`));
  const byId = new Map((await duties("")).map((one) => [one.id, one]));
  expect(byId.get("B10")).toMatchObject({
    status: "met",
    at: mondayMorning,
    event: { version: 1, type: "ComplaintRegistered" },
  });
  expect(byId.get("B9")).toMatchObject({ status: "open", at: null, dueAt: "2026-01-06T09:00:00.000Z", event: null });
  const english = (await duties("?lang=en")).find(({ id }) => id === "B9");
  expect(english?.text).not.toBe(byId.get("B9")?.text);
});

test("messages are newest last, and those to one address when asked", async () => {
  const { json } = setup(await busyWorld());
  const ids = async (path: string) =>
    z
      .array(message)
      .parse(await json(path))
      .map(({ id }) => id);
  expect(await ids("/mailroom/messages")).toEqual(["m1", "m2"]);
  expect(await ids(`/mailroom/messages?to=${ingrid.toUpperCase()}`)).toEqual(["m2"]);
  expect(await ids("/mailroom/messages?to=nobody@post.example")).toEqual([]);
});

test("a message has its envelope, both bodies, its headers by lower-case name and each link once", async () => {
  const { json } = setup(await busyWorld());
  const [first] = z.array(message).parse(await json("/mailroom/messages"));
  expect(first).toMatchObject({ id: "m1", at: mondayMorning, from: complaints, to: [samira] });
  expect(first?.text).toContain("Uw klacht heeft nummer LW-2026-0001");
  expect(first?.html).toContain("<p>Beste Samira Haddad,</p>");
  expect(first?.headers).toMatchObject({
    "auto-submitted": "auto-generated",
    "reply-to": expect.stringContaining("k7f3"),
  });
  expect(first?.links).toEqual(["http://127.0.0.1:4000/s/abc123", "http://127.0.0.1:4000/s/abc123?lang=nl&x=1"]);
});

test("the source of a message and of a mail that came in is given byte by byte, as text", async () => {
  const world = await busyWorld();
  const { ask } = setup(world);
  const sent = await ask("/mailroom/messages/m1/raw", { accept: "*/*" });
  expect(sent.body).toEqual(world.messages[0]?.raw);
  expect(sent.headers["content-type"]).toMatch(/^text\/plain/);
  expect((await ask("/mailroom/intake/i1/raw")).body).toEqual(complaintSource);
});

test("nothing to wait for is null, not a field left out", async () => {
  const { json } = setup(emptyWorld());
  expect(await json("/mailroom/clock")).toEqual({ now: mondayMorning, nextAlarm: null });
  expect(await json("/mailroom/messages")).toEqual([]);
});

test.each([
  "/mailroom/messages/unknown/raw",
  "/mailroom/intake/unknown/raw",
  "/mailroom/cases/unknown",
  "/mailroom/cases/unknown/duties",
  "/mailroom/letters/unknown",
  "/mailroom/executions/unknown",
  "/mailroom/cases/%E0%A4%A",
  "/mailroom/nothing",
])("%s is 404, with the reason in JSON for a script", async (path) => {
  const { ask, json } = setup(await busyWorld());
  expect((await ask(path, { accept: "application/json" })).status).toBe(404);
  expect(z.strictObject({ error: z.string() }).safeParse(await json(path)).success).toBe(true);
  expect((await ask(path)).status).toBe(404);
});

test.each([
  { accept: "application/json", type: "application/json" },
  { accept: "application/json, text/plain, */*", type: "application/json" },
  { accept: "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", type: "text/html" },
  { accept: "text/html, application/json;q=0.5", type: "text/html" },
  { accept: "*/*", type: "text/html" },
  { accept: "", type: "text/html" },
])("Accept: $accept gives $type", async ({ accept, type }) => {
  const { ask } = setup(await busyWorld());
  for (const path of ["messages", "clock", "executions", "intake", "cases", "cases/c1"])
    expect((await ask(`/mailroom/${path}`, { accept })).headers["content-type"]).toContain(type);
});

test("a path that is not the mailroom's is left to others", async () => {
  const { mailroom } = setup(emptyWorld());
  for (const path of ["/", "/t/secret", "/mailroomx", "/MAILROOM"]) {
    const request = { method: "GET", path, query: new URLSearchParams(), accept: "", contentType: "" };
    expect(await mailroom({ ...request, body: new Uint8Array(), sameOrigin: true })).toBeUndefined();
  }
});
