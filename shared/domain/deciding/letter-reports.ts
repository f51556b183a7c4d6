import type { Instant } from "../../ports.ts";
import type { Dossier, Letter } from "../dossier.ts";
import type { ComplaintEvent } from "../events.ts";
import type { LetterKind } from "../letter-kinds.ts";
import { cameBack, type LetterReport, statusReported } from "../letter-status.ts";
import { isStaff } from "../party.ts";
import type { Procedure } from "../procedure.ts";
import { personOf } from "../roles.ts";
import { ownerSeat } from "../seats.ts";
import { after, type Decision, done, nothing } from "./decision.ts";
import { bringOver, queue } from "./letters.ts";
import { toStandIn } from "./stand-in.ts";

/** How a letter is called on its way. */
export interface LetterIds {
  readonly providerMessageId: string;
  /** As its reader sees it, without angle brackets. */
  readonly messageId?: string | undefined;
}

/** What the post tells of a letter. `sent`: it took the letter, which we may not have heard in the answer to our sending. */
export interface PostReport extends Partial<LetterIds> {
  readonly what: LetterReport["what"] | "sent";
  /** Of what came back: that it will never arrive. */
  readonly permanent?: boolean | undefined;
  /** The provider's own word or status code for it. No personal data. */
  readonly code?: string | undefined;
  /** Where it came back from; where we would write to now, when it is not said. */
  readonly address?: string | undefined;
}

/** Our mail provider took it. Whoever says so first is believed. */
export function letterSent(letterId: string, ids: LetterIds, dossier: Dossier): Decision {
  return mailed(letterId, dossier)?.status === "queued" ? done([sent(letterId, ids)]) : nothing;
}

/** Our mail provider will never take it; or it was not offered, and then nobody is to have it. */
export function letterRefused(
  letterId: string,
  withheld: boolean,
  dossier: Dossier,
  procedure: Procedure,
  now: Instant,
): Decision {
  const letter = mailed(letterId, dossier);
  if (letter?.status !== "queued") return nothing;
  const facts = { letterId, ...(withheld && { withheld }) };
  const refused: ComplaintEvent = { type: "LetterRefused", facts, private: {} };
  if (withheld && isStaff(letter.to)) return done([refused]);
  return done([refused, ...notArrived(letter, after(dossier, [refused], now), procedure, now)]);
}

/** A letter that comes back for good is treated as one that was refused, with the same deadline (B9); of the rest it is kept what was told. */
export function letterReported(
  letterId: string,
  report: PostReport,
  dossier: Dossier,
  procedure: Procedure,
  now: Instant,
): Decision {
  const letter = mailed(letterId, dossier);
  if (letter === undefined || dossier.erasure.erasedAt !== undefined) return nothing;
  // That the post speaks of it shows that it has it.
  const { providerMessageId = report.messageId ?? "", messageId } = report;
  const marked = letter.status === "queued" ? [sent(letterId, { providerMessageId, messageId })] : [];
  const { what, permanent, code } = report;
  if (what === "sent") return done(marked);
  if (letter.reports.some((one) => one.what === what && one.permanent === permanent)) return done(marked);
  const address = report.address ?? personOf(letter.to, procedure, dossier)?.email;
  const reported: ComplaintEvent = {
    type: "LetterReported",
    facts: { letterId, what, ...(permanent !== undefined && { permanent }), ...(code !== undefined && { code }) },
    private: { ...(what === "bounced" && address !== undefined && { address }) },
  };
  const events = [...marked, reported];
  const isDone = cameBack(letter) || letter.status === "brought";
  if (statusReported({ what, permanent }) !== "bounced" || isDone) return done(events);
  return done([...events, ...notArrived(letter, after(dossier, events, now), procedure, now)]);
}

function sent(letterId: string, { providerMessageId, messageId }: LetterIds): ComplaintEvent {
  const facts = { letterId, providerMessageId, ...(messageId !== undefined && { messageId }) };
  return { type: "LetterSent", facts, private: {} };
}

/** What goes by post is a colleague's to bring over; the mail provider has nothing to say of it. */
function mailed(letterId: string, { letters }: Dossier): Letter | undefined {
  return letters.find((one) => one.letterId === letterId && one.by === "mail");
}

/**
 * What should be in writing and does not arrive by mail is brought over otherwise (B9, B27). A question that did not arrive is asked by the
 * owner. What a colleague did not get goes to who takes their place.
 */
function notArrived(letter: Letter, dossier: Dossier, procedure: Procedure, now: Instant): readonly ComplaintEvent[] {
  if (isStaff(letter.to)) return toStandIn(letter, dossier, procedure, now);
  if (isTooLate(letter.letter, dossier)) return [];
  const task = dossier.tasks.find(({ taskId }) => taskId === letter.taskId);
  if (task === undefined) return [bringOver(letter.letterId, dossier.sideTasks.length + 1)];
  // Nobody needs a question any more that was answered or given away.
  if (task.status !== "open" || task.assignee !== letter.to) return [];
  return givenToOwner(task.taskId, dossier, procedure, now);
}

/** What somebody cannot be mailed, the owner asks them (B24). */
export function givenToOwner(
  taskId: string,
  dossier: Dossier,
  procedure: Procedure,
  now: Instant,
): readonly ComplaintEvent[] {
  const to = ownerSeat(dossier, procedure, now);
  const given: ComplaintEvent = { type: "TaskHandedOver", facts: { taskId, to, because: "away" }, private: {} };
  return [given, ...queue([{ letter: "task", to, taskId }], dossier, procedure)];
}

/** News of a complaint that was withdrawn meanwhile. */
function isTooLate(letter: LetterKind, { withdrawn }: Dossier): boolean {
  return withdrawn !== undefined && (letter === "copy" || letter === "talk-invitation-respondent");
}
