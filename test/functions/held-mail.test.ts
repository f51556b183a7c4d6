import { describe, expect, test } from "vitest";
import { sweep } from "../../functions/sweep/sweep.ts";
import { fileComplaint } from "../../shared/cases/file-complaint.ts";
import { mailLimits } from "../../shared/cases/mail-limit.ts";
import { receiveMail } from "../../shared/cases/receive-mail.ts";
import { CaseStore } from "../../shared/store/cases.ts";
import { listFiles } from "../../shared/store/listings.ts";
import { procedures } from "../support/case-under-test.ts";
import { complaintMail, setup, storedMail, type World } from "../support/embedded-world.ts";
import { askAbout, complaintsOf, heldBy, intakeOf, say } from "../support/held-mail.ts";

const { learnworks } = procedures;

type Mail = Parameters<typeof complaintMail>[0] & { readonly verdict?: "dmarc" | "spam" | "virus" };

async function mailed(world: World, { verdict, ...mail }: Mail = {}) {
  const verdicts = verdict === undefined ? {} : { [verdict]: "FAIL" as const };
  await receiveMail(await storedMail(world, { raw: complaintMail(mail), verdicts }), world.dependencies);
}

const withFile = `Content-Type: multipart/mixed; boundary=b

--b
Content-Type: text/plain

Wij klagen samen.
--b
Content-Type: application/pdf; name=bewijs.pdf
Content-Disposition: attachment; filename=bewijs.pdf

%PDF-1.4
--b--
`;

/** One mail from a forged sender waits. */
async function withHeldMail(mail: Mail = { verdict: "dmarc" }) {
  const world = setup();
  await mailed(world, mail);
  const [held] = await heldBy(world);
  if (held === undefined) throw new Error("Nothing is held.");
  return { world, caseId: held.caseId };
}

describe("A mail that a machine should not decide about", () => {
  test.each([
    ["a virus", "virus", "virus", ""],
    ["spam", "spam", "spam", "De trainer kwam te laat."],
    ["a forged sender", "dmarc", "forged-sender", "De trainer kwam te laat."],
  ] as const)("waits for a person with what may be shown of it: %s", async (_title, verdict, doubt, text) => {
    const { world, caseId } = await withHeldMail({ verdict, text: "De trainer kwam te laat." });
    const [held] = await heldBy(world);
    expect(held?.file.matter).toMatchObject({ kind: "mail", mail: { doubt, subject: "Klacht over de training" } });
    expect(held?.mails[0]?.text.trim()).toBe(text);
    expect(await intakeOf(world)).toMatchObject([{ disposition: "doubtful", reason: doubt, fileId: caseId }]);
    expect(await complaintsOf(world)).toEqual([]);
    await sweep({}, world.dependencies);
    expect(world.workflow.started).toMatchObject([
      { machine: "side-task-learnworks", input: { caseId, kind: "look-at-mail" } },
    ]);
    expect(world.post.sent).toEqual([]);
  });

  test("tells who says to have written it, where answers are wanted and which files came with it", async () => {
    const world = setup();
    const raw = `From: Jan <jan@b.example>, Els <els@b.example>\nReply-To: samen@b.example\nSubject: Klacht\n${withFile}`;
    await receiveMail(await storedMail(world, { raw }), world.dependencies);
    const [held] = await heldBy(world);
    for (const told of ["els@b.example", "samen@b.example", "bewijs.pdf"]) expect(held?.mails[0]?.text).toContain(told);
  });

  test("is one task, however often it is delivered", async () => {
    const world = setup();
    for (let n = 0; n < 3; n += 1) await mailed(world, { verdict: "dmarc" });
    expect(await heldBy(world)).toHaveLength(1);
    expect((await intakeOf(world)).map(({ disposition }) => disposition)).toEqual([
      "doubtful",
      "duplicate",
      "duplicate",
    ]);
  });
});

describe("Who is asked about it", () => {
  interface Told extends Mail {
    readonly away?: readonly string[];
  }
  async function askedAbout({ away = [], ...mail }: Told) {
    const world = setup();
    const people = learnworks.people.map((one) =>
      away.includes(one.id) ? { ...one, absences: [{ from: "2026-01-01", until: "2026-01-05" }] } : one,
    );
    const { items, clock, secrets, dependencies } = world;
    const cases = new CaseStore({ items, procedures: [{ ...learnworks, people }], clock, secrets });
    const there = { ...world, cases, dependencies: { ...dependencies, cases } };
    await mailed(there, { verdict: "dmarc", ...mail });
    const [held] = await heldBy(there);
    return askAbout(there, held?.caseId ?? "");
  }
  const everybody = learnworks.people.map(({ name }) => name).join(", ");

  test.each([
    ["the intake officer", {}, "ingrid"],
    ["the deputy while the officer is away", { away: ["ingrid"] }, "joost"],
    ["the deputy when the officer is named in it", { text: "Ingrid Bakker was onbeleefd." }, "joost"],
    ["the deputy when the officer is named in its subject", { subject: "Klacht over ingrid  bakker" }, "joost"],
    ["the deputy when the officer is named by surname", { text: "Mevrouw Bakker was onbeleefd." }, "joost"],
    ["the deputy when a virus names the officer", { text: "Over Ingrid Bakker.", verdict: "virus" }, "joost"],
    ["the officer whom it only greets", { text: "Beste Ingrid Bakker,\nDe zaal was koud." }, "ingrid"],
    ["one role up when one is named and the other away", { text: "Joost Vermeulen riep.", away: ["ingrid"] }, "farah"],
    ["the director when the others are named", { text: "Ingrid Bakker, Joost Vermeulen en Farah Amrani." }, "wim"],
    ["the intake officer when it names everybody", { text: `${everybody} doen niets.` }, "ingrid"],
  ] as const satisfies readonly (readonly [string, Told, string])[])("%s", async (_title, told, person) => {
    expect(await askedAbout(told)).toBe(person);
  });
});

describe("What somebody says it is", () => {
  test("a complaint: it becomes a case as of when it came in, and its sender gets letters where the officer says", async () => {
    const { world, caseId } = await withHeldMail();
    const arrived = world.clock.now();
    world.clock.at = "2026-01-06T09:00:00.000Z";
    const answer = { complainantName: "Sanne de Wit", complainantEmail: "sanne@thuis.example" };
    await say(world, caseId, { outcome: "new-case", ...answer });
    const [complaint] = await complaintsOf(world);
    expect(complaint).toMatchObject({
      receivedAt: arrived,
      complainant: { name: "Sanne de Wit", email: "sanne@thuis.example" },
      subject: "Klacht over de training",
    });
    expect(await intakeOf(world)).toMatchObject([{ disposition: "case", caseId: complaint?.caseId }]);
    expect(world.workflow.started).toContainEqual(
      expect.objectContaining({ machine: "complaint-learnworks", name: complaint?.caseId }),
    );
    expect(await world.cases.load("learnworks", caseId)).toMatchObject({ status: "closed" });
    // Delivered once more, it is known.
    await mailed(world, { verdict: "dmarc" });
    expect((await intakeOf(world)).map(({ disposition }) => disposition)).toEqual(["case", "duplicate"]);
  });

  test("part of a case: it is filed there, and its owner is told", async () => {
    const world = setup();
    await mailed(world, { id: "first@zorggroep.example", text: "De zaal was koud." });
    const [complaint] = await complaintsOf(world);
    await mailed(world, { verdict: "dmarc" });
    const [held] = await heldBy(world);
    await say(world, held?.caseId ?? "", { outcome: "belongs", caseNumber: ` ${complaint?.number.toLowerCase()} ` });
    const then = await world.cases.load("learnworks", complaint?.caseId ?? "");
    expect(then.messages).toMatchObject([{ from: "complainant", text: expect.stringContaining("De trainer kwam") }]);
    expect(then.letters.map(({ letter }) => letter)).toContain("message-filed");
    expect((await intakeOf(world)).map(({ disposition }) => disposition)).toEqual(["case", "reply"]);
  });

  test("a complaint, when the mail is gone: nothing is left, and nobody tries again", async () => {
    const { world, caseId } = await withHeldMail();
    await say(world, caseId, { outcome: "new-case" }, false);
    const [entry] = await intakeOf(world);
    await world.archive.delete(`mail/${entry?.mailId}`);
    await sweep({}, world.dependencies);
    expect(await intakeOf(world)).toMatchObject([{ disposition: "refused", reason: "gone", caseId: null }]);
    expect(await complaintsOf(world)).toEqual([]);
  });

  test("nothing for us: it stays in the log as refused, and nobody hears of it", async () => {
    const { world, caseId } = await withHeldMail();
    await say(world, caseId, { outcome: "not-for-us", notForUs: "advertising" });
    expect(await intakeOf(world)).toMatchObject([{ disposition: "refused", reason: "advertising", caseId: null }]);
    expect(await complaintsOf(world)).toEqual([]);
    expect((await heldBy(world))[0]?.file.letters.filter(({ letter }) => letter !== "task")).toEqual([]);
  });

  test("a form that was held keeps what was filled in on it", async () => {
    const world = setup();
    const complainant = { name: "Sanne de Wit", email: "sanne@thuis.example", phone: "06 555 01 23" };
    for (let n = 1; n <= mailLimits.answers + 1; n += 1) {
      const form = { channel: "web", language: "nl", complainant, report: { course: "BHV" }, robot: false } as const;
      await fileComplaint({ words: `Klacht ${n}`, form, ticket: `${n}` }, learnworks, "nl", world.dependencies);
    }
    const [held] = await heldBy(world);
    expect(held?.file.matter).toMatchObject({ mail: { doubt: "too-many" } });
    await say(world, held?.caseId ?? "", { outcome: "new-case", complainantEmail: "sanne@nieuw.example" });
    expect((await complaintsOf(world)).at(-1)).toMatchObject({
      channel: "web",
      complainant: { ...complainant, email: "sanne@nieuw.example" },
      report: { course: "BHV" },
    });
  });

  test("broken off between any two steps, it becomes the same once the sweeper comes", async () => {
    for (let step = 0; step < 12; step += 1) {
      const { world, caseId } = await withHeldMail();
      await say(world, caseId, { outcome: "new-case" }, false);
      const { items, archive } = world;
      let left = step;
      const breaks = <Arguments extends readonly unknown[], Result>(done: (...given: Arguments) => Promise<Result>) => {
        return async (...given: Arguments): Promise<Result> => {
          left -= 1;
          if (left < 0) throw new Error("killed");
          return done(...given);
        };
      };
      const [transact, get] = [items.transact.bind(items), archive.get.bind(archive)];
      Object.assign(items, { transact: breaks(transact) });
      Object.assign(archive, { get: breaks(get) });
      await sweep({}, world.dependencies).catch(() => undefined);
      Object.assign(items, { transact });
      Object.assign(archive, { get });
      await sweep({}, world.dependencies);
      expect(await complaintsOf(world)).toHaveLength(1);
      expect(await intakeOf(world)).toMatchObject([{ disposition: "case" }]);
    }
  });
});

describe("Mails that are held for the same reason on one day", () => {
  async function threeOfSpam() {
    const world = setup();
    for (const id of ["a", "b", "c"])
      await mailed(world, { verdict: "spam", id: `${id}@spam.example`, text: `Aanbieding ${id}` });
    const [held] = await heldBy(world);
    return { world, caseId: held?.caseId ?? "" };
  }

  test("are one task, and one answer for all of them", async () => {
    const { world, caseId } = await threeOfSpam();
    expect((await heldBy(world)).map(({ mails }) => mails.length)).toEqual([3]);
    await say(world, caseId, { outcome: "not-for-us", notForUs: "advertising" });
    expect((await intakeOf(world)).map(({ disposition }) => disposition)).toEqual(["refused", "refused", "refused"]);
  });

  test("are one case when they are one complaint", async () => {
    const { world, caseId } = await threeOfSpam();
    await say(world, caseId, { outcome: "new-case", complainantName: "Sanne de Wit" });
    const [complaint, ...more] = await complaintsOf(world);
    expect(more).toEqual([]);
    expect(complaint?.messages).toHaveLength(2);
    expect((await intakeOf(world)).map(({ disposition }) => disposition)).toEqual(["case", "reply", "reply"]);
  });

  test("can be looked at one by one", async () => {
    const { world, caseId } = await threeOfSpam();
    await say(world, caseId, { outcome: "one-by-one" });
    const files = (await heldBy(world)).filter((one) => one.caseId !== caseId);
    expect(files.map(({ mails }) => mails.length)).toEqual([1, 1, 1]);
    await say(world, files[1]?.caseId ?? "", { outcome: "new-case" });
    expect((await complaintsOf(world)).map(({ text }) => text.trim())).toEqual(["Aanbieding b"]);
    expect((await intakeOf(world)).map(({ disposition }) => disposition)).toEqual(["doubtful", "case", "doubtful"]);
  });

  test("wait apart when they name a colleague, who is not the one to read them", async () => {
    const { world } = await threeOfSpam();
    for (const id of ["d", "e"]) {
      await mailed(world, { verdict: "spam", id: `${id}@spam.example`, text: `Ingrid Bakker was onbeleefd ${id}.` });
    }
    const held = await heldBy(world);
    expect(held.map(({ mails }) => mails.length)).toEqual([3, 2]);
    expect(await Promise.all(held.map(({ caseId }) => askAbout(world, caseId)))).toEqual(["ingrid", "joost"]);
  });

  test("begin anew once somebody has decided, and on another day", async () => {
    const { world, caseId } = await threeOfSpam();
    await say(world, caseId, { outcome: "not-for-us", notForUs: "advertising" });
    await mailed(world, { verdict: "spam", id: "d@spam.example", text: "Aanbieding d" });
    world.clock.at = "2026-01-06T09:00:00.000Z";
    await mailed(world, { verdict: "spam", id: "e@spam.example", text: "Aanbieding e" });
    expect((await heldBy(world)).map(({ mails }) => mails.length)).toEqual([3, 1, 1]);
  });
});

describe("A mail that cannot be read", () => {
  test("is for a person after five tries, and is tried no more", async () => {
    const world = setup();
    const { archive, dependencies } = world;
    const mail = await storedMail(world, { raw: complaintMail() });
    const get = archive.get.bind(archive);
    let tries = 0;
    archive.get = async () => {
      tries += 1;
      throw new Error("The process ended here.");
    };
    await receiveMail(mail, dependencies).catch(() => undefined);
    for (let minute = 1; minute <= 8; minute += 1) {
      world.clock.at = `2026-01-05T09:${String(minute * 5).padStart(2, "0")}:00.000Z`;
      await sweep({}, dependencies).catch(() => undefined);
    }
    archive.get = get;
    expect(tries).toBe(5);
    expect(await intakeOf(world)).toMatchObject([{ disposition: "doubtful", reason: "unreadable" }]);
    const [held] = await heldBy(world);
    // Whoever looks at it may find that it can be read after all.
    await say(world, held?.caseId ?? "", { outcome: "new-case", complainantEmail: "sanne@thuis.example" });
    expect(await complaintsOf(world)).toMatchObject([{ subject: "Klacht over de training" }]);
  });

  test("does not keep another organisation from its copy", async () => {
    const world = setup();
    const mail = await storedMail(world, { raw: complaintMail() });
    const recipients = ["klachten@learnworks.example", "klachten@sterker.example"];
    const { archive, dependencies } = world;
    const get = archive.get.bind(archive);
    archive.get = async () => {
      throw new Error("The process ended here.");
    };
    const both = { ...mail, envelope: { ...mail.envelope, recipients } };
    await receiveMail(both, dependencies).catch(() => undefined);
    archive.get = get;
    await sweep({}, dependencies);
    const { entries } = await listFiles(world.items, "sterker", { list: "complaints", limit: 10 });
    expect([(await complaintsOf(world)).length, entries.length]).toEqual([1, 1]);
  });
});
