import { describe, expect, test } from "vitest";
import { actionsFor } from "../../shared/domain/actions/catalogue.ts";
import { alarmsOf } from "../../shared/domain/alarms.ts";
import { measureDueAt } from "../../shared/domain/clocks.ts";
import { dutyLedger } from "../../shared/domain/duties/ledger.ts";
import { isInvolved, mayReadFile } from "../../shared/domain/seats.ts";
import { outcomesOf } from "../../shared/domain/tasks/answer.ts";
import { catalogue } from "../../shared/domain/tasks/catalogue.ts";
import { mondayMorning, procedures } from "../support/case-under-test.ts";
import { FileUnderTest, measureOf } from "../support/file-under-test.ts";
import { lettersIn } from "../support/steps.ts";

const { learnworks } = procedures;
const done = { outcome: "done", evidence: "De bevestiging gaat nu vanzelf uit.", doneOn: "2026-01-05" };
const dropped = { outcome: "dropped", dropReason: "De training bestaat niet meer." };
const promise = measureOf(learnworks, { measureType: "promise", owner: "role:project-manager" });
const given = (matter = measureOf(learnworks), at = mondayMorning) => new FileUnderTest(learnworks, matter, at);

describe("a measure has an owner and a date from the first moment (A28, B37)", () => {
  test("and its owner is asked at once, until that date", () => {
    const subject = given();
    expect(subject.dossier).toMatchObject({
      matter: { kind: "measure" },
      status: "open",
      owner: "person:ingrid",
      ownerRole: "project-manager",
      phase: "learning",
      complainant: undefined,
    });
    expect(subject.open("report-measure")).toMatchObject({
      assignee: "person:ingrid",
      dueAt: "2026-03-02T16:00:00.000Z",
    });
    expect(lettersIn(subject.happened.map(({ event }) => event))).toEqual(["task to person:ingrid"]);
  });

  test("also when they are away on the day that it is agreed, for it is for later", () => {
    const away = {
      ...learnworks,
      people: learnworks.people.map((one) =>
        one.id === "ingrid" ? { ...one, absences: [{ from: "2026-01-01", until: "2026-01-31" }] } : one,
      ),
    };
    expect(new FileUnderTest(away, measureOf(away)).open("report-measure").assignee).toBe("person:ingrid");
  });

  test("whoever does not do it is reminded and chased, then the next role up is asked; no term of a complaint rings (B17)", () => {
    const subject = given();
    const task = subject.open("report-measure");
    const alarms = alarmsOf(task, subject.dossier, learnworks);
    expect(alarms.map(({ reason }) => reason)).toEqual([
      "half-time",
      "last-working-day",
      "deadline",
      "chase",
      "chase",
      "chase",
      "expired",
    ]);
    const ends = alarms.at(-1)?.at ?? "";
    for (const { at } of alarms) subject.events({ type: "RingAlarms", taskId: task.taskId }, at);
    expect(subject.dossier.tasks.at(-1)?.status).toBe("expired");
    expect(subject.open("report-measure", ends)).toMatchObject({ assignee: "role:director", role: "director" });
  });
});

describe("what becomes of it", () => {
  test("done: it stays open until somebody has said twice whether it helped, then closes with the last word (B37)", () => {
    const subject = given();
    subject.perform("report-measure", done);
    expect(subject.dossier.status).toBe("open");
    expect(subject.open("judge-effect").assignee).toBe("role:project-manager");
    subject.perform("judge-effect", { outcome: "helped" });
    expect(subject.dossier.status).toBe("open");
    subject.perform("judge-effect", { outcome: "partly", effectNote: "Soms nog niet." }, "2026-07-06T09:00:00.000Z");
    expect(subject.dossier).toMatchObject({
      status: "closed",
      fourFacts: { filedAt: mondayMorning, ground: "process", takenUp: "case", outcome: "partly" },
    });
  });

  test("a judgment that nobody gave in time does not count as one", () => {
    const subject = given();
    subject.perform("report-measure", done);
    const { taskId } = subject.open("judge-effect");
    for (const { at } of alarmsOf(subject.open("judge-effect"), subject.dossier, learnworks)) {
      subject.when({ type: "RingAlarms", taskId }, at);
    }
    subject.perform("judge-effect", { outcome: "helped" }, "2026-06-01T09:00:00.000Z");
    expect(subject.dossier.status).toBe("open");
  });

  test("longer: it is asked again with the new date, as often as needed", () => {
    const subject = given();
    subject.perform("report-measure", { outcome: "extended", newDue: "2026-04-01", extendReason: "Ziekte." });
    expect(measureDueAt(subject.dossier, learnworks)).toBe("2026-04-01T15:00:00.000Z");
    expect(subject.open("report-measure", "2026-01-06T09:00:00.000Z").dueAt).toBe("2026-04-01T15:00:00.000Z");
  });

  test("not: it closes with that", () => {
    const subject = given();
    subject.perform("report-measure", dropped);
    expect(subject.dossier).toMatchObject({ status: "closed", fourFacts: { outcome: "dropped" } });
  });

  test("a promise is kept or not, and nobody asks later whether it helped", () => {
    const subject = given(promise);
    const offered = (file: FileUnderTest) =>
      outcomesOf(catalogue["report-measure"], learnworks, file.dossier).map(({ id }) => id);
    expect(offered(subject)).toEqual(["kept", "extended", "dropped"]);
    expect(offered(given())).toEqual(["done", "extended", "dropped"]);
    subject.perform("report-measure", { ...done, outcome: "kept" });
    expect(subject.dossier).toMatchObject({ status: "closed", fourFacts: { ground: "promise", outcome: "kept" } });
  });

  test.each([
    ["yesterday", "2026-01-04", "Kies vandaag of een latere datum."],
    ["in more than nine months", "2026-10-06", "Kies een dag binnen negen maanden."],
  ])("no new date is taken that is %s", (_when, newDue, told) => {
    const subject = given();
    const { taskId, assignee } = subject.open("report-measure");
    const posted = { outcome: "extended", newDue, extendReason: "Ziekte." };
    const decision = subject.when({ type: "AnswerTask", taskId, by: assignee, posted });
    expect(JSON.stringify(decision)).toContain(told);
    expect(JSON.stringify(decision)).toContain("newDue");
  });
});

describe("a measure is no complaint", () => {
  test("nobody withdraws it, moves its outcome or names whom it is about; it is handed over and added to", () => {
    const subject = given();
    const task = subject.open("report-measure");
    const may = actionsFor({ by: "person:ingrid", task }, subject.dossier, learnworks, mondayMorning);
    expect(may.map(({ action }) => action)).toEqual(["add-to-case", "hand-over-task", "hand-over-case"]);
  });

  test("no task of a complaint is asked in it, and none of its own in a complaint", () => {
    expect(given().when({ type: "OpenTask", kind: "assess", requestId: "r1" })).toMatchObject({ ok: false });
    expect(given().when({ type: "OpenTask", kind: "check-overview", requestId: "r1" })).toMatchObject({ ok: false });
  });

  test("its events show no duty of the procedure", () => {
    expect(dutyLedger(given().happened, learnworks, mondayMorning)).toEqual([]);
  });
});

describe("a measure that follows from a complaint about a colleague (B16, B25)", () => {
  const shielded = measureOf(learnworks, { shielded: ["farah"], owner: "person:joost" });

  test("is kept from that colleague: not theirs to do, to judge, to be told of or to read", () => {
    const subject = given(shielded);
    expect(isInvolved("farah", subject.dossier, learnworks)).toBe(true);
    expect(mayReadFile("role:project-manager", subject.dossier, learnworks)).toBe(false);
    subject.perform("report-measure", done);
    // Farah would judge it, as project manager; her deputy does.
    expect(subject.open("judge-effect")).toMatchObject({ assignee: "deputy:project-manager", because: "involved" });
    const alarms = alarmsOf(subject.open("judge-effect"), subject.dossier, learnworks);
    expect(alarms.flatMap(({ tell }) => tell)).not.toContain("role:project-manager");
  });

  test("is not theirs even when somebody names them as its owner", () => {
    const subject = given(measureOf(learnworks, { shielded: ["farah"], owner: "person:farah" }));
    expect(subject.dossier.owner).toBe("deputy:project-manager");
  });

  test("cannot be handed to them", () => {
    const subject = given(shielded);
    const { taskId } = subject.open("report-measure");
    const posted = { handTo: "farah", reason: "Zij weet ervan." };
    const wanted = { type: "Act", action: "hand-over-task", by: "person:joost", taskId, posted, actId: "a1" } as const;
    expect(subject.when(wanted)).toMatchObject({ ok: false, refusal: { reason: "invalid-answer" } });
  });
});
