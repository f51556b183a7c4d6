import type { LetterKind } from "../domain/letter-kinds.ts";
import { caseWarning } from "./case-warning.ts";
import { closing } from "./closing.ts";
import { confirmAnswer } from "./confirm-answer.ts";
import type { LetterContent } from "./content.ts";
import { copy } from "./copy.ts";
import { copyInside } from "./copy-inside.ts";
import { delay } from "./delay.ts";
import { delayRespondent } from "./delay-respondent.ts";
import { delayUnknown } from "./delay-unknown.ts";
import { delayUnknownRespondent } from "./delay-unknown-respondent.ts";
import { erasureAnnounced } from "./erasure-announced.ts";
import { escalation } from "./escalation.ts";
import { handedOver } from "./handed-over.ts";
import type { LetterContext } from "./letter-context.ts";
import { messageFiled } from "./message-filed.ts";
import { outcome } from "./outcome.ts";
import { outcomeClient } from "./outcome-client.ts";
import { outcomeInside } from "./outcome-inside.ts";
import { outcomeRespondent } from "./outcome-respondent.ts";
import { overdue } from "./overdue.ts";
import { ownerAssigned } from "./owner-assigned.ts";
import { question } from "./question.ts";
import { questionReminder } from "./question-reminder.ts";
import { receipt } from "./receipt.ts";
import { referral } from "./referral.ts";
import { reminder } from "./reminder.ts";
import { reopened } from "./reopened.ts";
import { reopenedRespondent } from "./reopened-respondent.ts";
import { takenOver } from "./taken-over.ts";
import { talkInvitation } from "./talk-invitation.ts";
import { talkInvitationRespondent } from "./talk-invitation-respondent.ts";
import { task } from "./task.ts";
import { withdrawn } from "./withdrawn.ts";
import { withdrawnInside } from "./withdrawn-inside.ts";
import { withdrawnRespondent } from "./withdrawn-respondent.ts";
import { youSaidWeDid } from "./you-said-we-did.ts";

/** What each kind of letter says. */
export const letters: { readonly [Kind in LetterKind]: (context: LetterContext) => LetterContent } = {
  receipt,
  task,
  reminder,
  overdue,
  escalation,
  "taken-over": takenOver,
  "handed-over": handedOver,
  "case-warning": caseWarning,
  "owner-assigned": ownerAssigned,
  question,
  "question-reminder": questionReminder,
  copy,
  "copy-inside": copyInside,
  "talk-invitation": talkInvitation,
  "talk-invitation-respondent": talkInvitationRespondent,
  delay,
  "delay-respondent": delayRespondent,
  "delay-unknown": delayUnknown,
  "delay-unknown-respondent": delayUnknownRespondent,
  outcome,
  "outcome-respondent": outcomeRespondent,
  "outcome-client": outcomeClient,
  "outcome-inside": outcomeInside,
  referral,
  withdrawn,
  "withdrawn-respondent": withdrawnRespondent,
  "withdrawn-inside": withdrawnInside,
  closing,
  reopened,
  "reopened-respondent": reopenedRespondent,
  "message-filed": messageFiled,
  "confirm-answer": confirmAnswer,
  "you-said-we-did": youSaidWeDid,
  "erasure-announced": erasureAnnounced,
};
