import { describe, expect, test } from "vitest";
import { sendLetters } from "../../functions/send-letters/send-letters.ts";
import { sweep } from "../../functions/sweep/sweep.ts";
import { trackLetters } from "../../functions/track-letters/track-letters.ts";
import { openCore } from "../../local/core.ts";
import { receiveMail } from "../../shared/cases/receive-mail.ts";
import { PostUnavailable, PostUncertain, StoreUnavailable } from "../../shared/ports.ts";
import { everyCase } from "../../shared/store/case-row.ts";
import { everyPending } from "../../shared/store/outbox.ts";
import { mondayMorning, procedures } from "../support/case-under-test.ts";
import { complaintMail, setup, storedMail } from "../support/embedded-world.ts";
import { SesDouble, type Taken } from "../support/ses-double.ts";

const minuteMs = 60_000;
const complaints = 10;

/** Ten complaints whose receipts are to go out through SES, each in a case of its own. */
async function house() {
  const world = setup();
  const ses = new SesDouble(() => world.clock.now());
  const dependencies = { ...world.dependencies, post: ses.post };
  for (let n = 1; n <= complaints; n += 1) {
    const raw = complaintMail({ id: `${n}@zorggroep.example`, text: `Klacht nummer ${n}.` });
    await receiveMail(await storedMail(world, { raw }), dependencies);
  }
  const files = await Array.fromAsync(everyCase(world.items, "learnworks"));
  const faults = new Set<string>();
  const tried = async (work: Promise<unknown>) => {
    await work.catch((error: unknown) => faults.add(error instanceof Error ? error.name : "unknown"));
  };
  const ids = files.map(({ caseId }) => ({ organisation: "learnworks", caseId }));
  /** The path asks for the receipt, of one case or of all. */
  const sends = async (file?: number) => {
    for (const one of file === undefined ? ids : ids.slice(file, file + 1)) {
      await tried(sendLetters({ ...one, letter: "receipt", requestId: "entry" }, dependencies));
    }
  };
  /** The same, but the stream of the table shows it to somebody else. */
  const finds = async (file: number) => {
    for (const one of ids.slice(file, file + 1)) {
      const command = { type: "SendLetters", letter: "receipt", requestId: "entry" } as const;
      await world.cases.execute(one.organisation, one.caseId, command);
      await tried(sendLetters({ outbox: [one] }, dependencies));
    }
  };
  /** Lets time pass with a sweep every five minutes, as on AWS. */
  const passes = async (minutes: number) => {
    const until = Date.parse(world.clock.at) + minutes * minuteMs;
    while (Date.parse(world.clock.at) < until) {
      world.clock.at = new Date(Date.parse(world.clock.at) + 5 * minuteMs).toISOString();
      await tried(sweep({}, dependencies));
    }
  };
  /** SES tells what it took, as its events do. */
  const tells = async (what: "sent" | "delivered", taken: readonly Taken[] = ses.taken) => {
    for (const { tags, providerMessageId } of taken) {
      const told = { organisation: tags["organisation"] ?? "", caseId: tags["case"], letterId: tags["letter"] };
      await trackLetters({ ...told, report: { what, providerMessageId } }, dependencies);
    }
  };
  const waiting = async () =>
    (await Array.fromAsync(everyPending(world.items, "learnworks", "9999"))).filter(({ what }) => what === "letter")
      .length;
  const statuses = async () =>
    Promise.all(
      files.map(async ({ caseId }) =>
        (await world.cases.load("learnworks", caseId)).letters.map(({ status }) => status).join(),
      ),
    );
  return { ...world, ses, sends, finds, passes, tells, waiting, statuses, faults };
}

const eachOnce = Array(complaints).fill(1);
const eachSent = Array(complaints).fill("sent");

describe("every letter goes out, and once", () => {
  test.each([
    { title: "throttles for an hour", mood: "throttled" as const, minutes: 60 },
    { title: "fails for six hours", mood: "down" as const, minutes: 360 },
    { title: "cannot be reached for six hours", mood: "unreachable" as const, minutes: 360 },
  ])("when SES $title", async ({ mood, minutes }) => {
    const { ses, sends, passes, waiting, statuses } = await house();
    ses.mood = mood;
    await sends();
    await passes(minutes);
    expect([ses.taken.length, await waiting()]).toEqual([0, complaints]);
    ses.mood = "well";
    await passes(45);
    expect([...ses.copies().values()]).toEqual(eachOnce);
    expect([await waiting(), await statuses()]).toEqual([0, eachSent]);
  });

  test("asks a post that is down less and less, and not for every letter in every sweep", async () => {
    const { ses, sends, passes, faults } = await house();
    ses.mood = "unreachable";
    await sends();
    await passes(60);
    const firstHour = ses.offered;
    await passes(300);
    expect(faults).toEqual(new Set([PostUnavailable.name, "SweepIncomplete"]));
    // Ten letters and 72 sweeps would make 730 requests; each letter has its tries every half hour at most.
    expect(firstHour).toBeLessThanOrEqual(complaints + 12 * 3);
    expect(ses.offered - firstHour).toBeLessThanOrEqual(complaints * 11);
  });

  test("when its answer is lost and SES tells by itself that it took them: no second copy, however late the sweep", async () => {
    const { ses, sends, passes, tells, waiting, statuses, faults } = await house();
    ses.mood = "silent";
    await sends();
    expect(faults).toEqual(new Set([PostUncertain.name]));
    ses.mood = "well";
    await passes(20);
    expect(await waiting()).toBe(complaints);
    await tells("delivered");
    await tells("sent");
    await passes(600);
    expect([...ses.copies().values()]).toEqual(eachOnce);
    expect([await waiting(), await statuses()]).toEqual([0, Array(complaints).fill("delivered")]);
  });

  test.each([
    { title: "whoever wrote the letter", of: "sends" as const },
    { title: "whoever found it in the outbox", of: "finds" as const },
  ])("when $title dies between SES's yes and our mark, and SES tells of it", async ({ of }) => {
    const { ses, passes, tells, items, statuses, ...ways } = await house();
    const transact = items.transact.bind(items);
    ses.onTaken = () => {
      items.transact = async () => {
        throw new StoreUnavailable("The process is gone.");
      };
    };
    const alive = () => {
      items.transact = transact;
    };
    for (const file of eachOnce.keys()) {
      await ways[of](file);
      alive();
    }
    ses.onTaken = () => {};
    await passes(15);
    await tells("sent");
    await passes(600);
    expect([...ses.copies().values()]).toEqual(eachOnce);
    expect(await statuses()).toEqual(eachSent);
  });
});

describe("the one way to a second copy", () => {
  test("is that nobody knows what became of it, and that SES tells nothing for half an hour either", async () => {
    const { ses, sends, passes, statuses } = await house();
    ses.mood = "silent";
    await sends();
    ses.mood = "well";
    await passes(25);
    expect([...ses.copies().values()]).toEqual(eachOnce);
    await passes(10);
    expect([...ses.copies().values()]).toEqual(Array(complaints).fill(2));
    await passes(600);
    expect([...ses.copies().values()]).toEqual(Array(complaints).fill(2));
    expect(await statuses()).toEqual(eachSent);
  });

  test("makes a copy that can be told to be one: the same message to the last byte, with the same id", async () => {
    const { ses, sends, passes } = await house();
    ses.mood = "silent";
    await sends();
    ses.mood = "well";
    await passes(60);
    for (const { tags, raw } of ses.taken) {
      const copies = ses.taken.filter((one) => one.tags["case"] === tags["case"]);
      expect(new Set(copies.map((one) => one.raw)).size).toBe(1);
      const id = new RegExp(`Message-ID:\\s+<${tags["case"]}\\.${tags["letter"]}\\.[0-9a-f]{16}@learnworks\\.example>`);
      expect(raw).toMatch(id);
    }
  });
});

describe("the embedded core", () => {
  const complaint = { recipients: ["klachten@learnworks.example"], envelopeFrom: "sanne.dewit@zorggroep.example" };

  async function core() {
    const made = openCore({
      procedures: [procedures.learnworks],
      publicUrl: "http://localhost:4000",
      places: "memory",
      realNow: () => Date.parse(mondayMorning),
      dailyRounds: false,
    });
    await made.resume();
    const send = made.post.send.bind(made.post);
    const asked = { fault: (): "before" | "after" | undefined => undefined };
    made.post.send = async (envelope) => {
      if (asked.fault() === "before") throw new PostUnavailable("down");
      const posted = await send(envelope);
      if (asked.fault() === "after") throw new PostUncertain("lost");
      return posted;
    };
    const passes = async (minutes: number) => {
      const from = Date.parse(made.clock.now());
      for (let past = 5; past <= minutes; past += 5)
        await made.time.advanceTo(new Date(from + past * minuteMs).toISOString());
    };
    const takeIn = async () => {
      const raw = Buffer.from(complaintMail().replaceAll("\n", "\r\n"));
      await made.takeIn({ ...complaint, receivedAt: made.clock.now(), raw });
      await passes(5);
    };
    /** Letters by reader and subject, and how often each was sent. */
    const copies = () =>
      made.post.list().map(({ to, raw }) => `${to.join()} ${/^Subject: .*$/m.exec(Buffer.from(raw).toString())?.[0]}`);
    return { made, asked, passes, takeIn, copies };
  }

  test("sends every letter once after six hours without a post", async () => {
    const { made, asked, passes, takeIn, copies } = await core();
    asked.fault = () => "before";
    await takeIn();
    await passes(360);
    expect(copies()).toEqual([]);
    asked.fault = () => undefined;
    await passes(45);
    expect(copies().length).toBeGreaterThanOrEqual(2);
    expect(new Set(copies()).size).toBe(copies().length);
    await made.close();
  });

  test("does not send at once again what may have gone, also after a restart", async () => {
    const { made, asked, passes, takeIn, copies } = await core();
    asked.fault = () => "after";
    await takeIn();
    const sent = copies().length;
    expect(sent).toBeGreaterThan(0);
    asked.fault = () => undefined;
    await made.resume();
    await passes(20);
    expect(copies()).toHaveLength(sent);
    await made.close();
  });
});
