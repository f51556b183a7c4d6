import { isToTell } from "../domain/deciding/tell-measure.ts";
import type { Dossier } from "../domain/dossier.ts";
import type { EventOf } from "../domain/events.ts";
import type { Procedure } from "../domain/procedure.ts";
import type { SealedEvent } from "../domain/seal.ts";
import type { Secrets, Write } from "../ports.ts";
import { caseKey, claimKey } from "./keys.ts";
import { linkItem } from "./links.ts";
import { promise } from "./outbox.ts";
import { claimedFrom } from "./patience.ts";
import { troublesOf } from "./troubles.ts";

/**
 * What must be written together with an event, so that the world outside hears of it: a letter with its link, a start or an answer for the
 * state machine, the places where a case can be found by.
 */
export function promisesOf(
  { event, at, version }: SealedEvent,
  dossier: Dossier,
  procedure: Procedure,
  secrets: Secrets,
  lettersAreMine: boolean,
): readonly Write[] {
  const { organisation, caseId } = dossier;
  const common = { organisation, caseId, since: at };
  switch (event.type) {
    case "ComplaintRegistered":
      return [promise({ ...common, what: "start", machine: "complaint" }), ...foundBy(event.facts)];
    case "MeasureAgreed":
      return [promise({ ...common, what: "start", machine: "measure" }), ...foundBy(event.facts)];
    case "SignalRaised":
    case "MailHeld":
      // Its one task runs in a machine of its own.
      return foundBy(event.facts);
    case "ReviewStarted":
      return [promise({ ...common, what: "start", machine: "review" }), ...foundBy(event.facts)];
    case "LetterQueued": {
      // A colleague brings it over; there is nothing to mail.
      if (event.facts.by === "post") return [];
      const secret = secrets.linkSecret();
      const claim = lettersAreMine ? claimedFrom(at) : { notBefore: at, attempts: 0 };
      const letter = { ...event.facts, version, secret, ...claim };
      return [
        promise({ ...common, what: "letter", ...letter }),
        { put: linkItem(secret, dossier, event.facts, procedure) },
      ];
    }
    case "LetterSent":
      return [letterKept(event.facts.letterId, dossier), ...threadOf(event.facts, dossier)];
    case "LetterRefused":
      return [letterKept(event.facts.letterId, dossier), ...troublesOf(event, at, dossier, procedure)];
    case "LetterReported":
      return troublesOf(event, at, dossier, procedure);
    case "TaskAnswered": {
      const { taskId, outcome } = event.facts;
      const answer = promise({ ...common, what: "answer", taskId, outcome });
      if (event.facts.kind === "look-at-mail") return [answer, promise({ ...common, what: "settling", taskId })];
      return isToTell(event.facts) ? [answer, promise({ ...common, what: "telling", taskId })] : [answer];
    }
    case "TaskCancelled":
      return [promise({ ...common, what: "answer", taskId: event.facts.taskId, outcome: "withdrawn" })];
    case "SideTaskRequested":
      return [promise({ ...common, what: "side-task", ...event.facts })];
    case "RespondentNamed": {
      const { respondent, colleague } = event.facts;
      return colleague === true ? [promise({ ...common, what: "shielding", respondent })] : [];
    }
    case "ComplainantIdentified":
    case "ClientNamed":
    case "IndependentFound":
    case "OwnerAssigned":
    case "TaskOpened":
    case "TaskExpired":
    case "TaskHandedOver":
    case "AlarmRang":
    case "DelayAnnounced":
    case "ClockStopped":
    case "ClockRestarted":
    case "MessageFiled":
    case "MailJoined":
    case "CaseWithdrawn":
    case "CaseClosed":
    case "CaseReopened":
    case "ErasureAnnounced":
    case "ErasureHeld":
    case "HoldLifted":
    case "PersonalDataErased":
    case "ColleagueShielded":
    case "MeasureTold":
      return [];
  }
}

function letterKept(letterId: string, { organisation, caseId }: Dossier): Write {
  return { delete: caseKey(organisation, caseId, `LETTER#${letterId}`) };
}

/** An answer to a letter of ours names its id: mostly the provider's with a host behind it, by which it is looked up, else the whole. */
function threadOf(
  { letterId, providerMessageId, messageId = providerMessageId }: EventOf<"LetterSent">["facts"],
  { organisation, caseId }: Dossier,
): readonly Write[] {
  const isFound = messageId === providerMessageId || messageId.startsWith(`${providerMessageId}@`);
  const ids = [providerMessageId, ...(isFound ? [] : [messageId])].filter((id) => id !== "");
  return ids.map((id) => ({ put: { ...claimKey("THREAD", organisation, id), caseId, letterId } }));
}

/** A file is found by the address that replies go to, and by its number. */
function foundBy({
  organisation,
  caseId,
  replyKey,
  number,
}: Readonly<Record<"organisation" | "caseId" | "replyKey" | "number", string>>): readonly Write[] {
  return [
    { put: { ...claimKey("REPLY", organisation, replyKey), caseId }, when: "absent" },
    { put: { ...claimKey("NUMBER", organisation, number), caseId }, when: "absent" },
  ];
}
