import { alarmsOf } from "../../shared/domain/alarms.ts";
import type { OpenTask } from "../../shared/domain/dossier.ts";
import type { ComplaintEvent } from "../../shared/domain/events.ts";
import type { Procedure } from "../../shared/domain/procedure.ts";
import type { Instant } from "../../shared/ports.ts";
import { answers, CaseUnderTest, procedures, trainer } from "./case-under-test.ts";
import { send } from "./steps.ts";

/** A complaint of Monday 5 January in the hands of the owner, with a respondent who has the copy. */
export function handled(procedure: Procedure = procedures.learnworks): CaseUnderTest {
  const subject = new CaseUnderTest(procedure);
  send(subject, "receipt");
  subject.perform("assess", { ...answers.handle, ...trainer });
  send(subject, "copies");
  subject.perform("first-response", answers.contact).round("hearing", { complainant: answers.account });
  subject.open("establish-facts", "2026-01-26T09:00:00.000Z");
  return subject;
}

/** Time passes to that moment, seen through an open task of this kind. */
export function ring(
  subject: CaseUnderTest,
  at: Instant,
  kind: OpenTask["kind"] = "establish-facts",
): readonly ComplaintEvent[] {
  const task = subject.dossier.tasks.findLast((one) => one.kind === kind && one.status === "open");
  return subject.events({ type: "RingAlarms", taskId: task?.taskId ?? "none" }, at);
}

/** What can still ring of the term of the outcome, as id and moment. */
export function decisionAlarms(subject: CaseUnderTest): readonly (readonly [alarmId: string, at: Instant])[] {
  const task = subject.dossier.tasks.find((one): one is OpenTask => one.status === "open");
  if (task === undefined) throw new Error("No open task.");
  return alarmsOf(task, subject.dossier, subject.procedure)
    .filter(({ alarmId }) => alarmId.startsWith("case:decision"))
    .map(({ alarmId, at }) => [alarmId, at] as const);
}
