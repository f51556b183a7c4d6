import { describe, expect, onTestFinished, test } from "vitest";
import { mailLimits } from "../../shared/cases/mail-limit.ts";
import {
  type Between,
  complaintOf,
  endless,
  marks,
  northAddress,
  northColleagues,
  southAddress,
  twoInstances,
} from "../support/two-instances.ts";

async function setup(between: Between) {
  const two = await twoInstances(between);
  onTestFinished(two.close);
  return two;
}

/** Two houses, each of which got a complaint that came from the address of the other. */
async function takenForComplainants(between: Between) {
  const two = await setup(between);
  await two.mail(southAddress, northAddress, complaintOf(southAddress, northAddress, "een@zuid.example"));
  await two.mail(northAddress, southAddress, complaintOf(northAddress, southAddress, "twee@noord.example"));
  await two.quiet();
  const passed = () => [two.passed(southAddress, northAddress), two.passed(northAddress, southAddress)];
  return { ...two, passed };
}

const robot = "robot@kantoor.example";

/** A house with a complaint of somebody whose mailbox answers, or of whom nothing more is heard. */
async function complained(between: Between) {
  const two = await setup({ strips: marks, ...between });
  await two.mail(robot, northAddress, complaintOf(robot, northAddress, "een@kantoor.example"));
  await two.quiet();
  return two;
}

describe("Two houses that take each other for a complainant", () => {
  test("get a complaint and one receipt each, and no more in a fortnight", async () => {
    const two = await takenForComplainants({});

    expect(two.passed()).toEqual([2, 2]);
    expect([await two.intake("north"), await two.intake("south")]).toEqual([
      { case: 1, automatic: 1 },
      { case: 1, automatic: 1 },
    ]);

    await two.passDays(14);
    expect(two.passed()).toEqual([2, 2]);
  }, 120_000);

  test("get no more where every mark of a machine is stripped on the way: the words of a receipt tell enough", async () => {
    const two = await takenForComplainants({ strips: marks });

    expect(two.passed()).toEqual([2, 2]);
    expect(await two.intake("north")).toEqual({ case: 1, doubtful: 1 });

    await two.passDays(14);
    expect(two.passed()).toEqual([2, 2]);
  }, 120_000);

  test("come to an end after three mails each way where not even the words tell", async () => {
    const two = await takenForComplainants({ strips: marks, likeAPerson: true });

    expect(two.passed()).toEqual([3, 3]);
    // The receipt of one is a complaint at the other; the receipt of that is a reply, and a reply is not answered.
    expect([await two.intake("north"), await two.intake("south")]).toEqual([
      { case: 2, reply: 1 },
      { case: 2, reply: 1 },
    ]);
  }, 120_000);

  test("come to an end after the answers of a day where the address to answer to gets lost as well", async () => {
    const two = await takenForComplainants({ strips: [...marks, "reply-to"], likeAPerson: true });

    expect(two.passed()).toEqual([mailLimits.answers + 1, mailLimits.answers + 1]);
    expect(await two.intake("north")).toEqual({ case: mailLimits.answers, doubtful: 1 });
  }, 120_000);
});

describe("A mailbox that answers everything, and does not say that it is a machine", () => {
  test("of a complainant, answering where the letter asks: one receipt, one reply", async () => {
    const two = await complained({ answering: [robot], answersTo: "reply-address" });

    expect(two.passed(northAddress, robot)).toBe(1);
    expect(await two.intake("north")).toEqual({ case: 1, reply: 1 });
  }, 120_000);

  test("of a complainant, writing a new mail each time: the first waits for a person, and it gets no more", async () => {
    const two = await complained({ answering: [robot] });

    expect(two.passed(northAddress, robot)).toBe(1);
    expect(await two.intake("north")).toEqual({ case: 1, doubtful: 1 });
  }, 120_000);

  test("of a complainant, writing as a person would: the answers of a day, then a person is asked and it gets no more", async () => {
    const two = await complained({ answering: [robot], likeAPerson: true });

    expect(two.passed(northAddress, robot)).toBe(mailLimits.answers);
    expect(await two.intake("north")).toEqual({ case: mailLimits.answers, doubtful: 1 });

    await two.passDays(3);
    expect(two.passed(northAddress, robot)).toBe(mailLimits.answers);
  }, 120_000);

  test("of every colleague, answering where the letter asks: within that day's answers to them", async () => {
    const two = await complained({ answering: northColleagues, answersTo: "reply-address" });

    // A colleague's reply to a task is answered with a page to confirm; so many a day, and no new case.
    const { case: cases, reply = 0 } = await two.intake("north");
    expect(cases).toBe(1);
    expect(reply).toBeLessThanOrEqual(mailLimits.answers + 2);
  }, 120_000);

  test("of a colleague who is asked about what is held, writing a new mail each time: the answers of a day", async () => {
    const two = await complained({ answering: northColleagues.slice(0, 1) });

    // The mail of a day too many waits in one file; asking about that is answered once more, and that waits with it.
    expect(await two.intake("north")).toEqual({ case: 1, doubtful: mailLimits.answers + 2 });
    expect(two.toHouses()).toBeLessThan(endless);
  }, 120_000);

  test("of a colleague, writing as a person would: the answers of a day", async () => {
    const two = await complained({ answering: northColleagues.slice(0, 1), likeAPerson: true });

    expect(await two.intake("north")).toEqual({ case: mailLimits.answers + 1, doubtful: 2 });
    expect(two.toHouses()).toBeLessThan(endless);
  }, 120_000);
});
