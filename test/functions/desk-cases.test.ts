import { beforeEach, describe, expect, test } from "vitest";
import { complaintMail } from "../support/embedded-world.ts";
import { DeskVisitor } from "./desk-visitor.ts";

const farah = "farah.amrani@learnworks.example";
const ingrid = "ingrid.bakker@learnworks.example";
const cases = "/desk/learnworks/cases";
let desk: DeskVisitor;

beforeEach(async () => {
  desk = await DeskVisitor.at().signedIn(farah);
});

/** A complaint with a subject of its own, so many hours after the one before. Whoever is signed in stays so. */
let mails = 0;
async function complaint(
  subject: string,
  { from = `Sanne de Wit <sanne${mails}@zorggroep.example>`, text = "Dat kan beter.", hours = 1 } = {},
) {
  mails += 1;
  const { clock } = desk.world;
  clock.at = new Date(Date.parse(clock.at) + hours * 3_600_000).toISOString();
  await desk.signsInAgain();
  return desk.hasCase(complaintMail({ subject, from, text, id: `<mail-${mails}@zorggroep.example>` }));
}

/** The subjects on a page of the overview, in their order. */
async function shown(query: Record<string, string> = {}, visitor = desk): Promise<readonly string[]> {
  const { status, body } = await visitor.visit(cases, { query });
  expect(status).toBe(200);
  return [...body.matchAll(/<th scope="row">.*?<bdi>(.*?)<\/bdi>/gs)].map(([, subject]) => subject ?? "");
}

async function assess(caseId: string, category: string): Promise<void> {
  const taskId = await desk.opens(caseId, "assess");
  const posted = { outcome: "handle", category, severity: "ordinary", claim: "no", talked: "no" };
  await desk.execute(caseId, { type: "AnswerTask", taskId, by: "role:office-manager", posted });
}

/** What is no complaint is closed at once. */
async function close(caseId: string): Promise<void> {
  const taskId = await desk.opens(caseId, "assess");
  const posted = { outcome: "not-a-complaint", reason: "Dit is een factuur.", rightDoor: "De administratie." };
  await desk.execute(caseId, { type: "AnswerTask", taskId, by: "role:office-manager", posted });
  await desk.execute(caseId, { type: "CloseCase" });
}

describe("The complaints overview (B10)", () => {
  test("shows what is open, most urgent first", async () => {
    await complaint("Zaal te koud");
    await complaint("Geen koffie");
    expect(await shown()).toEqual(["Zaal te koud", "Geen koffie"]);
    expect(await shown({ order: "newest" })).toEqual(["Geen koffie", "Zaal te koud"]);
    expect(await shown({ order: "oldest" })).toEqual(["Zaal te koud", "Geen koffie"]);
  });

  test.each([
    { query: {}, order: "Dringendste eerst" },
    { query: { category: "other" }, order: "Nieuwste eerst" },
    { query: { show: "late", order: "oldest" }, order: "Dringendste eerst" },
    { query: { show: "closed", order: "urgent" }, order: "Nieuwste eerst" },
    { query: { show: "all", order: "oldest" }, order: "Oudste eerst" },
    { query: { q: "zaal" }, order: "Nieuwste eerst" },
    { query: { mine: "1" }, order: "Dringendste eerst" },
  ])("says in which order it stands: $query, $order", async ({ query, order }) => {
    const { body } = await desk.visit(cases, { query });
    const [, select = ""] = /<select[^>]* name="order"[^>]*>(.*?)<\/select>/s.exec(body) ?? [];
    expect(select).toMatch(new RegExp(`<option[^>]*selected[^>]*>${order}<`));
    // What is usual here is sent as nothing: a search from this page is then in the order of a search.
    if (!("order" in query)) expect(select).toMatch(new RegExp(`<option value selected>${order}<`));
  });

  test("shows who complains, who owns it and by when the outcome must come", async () => {
    await complaint("Zaal te koud");
    const { body } = await desk.visit(cases);
    expect(body).toContain("Sanne de Wit");
    expect(body).toContain("Farah Amrani");
    expect(body).toContain("5 februari 2026");
  });

  test("shows what is late apart", async () => {
    await complaint("Zaal te koud");
    expect(await shown({ show: "late" })).toEqual([]);
    await complaint("Geen koffie", { hours: 24 * 40 });
    expect(await shown({ show: "late" })).toEqual(["Zaal te koud"]);
  });

  test("narrows by kind and by how it came in", async () => {
    await assess(await complaint("Zaal te koud"), "trainer");
    await assess(await complaint("Geen koffie"), "location");
    await complaint("Nog niet bekeken");
    expect(await shown({ category: "trainer" })).toEqual(["Zaal te koud"]);
    expect(await shown({ category: "location", channel: "email" })).toEqual(["Geen koffie"]);
    expect(await shown({ channel: "phone" })).toEqual([]);
  });

  test("shows whose they are", async () => {
    await complaint("Zaal te koud");
    expect(await shown({ mine: "1" })).toEqual(["Zaal te koud"]);
    await desk.signedIn(ingrid);
    expect(await shown({ mine: "1" })).toEqual([]);
  });

  test.each([
    ["its number", "LW-2026-0002"],
    ["a name", "Pieter"],
    ["a mail address", "pieter.bos@elders.example"],
    ["the beginning of a word of the subject", "koff"],
    ["two words", "bos koffie"],
    ["capitals and accents", "PÍETER"],
  ])("finds a complaint by %s", async (_by, q) => {
    await complaint("Zaal te koud");
    await complaint("Geen koffie", { from: "Pieter Bos <pieter.bos@elders.example>" });
    expect(await shown({ q })).toEqual(["Geen koffie"]);
  });

  test.each(["bos zaal", "xyz", "ko", "%00", "'"])("finds nothing by %s", async (q) => {
    await complaint("Geen koffie", { from: "Pieter Bos <pieter.bos@elders.example>" });
    expect(await shown({ q })).toEqual([]);
  });

  test("goes on where the page before ended, and keeps the filters", async () => {
    for (let number = 1; number <= 27; number += 1) await complaint(`Klacht ${number}`);
    const { body } = await desk.visit(cases, { query: { show: "all", order: "oldest", lang: "en" } });
    const next = /href="([^"]*cursor=[^"]*)" rel="next"/.exec(body)?.[1]?.replaceAll("&amp;", "&") ?? "";
    const query = Object.fromEntries(new URL(next, "http://desk.example").searchParams);
    expect(query).toMatchObject({ show: "all", order: "oldest", lang: "en" });
    expect(await shown({ show: "all", order: "oldest" })).toHaveLength(25);
    expect(await shown(query)).toEqual(["Klacht 26", "Klacht 27"]);
  });

  test("tells in the address of the next page nothing of where it is, and takes no other's word for it", async () => {
    for (let number = 1; number <= 26; number += 1) await complaint(`Klacht ${number}`);
    const { body } = await desk.visit(cases);
    const cursor = /cursor=([\w-]+)/.exec(body)?.[1] ?? "";
    expect(Buffer.from(cursor, "base64url").toString("latin1")).not.toMatch(/CASE|learnworks/);
    expect(await shown({ cursor })).toEqual(["Klacht 26"]);
    const tampered = `${cursor.slice(0, -4)}AAAA`;
    for (const wrong of [tampered, "x", "x".repeat(60)]) expect(await shown({ cursor: wrong })).toHaveLength(25);
  });

  test("searches what is closed too, and shows all whatever the order", async () => {
    const closed = await complaint("Zaal te koud");
    await complaint("Geen koffie");
    await close(closed);
    expect(await shown()).toEqual(["Geen koffie"]);
    expect(await shown({ q: "zaal" })).toEqual(["Zaal te koud"]);
    expect(await shown({ q: "zaal", show: "open" })).toEqual(["Zaal te koud"]);
    expect(await shown({ show: "closed" })).toEqual(["Zaal te koud"]);
    expect(await shown({ show: "all", order: "urgent" })).toEqual(["Geen koffie", "Zaal te koud"]);
  });

  test.each([
    { show: "nonsense" },
    { order: "x" },
    { channel: "pigeon" },
    { category: "nothing" },
    { mine: "2" },
    { q: "x".repeat(900) },
  ])("takes %o for what it can be", async (query) => {
    await complaint("Zaal te koud");
    const { status } = await desk.visit(cases, { query });
    expect(status).toBe(200);
  });

  test("costs no more with many complaints than with few", async () => {
    const { items } = desk.world;
    for (let number = 1; number <= 30; number += 1) await complaint(`Klacht ${number}`);
    const counted = { reads: 0 };
    const [get, query] = [items.get.bind(items), items.query.bind(items)];
    items.get = async (key) => {
      counted.reads += 1;
      return get(key);
    };
    items.query = async (wanted) => {
      counted.reads += 1;
      return query(wanted);
    };
    expect(await shown()).toHaveLength(25);
    const withThirty = counted.reads;
    for (let number = 31; number <= 60; number += 1) await complaint(`Klacht ${number}`);
    counted.reads = 0;
    expect(await shown()).toHaveLength(25);
    expect(counted.reads).toBe(withThirty);
  });
});

describe("Whoever is involved in a complaint", () => {
  beforeEach(async () => {
    await complaint("Zaal te koud");
    await complaint("Over een collega", {
      text: "Farah Amrani schreeuwde tegen mij.",
      from: "Pieter Bos <pieter.bos@elders.example>",
    });
  });

  test.each([{}, { show: "all" }, { order: "newest" }, { channel: "email" }, { show: "all", order: "oldest" }])(
    "does not find it in the list %o",
    async (query) => {
      expect(await shown(query)).toEqual(["Zaal te koud"]);
    },
  );

  test.each(["LW-2026-0002", "pieter", "pieter.bos@elders.example", "collega"])(
    "does not find it by searching for %s",
    async (q) => {
      expect(await shown({ q })).toEqual([]);
      await desk.signedIn(ingrid);
      expect(await shown({ q })).toEqual(["Over een collega"]);
    },
  );

  test("has none of its tasks", async () => {
    await desk.signedIn(ingrid);
    const caseId = await complaint("Over de balie", { text: "Ingrid Bakker luisterde niet." });
    const task = await desk.opens(caseId, "assess");
    expect((await desk.visit("/desk/learnworks")).body).not.toContain(task);
    const joost = await desk.another().signedIn("joost.vermeulen@learnworks.example");
    expect((await joost.visit("/desk/learnworks")).body).toContain(`${caseId}/t/${task}`);
  });
});

describe("My tasks", () => {
  test("are those of the visitor, soonest first, and apart those they may do for somebody else", async () => {
    const caseId = await complaint("Zaal te koud");
    await desk.opens(caseId, "assess");
    await desk.signedIn(ingrid);
    const own = await desk.visit("/desk/learnworks");
    expect(own.body).toContain("U hebt één taak. Niets is te laat.");
    expect(own.body).toContain("Zaal te koud");
    await desk.signedIn("joost.vermeulen@learnworks.example");
    const deputy = await desk.visit("/desk/learnworks");
    expect(deputy.body).toContain("Er wacht nu niets op u.");
    expect(deputy.body).toContain("Van wie u vervangt");
    await desk.signedIn("wim.degraaf@learnworks.example");
    expect((await desk.visit("/desk/learnworks")).body).not.toContain("Zaal te koud");
  });

  test("that are late say so", async () => {
    await desk.opens(await complaint("Zaal te koud"), "assess");
    await desk.signedIn(ingrid);
    desk.world.clock.at = "2026-02-05T09:00:00.000Z";
    await desk.signedIn(ingrid);
    const { body } = await desk.visit("/desk/learnworks", { query: { lang: "en" } });
    expect(body).toContain("You have one task. One of them is late.");
  });
});
