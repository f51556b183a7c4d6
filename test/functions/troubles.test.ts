import { describe, expect, test } from "vitest";
import { sendLetters } from "../../functions/send-letters/send-letters.ts";
import { sweep } from "../../functions/sweep/sweep.ts";
import { trackLetters } from "../../functions/track-letters/track-letters.ts";
import { receiveMail } from "../../shared/cases/receive-mail.ts";
import { reportLetter } from "../../shared/cases/report-letter.ts";
import { PostRefused, PostUnavailable } from "../../shared/ports.ts";
import { everyCase } from "../../shared/store/case-row.ts";
import { procedures } from "../support/case-under-test.ts";
import { complaintMail, setup, storedMail } from "../support/embedded-world.ts";

const { administrator } = procedures.learnworks;
const bounced = { what: "bounced", permanent: true, code: "5.1.1" } as const;

/** Cases in which whoever assesses has their task; `sweeps` lets a while pass and sends what waits. */
async function office(cases = 1) {
  const world = setup();
  const { dependencies, post, clock } = world;
  for (let n = 1; n <= cases; n += 1) {
    const raw = complaintMail({ id: `${n}@zorggroep.example`, text: `Klacht nummer ${n}.` });
    await receiveMail(await storedMail(world, { raw }), dependencies);
  }
  const files = (await Array.fromAsync(everyCase(world.items, "learnworks"))).map(({ caseId }) => ({
    organisation: "learnworks",
    caseId,
  }));
  for (const ids of files) {
    await world.cases.execute(ids.organisation, ids.caseId, { type: "OpenTask", kind: "assess", requestId: "r" });
    await sendLetters({ outbox: [ids] }, dependencies);
  }
  const sweeps = async (at: string) => {
    clock.at = at;
    await sweep({}, dependencies);
  };
  const toAdministrator = () =>
    post.sent
      .filter(({ to }) => to[0] === administrator.email)
      .map(({ raw }) => Buffer.from(raw).toString().replaceAll("=\r\n", ""));
  return { ...world, files, sweeps, toAdministrator };
}

describe("the administrator", () => {
  test("hears once a day of an address that returns mail, whatever number of letters came back", async () => {
    const { files, sweeps, toAdministrator, dependencies, clock } = await office(3);
    for (const ids of files) await reportLetter({ ...ids, letterId: "letter-1", report: bounced }, dependencies);
    await sweeps("2026-01-05T10:00:00.000Z");
    await sweeps("2026-01-05T11:00:00.000Z");
    expect(toAdministrator()).toHaveLength(1);
    expect(toAdministrator()[0]).toContain("ingrid.bakker@learnworks.example");
    expect(toAdministrator()[0]).toContain("Auto-Submitted: auto-generated");

    clock.at = "2026-01-06T10:00:00.000Z";
    const report = { what: "bounced", permanent: true, providerMessageId: "0102" } as const;
    await trackLetters({ organisation: "learnworks", person: "ingrid", report }, dependencies);
    await sweeps("2026-01-06T11:00:00.000Z");
    expect(toAdministrator()).toHaveLength(2);
  });

  test("hears it also when the post was down at first, and still once", async () => {
    const { files, sweeps, toAdministrator, post, dependencies } = await office(1);
    for (const ids of files) await reportLetter({ ...ids, letterId: "letter-1", report: bounced }, dependencies);
    post.failing = new PostUnavailable("down");
    await expect(sweeps("2026-01-05T10:00:00.000Z")).rejects.toThrow("PostUnavailable");
    post.failing = undefined;
    await sweeps("2026-01-05T12:00:00.000Z");
    await sweeps("2026-01-05T14:00:00.000Z");
    expect(toAdministrator()).toHaveLength(1);
  });

  test("hears of a colleague whose mail cannot go out, and not of a complainant", async () => {
    const { files, sweeps, toAdministrator, post, dependencies, cases } = await office(1);
    const [ids] = files;
    if (ids === undefined) throw new Error("No case.");
    post.failing = new PostRefused("never");
    await sendLetters({ ...ids, letter: "receipt", requestId: "entry" }, dependencies);
    await cases.execute(ids.organisation, ids.caseId, {
      type: "FileMessage",
      facts: { mailId: "m1", from: "complainant", by: "complainant" },
      private: { address: "", subject: "", text: "Nog iets.", attachments: [] },
    });
    await sendLetters({ outbox: [ids] }, dependencies);
    post.failing = undefined;
    await sweeps("2026-01-05T10:00:00.000Z");
    expect(toAdministrator()).toHaveLength(1);
    expect(toAdministrator()[0]).toContain("farah.amrani@learnworks.example");
  });

  test("hears that a reader calls our mail spam, by the number of the case and without who they are", async () => {
    const { files, sweeps, toAdministrator, dependencies } = await office(1);
    const [ids] = files;
    if (ids === undefined) throw new Error("No case.");
    await sendLetters({ ...ids, letter: "receipt", requestId: "entry" }, dependencies);
    await reportLetter({ ...ids, letterId: "letter-2", report: { what: "complained" } }, dependencies);
    await sweeps("2026-01-05T10:00:00.000Z");
    expect(toAdministrator()).toHaveLength(1);
    expect(toAdministrator()[0]).toContain("LW-2026-0001");
    expect(toAdministrator()[0]).not.toMatch(/sanne/i);
  });

  test.each([
    { title: "a complainant's address", report: bounced, letter: "receipt" as const },
    {
      title: "mail that may still arrive",
      report: { what: "bounced", permanent: false } as const,
      letter: "receipt" as const,
    },
  ])("hears nothing of $title: others are asked to act", async ({ report, letter }) => {
    const { files, sweeps, toAdministrator, dependencies } = await office(1);
    const [ids] = files;
    if (ids === undefined) throw new Error("No case.");
    await sendLetters({ ...ids, letter, requestId: "entry" }, dependencies);
    await reportLetter({ ...ids, letterId: "letter-2", report }, dependencies);
    await sweeps("2026-01-05T10:00:00.000Z");
    expect(toAdministrator()).toEqual([]);
  });

  test("hears nothing of people whom the procedure does not know", async () => {
    const { sweeps, toAdministrator, dependencies } = await office(0);
    const report = { what: "bounced", permanent: true, providerMessageId: "0102" } as const;
    await trackLetters({ organisation: "learnworks", person: "nobody", report }, dependencies);
    await trackLetters({ organisation: "elsewhere", person: "ingrid", report }, dependencies);
    await sweeps("2026-01-05T10:00:00.000Z");
    expect(toAdministrator()).toEqual([]);
  });
});
