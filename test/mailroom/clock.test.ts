import { expect, test } from "vitest";
import { z } from "zod";
import { busyWorld, emptyWorld, letter, mondayMorning, nextMorning, samira, setup, textOf } from "./world.ts";

test.each([
  { title: "a day", move: { advance: "P1D" }, to: "2026-01-06T09:00:00.000Z" },
  { title: "a week", move: { advance: "P1W" }, to: "2026-01-12T09:00:00.000Z" },
  { title: "a month", move: { advance: "P1M" }, to: "2026-02-05T09:00:00.000Z" },
  { title: "36 hours", move: { advance: "PT36H" }, to: "2026-01-06T21:00:00.000Z" },
  {
    title: "half a year, into summer time, same time on the wall",
    move: { advance: "P6M" },
    to: "2026-07-05T08:00:00.000Z",
  },
  { title: "no time at all", move: { advance: "PT0S" }, to: mondayMorning },
  { title: "the next alarm", move: { to: "next" }, to: nextMorning },
  { title: "a moment in UTC", move: { to: "2026-03-01T09:00:00Z" }, to: "2026-03-01T09:00:00.000Z" },
  { title: "a moment elsewhere", move: { to: "2026-03-01T09:00:00+01:00" }, to: "2026-03-01T08:00:00.000Z" },
])("the clock moves to $title, and says when it is", async ({ move, to }) => {
  const { postJson, did } = setup(await busyWorld());
  const answer = await postJson("/mailroom/clock", move);
  expect(answer.status).toBe(200);
  expect(did).toEqual([{ moved: to }]);
  expect(JSON.parse(textOf(answer))).toEqual({ now: to, nextAlarm: nextMorning });
});

test("without a next alarm it stays where it is, which is no mistake", async () => {
  const { postJson } = setup(emptyWorld());
  const answer = await postJson("/mailroom/clock", { to: "next" });
  expect([answer.status, JSON.parse(textOf(answer))]).toEqual([200, { now: mondayMorning, nextAlarm: null }]);
});

test("an alarm that is overdue never moves the clock back", async () => {
  const world = { ...(await busyWorld()), nextAlarm: "2026-01-01T00:00:00.000Z" };
  const { postJson, did } = setup(world);
  await postJson("/mailroom/clock", { to: "next" });
  expect(did).toEqual([{ moved: mondayMorning }]);
});

test("a script need not name a content type", async () => {
  const { ask, did } = setup(await busyWorld());
  const body = new TextEncoder().encode('{"advance":"P1D"}');
  const contentType = "application/x-www-form-urlencoded";
  const answer = await ask("/mailroom/clock", { method: "POST", accept: "*/*", contentType, body });
  expect(answer.headers["content-type"]).toContain("application/json");
  expect(did).toHaveLength(1);
});

test.each<{ title: string; move: unknown }>([
  { title: "nothing", move: {} },
  { title: "two things at once", move: { advance: "P1D", to: "next" } },
  { title: "a number", move: { advance: 86400 } },
  { title: "a list", move: ["P1D"] },
  { title: "no duration", move: { advance: "1 day" } },
  { title: "a negative duration", move: { advance: "-P1D" } },
  { title: "a thousand years", move: { advance: "P1000Y" } },
  { title: "more days than the calendar has", move: { advance: "P999999999D" } },
  { title: "another word", move: { to: "tomorrow" } },
  { title: "a date without a time", move: { to: "2026-03-01" } },
  { title: "a time without an offset", move: { to: "2026-03-01T09:00:00" } },
  { title: "a day that does not exist", move: { to: "2026-02-30T09:00:00Z" } },
  { title: "the past", move: { to: "2025-03-01T09:00:00Z" } },
  { title: "the far future", move: { to: "9999-03-01T09:00:00Z" } },
])("$title is refused, and the answer says what is accepted", async ({ move }) => {
  const { postJson, did } = setup(await busyWorld());
  const answer = await postJson("/mailroom/clock", move);
  expect(answer.status).toBe(400);
  const { error } = z.strictObject({ error: z.string() }).parse(JSON.parse(textOf(answer)));
  for (const example of ['{"advance":"P1D"}', '{"to":"next"}', '{"to":"2026-03-01T09:00:00Z"}'])
    expect(error).toContain(example);
  expect(did).toEqual([]);
});

test("broken JSON is refused as JSON", async () => {
  const { ask } = setup(await busyWorld());
  const body = new TextEncoder().encode('{"advance":');
  const answer = await ask("/mailroom/clock", { method: "POST", body });
  expect([answer.status, answer.headers["content-type"]]).toEqual([400, "application/json; charset=utf-8"]);
});

test("a button brings somebody back to their page, with how many letters came", async () => {
  const world = await busyWorld();
  const late = await letter({ id: "m3", to: samira, subject: "Herinnering", text: "Nog even dit." });
  world.onMove = () => world.messages.push(late);
  const { postForm, ask } = setup(world);
  const back = "/mailroom?box=samira.haddad%40post.example&lang=en";
  const answer = await postForm("/mailroom/clock", { to: "next", back });
  expect([answer.status, answer.headers["location"]]).toEqual([303, `${back}&arrived=1`]);
  const page = textOf(await ask(`${back}&arrived=1`));
  expect(page).toContain("1 letter arrived");
  expect(page).toContain("Tuesday, 6 January 2026 at 09:00");
});

test.each([
  "https://evil.example/mailroom",
  "//evil.example/mailroom",
  "/t/secret",
  "/mailroom/../t/x",
  "\\\\evil.example",
])("a button never leads away to %s", async (back) => {
  const { postForm } = setup(await busyWorld());
  const answer = await postForm("/mailroom/clock", { advance: "P1D", back });
  expect(answer.headers["location"]).toBe("/mailroom?arrived=0");
});

test("a form with nonsense gets a page that explains", async () => {
  const { postForm } = setup(await busyWorld());
  const answer = await postForm("/mailroom/clock", { advance: "soon", back: "/mailroom?lang=en" });
  expect(answer.status).toBe(400);
  expect(textOf(answer)).toContain("The clock was not moved");
});
