import type { Task } from "../dossier.ts";
import type { MatterKind } from "../matter.ts";
import { isRespondent, party } from "../party.ts";
import { acknowledgeReview } from "./acknowledge-review.ts";
import { addressRespondent } from "./address-respondent.ts";
import { advise } from "./advise.ts";
import { analyseOverview } from "./analyse-overview.ts";
import { announceDelay } from "./announce-delay.ts";
import { answerQuestion } from "./answer-question.ts";
import { approveOutcome } from "./approve-outcome.ts";
import { assess } from "./assess.ts";
import { checkOverview } from "./check-overview.ts";
import { chooseAfterAdvice } from "./choose-after-advice.ts";
import { chooseIndependent } from "./choose-independent.ts";
import { completeRegistration } from "./complete-registration.ts";
import { confirmAgreement } from "./confirm-agreement.ts";
import { consentToTalk } from "./consent-to-talk.ts";
import { consult } from "./consult.ts";
import { decideAfterSilence } from "./decide-after-silence.ts";
import { decideUrgently } from "./decide-urgently.ts";
import { drawLessons } from "./draw-lessons.ts";
import { establishFacts } from "./establish-facts.ts";
import { evaluateProcedure } from "./evaluate-procedure.ts";
import { finalOutcome } from "./final-outcome.ts";
import { firstResponse } from "./first-response.ts";
import { followUp } from "./follow-up.ts";
import { giveJudgment } from "./give-judgment.ts";
import { goThroughMeasures } from "./go-through-measures.ts";
import { holdSession } from "./hold-session.ts";
import { independentAdvice } from "./independent-advice.ts";
import { judgeEffect } from "./judge-effect.ts";
import { lookAtMail } from "./look-at-mail.ts";
import { lookIntoSignal } from "./look-into-signal.ts";
import { proposeIndependents } from "./propose-independents.ts";
import { rankIndependents } from "./rank-independents.ts";
import { react } from "./react.ts";
import { releaseCopy } from "./release-copy.ts";
import { replyToAccount } from "./reply-to-account.ts";
import { reportForm } from "./report-form.ts";
import { reportMeasure } from "./report-measure.ts";
import { satisfaction } from "./satisfaction.ts";
import { sendByPost } from "./send-by-post.ts";
import { separateTalks } from "./separate-talks.ts";
import { solve } from "./solve.ts";
import { statement } from "./statement.ts";
import { talkResult } from "./talk-result.ts";
import { type Branch, type TaskKind, type TaskKindId, taskKindIds } from "./task-kind.ts";
import { threeWayTalk } from "./three-way-talk.ts";
import { writeOutcome } from "./write-outcome.ts";

const kinds = {
  "complete-registration": completeRegistration,
  assess,
  "report-form": reportForm,
  consult,
  "talk-result": talkResult,
  "decide-after-silence": decideAfterSilence,
  advise,
  "choose-after-advice": chooseAfterAdvice,
  "decide-urgently": decideUrgently,
  "first-response": firstResponse,
  "release-copy": releaseCopy,
  statement,
  "reply-to-account": replyToAccount,
  "answer-question": answerQuestion,
  "hold-session": holdSession,
  "establish-facts": establishFacts,
  "consent-to-talk": consentToTalk,
  "three-way-talk": threeWayTalk,
  "confirm-agreement": confirmAgreement,
  "separate-talks": separateTalks,
  "give-judgment": giveJudgment,
  solve,
  "address-respondent": addressRespondent,
  "write-outcome": writeOutcome,
  "approve-outcome": approveOutcome,
  react,
  "propose-independents": proposeIndependents,
  "rank-independents": rankIndependents,
  "choose-independent": chooseIndependent,
  "independent-advice": independentAdvice,
  "final-outcome": finalOutcome,
  "draw-lessons": drawLessons,
  satisfaction,
  "follow-up": followUp,
  "report-measure": reportMeasure,
  "judge-effect": judgeEffect,
  "look-into-signal": lookIntoSignal,
  "check-overview": checkOverview,
  "analyse-overview": analyseOverview,
  "go-through-measures": goThroughMeasures,
  "evaluate-procedure": evaluateProcedure,
  "acknowledge-review": acknowledgeReview,
  "look-at-mail": lookAtMail,
  "announce-delay": announceDelay,
  "send-by-post": sendByPost,
} as const satisfies { readonly [Kind in TaskKindId]: TaskKind & { readonly kind: Kind } };

type Kinds = typeof kinds;

/** `silent` for a kind that goes on without an answer, `skipped` for one that is not always needed. */
type Reserved<Kind extends TaskKindId> =
  | (Kinds[Kind] extends { readonly whenExpired: "silent" } ? "silent" : never)
  | (Kinds[Kind] extends { readonly needed: unknown } ? "skipped" : never);

/** The ids of the ways in which a task of this kind can end; `expired` and `withdrawn` come on top for each. */
export type OutcomeOf<Kind extends TaskKindId> = Kinds[Kind]["outcomes"][number]["id"] | Reserved<Kind>;

/** Every kind of human task there is. */
export const catalogue: { readonly [Kind in TaskKindId]: TaskKind } = kinds;

/** What is asked in this task: the kind as it reads to whom it is about. */
export function formOf({ kind, about }: Pick<Task, "kind" | "about">): TaskKind {
  const of = catalogue[kind];
  const { data } = party.safeParse(about);
  return data !== undefined && isRespondent(data) ? { ...of, ...of.forRespondent } : of;
}

/**
 * How a task ends when its time is up: a party's silence is an answer of its own. A colleague who should have asked a party without a mail
 * address has not let them speak, so that the next role up is asked (A16).
 */
export function endingOf({ kind, onBehalfOf }: Pick<Task, "kind" | "onBehalfOf">): "expired" | "silent" {
  return catalogue[kind].whenExpired === "silent" && onBehalfOf === undefined ? "silent" : "expired";
}

type Branches = { readonly [One in Branch]: boolean } & { readonly handling: "judgment" | "solution" };

interface Branched {
  readonly branches: Branches;
}

/** What kind of file asks tasks of this kind. */
export function matterOf(kind: TaskKindId): MatterKind {
  return catalogue[kind].matter ?? "complaint";
}

/** The kinds of task that a procedure with these branches has, for complaints and for the files that follow from them. */
export function everyTaskKindOf(procedure: Branched): readonly TaskKindId[] {
  return [...taskKindsOf(procedure), ...taskKindIds.filter((kind) => matterOf(kind) !== "complaint")];
}

/** The kinds of task that a complaint can have where the procedure has these branches. */
export function taskKindsOf({ branches }: Branched): readonly TaskKindId[] {
  return taskKindIds.filter((kind) => {
    const { branch } = catalogue[kind];
    if (matterOf(kind) !== "complaint") return false;
    if (branch !== undefined && !branches[branch]) return false;
    switch (kind) {
      case "give-judgment":
        return branches.handling === "judgment";
      case "solve":
        return branches.handling === "solution";
      case "confirm-agreement":
        return branches.talkFirst || branches.mediation || branches.confirmSolution;
      default:
        return true;
    }
  });
}
