import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { receiveMail } from "../../shared/cases/receive-mail.ts";
import type { Language } from "../../shared/domain/text.ts";
import { personFile } from "../../shared/learning/person-file.ts";
import { announcedAndErased, closedComplaint, organisation, plantedMail } from "../support/closed-complaint.ts";
import { LearningWorld } from "../support/learning-world.ts";
import { caseFromMail, type StoredCase } from "../support/stored-case.ts";

let world: LearningWorld;
let complaint: StoredCase;
beforeAll(async () => {
  world = new LearningWorld();
  complaint = await closedComplaint(world);
});
afterAll(() => world.remove());

const mirthe = { name: "Mirthe Zandstra", email: "mirthe.zandstra@kwekerij.example" };
const koosje = { name: "Koosje Wagenvoort", email: "koosje@wagenvoort.example" };
const client = { name: "Stichting Regenboog", email: "inkoop@regenboog.example" };

interface Asked {
  readonly name?: string;
  readonly email?: string;
}

const fileOf = (asked: Asked, { from = world, language = "nl" }: { from?: LearningWorld; language?: Language } = {}) =>
  personFile(organisation, asked, language, { cases: from.cases });

/** What of these stands in a file, on the page and in the data alike. */
async function told(asked: Asked, sought: readonly string[]): Promise<readonly string[]> {
  const { html, json } = await fileOf(asked);
  const inPage = sought.filter((word) => html.includes(word));
  expect(sought.filter((word) => json.includes(word))).toEqual(inPage);
  return inPage;
}

/** Who may read what of the complaint that went the long way. */
const words = {
  complaint: "Op dinsdag zei de trainer dat ik een sukkelaar ben",
  accountOfMirthe: "Hij lachte mij uit waar Dirkje bij was",
  messageOfMirthe: "Ik wil geen excuses van hem, maar een gesprek",
  replyOfMirthe: "mijn leidinggevende Dirkje hoorde het ook",
  fileOfMirthe: "dagboek.txt",
  contactWithMirthe: "Mirthe klonk verdrietig",
  outcomeForMirthe: "Beste Mirthe, uw klacht is terecht",
  promise: "Wij bellen Mirthe over de tulpen",
  accountOfKoosje: "Ik bedoelde het als grapje",
  talkWithKoosje: "Koosje had spijt",
  conditionForKoosje: "Koosje maakt geen grappen meer",
  outcomeForKoosje: "Beste Koosje, de klacht is terecht",
  outcomeForClient: "Beste mensen van Regenboog",
  weighed: "Koosje noemde Mirthe een sukkelaar",
  lesson: "Humor kan kwetsen",
  measure: "Spelregels voor humor",
  forTheTeam: "Wij maken geen grappen over deelnemers",
  tried: "Zelf aangesproken bij de koffieautomaat",
  signal: "Koosje is al aangesproken",
} as const;

const everything = Object.values(words);

describe("an access request", () => {
  test("gives the complainant what they told, what was said to them and what we wrote to them; nothing of others", async () => {
    const { accountOfKoosje, talkWithKoosje, conditionForKoosje, outcomeForKoosje, ...rest } = words;
    const { outcomeForClient, weighed, lesson, measure, forTheTeam, tried, signal, ...theirs } = rest;
    const others = [accountOfKoosje, talkWithKoosje, conditionForKoosje, outcomeForKoosje, outcomeForClient];
    const amongUs = [weighed, lesson, measure, forTheTeam, tried, signal];

    expect(await told(mirthe, everything)).toEqual(Object.values(theirs));
    expect(await told(mirthe, [...others, ...amongUs, koosje.email, client.email])).toEqual([]);
  });

  test("gives the person it is about the complaint as they got it, their own words and what was said to them", async () => {
    const { complaint: copied, accountOfKoosje, talkWithKoosje, conditionForKoosje, outcomeForKoosje } = words;
    expect(await told(koosje, [...everything, mirthe.email])).toEqual([
      copied,
      accountOfKoosje,
      talkWithKoosje,
      conditionForKoosje,
      outcomeForKoosje,
    ]);
  });

  test("gives the client the letter that they got, and no more", async () => {
    expect(await told(client, [...everything, mirthe.email, koosje.email])).toEqual([words.outcomeForClient]);
  });

  test("says how somebody is known, what they are in the case, who else had to do with it, and until when it is kept", async () => {
    const { content } = await fileOf(mirthe);
    expect(content.cases).toMatchObject([
      {
        number: "LW-2026-0001",
        as: "de klager",
        known: ["Mirthe Zandstra", "mirthe.zandstra@kwekerij.example"],
        closedAt: "2026-03-02T10:00:00.000Z",
        keptUntil: "2028-03-02T10:00:00.000Z",
        sharedWith: expect.arrayContaining(["projectmanager", "degene over wie het gaat"]),
      },
    ]);
  });

  test("is a page that stands alone, in the language that was asked for", async () => {
    const [dutch, english] = [await fileOf(mirthe), await fileOf(mirthe, { language: "en" })];
    expect(dutch.html).toMatch(/^<!doctype html><html lang="nl">/);
    expect(dutch.html).toContain("Wat er niet in staat");
    expect(english.html).toContain("What is not in it");
    expect(`${dutch.html}${english.html}`).not.toMatch(/<(script|link|img)|undefined|\[object/);
    expect(JSON.parse(dutch.json)).toEqual(JSON.parse(JSON.stringify(dutch.content)));
  });

  test("repeats no markup that somebody wrote", async () => {
    const one = new LearningWorld();
    onTestFinished(() => one.remove());
    await caseFromMail(one, plantedMail("markup").replace("een sukkelaar", "<b onclick=x>dom</b>"));
    const { html } = await fileOf(mirthe, { from: one });
    expect(html).toContain("&lt;b onclick=x>dom");
  });
});

describe("measures and patterns about somebody", () => {
  type Agreed = Omit<Parameters<LearningWorld["cases"]["agreeMeasure"]>[1], "agreedBy" | "owner" | "dueAt" | "source">;
  async function withMeasure(measure: Agreed): Promise<LearningWorld> {
    const one = world.copy();
    onTestFinished(() => one.remove());
    const agreed = { agreedBy: "role:director", owner: "person:joost", source: "other" } as const;
    await one.cases.agreeMeasure(organisation, { ...agreed, ...measure, dueAt: "2026-06-01T15:00:00.000Z" });
    return one;
  }
  const textsFor = async (asked: Asked, from: LearningWorld) =>
    (await fileOf(asked, { from })).content.elsewhere.flatMap(({ text }) => text ?? []);

  test("are in the file of whom a pattern is about, without what colleagues found", async () => {
    const { content, html } = await fileOf(koosje);
    expect(content.elsewhere.map(({ number }) => number)).toContain("LW-S-2026-0001");
    expect(html).toContain("Maatregelen en patronen over u");
    expect(html).not.toContain(words.signal);
    expect((await fileOf(mirthe)).content.elsewhere.map(({ number }) => number)).not.toContain("LW-S-2026-0001");
    expect((await fileOf(client)).content.elsewhere).toEqual([]);
  });

  test("give what was agreed about a person to the one whom the complaint is about, and to nobody else", async () => {
    const text = "De trainer geeft een jaar lang geen les.";
    const from = await withMeasure({ measureType: "exclusion", cases: [complaint.caseId], text });
    expect(await textsFor(koosje, from)).toContain(text);
    expect(await textsFor(mirthe, from)).not.toContain(text);
  });

  test("keep words that name another party away, and say so", async () => {
    const text = "Koosje zegt sorry tegen Mirthe.";
    const from = await withMeasure({ measureType: "other", cases: [complaint.caseId], text });
    const { content, html } = await fileOf(koosje, { from });
    expect(content.elsewhere).toContainEqual(expect.objectContaining({ namesOthers: true }));
    expect(html).not.toContain(text);
    expect(html).toContain("De tekst, want die noemt ook een ander.");
    expect(html).toContain("Ook de tekst ervan als daar een ander in staat.");
  });

  test("are found by a whole name or an address when there is no complaint behind them", async () => {
    const text = "Dirkje van Dam krijgt een vaste trainer (dirkje@buurt.example).";
    const from = await withMeasure({ measureType: "other", cases: [], text });
    expect(await textsFor({ name: "dirkje van dam" }, from)).toEqual([text]);
    expect(await textsFor({ email: "Dirkje@buurt.example" }, from)).toEqual([text]);
    expect(await textsFor({ name: "Dirkje Smit", email: "d.smit@buurt.example" }, from)).toEqual([]);
  });

  test("stay away from a colleague who is involved in them, and are gone once erased", async () => {
    const isKeptBack = ({ number }: { readonly number: string }) => number === "LW-S-2026-0001";
    const { content } = await personFile(organisation, koosje, "nl", { cases: world.cases, isKeptBack });
    expect(content.elsewhere.map(({ number }) => number)).not.toContain("LW-S-2026-0001");
    const one = world.copy();
    onTestFinished(() => one.remove());
    await announcedAndErased(one);
    expect((await fileOf(koosje, { from: one })).content.elsewhere).toEqual([]);
  });
});

describe("who is meant by an access request", () => {
  test.each([
    ["by address, whatever the case of its letters", { email: "Mirthe.Zandstra@Kwekerij.example" }, 1],
    ["by name alone, whatever its accents", { name: "mirthe zándstra" }, 1],
    ["not by a part of the name", { name: "Zandstra" }, 0],
    [
      "not by the name of somebody else at another address",
      { name: "Mirthe Zandstra", email: "mirthe@elders.example" },
      0,
    ],
    ["nobody", { name: "Iemand Anders", email: "iemand@anders.example" }, 0],
  ])("%s", async (_how, asked, cases) => {
    expect((await fileOf(asked)).content.cases).toHaveLength(cases);
  });

  test("by mail that became no case", async () => {
    const { content } = await fileOf({ email: "postbode@reclame.example" });
    expect(content).toMatchObject({ cases: [], mail: [{ subject: "Afwezig tot maandag" }] });
  });

  test("by what they wrote about a case of somebody else: only that", async () => {
    const one = world.copy();
    onTestFinished(() => one.remove());
    const { replyKey } = await complaint.dossier();
    const raw = plantedMail("from-dirkje").replace(/^From:.*$/m, "From: Dirkje <dirkje@buurt.example>");
    const mail = await one.stored(raw.replace("Op dinsdag zei de trainer", "Ik was erbij en"), organisation);
    const recipients = [`klachten+${replyKey}@learnworks.example`];
    await receiveMail({ ...mail, envelope: { ...mail.envelope, recipients } }, one.dependencies);

    const { content, html } = await fileOf({ name: "Dirkje", email: "dirkje@buurt.example" }, { from: one });

    expect(content.cases).toMatchObject([{ as: "iemand die over de zaak schreef", letters: [], recorded: [] }]);
    expect(html).toContain("Ik was erbij en");
    expect(html).not.toContain("Hij lachte mij uit");
  });

  test("not in a case that is kept from the colleague who makes the file", async () => {
    const isKeptBack = ({ number }: { readonly number: string }) => number === "LW-2026-0001";
    const { content } = await personFile(organisation, mirthe, "nl", { cases: world.cases, isKeptBack });
    expect(content.cases).toEqual([]);
  });

  test("not in a mail that waits in a file that is kept from the colleague who makes the file", async () => {
    const one = new LearningWorld();
    onTestFinished(() => one.remove());
    const mail = await one.stored(plantedMail("wacht"), organisation);
    await receiveMail({ ...mail, verdicts: { ...mail.verdicts, dmarc: "FAIL" } }, one.dependencies);
    const mailFor = async (isKeptBack: () => boolean) =>
      (await personFile(organisation, mirthe, "nl", { cases: one.cases, isKeptBack })).content.mail.length;
    expect(await mailFor(() => false)).toBe(1);
    expect(await mailFor(() => true)).toBe(0);
  });

  test("nobody any more once their data have been erased", async () => {
    const one = world.copy();
    onTestFinished(() => one.remove());
    await announcedAndErased(one);
    for (const asked of [mirthe, koosje, client, { name: "Mirthe Zandstra" }]) {
      expect((await fileOf(asked, { from: one })).content).toMatchObject({ cases: [], mail: [] });
    }
  });
});
