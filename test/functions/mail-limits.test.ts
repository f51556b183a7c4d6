import { describe, expect, test } from "vitest";
import { mailLimits } from "../../shared/cases/mail-limit.ts";
import { receiveMail } from "../../shared/cases/receive-mail.ts";
import { forgetMailCounts } from "../../shared/learning/forget-mail-counts.ts";
import { countedMail } from "../../shared/store/mail-counts.ts";
import { complaintMail, setup, storedMail, type World } from "../support/embedded-world.ts";
import { complaintsOf, heldBy, intakeOf, say } from "../support/held-mail.ts";

async function mailed(world: World, mail: Parameters<typeof complaintMail>[0]) {
  await receiveMail(await storedMail(world, { raw: complaintMail(mail) }), world.dependencies);
}

const complaints = (count: number, from?: (n: number) => string, extra?: string) =>
  Array.from({ length: count }, (_, n) => ({
    id: `m${n}@elders.example`,
    text: `Klacht ${n}: de zaal was koud.`,
    ...(from !== undefined && { from: from(n) }),
    ...(extra !== undefined && { extra }),
  }));

const ends = async (world: World) => (await intakeOf(world)).map(({ disposition }) => disposition);

describe("So much mail that no person writes it", () => {
  test("is answered until the limit of the day, then there is silence and one task", async () => {
    const world = setup();
    for (const mail of complaints(mailLimits.answers + 8)) await mailed(world, mail);
    expect(await complaintsOf(world)).toHaveLength(mailLimits.answers);
    expect((await ends(world)).filter((end) => end === "doubtful")).toHaveLength(8);
    const held = await heldBy(world);
    expect(held).toHaveLength(1);
    expect(held[0]?.mails).toHaveLength(8);
  });

  test("is answered again the next day once somebody has decided, and until then it all waits in one file", async () => {
    const world = setup();
    for (const mail of complaints(mailLimits.answers + 1)) await mailed(world, mail);
    world.clock.at = "2026-01-07T09:00:00.000Z";
    await mailed(world, { id: "next@elders.example", text: "Een andere klacht." });
    expect((await ends(world)).slice(-2)).toEqual(["doubtful", "doubtful"]);
    const [held, ...more] = await heldBy(world);
    expect([held?.mails.length, more.length]).toEqual([2, 0]);
    await say(world, held?.caseId ?? "", { outcome: "not-for-us", notForUs: "machine" });
    await mailed(world, { id: "last@elders.example", text: "Nog een andere klacht." });
    expect((await ends(world)).at(-1)).toBe("case");
  });

  test("cannot make us answer one address for many senders", async () => {
    const world = setup();
    const reflected = "Reply-To: slachtoffer@elders.example\n";
    for (const mail of complaints(mailLimits.answers + 5, (n) => `n${n}@aanvaller${n}.example`, reflected))
      await mailed(world, mail);
    expect(await complaintsOf(world)).toHaveLength(mailLimits.answers);
    expect(await heldBy(world)).toHaveLength(1);
  });

  test("keeps nobody else from being heard", async () => {
    const world = setup();
    for (const mail of complaints(mailLimits.answers + 5)) await mailed(world, mail);
    await mailed(world, { from: "Jan Bos <jan@werk.example>", id: "jan@werk.example", text: "Mijn klacht." });
    expect((await ends(world)).at(-1)).toBe("case");
  });

  test("in a case is filed until the limit, then it waits too", async () => {
    const world = setup();
    await mailed(world, {});
    const [complaint] = await complaintsOf(world);
    for (let n = 1; n <= mailLimits.mails + 2; n += 1) {
      const mail = { id: `r${n}@zorggroep.example`, text: `Nog iets ${n}.`, subject: `Over ${complaint?.number}` };
      await mailed(world, mail);
    }
    const said = await ends(world);
    expect(said.filter((end) => end === "reply")).toHaveLength(mailLimits.mails - 1);
    expect(said.filter((end) => end === "doubtful")).toHaveLength(3);
    expect(await heldBy(world)).toHaveLength(1);
  });

  test("is counted for that day only: the next morning nobody can tell any more who wrote", async () => {
    const world = setup();
    for (const mail of complaints(3, (n) => `n${n}@elders.example`)) await mailed(world, mail);
    const count = () => countedMail(world.items, "learnworks", "2026-01-05", "n1@elders.example");
    await forgetMailCounts("learnworks", world.dependencies);
    expect(await count()).toMatchObject({ mails: 1, answers: 1 });
    world.clock.at = "2026-01-09T06:00:00.000Z";
    await forgetMailCounts("learnworks", world.dependencies);
    expect(await count()).toMatchObject({ mails: 0, answers: 0 });
  });

  test("counts also when it comes at one moment", async () => {
    const world = setup();
    const mails = await Promise.all(
      complaints(mailLimits.answers + 5).map((mail) => storedMail(world, { raw: complaintMail(mail) })),
    );
    await Promise.all(mails.map((mail) => receiveMail(mail, world.dependencies)));
    expect(await complaintsOf(world)).toHaveLength(mailLimits.answers);
    expect(await heldBy(world)).toHaveLength(1);
  });
});

describe("The same words of the same person", () => {
  const first = { text: "De zaal was koud." };
  const again = { id: "two@zorggroep.example", text: "De zaal was koud." };

  test("within the hour are one case, also with another message id", async () => {
    const world = setup();
    await mailed(world, first);
    world.clock.at = "2026-01-05T09:59:00.000Z";
    await mailed(world, again);
    expect(await ends(world)).toEqual(["case", "duplicate"]);
    expect(await complaintsOf(world)).toHaveLength(1);
  });

  test("after more than an hour are meant", async () => {
    const world = setup();
    await mailed(world, first);
    world.clock.at = "2026-01-05T10:01:00.000Z";
    await mailed(world, again);
    expect(await ends(world)).toEqual(["case", "case"]);
  });

  test("of somebody else are theirs", async () => {
    const world = setup();
    await mailed(world, first);
    await mailed(world, { ...again, from: "Jan Bos <jan@werk.example>" });
    expect(await ends(world)).toEqual(["case", "case"]);
  });

  test("in the replies to two cases belong to both, and twice in one case to it once", async () => {
    const world = setup();
    for (const mail of complaints(2)) await mailed(world, mail);
    const cases = await complaintsOf(world);
    for (const [n, { number }] of [...cases, ...cases].entries())
      await mailed(world, { id: `ok${n}@zorggroep.example`, text: "Akkoord.", subject: `Re: ${number}` });
    expect((await complaintsOf(world)).map(({ messages }) => messages.length)).toEqual([1, 1]);
  });
});
