import { deliverAnswer } from "../../shared/cases/deliver-answer.ts";
import { deliverDigest } from "../../shared/cases/deliver-digest.ts";
import { type DeliverLettersDependencies, deliverLetters } from "../../shared/cases/deliver-letters.ts";
import { deliverSignIn } from "../../shared/cases/deliver-sign-in.ts";
import { deliverTrouble } from "../../shared/cases/deliver-trouble.ts";
import { lookAgain } from "../../shared/cases/look-again.ts";
import { type ReceiveMailDependencies, receiveMail } from "../../shared/cases/receive-mail.ts";
import { settleMail } from "../../shared/cases/settle-mail.ts";
import { startCase } from "../../shared/cases/start-case.ts";
import { startSideTask } from "../../shared/cases/start-side-tasks.ts";
import { shieldRespondent } from "../../shared/learning/shield-respondent.ts";
import { tellWhatWeDid } from "../../shared/learning/tell-what-we-did.ts";
import { PostUnavailable, PostUncertain } from "../../shared/ports.ts";
import { everyPending, kept, type Pending, type Sendable } from "../../shared/store/outbox.ts";

export interface SweepDependencies extends ReceiveMailDependencies, DeliverLettersDependencies {
  /** Milliseconds that a promise may be young: whoever made it is probably still at it. */
  readonly graceMs: number;
}

/** Some promises could not be kept this time; each was tried. The next sweep tries again. */
export class SweepIncomplete extends Error {
  override readonly name = "SweepIncomplete";
}

/** Does everything again that was promised in a transaction and has not been seen done. @throws {SweepIncomplete} */
export async function sweep(_event: unknown, dependencies: SweepDependencies): Promise<void> {
  const { cases, graceMs } = dependencies;
  const until = new Date(Date.parse(cases.now()) - graceMs).toISOString();
  const failed: string[] = [];
  let postSilent = 0;
  for (const { id } of cases.procedures) {
    for await (const entry of everyPending(cases.items, id, until, () => failed.push("unreadable"))) {
      if (isMail(entry) && (postSilent >= postAskedAtMost || entry.notBefore > cases.now())) continue;
      try {
        await keep(entry, dependencies);
        if (isMail(entry)) postSilent = 0;
      } catch (error) {
        failed.push(`${entry.what}: ${error instanceof Error ? error.name : "unknown"}`);
        if (error instanceof PostUnavailable || error instanceof PostUncertain) postSilent += 1;
      }
    }
  }
  if (failed.length > 0) throw new SweepIncomplete(failed.join(", "));
}

/** A post that keeps silent takes its time for every letter, and a sweep has other things to do again. The next one asks anew. */
const postAskedAtMost = 3;

function isMail(entry: Pending): entry is Sendable {
  return "notBefore" in entry;
}

async function keep(entry: Pending, dependencies: SweepDependencies): Promise<void> {
  switch (entry.what) {
    case "letter":
      return deliverLetters(entry.organisation, entry.caseId, dependencies);
    case "sign-in":
      return deliverSignIn(entry.organisation, entry.signInId, dependencies);
    case "digest":
      return deliverDigest(entry, dependencies);
    case "trouble":
      return deliverTrouble(entry.organisation, entry.troubleId, dependencies);
    case "telling":
      return tellWhatWeDid(entry, dependencies);
    case "shielding":
      return shieldRespondent(entry, dependencies);
    case "settling":
      return settleMail(entry, dependencies);
    case "start":
      return startCase(entry, dependencies);
    case "side-task":
      return startSideTask(entry, dependencies);
    case "answer":
      return deliverAnswer(entry, dependencies);
    case "mail":
      return receiveMail({ ...entry, receivedAt: entry.since }, dependencies);
    case "notice":
      await lookAgain(entry.mailId, dependencies.cases.procedure(entry.organisation), dependencies);
      return dependencies.cases.items.transact([kept(entry)]);
  }
}
