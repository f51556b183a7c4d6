import type { Instant } from "../../ports.ts";
import { closingOn } from "../calendar.ts";
import { calendarOf } from "../clocks.ts";
import type { AnsweredTask, Dossier, Task } from "../dossier.ts";
import type { Procedure } from "../procedure.ts";
import type { MeasureSeen } from "./overview-input.ts";

/** A measure as its file tells how it stands: since when, by when, done or not, and whether it helped (A28). `undefined` for another file. */
export function measureSeen(dossier: Dossier, procedure: Procedure): MeasureSeen | undefined {
  const { matter, caseId, number, registeredAt: agreedAt } = dossier;
  if (matter.kind !== "measure") return undefined;
  const { measureType, source, owner: agreedOwner, counted } = matter.measure;
  const owner = dossier.ownerRole === "" ? agreedOwner : dossier.owner;
  const dueAt = measureDue(matter.measure.dueAt, dossier, procedure);
  const judgments = dossier.tasks.filter(isAnswered).flatMap(({ kind, answer }) => {
    const judgment = judgmentIds.find((id) => id === answer.outcome);
    return kind === "judge-effect" && judgment !== undefined ? [judgment] : [];
  });
  const common = { caseId, number, measureType, source, owner, agreedAt, dueAt, judgments };
  const counting = counted === undefined ? {} : { counted };
  const last = lastReport(dossier);
  const status = endings.find((one) => one === last?.answer.outcome);
  if (last === undefined || status === undefined) return { ...common, ...counting, status: "open" };
  return { ...common, ...counting, status, endedAt: endedAt(last, procedure) };
}

const endings = ["done", "kept", "dropped"] as const;
const judgmentIds = ["helped", "partly", "not-helped"] as const;

/** The newest report on it; `undefined` until there is one. */
export function lastReport({ tasks }: Dossier): AnsweredTask | undefined {
  return tasks.filter(isAnswered).findLast(({ kind }) => kind === "report-measure");
}

/** The date that was agreed, or the one that it was moved to last. */
function measureDue(agreed: Instant, dossier: Dossier, procedure: Procedure): Instant {
  const moved = dossier.tasks
    .filter(isAnswered)
    .findLast(({ kind, answer }) => kind === "report-measure" && answer.outcome === "extended");
  const newDue = moved?.answer.facts["newDue"];
  return newDue === undefined ? agreed : closingOn(newDue, calendarOf(procedure));
}

/** The day on which it was done, as reported; the moment of the report where no day was given. */
function endedAt({ answer, answeredAt }: AnsweredTask, procedure: Procedure): Instant {
  const doneOn = answer.facts["doneOn"];
  return doneOn === undefined ? answeredAt : closingOn(doneOn, calendarOf(procedure));
}

function isAnswered(task: Task): task is AnsweredTask {
  return task.status === "answered";
}
