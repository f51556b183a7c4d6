import type { Instant, Write } from "../ports.ts";
import { inOutbox, type Sendable } from "./outbox.ts";

const minuteMs = 60_000;

/** A mail that is being sent is left alone for this long; only a crash in between lets it be sent again after it. */
const claimedForMs = 5 * minuteMs;

/**
 * A letter of a case is left alone for longer, as is whatever may have gone without our hearing of it: within this time the post tells by
 * itself what it took, and then nothing is sent a second time.
 */
export const uncertainForMs = 30 * minuteMs;

/** Milliseconds after which the post is tried again that could not take something so often: 2, 4, 8, 16 minutes, then every half hour. */
export function patienceMs(attempts: number): number {
  return Math.min(30, 2 ** Math.max(1, attempts)) * minuteMs;
}

/** The marks of a letter of a case that is taken for the first time. */
export function claimedFrom(now: Instant) {
  return { notBefore: later(now, uncertainForMs), attempts: 1 };
}

/** Takes a mail for sending. Fails with ConditionFailed when somebody else just took it, or it is gone. */
export function claim<Mail extends Sendable>(
  mail: Mail,
  now: Instant,
): { readonly taken: Mail; readonly write: Write } {
  const alone = mail.what === "letter" ? uncertainForMs : claimedForMs;
  const taken = { ...mail, notBefore: later(now, alone), attempts: mail.attempts + 1 };
  return { taken, write: { put: inOutbox(taken), when: { attempts: mail.attempts } } };
}

/** Puts a mail that was taken back until a better time. Fails with ConditionFailed when it is gone: the post had it. */
export function postponed(mail: Sendable, now: Instant, fate: "not-sent" | "uncertain"): Write {
  const ms = fate === "uncertain" ? uncertainForMs : patienceMs(mail.attempts);
  const { uncertain: _before, ...rest } = mail;
  const waiting = { ...rest, notBefore: later(now, ms), ...(fate === "uncertain" && { uncertain: true as const }) };
  return { put: inOutbox(waiting), when: { attempts: mail.attempts } };
}

function later(now: Instant, ms: number): Instant {
  return new Date(Date.parse(now) + ms).toISOString();
}
