import { localDay } from "../calendar.ts";
import type { AnsweredTask, Dossier } from "../dossier.ts";
import type { DutyEntry } from "../duties/ledger.ts";
import type { Procedure } from "../procedure.ts";
import { lastOfEach, latestAnswered } from "../rounds.ts";
import { measuresAtOnce } from "../tasks/measure-fields.ts";
import { courseKey } from "./course-key.ts";
import { daysInPhases } from "./days-in-phases.ts";
import type { RegisterRow, registerKinds, respondentKinds } from "./register-row.ts";

type Kind = (typeof registerKinds)[number];

/**
 * The row of a complaint in the register, from facts alone, so that it is the same before and after personal data are erased; `ledger` are
 * its duties at the moment of closing. `undefined` for a file that is no complaint.
 */
export function registerRowOf(
  dossier: Dossier,
  ledger: readonly DutyEntry[],
  procedure: Procedure,
): RegisterRow | undefined {
  if (dossier.matter.kind !== "complaint") return undefined;
  const { organisation, caseId, number, status, channel, receivedAt } = dossier;
  const assessed = wayChosen(dossier);
  const established = latestAnswered(dossier, "establish-facts", "established")?.answer.facts;
  const courseName = latestFact(dossier, "course");
  return {
    organisation,
    caseId,
    number,
    kind: kindOf(dossier, assessed),
    status,
    channel,
    filedAt: receivedAt,
    month: localDay(receivedAt, procedure.calendar.timeZone).slice(0, "2026-06".length),
    category: established?.["category"] ?? latestFact(dossier, "category"),
    cause: latestAnswered(dossier, "draw-lessons")?.answer.facts["cause"] ?? established?.["cause"],
    finding: established?.["finding"],
    severity: latestFact(dossier, "severity"),
    claim: latestFact(dossier, "claim"),
    takenUp: assessed?.answer.outcome,
    outcome: dossier.status === "closed" ? dossier.fourFacts.outcome : undefined,
    course: courseName === undefined ? undefined : courseKey(courseName),
    courseName,
    closedAt: dossier.status === "closed" ? dossier.closedAt : undefined,
    respondentKinds: respondentKindsIn(dossier),
    withdrawn: dossier.withdrawn !== undefined,
    reopened: dossier.reopened !== undefined,
    daysIn: daysInPhases(dossier),
    ...(status === "closed" && { duties: Object.fromEntries(ledger.map((entry) => [entry.id, entry.status])) }),
    delayWhy: [...new Set(dossier.delays.flatMap(({ why }) => why ?? []))],
    satisfaction: satisfactionIn(dossier),
    measures: measuresIn(dossier),
  };
}

/** What nobody assessed before it ended was filed as a complaint, and stays one (A23). */
function kindOf(dossier: Dossier, assessed: AnsweredTask | undefined): Kind {
  switch (assessed?.answer.outcome) {
    case undefined:
      return dossier.status === "open" ? "undecided" : "complaint";
    case "not-a-complaint":
      return "not-a-complaint";
    case "advice":
      return latestAnswered(dossier, "choose-after-advice", "official") === undefined ? "advice" : "complaint";
    default:
      return "complaint";
  }
}

/** Consulting somebody is no way to go yet. */
function wayChosen({ tasks }: Dossier): AnsweredTask | undefined {
  return tasks.findLast(
    (task): task is AnsweredTask =>
      task.kind === "assess" && task.status === "answered" && task.answer.outcome !== "consult",
  );
}

/** What was filled in last when assessing, also when somebody was to be consulted first. */
function latestFact(dossier: Dossier, name: string): string | undefined {
  return dossier.tasks.findLast(({ kind, answer }) => kind === "assess" && answer?.facts[name] !== undefined)?.answer
    ?.facts[name];
}

function respondentKindsIn({ respondents }: Dossier): RegisterRow["respondentKinds"] {
  const kinds = respondents.map(({ colleague, person }): (typeof respondentKinds)[number] =>
    (colleague ?? person !== undefined) ? "colleague" : "other",
  );
  return [...new Set(kinds)].toSorted();
}

/** The last time that each side was asked counts: who was asked again after a reopening counts once. */
function satisfactionIn(dossier: Dossier): RegisterRow["satisfaction"] {
  const asked = lastOfEach(dossier, "satisfaction").map(({ about = "complainant", answer }) => ({
    about,
    marks: { score: mark(answer?.facts["score"]), heard: mark(answer?.facts["heardScore"]) },
  }));
  const complainant = asked.find(({ about }) => about === "complainant")?.marks;
  const respondents = asked.filter(({ about }) => about !== "complainant").map(({ marks }) => marks);
  return { ...(complainant !== undefined && { complainant }), respondents };
}

const mark = (given: string | undefined) => (given === undefined ? undefined : Number(given));

/** Measures and promises, by the codes and dates that stay. */
function measuresIn(dossier: Dossier): number {
  const lessons = latestAnswered(dossier, "draw-lessons")?.answer.facts ?? {};
  const drawn = Array.from({ length: measuresAtOnce }, (_, index) => lessons[`measureType${index + 1}`]);
  const conditions = lastOfEach(dossier, "address-respondent").map(({ answer }) => answer?.facts["measureDue"]);
  const promises = (["solve", "three-way-talk", "give-judgment", "final-outcome"] as const).map(
    (kind) => latestAnswered(dossier, kind)?.answer.facts["promiseDue"],
  );
  return [...drawn, ...conditions, ...promises].filter((one) => one !== undefined).length;
}
