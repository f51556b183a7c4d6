import * as analysis from "./analysis-proofs.ts";
import * as clocks from "./clock-proofs.ts";
import * as feedback from "./feedback-proofs.ts";
import * as filing from "./filing-proofs.ts";
import * as handling from "./handling-proofs.ts";
import * as learning from "./learning-proofs.ts";
import * as ownership from "./ownership-proofs.ts";
import { notApplicable, type Proof } from "./proof.ts";
import type { ProofId } from "./proof-ids.ts";
import * as talk from "./talk-proofs.ts";

/** How each kind of duty is judged. */
export const proofs: { readonly [Id in ProofId]: Proof } = {
  organisation: () =>
    notApplicable({
      nl: "Dit geldt voor de organisatie als geheel, niet voor één zaak.",
      en: "This concerns the organisation, not one case.",
    }),
  registered: filing.registered,
  "low-threshold": filing.lowThreshold,
  "channel-recorded": filing.channelRecorded,
  "arrived-with-intake": filing.arrivedWithIntake,
  "registration-completed": filing.registrationCompleted,
  "passed-on-by-colleague": filing.passedOnByColleague,
  "assessed-by-intake": filing.assessedByIntake,
  consulted: filing.consulted,
  "report-form-asked": filing.reportFormAsked,
  "attempts-asked": filing.attemptsAsked,
  "talk-first": talk.talkFirst,
  "talk-asked": talk.talkAsked,
  "respondent-involved": talk.respondentInvolved,
  "solved-informally": talk.solvedInformally,
  "advice-given": talk.adviceGiven,
  "solution-sought-together": talk.solutionSoughtTogether,
  "receipt-in-time": clocks.receiptInTime,
  "response-in-time": clocks.responseInTime,
  "decision-in-time": clocks.decisionInTime,
  "delay-announced": clocks.delayAnnounced,
  "urgent-with-director": ownership.urgentWithDirector,
  "copies-sent": ownership.copiesSent,
  "owner-assigned": ownership.ownerAssigned,
  "owner-guarded": ownership.ownerGuarded,
  "roles-per-step": ownership.rolesPerStep,
  "phases-shown": ownership.phasesShown,
  "both-sides-heard": analysis.bothSidesHeard,
  "respondent-approached": analysis.respondentApproached,
  "complainant-asked-more": analysis.complainantAskedMore,
  "category-recorded": analysis.categoryRecorded,
  "cause-recorded": analysis.causeRecorded,
  "three-way-talk-examined": handling.threeWayTalkExamined,
  "three-way-talk-held": handling.threeWayTalkHeld,
  "separate-talks-held": handling.separateTalksHeld,
  "judgment-given": handling.judgmentGiven,
  "solution-put-to-both": handling.solutionPutToBoth,
  "respondent-addressed": handling.respondentAddressed,
  "conditions-set": handling.respondentAddressed,
  "measures-for-respondent": handling.measuresForRespondent,
  "outcome-written-and-approved": feedback.outcomeWrittenAndApproved,
  "outcome-told": feedback.outcomeTold,
  "independent-person": feedback.independentPerson,
  "reason-recorded": feedback.closedOnRecord,
  "four-facts": feedback.closedOnRecord,
  "all-duties-shown": feedback.closedOnRecord,
  "lesson-drawn": learning.lessonDrawn,
  "measure-owned": learning.measureOwned,
  "satisfaction-asked": learning.satisfactionAsked,
};
