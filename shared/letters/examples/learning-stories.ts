import type { NewMatter } from "../../domain/deciding/begin-file.ts";
import type { HeldMail, Measure, Review, Signal } from "../../domain/matter.ts";
import type { Procedure } from "../../domain/procedure.ts";
import type { TaskKindId } from "../../domain/tasks/task-kind.ts";
import type { Language } from "../../domain/text.ts";
import { ExampleCase } from "./example-case.ts";
import { people, words } from "./words.ts";

/** Stories that bring about every letter of measures, promises, patterns and reviews. */
export function learningStories(procedure: Procedure, language: Language): readonly ExampleCase[] {
  const begin = (matter: NewMatter) => new ExampleCase(procedure, language, { matter });
  const measure = exampleMeasure(procedure, language);
  const promise: Measure = {
    ...measure,
    measureType: "promise",
    owner: `role:${procedure.responsibilities.owner}`,
    text: words.promise[language],
  };
  const signal = { kind: "signal", signal: exampleSignal(procedure) } as const;
  return [
    notDone(begin({ kind: "measure", measure }), "report-measure"),
    notDone(begin({ kind: "measure", measure: promise }), "report-measure"),
    judged(begin({ kind: "measure", measure })),
    givenAway(begin({ kind: "measure", measure }), "report-measure"),
    notDone(begin(signal), "look-into-signal"),
    givenAway(begin(signal), "look-into-signal"),
    notDone(begin({ kind: "mail", mail: exampleMail(language) }), "look-at-mail"),
    lookedBack(begin({ kind: "review", review: exampleReview() })),
    notDone(begin({ kind: "review", review: exampleReview() }), "check-overview"),
  ];
}

/** A measure that came from a complaint. */
export function exampleMeasure(procedure: Procedure, language: Language): Measure {
  return {
    measureType: "process",
    source: "case",
    sourceId: "case",
    agreedBy: `role:${procedure.responsibilities.learning}`,
    owner: `role:${procedure.responsibilities.intake}`,
    dueAt: "2026-02-27T16:00:00.000Z",
    cases: ["case"],
    counted: { dimension: "cause", value: procedure.causes[0]?.id ?? "" },
    text: words.measure[language],
    shielded: [],
  };
}

/** A mail that names two senders. */
export function exampleMail(language: Language): HeldMail {
  return {
    mailId: "example",
    doubt: "several-senders",
    receivedAt: "2026-01-05T08:40:00.000Z",
    from: people.complainant.email,
    subject: words.subject[language],
    text: words.complaint[language],
    shielded: [],
    others: [],
  };
}

/** The same cause more than once. */
export function exampleSignal(procedure: Procedure): Signal {
  return {
    rule: "repeated",
    dimension: "cause",
    code: procedure.causes[0]?.id ?? "",
    from: "2025-10-06T08:00:00.000Z",
    until: "2026-01-02T08:00:00.000Z",
    count: 3,
    cases: ["one", "two", "three"],
    shielded: [],
  };
}

export function exampleReview(): Review {
  return { cycle: "yearly", from: "2025-01-01", until: "2026-01-01", figures: {}, shielded: [] };
}

/** Nobody does it: reminders, the deadline, chases, and the next role up. */
function notDone(one: ExampleCase, kind: TaskKindId): ExampleCase {
  return one.ask(kind).ring(kind).ask(kind);
}

function judged(one: ExampleCase): ExampleCase {
  one.ask("report-measure").answer("report-measure", "done", { doneOn: "2026-01-05" });
  return one.ask("judge-effect");
}

/** Somebody writes about it, and the task and then the file go to a colleague. */
function givenAway(one: ExampleCase, kind: TaskKindId): ExampleCase {
  const { procedure, language, dossier } = one;
  one.ask(kind);
  one.append([
    {
      type: "MessageFiled",
      facts: { mailId: "message-1", from: "staff", by: `role:${procedure.responsibilities.director}` },
      private: { address: "", subject: "Re", text: words.handOver[language], attachments: [] },
    },
    {
      type: "LetterQueued",
      facts: { letterId: "message-1", letter: "message-filed", to: dossier.owner, mailId: "message-1", by: "mail" },
      private: {},
    },
  ]);
  one.delivered();
  const [task] = one.open(kind);
  const top = procedure.responsibilities.director;
  const handTo = procedure.roles.find(({ id }) => id === top)?.holder ?? "";
  const act = {
    type: "Act",
    by: `role:${top}` as const,
    posted: { handTo, reason: words.handOver[language] },
  } as const;
  one.do({ ...act, action: "hand-over-task", taskId: task?.taskId, actId: "task" }).delivered();
  return one.do({ ...act, action: "hand-over-case", actId: "case" }).delivered();
}

/** A review from the overview to the director. */
function lookedBack(one: ExampleCase): ExampleCase {
  const { language } = one;
  const proposed = { analysis: words.analysis[language], proposal1: words.proposal[language] };
  return one
    .ask("check-overview")
    .answer("check-overview", "checked")
    .ask("analyse-overview")
    .answer("analyse-overview", "analysed", { proposalType1: "process" }, proposed)
    .ask("go-through-measures")
    .answer("go-through-measures", "decided", { decision1: "accept" })
    .ask("evaluate-procedure")
    .answer("evaluate-procedure", "evaluated")
    .ask("acknowledge-review");
}
