import { describe, expect, test } from "vitest";
import { deliverLetters } from "../../shared/cases/deliver-letters.ts";
import { type Command, register } from "../../shared/domain/decide.ts";
import type { Complainant } from "../../shared/domain/events.ts";
import { parseMail } from "../../shared/mail/parse.ts";
import { answers, complaint, mondayMorning, procedures, trainer } from "../support/case-under-test.ts";
import { setup, type World } from "../support/embedded-world.ts";

const { learnworks } = procedures;
const sanne = { name: "Sanne de Wit", email: "sanne.dewit@zorggroep.example" };

describe("letters on their way out", () => {
  test("with a task lead to it, without one to the reader's own page", async () => {
    const one = await started();
    await one.does({ type: "SendLetters", letter: "receipt", requestId: "receipt" });
    await one.opens("assess");
    expect(await one.sent()).toEqual([
      { to: sanne.email, link: "https://wederhoor.example/s/" },
      { to: "ingrid.bakker@learnworks.example", link: "https://wederhoor.example/t/" },
    ]);
  });

  test("go to respondents as to everybody, each with a link of their own (B15, B23)", async () => {
    const one = await started();
    await one.answers("assess", { ...answers.handle, ...trainer });
    await one.does({ type: "SendLetters", letter: "copies", requestId: "copies" });
    await one.opens("statement", "respondent:1");
    const letters = (await one.sent()).filter(({ to }) => to === "bram.kuipers@trainers.example");
    expect(letters).toEqual([
      { to: "bram.kuipers@trainers.example", link: "https://wederhoor.example/s/" },
      { to: "bram.kuipers@trainers.example", link: "https://wederhoor.example/t/" },
    ]);
  });

  test("for somebody without a mail address are not mailed at all (B9)", async () => {
    const one = await started({ name: "Gerrit Smeets" });
    await one.does({ type: "SendLetters", letter: "receipt", requestId: "receipt" });
    expect(await one.sent()).toEqual([]);
    expect((await one.dossier()).letters).toMatchObject([{ letter: "receipt", by: "post", status: "queued" }]);
  });

  test("that ask something are made from the case as it is: a late question is not asked any more", async () => {
    const one = await started();
    await one.answers("assess", answers.handle);
    await one.answers("statement", answers.account, "complainant");
    expect(await one.subjects(sanne.email)).toEqual([expect.stringContaining("Niet meer nodig: ")]);
  });

  test("that tell something tell the case as it was", async () => {
    const one = await started();
    await one.answers("write-outcome", { letter: "Eerst zo." });
    await one.does({ type: "SendLetters", letter: "outcome", requestId: "outcome" });
    one.world.clock.at = "2026-02-01T09:00:00.000Z";
    await one.answers("final-outcome", { letter: "Toch anders." });
    expect(await one.texts(sanne.email)).toEqual([expect.stringContaining("Eerst zo.")]);
  });

  test("are held back from a colleague who turned out to be involved (A22)", async () => {
    const one = await started();
    await one.answers("assess", { ...answers.handle, ...trainer });
    await one.does({ type: "SendLetters", letter: "copies", requestId: "copies" });
    const posted = { respondentStaff: "joost" };
    await one.does({ type: "Act", action: "name-respondent", by: "role:director", posted, actId: "name" });
    const texts = await one.texts("joost.vermeulen@learnworks.example");
    expect(texts.filter((text) => text.includes("Er kwam een klacht binnen."))).toEqual([]);
    const { letters } = await one.dossier();
    expect(letters.find(({ to }) => to === "role:project-leader")?.status).toBe("refused");
  });

  test("that tell a colleague that a task is no longer theirs still go, also when they are involved (B16)", async () => {
    const one = await started();
    await one.opens("assess");
    const taskId = (await one.dossier()).tasks[0]?.taskId;
    const handed = { handTo: "wim", reason: "Vakantie." };
    await one.does({
      type: "Act",
      action: "hand-over-task",
      by: "role:director",
      taskId,
      posted: handed,
      actId: "hand",
    });
    const posted = { respondentStaff: "ingrid" };
    await one.does({ type: "Act", action: "name-respondent", by: "role:director", posted, actId: "name" });
    const [text = ""] = (await one.texts("ingrid.bakker@learnworks.example")).filter((one) =>
      one.includes("Deze taak ligt niet meer bij u."),
    );
    expect(text).not.toContain("Wim de Graaf");
  });
});

/** A case in a real store, with what a post double was given. */
async function started(complainant: Complainant = sanne) {
  const world: World = setup();
  const { facts, private: words } = complaint(learnworks, {}, { complainant });
  await world.cases.create(register({ facts, private: words }, learnworks, mondayMorning), []);
  const dossier = () => world.cases.load(learnworks.id, facts.caseId);

  async function does(command: Command) {
    const done = await world.cases.execute(learnworks.id, facts.caseId, command);
    if (!done.ok) throw new Error(`Refused: ${JSON.stringify(done.refusal)}`);
  }
  const opens = (kind: Extract<Command, { type: "OpenTask" }>["kind"], about?: string) =>
    does({ type: "OpenTask", kind, about, requestId: `${kind}:${about ?? ""}` });
  async function mails() {
    await deliverLetters(learnworks.id, facts.caseId, world.dependencies);
    return Promise.all(world.post.sent.map(async ({ to, raw }) => ({ to: to.join(), mail: await parseMail(raw) })));
  }

  return {
    world,
    dossier,
    does,
    opens,
    async answers(kind: Parameters<typeof opens>[0], posted: Readonly<Record<string, string>>, about?: string) {
      await opens(kind, about);
      const task = (await dossier()).tasks.findLast((one) => one.kind === kind && one.status === "open");
      if (task === undefined) throw new Error(`No open ${kind}.`);
      await does({ type: "AnswerTask", taskId: task.taskId, by: task.assignee, posted });
    },
    /** To whom each mail went, and where its link leads. */
    async sent() {
      return (await mails()).map(({ to, mail }) => ({
        to,
        link: /https:\/\/wederhoor\.example\/[a-z]\//.exec(mail.text)?.[0],
      }));
    },
    async subjects(address: string) {
      return (await mails()).filter(({ to }) => to === address).map(({ mail }) => mail.subject);
    },
    async texts(address: string) {
      return (await mails()).filter(({ to }) => to === address).map(({ mail }) => mail.text);
    },
  };
}
