import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { RunningEdition } from "../support/running-edition.ts";

/** The process is killed around every step of a journey; whatever moment the cut comes at, the case goes on where it was. */
const complainant = "sanne.dewit@zorggroep.example";
const officeManager = "ingrid.bakker@learnworks.example";
const projectManager = "farah.amrani@learnworks.example";
const projectLeader = "joost.vermeulen@learnworks.example";

/** Every kind of step: beside the path, in a round, by a party, by a colleague. */
const handled = [
  {
    who: officeManager,
    about: "Beoordeel",
    answer: {
      outcome: "handle",
      category: "location",
      severity: "ordinary",
      claim: "no",
      talked: "no",
      hold: "no",
    },
  },
  {
    who: projectManager,
    about: "Neem contact op",
    answer: { contactChannel: "phone", contactDate: "2026-01-05", contactSummary: "Gebeld." },
  },
  { who: complainant, about: "Vertel uw kant", answer: { outcome: "account", account: "Het was koud." } },
  {
    who: projectManager,
    about: "Stel vast",
    answer: {
      outcome: "established",
      whatHappened: "Allen gehoord.",
      finding: "founded",
      category: "location",
      cause: "supplier",
    },
  },
  { who: projectManager, about: "Los de klacht op", answer: { solution: "Een andere zaal." } },
  { who: complainant, about: "Klopt deze afspraak", answer: { outcome: "confirmed" } },
  { who: officeManager, about: "Schrijf de uitkomst", answer: { letter: "Uw klacht is terecht." } },
  { who: projectManager, about: "Keur de uitkomst goed", answer: { outcome: "approved" } },
  { who: complainant, about: "Wat vindt u van de uitkomst", answer: { outcome: "satisfied" } },
  { who: projectManager, about: "Trek lessen", answer: { cause: "supplier", lesson: "Zalen vooraf bekijken." } },
] as const;

/** The shortest way there is. */
const solvedAtOnce = [
  {
    who: officeManager,
    about: "Beoordeel",
    answer: {
      outcome: "solved",
      category: "location",
      severity: "ordinary",
      claim: "no",
      solution: "Een andere zaal.",
    },
  },
  ...handled.slice(6),
] as const;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Milliseconds between a request and the cut: before it is read, while it is written, while letters go out, after all of it. */
const cuts = [
  ["at once", 0, solvedAtOnce, []],
  ["in the middle", 6, handled, ["side-task-learnworks"]],
  ["a little later", 15, solvedAtOnce, []],
  ["when most is done", 40, solvedAtOnce, []],
] as const;

describe.each(cuts)("power cuts that come %s", (_when, delay, steps, beside) => {
  let wederhoor: RunningEdition;
  let kills = 0;
  beforeAll(async () => {
    wederhoor = await new RunningEdition().start();
  });
  afterAll(() => wederhoor.remove());

  /** Does something, cuts the power meanwhile, and starts again. */
  async function cutDuring(doing: Promise<unknown>): Promise<void> {
    const ended = doing.catch(() => undefined);
    await pause(delay);
    await wederhoor.kill();
    await ended;
    await wederhoor.start();
    kills += 1;
  }

  const countOf = async (type: string, caseId: string) =>
    (await wederhoor.events(caseId)).filter((event) => event.type === type).length;

  test("lose no case, no task, no wait and no letter", async () => {
    const mail = {
      from: `Sanne de Wit <${complainant}>`,
      to: "klachten@learnworks.example",
      subject: "Klacht",
      text: "De trainer kwam te laat. Ik ben daar niet blij mee.",
      messageId: "<one@zorggroep.example>",
      date: new Date("2026-01-05T09:00:00Z"),
    };
    await cutDuring(wederhoor.mail(mail));
    // A mail server that heard no answer sends the mail again.
    await wederhoor.mail(mail);
    await wederhoor.letter(complainant, "ontvangen");
    const cases = await wederhoor.cases();
    expect(cases).toHaveLength(1);
    const { id } = cases[0] ?? { id: "" };

    for (const [index, { who, about, answer }] of steps.entries()) {
      const letter = await wederhoor.letter(who, about);
      const { url } = await wederhoor.open(letter);
      await cutDuring(wederhoor.post(url, answer));
      // Whoever saw no answer tries once more; it counts once.
      await wederhoor.post(new URL(new URL(url).pathname, wederhoor.http).href, answer);
      await wederhoor.eventually("the answer", async () => (await countOf("TaskAnswered", id)) === index + 1);
    }

    await wederhoor.eventually("a closed case", async () =>
      (await wederhoor.cases()).find(({ status }) => status === "closed"),
    );
    // The path waits to ask how it was; what ran beside it has ended.
    await wederhoor.eventually("the ends of what ran beside", async () => {
      const ended = (await wederhoor.executions()).filter(({ status }) => status === "SUCCEEDED");
      return ended.length === beside.length;
    });
    const machines = (await wederhoor.executions()).map(({ machine }) => machine);
    expect(machines.sort()).toEqual(["complaint-learnworks", ...beside]);
    expect(await countOf("ComplaintRegistered", id)).toBe(1);
    expect(await countOf("TaskOpened", id)).toBe(steps.length);
    expect(await countOf("TaskAnswered", id)).toBe(steps.length);

    const events = await wederhoor.events(id);
    expect(events.map(({ version }) => version)).toEqual(events.map((_one, index) => index + 1));
    const queued = await countOf("LetterQueued", id);
    await wederhoor.eventually("all letters", async () => (await countOf("LetterSent", id)) === queued);
    const letters = (
      await Promise.all(
        [complainant, officeManager, projectManager, projectLeader].map((one) => wederhoor.messages(one)),
      )
    ).flat();
    // Sent and not yet marked is the one moment in which a cut can send a letter a second time.
    expect(letters.length).toBeGreaterThanOrEqual(queued);
    expect(letters.length).toBeLessThanOrEqual(queued + kills);
  }, 240_000);
});

test("a wait that ended while the power was off rings when it is back, once", async () => {
  const wederhoor = await new RunningEdition().start();
  try {
    await wederhoor.mail({
      from: complainant,
      to: "klachten@learnworks.example",
      subject: "Klacht",
      text: "De zaal was te koud en ik ben niet tevreden.",
    });
    await wederhoor.letter(officeManager, "Beoordeel");
    const { id } = (await wederhoor.cases())[0] ?? { id: "" };
    const { nextAlarm } = await wederhoor.clock();
    const rung = async () => (await wederhoor.events(id)).filter(({ type }) => type === "AlarmRang").length;
    // The clock stands at the alarm and the power goes before anything came of it.
    const moving = wederhoor.advance({ to: nextAlarm ?? "" }).catch(() => undefined);
    await pause(2);
    await wederhoor.kill();
    await moving;
    await wederhoor.start();
    await wederhoor.advance({ to: nextAlarm ?? "" }).catch(() => undefined);
    await wederhoor.eventually("the alarm", async () => (await rung()) === 1);
    await wederhoor.kill();
    await wederhoor.start();
    await pause(200);
    expect(await rung()).toBe(1);
  } finally {
    await wederhoor.remove();
  }
}, 60_000);
