import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { receiveMail } from "../../shared/cases/receive-mail.ts";
import { recount } from "../../shared/domain/register/totals.ts";
import { brokenAt, type SealedEvent, sealedEvent } from "../../shared/domain/seal.ts";
import { announceErasures } from "../../shared/learning/announce-erasures.ts";
import { eraseDue } from "../../shared/learning/erase.ts";
import type { Item, Value } from "../../shared/ports.ts";
import { everyCase } from "../../shared/store/case-row.ts";
import { intakeEntry } from "../../shared/store/intake-log.ts";
import { entriesOfMonth } from "../../shared/store/register.ts";
import { readTotals } from "../../shared/store/totals.ts";
import { viewWrite } from "../../shared/store/views.ts";
import {
  announcedAndErased,
  closedComplaint,
  monthBefore,
  onTheDay,
  organisation,
  planted,
  plantedMail,
} from "../support/closed-complaint.ts";
import { LearningWorld, PowerCut } from "../support/learning-world.ts";
import { StoredCase } from "../support/stored-case.ts";

let closed: LearningWorld;
let file: StoredCase;
beforeAll(async () => {
  closed = new LearningWorld();
  file = await closedComplaint(closed);
  const { caseId } = file;
  const view = { organisation, caseId, viewId: "v1", at: closed.clock.at, person: "wim", what: "case" } as const;
  await closed.items.transact([viewWrite(view)]);
});
afterAll(() => closed.remove());

/** The closed complaint once more, for one test. */
function setup() {
  const world = closed.copy();
  onTestFinished(() => world.remove());
  return { world, complaint: new StoredCase(world, organisation, file.caseId) };
}

/** Every sealed event of every file, by file. */
function chains(items: readonly Item[]): ReadonlyMap<string, readonly SealedEvent[]> {
  const events = items.filter(({ sk }) => sk.startsWith("EVENT#"));
  return Map.groupBy(
    events.map(({ pk, sealed }) => ({ pk, sealed: sealedEvent.parse(sealed) })),
    ({ pk }) => pk,
  )
    .entries()
    .reduce(
      (all, [pk, group]) =>
        all.set(
          pk,
          group.map(({ sealed }) => sealed),
        ),
      new Map<string, SealedEvent[]>(),
    );
}

/** Every text below a value. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  return value === null || typeof value !== "object" ? [] : Object.values(value).flatMap(textsIn);
}

/** Every word that people put into any file, and what hides them in the hashes. */
function secretsIn(items: readonly Item[]): readonly string[] {
  const events = [...chains(items).values()].flat();
  return events.flatMap(({ event, salt }) => [...textsIn(event.private), ...(salt === null ? [] : [salt])]);
}

const asJson = (text: Value) => JSON.stringify(text).slice(1, -1);

function totalsOf(world: LearningWorld) {
  return readTotals(world.items, organisation, "2026-01", "2028-12");
}

async function rowsOf(world: LearningWorld) {
  const entries = await Array.fromAsync(entriesOfMonth(world.items, organisation, "2026-01"));
  return entries.map(({ row }) => row);
}

describe("erasing a closed complaint", () => {
  test("leaves no name, no address and no word of anybody in the table, the archive or the bytes on disk", async () => {
    const { world } = setup();
    const before = world.raw();
    const secrets = new Set(secretsIn(before).filter((text) => text.length > 2));
    expect(secrets.size).toBeGreaterThan(60);
    expect(planted.filter((word) => !JSON.stringify(before).includes(word))).toEqual(["Postbode", "Terschelling"]);
    expect(
      world
        .archived()
        .map(({ text }) => text)
        .join(),
    ).toContain("Terschelling");

    await announcedAndErased(world);

    const table = JSON.stringify(world.raw());
    expect([...secrets].filter((text) => table.includes(asJson(text)))).toEqual([]);
    expect(planted.filter((word) => table.toLowerCase().includes(word.toLowerCase()))).toEqual([]);
    expect(world.archived()).toEqual([]);
    const bytes = world.bytesOnDisk().toLowerCase();
    expect(planted.filter((word) => bytes.includes(word.toLowerCase()))).toEqual([]);
  });

  test("keeps every fact of every file, and every chain verifies", async () => {
    const { world } = setup();
    const before = chains(world.raw());

    await announcedAndErased(world);

    const after = chains(world.raw());
    expect([...after.keys()]).toEqual([...before.keys()]);
    expect(before.size).toBe(5);
    for (const [pk, events] of after) {
      const facts = (all: readonly SealedEvent[]) =>
        all.map(({ event, ...one }) => ({ ...one, salt: 0, ...event, private: 0 }));
      const known = before.get(pk) ?? [];
      expect(facts(events.slice(0, known.length))).toEqual(facts(known));
      expect(brokenAt(events)).toBeUndefined();
      expect(events.at(-1)?.event.type).toBe("PersonalDataErased");
      expect(events.filter(({ event }) => Object.keys(event.private ?? {}).length > 0)).toEqual([]);
    }
  });

  test("changes no number: the totals are the same before and after, and equal a recount", async () => {
    const { world } = setup();
    const [before, rows] = [await totalsOf(world), await rowsOf(world)];
    expect(before.months["2026-01"]).toMatchObject({ complaints: 1, "finding:founded": 1, measures: 3 });

    await announcedAndErased(world);

    expect(await totalsOf(world)).toEqual(before);
    expect(await rowsOf(world)).toEqual(rows);
    expect(recount(await rowsOf(world))).toEqual(before);
  });

  test("ends what still waited, and leaves no link and nobody who looked", async () => {
    const { world, complaint } = setup();
    const opened = (await complaint.dossier()).tasks.filter(({ status }) => status === "open");
    expect(opened.map(({ kind }) => kind)).toEqual(["satisfaction"]);

    await announcedAndErased(world);

    expect((await complaint.dossier()).tasks.filter(({ status }) => status === "open")).toEqual([]);
    expect(world.raw().filter(({ pk, sk }) => pk.startsWith("LINK#") || sk.startsWith("VIEW#"))).toEqual([]);
  });

  test("does it once: the next day there is nothing to write", async () => {
    const { world } = setup();
    await announcedAndErased(world);
    world.writes = 0;
    world.clock.at = "2028-03-03T11:00:00.000Z";

    await announceErasures(organisation, world.dependencies);
    await eraseDue(organisation, world.dependencies);

    expect(world.writes).toBe(0);
  });

  test("takes nothing in any more: who answers an old letter begins a new case", async () => {
    const { world, complaint } = setup();
    const { replyKey, version } = await complaint.dossier();
    await announcedAndErased(world);
    const mail = await world.stored(plantedMail("later").replace("dinsdag", "woensdag"), organisation);
    const recipients = [`klachten+${replyKey}@learnworks.example`];
    await receiveMail({ ...mail, envelope: { ...mail.envelope, recipients } }, world.dependencies);

    const { erasure, messages, tasks } = await complaint.dossier();
    expect(erasure.erasedAt).toBe(onTheDay);
    expect(messages.map(({ text }) => text)).toEqual(messages.map(() => ""));
    expect(tasks.length).toBeGreaterThan(0);
    expect(version).toBeLessThan((await complaint.dossier()).version);
    expect((await rowsOf(world)).length + (await newRows(world))).toBe(2);
  });
});

/** The mail with which the closed complaint began: its very bytes. */
const firstMailOf = (world: LearningWorld) =>
  world.archived().find(({ text }) => text.includes("Subject: Kwetsende grappen"))?.text ?? "";

test("the very mail of a complaint that was erased, sent once more, is a new case and no copy of what is gone", async () => {
  const world = closed.copy();
  onTestFinished(() => world.remove());
  const raw = firstMailOf(world);
  await announcedAndErased(world);
  const again = async () => {
    const mail = await world.stored(raw.replaceAll("\r\n", "\n"), organisation);
    await receiveMail(mail, world.dependencies);
    return (await intakeEntry(world.items, organisation, mail.mailId))?.disposition;
  };
  expect(await again()).toBe("case");
  expect(await again()).toBe("duplicate");
});

async function newRows(world: LearningWorld): Promise<number> {
  return (await Array.fromAsync(entriesOfMonth(world.items, organisation, "2028-03"))).length;
}

describe("when the power goes while erasing", () => {
  test("the next round finishes it, at whatever write it went", async () => {
    const { world: whole } = setup();
    whole.clock.at = monthBefore;
    await announceErasures(organisation, whole.dependencies);
    whole.clock.at = onTheDay;
    const before = await totalsOf(whole);
    const uncut = whole.copy();
    uncut.writes = 0;
    await eraseDue(organisation, uncut.dependencies);
    const { writes } = uncut;
    const expected = [...chains(uncut.raw()).values()].map((events) => events.map(({ event }) => event));
    uncut.remove();
    expect(writes).toBeGreaterThan(15);

    for (let cutAt = 1; cutAt <= writes; cutAt += 1) {
      const world = whole.copy();
      world.writes = 0;
      world.cutAt = cutAt;
      await expect(eraseDue(organisation, world.dependencies), `cut at ${cutAt}`).rejects.toThrow(Error);
      const restarted = new LearningWorld(world.folder);
      restarted.clock.at = "2028-03-03T11:00:00.000Z";
      await eraseDue(organisation, restarted.dependencies);

      const table = JSON.stringify(restarted.raw());
      expect(
        planted.filter((word) => table.includes(word)),
        `cut at ${cutAt}`,
      ).toEqual([]);
      expect(restarted.archived(), `cut at ${cutAt}`).toEqual([]);
      const events = [...chains(restarted.raw()).values()];
      expect(events.map((chain) => chain.map(({ event }) => event))).toEqual(expected);
      expect(events.map(brokenAt)).toEqual(events.map(() => undefined));
      expect(await totalsOf(restarted)).toEqual(before);
      world.remove();
    }
  });

  test("a cut is a cut: the double fails from that write on", async () => {
    const { world } = setup();
    world.cutAt = 1;
    await expect(world.archive.delete("mail/x")).rejects.toThrow(PowerCut);
  });
});

test("a mail to two organisations stays in the archive until both have erased it", async () => {
  const world = new LearningWorld();
  onTestFinished(() => world.remove());
  const mail = await world.stored(plantedMail("both").replace("To: ", "To: klachten@sterker.example, "), organisation);
  const recipients = ["klachten@learnworks.example", "klachten@sterker.example"];
  await receiveMail({ ...mail, envelope: { ...mail.envelope, recipients } }, world.dependencies);
  for (const organisationId of ["learnworks", "sterker"]) {
    const [row] = await Array.fromAsync(everyCase(world.items, organisationId));
    const one = new StoredCase(world, organisationId, row?.caseId ?? "none");
    await one.perform("assess", { outcome: "not-a-complaint", reason: "Dit is een vraag.", rightDoor: "De balie." });
    await one.send("referral");
    await one.do({ type: "CloseCase" });
  }
  const erase = async (one: string) => {
    world.clock.at = "2027-12-20T11:00:00.000Z";
    await announceErasures(one, world.dependencies);
    world.clock.at = "2028-02-01T11:00:00.000Z";
    await eraseDue(one, world.dependencies);
  };

  await erase("sterker");
  expect(world.archived().filter(({ text }) => text.includes("dagboek"))).toHaveLength(2);
  await erase("learnworks");

  expect(world.archived()).toEqual([]);
});
