import type { Instant } from "../../ports.ts";
import { closingOn } from "../calendar.ts";
import { calendarOf } from "../clocks.ts";
import type { AnsweredTask, Dossier } from "../dossier.ts";
import type { ComplaintEvent, EventOf } from "../events.ts";
import { type Measure, shieldedIn } from "../matter.ts";
import type { Party } from "../party.ts";
import type { Procedure } from "../procedure.ts";
import { latestAnswered } from "../rounds.ts";
import { proposalFieldNames, proposalsAtMost } from "../tasks/analyse-overview.ts";
import { decisionFieldNames } from "../tasks/go-through-measures.ts";
import { type FilledInMeasure, measuresAtOnce, measuresIn, measureTypeOptions } from "../tasks/measure-fields.ts";
import type { Answer, TaskKindId } from "../tasks/task-kind.ts";
import { shieldedFrom } from "./begin-file.ts";

/**
 * The measures that follow from what happened in a file, each to get a file of its own; `dossier` is the file after these events. A promise
 * becomes one when the letter that makes it is queued (A28, B37, B38).
 */
export function arising(events: readonly ComplaintEvent[], dossier: Dossier, procedure: Procedure): readonly Measure[] {
  return events.flatMap((event): readonly Measure[] => {
    if (event.type === "TaskAnswered") return agreed(event, dossier, procedure);
    const tells = event.type === "LetterQueued" && event.facts.letter === "outcome";
    return tells ? promised(event.facts.letterId, dossier, procedure) : [];
  });
}

function agreed(event: EventOf<"TaskAnswered">, dossier: Dossier, procedure: Procedure): readonly Measure[] {
  const { kind, outcome, by, answer: facts } = event.facts;
  const answer: Answer = { outcome, facts, private: event.private?.answer ?? {} };
  const common = commonOf(by, dossier, procedure);
  const whole = (filledIn: readonly FilledInMeasure[], why: string | undefined) =>
    filledIn.map(({ due, ...one }) => ({
      ...common,
      ...one,
      ...(why !== undefined && { why }),
      dueAt: closingOn(due, calendarOf(procedure)),
    }));
  switch (kind) {
    case "draw-lessons": {
      const { cause } = facts;
      const counted = cause === undefined ? {} : { counted: { dimension: "cause" as const, value: cause } };
      return whole(measuresIn(answer, measuresAtOnce), answer.private["lesson"]).map((one) => ({ ...one, ...counted }));
    }
    case "look-into-signal":
      return whole(measuresIn(answer, measuresAtOnce), answer.private["finding"]);
    case "judge-effect":
      return whole(measuresIn(answer, 1), answer.private["effectNote"]);
    case "go-through-measures":
      return whole(acceptedIn(answer, dossier), undefined);
    case "address-respondent":
      return whole(conditionIn(answer, dossier.owner), undefined);
    default:
      return [];
  }
}

/** What all measures from one file have in common. */
function commonOf(agreedBy: Party, dossier: Dossier, procedure: Procedure) {
  const { caseId, matter } = dossier;
  const from = { agreedBy, sourceId: caseId, shielded: shieldedIn(matter) };
  switch (matter.kind) {
    case "complaint":
      return { ...from, source: "case" as const, cases: [caseId], shielded: shieldedFrom([dossier], procedure) };
    case "measure": {
      const { cases, counted } = matter.measure;
      return { ...from, source: "other" as const, cases, ...(counted !== undefined && { counted }) };
    }
    case "signal": {
      const { cases, dimension, code } = matter.signal;
      const countable = (["category", "cause", "course"] as const).find((one) => one === dimension);
      const counted = countable === undefined || code === undefined ? undefined : { dimension: countable, value: code };
      return { ...from, source: "signal" as const, cases, ...(counted !== undefined && { counted }) };
    }
    case "review":
      return { ...from, source: "review" as const, cases: [] };
    case "mail":
      return { ...from, source: "other" as const, cases: [] };
  }
}

/** The proposals of the analysis that were taken over. */
function acceptedIn({ facts }: Answer, dossier: Dossier): readonly FilledInMeasure[] {
  const proposed = latestAnswered(dossier, "analyse-overview")?.answer;
  return Array.from({ length: proposalsAtMost }, (_, index) => index + 1).flatMap((n) => {
    const [decision, owner, due] = decisionFieldNames(n);
    const [text, type] = proposalFieldNames(n);
    const [said, by, on] = [proposed?.private[text], facts[owner], facts[due]];
    const measureType = measureTypeOptions.find(({ id }) => id === proposed?.facts[type])?.id;
    if (facts[decision] !== "accept" || said === undefined || by === undefined || on === undefined) return [];
    return [{ text: said, measureType: measureType ?? "other", owner: `person:${by}` as const, due: on }];
  });
}

/** What must change with somebody whom a founded complaint was about, where that takes a measure (B25, B26, B38). */
function conditionIn({ facts, private: words }: Answer, owner: Party): readonly FilledInMeasure[] {
  const measureType = measureTypeOptions.find(({ id }) => id === facts["measureType"])?.id;
  const due = facts["measureDue"];
  if (measureType === undefined || due === undefined) return [];
  return [{ text: words["condition"] ?? "", measureType, owner, due }];
}

/** Forms that say what happens now; the last one that was filled in counts. */
const deciding: readonly TaskKindId[] = ["solve", "three-way-talk", "give-judgment", "final-outcome"];

/** What was promised since an outcome was told before. */
function promised(letterId: string, dossier: Dossier, procedure: Procedure): readonly Measure[] {
  const { letters, tasks } = dossier;
  const told = letters.findLast((one) => one.letter === "outcome" && one.letterId !== letterId)?.queuedAt ?? "";
  const task = tasks.findLast(
    (one): one is AnsweredTask => deciding.includes(one.kind) && one.status === "answered" && one.answeredAt > told,
  );
  return task === undefined ? [] : promiseIn(task, dossier, procedure);
}

function promiseIn({ by, answer }: AnsweredTask, dossier: Dossier, procedure: Procedure): readonly Measure[] {
  const [text, due] = [answer.private["promise"], answer.facts["promiseDue"]];
  if (text === undefined || due === undefined) return [];
  const dueAt: Instant = closingOn(due, calendarOf(procedure));
  return [{ ...commonOf(by, dossier, procedure), measureType: "promise", owner: dossier.owner, dueAt, text }];
}
