import { describe, expect, test } from "vitest";
import { sendLetters } from "../../functions/send-letters/send-letters.ts";
import { receiveMail } from "../../shared/cases/receive-mail.ts";
import { parseMail } from "../../shared/mail/parse.ts";
import { PostUnavailable } from "../../shared/ports.ts";
import { everyCase } from "../../shared/store/case-row.ts";
import { answers } from "../support/case-under-test.ts";
import { complaintMail, setup, storedMail } from "../support/embedded-world.ts";

const sanne = "sanne.dewit@zorggroep.example";
const ingrid = "ingrid.bakker@learnworks.example";

/** A complaint by mail; every letter is sent as soon as it is asked for, a minute after what came before. */
async function withComplaint(id = "one@zorggroep.example") {
  const world = setup();
  const { dependencies, clock, cases, post } = world;
  const later = () => {
    clock.at = new Date(Date.parse(clock.at) + 60_000).toISOString();
  };
  const writes = async (mail: Parameters<typeof complaintMail>[0]) => {
    later();
    await receiveMail(await storedMail(world, { raw: complaintMail(mail) }), dependencies);
  };
  await writes({ id });
  const [row] = await Array.fromAsync(everyCase(world.items, "learnworks"));
  const ids = { organisation: "learnworks", caseId: row?.caseId ?? "" };
  const sends = async (letter: "receipt" | "outcome" | "referral") => {
    later();
    await sendLetters({ ...ids, letter, requestId: `${letter} ${clock.at}` }, dependencies);
  };
  const asks = async (kind: "assess" | "answer-question") => {
    later();
    await cases.execute(ids.organisation, ids.caseId, { type: "OpenTask", kind, requestId: clock.at });
    await sendLetters({ outbox: [ids] }, dependencies);
  };
  /** The fields by which the mails to somebody are put together, oldest first. */
  const threads = async (to: string) => {
    const mails = post.sent.filter((one) => one.to[0] === to).map(({ raw }) => parseMail(raw));
    return (await Promise.all(mails)).map(({ headers }) => ({
      answers: headers.get("in-reply-to")?.[0],
      references: headers.get("references")?.[0]?.split(/\s+/) ?? [],
    }));
  };
  return { ...world, ids, writes, sends, asks, threads };
}

describe("letters of a case stand together in the mail program of their reader", () => {
  test("the receipt answers the mail with which somebody complained", async () => {
    const { sends, threads } = await withComplaint();
    await sends("receipt");
    expect(await threads(sanne)).toEqual([
      { answers: "<one@zorggroep.example>", references: ["<one@zorggroep.example>"] },
    ]);
  });

  test("each later one answers the newest mail between us, and names those before, as their reader has them", async () => {
    const { sends, asks, writes, threads, cases, ids } = await withComplaint();
    await sends("receipt");
    await cases.execute(ids.organisation, ids.caseId, { type: "OpenTask", kind: "assess", requestId: "r" });
    const posted = answers.handle;
    await cases.execute(ids.organisation, ids.caseId, {
      type: "AnswerTask",
      taskId: "assess-1",
      by: "role:office-manager",
      posted,
    });
    await asks("answer-question");
    const extra = "In-Reply-To: <message-1@post.example>\n";
    await writes({ id: "two@zorggroep.example", extra, text: "Ik heb nog een vraag." });
    await sends("referral");
    const [, question, referral] = await threads(sanne);
    expect(question).toEqual({
      answers: "<message-1@post.example>",
      references: ["<one@zorggroep.example>", "<message-1@post.example>"],
    });
    expect(referral?.answers).toBe("<two@zorggroep.example>");
    expect(referral?.references.slice(0, 2)).toEqual(question?.references);
    expect(referral?.references).toHaveLength(4);
  });

  test("a colleague's letters name each other, and not what others got", async () => {
    const { sends, asks, threads, cases, ids, clock, dependencies } = await withComplaint();
    await sends("receipt");
    await asks("assess");
    clock.at = "2026-01-07T08:00:00.000Z";
    await cases.execute(ids.organisation, ids.caseId, { type: "RingAlarms", taskId: "assess-1" });
    await sendLetters({ outbox: [ids] }, dependencies);
    const [task, reminder] = await threads(ingrid);
    expect(task).toEqual({ answers: undefined, references: [] });
    expect(reminder).toEqual({ answers: "<message-2@post.example>", references: ["<message-2@post.example>"] });
  });

  test("of a long exchange the first stays named, and the last ones", async () => {
    const { writes, sends, threads } = await withComplaint();
    await sends("receipt");
    for (let n = 1; n <= 14; n += 1) {
      const extra = "In-Reply-To: <message-1@post.example>\n";
      await writes({ id: `more-${n}@zorggroep.example`, extra, text: `Nog iets, nummer ${n}.` });
    }
    await sends("referral");
    const [, last] = await threads(sanne);
    expect(last?.references).toHaveLength(10);
    expect(last?.references[0]).toBe("<one@zorggroep.example>");
    expect(last?.references.at(-1)).toBe("<more-14@zorggroep.example>");
  });

  test("one that could not leave at first is the same when it does, whatever was written meanwhile", async () => {
    const { sends, writes, threads, post, clock, dependencies, ids } = await withComplaint();
    post.failing = new PostUnavailable("down");
    await expect(sends("receipt")).rejects.toThrow("down");
    await writes({
      id: "two@zorggroep.example",
      extra: "In-Reply-To: <one@zorggroep.example>\n",
      text: "En dan nog dit.",
    });
    post.failing = undefined;
    clock.at = "2026-01-05T12:00:00.000Z";
    await sendLetters({ outbox: [ids] }, dependencies);
    expect((await threads(sanne))[0]).toEqual({
      answers: "<one@zorggroep.example>",
      references: ["<one@zorggroep.example>"],
    });
  });

  test("an id that is none is named nowhere", async () => {
    const { sends, threads } = await withComplaint("no id at all");
    await sends("receipt");
    expect(await threads(sanne)).toEqual([{ answers: undefined, references: [] }]);
  });

  test("all of them say that a machine sent them, to one reader, in text and HTML", async () => {
    const { sends, asks, post } = await withComplaint();
    await sends("receipt");
    await asks("assess");
    const mails = await Promise.all(post.sent.map(({ raw }) => parseMail(raw)));
    expect(mails.map(({ headers }) => headers.get("auto-submitted"))).toEqual([["auto-replied"], ["auto-generated"]]);
    for (const { to } of post.sent) expect(to).toHaveLength(1);
    for (const { text, html } of mails) expect([text !== "", html?.includes("<html")]).toEqual([true, true]);
  });
});
