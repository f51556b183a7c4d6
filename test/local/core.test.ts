import { expect, onTestFinished, test } from "vitest";
import { openCore } from "../../local/core.ts";
import { exampleComplaint } from "../../local/rehearsal/example-complaint.ts";
import { everyCase } from "../../shared/store/case-row.ts";
import { mondayMorning, procedures } from "../support/case-under-test.ts";

/** The core in memory with an example complaint at Sterker, on a clock that stands still. */
async function setup() {
  const procedure = procedures.sterker;
  const core = openCore({
    procedures: [procedure],
    publicUrl: "https://wederhoor.example",
    places: "memory",
    realNow: () => Date.parse(mondayMorning),
  });
  onTestFinished(() => core.close());
  await core.takeIn(await exampleComplaint(procedure, "nl", mondayMorning));
  await core.time.nextAlarm();
  const machines = () => core.engine.executions().map(({ machine, status }) => `${machine} ${status}`);
  const dossier = async () => {
    for await (const { caseId } of everyCase(core.cases.items, procedure.id))
      return core.cases.load(procedure.id, caseId);
    throw new Error("There is no case.");
  };
  return { core, machines, dossier };
}

test("a task beside the path gets an execution of its own as soon as the case asks for it (A13, A14)", async () => {
  const { machines, dossier } = await setup();
  expect(machines()).toEqual(["complaint-sterker RUNNING", "side-task-sterker RUNNING"]);
  expect((await dossier()).tasks.map(({ kind, status }) => `${kind} ${status}`).sort()).toEqual([
    "assess open",
    "report-form open",
  ]);
});

test("the clock stops at the next alarm of whichever execution has it, and each goes on by itself", async () => {
  const { core, machines, dossier } = await setup();
  const alarms: string[] = [];
  while (core.clock.now() < "2026-01-12T10:00:00.000Z") {
    const next = (await core.time.nextAlarm()) ?? "never";
    alarms.push(next.slice(0, 16));
    await core.time.advanceTo(next);
    expect(core.clock.now()).toBe(next);
  }
  // Assessing: half time, last working day, its end, and a chase with the first response; the report form: a week.
  expect(alarms).toEqual(
    expect.arrayContaining(["2026-01-06T12:30", "2026-01-07T08:00", "2026-01-07T16:00", "2026-01-12T09:00"]),
  );
  expect(alarms).toEqual(alarms.toSorted());
  expect(machines()).toEqual(["complaint-sterker RUNNING", "side-task-sterker SUCCEEDED"]);
  const { tasks } = await dossier();
  expect(tasks.find(({ kind }) => kind === "report-form")?.status).toBe("expired");
  expect(tasks.find(({ kind }) => kind === "assess")?.status).toBe("open");
});

test("one step of the clock passes every alarm on the way, of all executions, each at its own time", async () => {
  const { core, dossier } = await setup();
  await core.time.advanceTo("2026-01-14T09:00:00.000Z");
  const { organisation, caseId } = await dossier();
  const rang = (await core.cases.events(organisation, caseId)).flatMap(({ at, event }) =>
    event.type === "AlarmRang"
      ? [{ late: Date.parse(at) - Date.parse(event.facts.dueAt), task: event.facts.taskId }]
      : [],
  );
  expect(new Set(rang.map(({ task }) => task))).toEqual(new Set(["assess-1", "report-form-1"]));
  // A wait is a whole number of seconds.
  expect(Math.max(...rang.map(({ late }) => late))).toBeLessThanOrEqual(1_000);
});
