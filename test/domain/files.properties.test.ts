import fc from "fast-check";
import { expect, test } from "vitest";
import { nextAlarmAt } from "../../shared/domain/alarms.ts";
import { arising } from "../../shared/domain/deciding/arising.ts";
import { passedBy } from "../../shared/domain/deciding/open-task.ts";
import { shieldedIn } from "../../shared/domain/matter.ts";
import { isInvolvedParty } from "../../shared/domain/seats.ts";
import { outcomesOf } from "../../shared/domain/tasks/answer.ts";
import { catalogue, matterOf } from "../../shared/domain/tasks/catalogue.ts";
import { type TaskKindId, taskKindIds } from "../../shared/domain/tasks/task-kind.ts";
import { mondayMorning, procedures } from "../support/case-under-test.ts";
import { exampleAnswer } from "../support/example-answers.ts";
import { FileUnderTest, measureOf, reviewOf, signalOf } from "../support/file-under-test.ts";

const { learnworks } = procedures;
/** Of four colleagues one is always left. */
const shields = fc.subarray(["ingrid", "joost", "farah", "wim"], { maxLength: 3 });
const matters = fc.oneof(
  shields.map((shielded) => measureOf(learnworks, { shielded })),
  shields.map((shielded) => measureOf(learnworks, { shielded, measureType: "promise" })),
  shields.map((shielded) => signalOf({ shielded })),
  fc.constantFrom(reviewOf("yearly"), reviewOf("quarterly")),
);
const own = (kind: string) => taskKindIds.filter((one) => matterOf(one) === kind);

type Step = "answer" | "ring" | "hand-over" | "late" | "shield";
const steps: fc.Arbitrary<{ step: Step; pick: number; days: number }> = fc.record({
  step: fc.constantFrom<Step>("answer", "answer", "answer", "ring", "hand-over", "late", "shield"),
  pick: fc.nat(20),
  days: fc.integer({ min: 0, max: 40 }),
});

/** Whatever one can answer: each way of the form, with the fields that some of them need. */
function posted(kind: TaskKindId, pick: number, subject: FileUnderTest, now: string): Readonly<Record<string, string>> {
  const outcomes = outcomesOf(catalogue[kind], learnworks, subject.dossier);
  const newDue = new Date(Date.parse(now) + 30 * 86_400_000).toISOString().slice(0, 10);
  const block = { measure1: "Mail vooraf", measureType1: "process", measureOwner1: "wim", measureDue1: newDue };
  return {
    ...exampleAnswer(kind, now),
    ...block,
    ...{ newDue, extendReason: "Ziekte.", dropReason: "Vervalt.", finding: "Gezien." },
    outcome: outcomes[pick % outcomes.length]?.id ?? "",
  };
}

test("whatever happens to a file in whatever order, it has one owner, nobody shielded has to do with it, and it closes with nothing open", () => {
  const closed = new Set<string>();
  fc.assert(
    fc.property(matters, fc.array(steps, { maxLength: 25 }), (matter, happen) => {
      const subject = new FileUnderTest(learnworks, matter);
      let at = Date.parse(mondayMorning);
      for (const { step, pick, days } of happen) {
        at += days * 86_400_000 + 1;
        const now = new Date(at).toISOString();
        const kinds = own(matter.kind);
        const kind = kinds[pick % kinds.length] ?? "check-overview";
        const open = subject.dossier.tasks.find(({ status }) => status === "open");
        if (step === "shield") {
          const person = ["ingrid", "joost", "farah", "wim"][pick % 4] ?? "";
          subject.events({ type: "ShieldColleague", person }, now);
          holds(subject);
          continue;
        }
        if (open?.status !== "open") {
          if (passedBy(kind, subject.dossier, learnworks) !== undefined) continue;
          subject.when({ type: "OpenTask", kind, requestId: `r-${at}` }, now);
        } else if (step === "ring" || step === "late") {
          const alarm = step === "late" ? nextAlarmAt(open, subject.dossier, learnworks) : now;
          at = Math.max(at, Date.parse(alarm));
          subject.events({ type: "RingAlarms", taskId: open.taskId }, new Date(at).toISOString());
        } else if (step === "hand-over") {
          const given = { handTo: ["ingrid", "joost", "farah", "wim"][pick % 4] ?? "", reason: "Zo." };
          const act = { by: open.assignee, taskId: open.taskId, posted: given, actId: `a-${at}` };
          subject.when({ type: "Act", action: pick % 2 === 0 ? "hand-over-task" : "hand-over-case", ...act }, now);
        } else {
          const command = { type: "AnswerTask", taskId: open.taskId, by: open.assignee } as const;
          const decision = subject.when({ ...command, posted: posted(open.kind, pick, subject, now) }, now);
          const follow = decision.ok ? arising(decision.events, subject.dossier, learnworks) : [];
          for (const one of follow) expect(one.shielded).toEqual(shieldedIn(subject.dossier.matter));
        }
        holds(subject);
      }
      if (subject.dossier.status === "closed") closed.add(`${matter.kind} ${subject.dossier.fourFacts.outcome}`);
    }),
    { numRuns: 400, seed: 20260105 },
  );
  expect([...closed]).toEqual(
    expect.arrayContaining([
      "measure dropped",
      "measure kept",
      "signal watch",
      "signal measures",
      "review acknowledged",
    ]),
  );
});

/** What somebody had before they were kept from it, stays told. */
function holds({ dossier, happened }: FileUnderTest): void {
  const since = happened.findLast(({ event }) => event.type === "ColleagueShielded")?.at ?? "";
  const open = dossier.tasks.filter(({ status }) => status === "open");
  if (dossier.status === "closed") expect(open).toEqual([]);
  const concerned = [
    ...(dossier.status === "open" ? [dossier.owner] : []),
    ...open.map(({ assignee }) => assignee),
    ...dossier.letters.filter(({ queuedAt }) => queuedAt >= since).map(({ to }) => to),
  ];
  for (const who of concerned) expect(isInvolvedParty(who, dossier, learnworks), who).toBe(false);
}
