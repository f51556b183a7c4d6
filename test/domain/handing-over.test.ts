import { describe, expect, test } from "vitest";
import { actions, actionsFor } from "../../shared/domain/actions/catalogue.ts";
import type { Party } from "../../shared/domain/party.ts";
import { optionsOf } from "../../shared/domain/tasks/answer.ts";
import { answers, CaseUnderTest, procedures } from "../support/case-under-test.ts";
import { act, eventsOf, lettersIn, problemsOf, tryTo } from "../support/steps.ts";

const { learnworks } = procedures;
const tuesday = "2026-01-06T09:00:00.000Z";
const owner: Party = "role:project-manager";
const director: Party = "role:director";
const toWim = { handTo: "wim", reason: "Ik ben twee weken weg." };

function assessed(more: Readonly<Record<string, string>> = {}) {
  return new CaseUnderTest(learnworks).perform("assess", { ...answers.handle, ...more });
}

describe("a task is handed over (B16, B17)", () => {
  test("to a colleague, with a reason and a link; its day stays the same", () => {
    const subject = assessed();
    const before = subject.open("establish-facts");
    const events = act(subject, "hand-over-task", owner, toWim, tuesday, before.taskId);
    expect(events[0]).toEqual({
      type: "TaskHandedOver",
      facts: { taskId: before.taskId, to: "person:wim", by: owner, because: "handed-over" },
      private: { reason: "Ik ben twee weken weg." },
    });
    expect(lettersIn(events)).toEqual(["task to person:wim"]);
    expect(subject.dossier.tasks.at(-1)).toMatchObject({ ...before, assignee: "person:wim", because: "handed-over" });
    expect(subject.dossier.owner).toBe(owner);
  });

  test("by the owner: who had it is told that it is no longer theirs", () => {
    const subject = assessed();
    const { taskId } = subject.open("write-outcome");
    const events = act(subject, "hand-over-task", owner, toWim, tuesday, taskId);
    expect(lettersIn(events)).toEqual(["task to person:wim", "handed-over to role:office-manager"]);
  });

  test("and its alarms follow who has it now", () => {
    const subject = assessed();
    const { taskId } = subject.open("establish-facts", tuesday);
    act(subject, "hand-over-task", owner, { ...toWim, handTo: "ingrid" }, tuesday, taskId);
    const events = subject.events({ type: "RingAlarms", taskId }, "2026-01-12T08:00:00.000Z");
    expect(eventsOf(events, "AlarmRang").filter(({ facts }) => facts.reason === "half-time")[0]?.facts.told).toEqual([
      "person:ingrid",
    ]);
  });

  test("nobody who is involved is on the list, nor taken off it by hand (A22)", () => {
    const subject = assessed({ respondentStaff: "wim" });
    const { taskId } = subject.open("establish-facts");
    const [field] = actions["hand-over-task"].fields;
    if (field === undefined) throw new Error("No field.");
    expect(optionsOf(field, learnworks, subject.dossier).map(({ id }) => id)).toEqual(["ingrid", "joost", "farah"]);
    expect(problemsOf(tryTo(subject, "hand-over-task", owner, toWim, tuesday, taskId))).toEqual(["handTo"]);
  });

  test.each([
    ["without a reason", { handTo: "wim" }, "reason"],
    ["to nobody", { reason: "?" }, "handTo"],
    ["to a stranger", { handTo: "sanne", reason: "?" }, "handTo"],
  ])("not %s", (_how, posted, field) => {
    const subject = assessed();
    const { taskId } = subject.open("establish-facts");
    expect(problemsOf(tryTo(subject, "hand-over-task", owner, posted, tuesday, taskId))).toEqual([field]);
  });

  test("not once it has ended, not a question to a party, and not by a party", () => {
    const subject = assessed();
    const question = subject.open("answer-question");
    const done = subject.open("establish-facts");
    const tried = (by: Party, taskId?: string) =>
      problemsOf(tryTo(subject, "hand-over-task", by, toWim, tuesday, taskId));
    expect(tried(owner, question.taskId)).toEqual(["not-now"]);
    expect(tried("complainant", done.taskId)).toEqual(["not-now"]);
    expect(tried("complainant", question.taskId)).toEqual(["not-now"]);
    expect(tried(owner)).toEqual(["not-now"]);
    subject.round("hearing", { complainant: answers.account }).perform("establish-facts", answers.facts);
    expect(tried(owner, done.taskId)).toEqual(["not-now"]);
  });
});

describe("a whole case is handed over (B16)", () => {
  test("with the owner's open tasks and nobody else's, to one new owner", () => {
    const subject = assessed();
    const theirs = [subject.open("first-response").taskId, subject.open("establish-facts").taskId];
    const other = subject.open("write-outcome");
    const events = act(subject, "hand-over-case", owner, toWim, tuesday);
    expect(eventsOf(events, "OwnerAssigned")).toEqual([
      {
        type: "OwnerAssigned",
        facts: { owner: "person:wim", role: "project-manager", because: "handed-over" },
        private: { reason: "Ik ben twee weken weg." },
      },
    ]);
    expect(eventsOf(events, "TaskHandedOver").map(({ facts }) => facts.taskId)).toEqual(theirs);
    expect(lettersIn(events)).toEqual(["owner-assigned to person:wim", "task to person:wim", "task to person:wim"]);
    expect(subject.dossier.owner).toBe("person:wim");
    expect(subject.dossier.tasks.find(({ taskId }) => taskId === other.taskId)?.assignee).toBe("role:office-manager");
    // What comes next is the new owner's, and so is every warning of the case.
    expect(subject.open("solve", tuesday)).toMatchObject({ assignee: "person:wim", role: "project-manager" });
  });

  test("by the director too: who had it is told of each task that is no longer theirs", () => {
    const subject = assessed();
    subject.open("establish-facts");
    const events = act(subject, "hand-over-case", director, { ...toWim, handTo: "joost" }, tuesday);
    expect(lettersIn(events)).toEqual([
      "owner-assigned to person:joost",
      "task to person:joost",
      "handed-over to role:project-manager",
    ]);
  });

  test("as often as needed, with exactly one owner at every moment", () => {
    const subject = assessed();
    for (const [by, handTo] of [
      [owner, "wim"],
      ["person:wim", "ingrid"],
      [director, "farah"],
    ] as const) {
      act(subject, "hand-over-case", by, { handTo, reason: "?" }, tuesday);
      expect(subject.dossier.owner).toBe(`person:${handTo}`);
    }
    // Who gave it away may no longer, and who has it may, in whichever seat.
    const may = (who: Party) =>
      actionsFor({ by: who }, subject.dossier, learnworks, tuesday).some(({ action }) => action === "hand-over-case");
    expect([may("person:ingrid"), may("role:office-manager"), may("person:farah"), may(owner)]).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });

  test("never to somebody whom it is about, or who complains (A22)", () => {
    const about = assessed({ respondentStaff: "wim" });
    expect(problemsOf(tryTo(about, "hand-over-case", owner, toWim, tuesday))).toEqual(["handTo"]);
    const complainant = { name: "Wim de Graaf", email: "wim.degraaf@learnworks.example" };
    const own = new CaseUnderTest(learnworks, tuesday, { channel: "web" }, { complainant });
    expect(problemsOf(tryTo(own, "hand-over-case", owner, toWim, tuesday))).toEqual(["handTo"]);
  });

  test("and goes on to the next in line when the new owner turns out to be involved", () => {
    const subject = assessed();
    subject.open("establish-facts");
    act(subject, "hand-over-case", owner, toWim, tuesday);
    act(subject, "name-respondent", "person:wim", { respondentStaff: "wim" }, tuesday);
    expect(subject.dossier.owner).toBe("role:project-manager");
    expect(subject.dossier.tasks.at(-1)).toMatchObject({ assignee: "role:project-manager", because: "involved" });
  });

  test.each<Party>(["role:office-manager", "complainant", "respondent:1", "independent"])("not by %s", (by) => {
    expect(problemsOf(tryTo(assessed(), "hand-over-case", by, toWim, tuesday))).toEqual(["not-now"]);
  });

  test("not without a reason, and not once it is closed", () => {
    const subject = assessed();
    expect(problemsOf(tryTo(subject, "hand-over-case", owner, { handTo: "wim" }, tuesday))).toEqual(["reason"]);
    act(subject, "withdraw", "complainant");
    subject.events({ type: "CloseCase" });
    expect(problemsOf(tryTo(subject, "hand-over-case", owner, toWim, tuesday))).toEqual(["not-now"]);
  });
});
