import { describe, expect, test } from "vitest";
import { ask } from "../../functions/ask/ask.ts";
import { createHandler as createAsk } from "../../functions/ask/handler.ts";
import { awaitAnswer } from "../../functions/await-answer/await-answer.ts";
import { closeCase } from "../../functions/close-case/close-case.ts";
import { conclude } from "../../functions/conclude/conclude.ts";
import { gather } from "../../functions/gather/gather.ts";
import { ringAlarms } from "../../functions/ring-alarms/ring-alarms.ts";
import { sendLetters } from "../../functions/send-letters/send-letters.ts";
import { startSideTask } from "../../functions/start-side-task/start-side-task.ts";
import { sweep } from "../../functions/sweep/sweep.ts";
import { lambdaContext } from "../../local/lambdas.ts";
import { deliverAnswer } from "../../shared/cases/deliver-answer.ts";
import { receiveMail } from "../../shared/cases/receive-mail.ts";
import { PostRefused, PostUnavailable } from "../../shared/ports.ts";
import { everyCase } from "../../shared/store/case-row.ts";
import { everyPending } from "../../shared/store/outbox.ts";
import { answers, mondayMorning, trainer } from "../support/case-under-test.ts";
import { complaintMail, setup, storedMail } from "../support/embedded-world.ts";

async function withCase() {
  const world = setup();
  await receiveMail(await storedMail(world, { raw: complaintMail() }), world.dependencies);
  const [row] = await Array.fromAsync(everyCase(world.items, "learnworks"));
  const ids = { organisation: "learnworks", caseId: row?.caseId ?? "" };
  return { ...world, ids, load: () => world.cases.load(ids.organisation, ids.caseId) };
}

async function withTask() {
  const world = await withCase();
  const asked = await ask({ ...world.ids, kind: "assess", requestId: "entry-1" }, world.dependencies);
  const task = { ...world.ids, taskId: asked.taskId };
  const answer = () =>
    world.cases.execute(world.ids.organisation, world.ids.caseId, {
      type: "AnswerTask",
      taskId: asked.taskId,
      by: "role:office-manager",
      posted: answers.handle,
    });
  return { ...world, asked, task, answer };
}

describe("ask", () => {
  test("opens a task and says when its first alarm is", async () => {
    const { asked, load } = await withTask();
    // The receipt has not been sent yet, but that alarm comes after a day; half time comes at working hours.
    expect(asked).toEqual({ taskId: "assess-1", outcome: "waiting", alarmAt: "2026-01-06T09:00:00.000Z" });
    expect((await load()).tasks).toHaveLength(1);
  });

  test("called again by a retry opens nothing more and writes no second letter", async () => {
    const { dependencies, ids, asked, load } = await withTask();
    expect(await ask({ ...ids, kind: "assess", requestId: "entry-1" }, dependencies)).toEqual(asked);
    expect((await load()).letters.filter(({ letter }) => letter === "task")).toHaveLength(1);
  });

  test("refuses an event with anything but ids, without calling the store", async () => {
    const { dependencies } = await withCase();
    const handler = createAsk(() => dependencies);
    await expect(
      handler(
        { organisation: "learnworks", caseId: "../x", kind: "assess", requestId: "r" },
        lambdaContext("ask", "r1"),
      ),
    ).rejects.toThrow("caseId");
    await expect(
      handler({ organisation: "learnworks", caseId: "x", kind: "gossip", requestId: "r" }, lambdaContext("ask", "r2")),
    ).rejects.toThrow("kind");
  });
});

describe("no answer is lost", () => {
  test("an answer that comes while a token is parked goes to the newest token", async () => {
    const { dependencies, task, answer, workflow } = await withTask();
    await awaitAnswer({ ...task, token: "old" }, dependencies);
    await awaitAnswer({ ...task, token: "new" }, dependencies);
    await answer();
    await deliverAnswer({ ...task, outcome: "handle" }, dependencies);
    expect(workflow.answered).toEqual([{ token: "new", output: { outcome: "handle" } }]);
  });

  test("an answer given while no token was parked is given to the next one at once", async () => {
    const { dependencies, task, answer, workflow } = await withTask();
    await answer();
    await deliverAnswer({ ...task, outcome: "handle" }, dependencies);
    expect(workflow.answered).toEqual([]);
    await awaitAnswer({ ...task, token: "next" }, dependencies);
    expect(workflow.answered).toEqual([{ token: "next", output: { outcome: "handle" } }]);
  });

  test("an answer whose token had just died waits for the next one", async () => {
    const { dependencies, task, answer, workflow } = await withTask();
    await awaitAnswer({ ...task, token: "dead" }, dependencies);
    workflow.gone.add("dead");
    await answer();
    await deliverAnswer({ ...task, outcome: "handle" }, dependencies);
    await awaitAnswer({ ...task, token: "alive" }, dependencies);
    expect(workflow.answered).toEqual([{ token: "alive", output: { outcome: "handle" } }]);
  });

  test("an answer that could not be told is told by the sweeper, once", async () => {
    const { dependencies, task, answer, workflow, items, clock } = await withTask();
    await awaitAnswer({ ...task, token: "t" }, dependencies);
    await answer();
    workflow.failing = new Error("unreachable");
    await expect(deliverAnswer({ ...task, outcome: "handle" }, dependencies)).rejects.toThrow();
    workflow.failing = undefined;
    await sweep({}, dependencies);
    await sweep({}, dependencies);
    expect(workflow.answered).toEqual([{ token: "t", output: { outcome: "handle" } }]);
    const left = await Array.fromAsync(everyPending(items, "learnworks", clock.now()));
    expect(left.filter(({ what }) => what === "answer")).toEqual([]);
  });

  test("an answer whose delivery was not confirmed is dropped once whoever waits must have asked the case", async () => {
    const { dependencies, task, answer, workflow, items, clock } = await withTask();
    await awaitAnswer({ ...task, token: "t" }, dependencies);
    await answer();
    workflow.gone.add("t");
    const waiting = async () =>
      (await Array.fromAsync(everyPending(items, "learnworks", clock.now()))).filter(({ what }) => what === "answer")
        .length;
    await deliverAnswer({ ...task, outcome: "handle" }, dependencies);
    expect(await waiting()).toBe(1);
    clock.at = "2026-01-05T12:00:00.000Z";
    await sweep({}, dependencies);
    expect(await waiting()).toBe(0);
  });

  test("a token for a task that has gone up is answered with that", async () => {
    const { dependencies, task, workflow, clock } = await withTask();
    clock.at = "2026-01-20T09:00:00.000Z";
    expect(await ringAlarms(task, dependencies)).toEqual({ status: "expired", alarmAt: clock.at });
    await awaitAnswer({ ...task, token: "t" }, dependencies);
    expect(workflow.answered).toEqual([{ token: "t", output: { outcome: "expired" } }]);
  });
});

describe("ring-alarms", () => {
  test("rings what is due and says when the next one is", async () => {
    const { dependencies, task, clock, load } = await withTask();
    clock.at = "2026-01-07T16:00:00.000Z";
    expect(await ringAlarms(task, dependencies)).toEqual({ status: "waiting", alarmAt: "2026-01-09T08:00:00.000Z" });
    expect((await load()).letters.filter(({ letter }) => letter === "overdue")).toHaveLength(3);
  });

  test("is silent when the answer came first", async () => {
    const { dependencies, task, answer, clock, load } = await withTask();
    await answer();
    clock.at = "2026-01-07T16:00:00.000Z";
    expect(await ringAlarms(task, dependencies)).toMatchObject({ status: "waiting" });
    expect((await load()).rung.size).toBe(0);
  });
});

describe("send-letters", () => {
  test("sends the receipt and marks it with the provider's id (B9)", async () => {
    const { dependencies, ids, post, load } = await withCase();
    await sendLetters({ ...ids, letter: "receipt", requestId: "entry" }, dependencies);
    await sendLetters({ ...ids, letter: "receipt", requestId: "entry" }, dependencies);
    expect(post.sent.map(({ to }) => to)).toEqual([["sanne.dewit@zorggroep.example"]]);
    expect((await load()).letters).toMatchObject([{ letter: "receipt", status: "sent" }]);
  });

  test("ten senders at the same moment send each letter once", async () => {
    const { dependencies, ids, post } = await withTask();
    await Promise.all(Array.from({ length: 10 }, () => sendLetters({ outbox: [ids] }, dependencies)));
    expect(post.sent).toHaveLength(1);
  });

  test("a provider that is down for hours does not stop the letter: the sweeper sends it when it is back, once", async () => {
    const { dependencies, ids, post, clock, load } = await withCase();
    post.failing = new PostUnavailable("throttled");
    await expect(sendLetters({ ...ids, letter: "receipt", requestId: "entry" }, dependencies)).rejects.toThrow(
      PostUnavailable,
    );
    for (let hour = 1; hour <= 6; hour += 1) {
      clock.at = new Date(Date.parse(mondayMorning) + hour * 3_600_000).toISOString();
      await expect(sweep({}, dependencies)).rejects.toThrow("PostUnavailable");
    }
    post.failing = undefined;
    clock.at = "2026-01-05T16:00:00.000Z";
    await sweep({}, dependencies);
    await sweep({}, dependencies);
    expect(post.sent).toHaveLength(1);
    expect((await load()).letters).toMatchObject([{ letter: "receipt", status: "sent" }]);
  });

  test("a receipt that will never be taken is a task to bring it over, with the same deadline (B9)", async () => {
    const { dependencies, ids, post, load, workflow } = await withTask();
    post.failing = new PostRefused("no such address");
    await sendLetters({ ...ids, letter: "receipt", requestId: "entry" }, dependencies);
    post.failing = undefined;
    expect((await load()).letters).toMatchObject([
      { letter: "task", status: "refused" },
      { letter: "receipt", status: "refused" },
      { letter: "task", to: "deputy:office-manager", status: "queued" },
    ]);
    await startSideTask([{ organisation: ids.organisation, id: ids.caseId }], dependencies);
    expect(workflow.started.at(-1)).toEqual({
      machine: "side-task-learnworks",
      name: `${ids.caseId}-side-1`,
      input: { ...ids, kind: "send-by-post", about: "letter-2" },
    });
    await ask({ ...ids, kind: "send-by-post", about: "letter-2", requestId: "side" }, dependencies);
    expect((await load()).tasks.at(-1)).toMatchObject({
      kind: "send-by-post",
      assignee: "role:office-manager",
      dueAt: "2026-01-06T09:00:00.000Z",
    });
  });

  test("a reminder that could not leave before the answer came does not ask for it any more", async () => {
    const { dependencies, ids, task, answer, post, clock } = await withTask();
    await sendLetters({ outbox: [ids] }, dependencies);
    clock.at = "2026-01-07T08:00:00.000Z";
    await ringAlarms(task, dependencies);
    await answer();
    clock.at = "2026-01-16T09:00:00.000Z";
    await sendLetters({ outbox: [ids] }, dependencies);
    const reminder = Buffer.from(post.sent.at(-1)?.raw ?? []).toString();
    expect(post.sent.length).toBeGreaterThan(1);
    expect(reminder).not.toMatch(/\/t\/[\w-]{43}/);
  });

  test("the secret of a link is in the letter and nowhere else once it is sent", async () => {
    const { dependencies, ids, post, put, items } = await withTask();
    await sendLetters({ outbox: [ids] }, dependencies);
    const secret =
      /\/t\/([\w-]{43})/.exec(
        Buffer.from(post.sent[0]?.raw ?? [])
          .toString()
          .replaceAll("=\r\n", ""),
      )?.[1] ?? "none";
    const kept = await Promise.all(put.map(({ pk, sk }) => items.get({ pk, sk })));
    expect(secret).not.toBe("none");
    expect(JSON.stringify(kept)).not.toContain(secret);
  });
});

describe("tasks beside the path", () => {
  test("are started once, however often the outbox shows them, and by the sweeper when nobody saw it", async () => {
    const { dependencies, ids, answer, workflow } = await withTask();
    await answer();
    const promised = [{ organisation: ids.organisation, id: ids.caseId }];
    workflow.failing = new Error("unreachable");
    await expect(startSideTask(promised, dependencies)).rejects.toThrow();
    workflow.failing = undefined;
    await sweep({}, dependencies);
    await startSideTask(promised, dependencies);
    const started = workflow.started.filter(({ machine }) => machine === "side-task-learnworks");
    expect(started).toEqual([
      {
        machine: "side-task-learnworks",
        name: `${ids.caseId}-side-1`,
        input: { ...ids, kind: "first-response", about: "" },
      },
    ]);
  });
});

describe("a round", () => {
  test("asks the complainant and each respondent, and says when everybody was heard (A16, B23)", async () => {
    const { dependencies, ids, cases, task } = await withTask();
    const posted = { ...answers.handle, ...trainer };
    await cases.execute(ids.organisation, ids.caseId, {
      type: "AnswerTask",
      ...task,
      by: "role:office-manager",
      posted,
    });
    const { parties } = await gather({ ...ids, round: "hearing" }, dependencies);
    expect(parties).toEqual(["complainant", "respondent:1"]);
    for (const about of parties) {
      await ask({ ...ids, kind: "statement", about, requestId: `entry:${about}` }, dependencies);
    }
    expect(await conclude({ ...ids, round: "hearing" }, dependencies)).toEqual({ outcome: "heard" });
  });
});

describe("a withdrawn complaint", () => {
  async function withdrawn() {
    const world = await withTask();
    await awaitAnswer({ ...world.task, token: "parked" }, world.dependencies);
    const act = { type: "Act", action: "withdraw", by: "complainant", posted: {}, actId: "act-1" } as const;
    expect(await world.cases.execute(world.ids.organisation, world.ids.caseId, act)).toMatchObject({ ok: true });
    return world;
  }

  test("is told to whoever waits, and asks nothing more but what we learn", async () => {
    const { dependencies, ids, workflow } = await withdrawn();
    await sweep({}, dependencies);
    expect(workflow.answered).toContainEqual({ token: "parked", output: { outcome: "withdrawn" } });
    expect(await ask({ ...ids, kind: "solve", requestId: "later" }, dependencies)).toMatchObject({
      outcome: "withdrawn",
    });
    expect(await gather({ ...ids, round: "hearing" }, dependencies)).toEqual({ parties: [] });
    expect(await conclude({ ...ids, round: "hearing" }, dependencies)).toEqual({ outcome: "withdrawn" });
    expect(await ask({ ...ids, kind: "draw-lessons", requestId: "last" }, dependencies)).toMatchObject({
      outcome: "waiting",
    });
  });

  test("is told to a wait that began just before", async () => {
    const { dependencies, task, workflow } = await withdrawn();
    await awaitAnswer({ ...task, token: "newer" }, dependencies);
    expect(workflow.answered).toContainEqual({ token: "newer", output: { outcome: "withdrawn" } });
  });
});

test("what is not needed is not asked", async () => {
  const { dependencies, ids, load } = await withTask();
  const asked = await ask({ ...ids, kind: "complete-registration", requestId: "r" }, dependencies);
  expect(asked).toMatchObject({ taskId: "", outcome: "skipped" });
  expect((await load()).tasks).toHaveLength(1);
});

test("silence of a party ends a task for good: nobody else is asked", async () => {
  const { dependencies, ids, clock, workflow } = await withTask();
  const { taskId } = await ask({ ...ids, kind: "answer-question", requestId: "r" }, dependencies);
  clock.at = "2026-01-12T09:00:00.000Z";
  expect(await ringAlarms({ ...ids, taskId }, dependencies)).toMatchObject({ status: "silent" });
  await awaitAnswer({ ...ids, taskId, token: "t" }, dependencies);
  expect(workflow.answered).toEqual([{ token: "t", output: { outcome: "silent" } }]);
});

test("close-case says which facts are missing instead of closing without them (A24)", async () => {
  const { dependencies, ids, load } = await withCase();
  await expect(closeCase(ids, dependencies)).rejects.toThrow(/ground.*takenUp.*outcome/);
  expect((await load()).status).toBe("open");
});
