import type { DutyEntry } from "../../shared/domain/duties/ledger.ts";
import type { SealedEvent } from "../../shared/domain/seal.ts";
import type { Language } from "../../shared/domain/text.ts";
import type { ExampleLetter } from "../../shared/letters/examples.ts";
import type { Instant } from "../../shared/ports.ts";
import type { CaseRow, ExecutionRow, IntakeRow } from "./dependencies.ts";

/*
 * What scripts get. Field names and types are a contract (architecture, "Embedded edition"), so each list names its
 * fields: a field more in our own rows must not appear here by itself.
 */

export function clockJson(now: Instant, nextAlarm: Instant | undefined) {
  return { now, nextAlarm: nextAlarm ?? null };
}

export function executionJson({ id, machine, caseId, status, states }: ExecutionRow) {
  return { id, machine, caseId, status, states };
}

export function intakeJson(row: IntakeRow) {
  const { id, receivedAt, from, to, subject, bytes, disposition } = row;
  return { id, receivedAt, from, to, subject, bytes, disposition, caseId: row.caseId ?? null };
}

export function caseJson(row: CaseRow) {
  const { id, number, organisation, status, phase, registeredAt } = row;
  // The holder of a role is told by that role; whoever acts instead by their own code.
  const owner = row.owner.replace(/^role:/u, "");
  return { id, number, organisation, status, phase, owner, registeredAt, closedAt: row.closedAt ?? null };
}

/** How one duty stands; `text` in the language that was asked for, `event` the one that shows it. */
export function dutyJson({ id, status, at, dueAt, event, text }: DutyEntry, language: Language) {
  return { id, status, at: at ?? null, dueAt: dueAt ?? null, event: event ?? null, text: text[language] };
}

export function exampleLetterJson({ kind, to, rendered: { subject, text, html } }: ExampleLetter) {
  return { kind, to, subject, text, html };
}

/** One event of a dossier; the hashes are there so that a script can check the chain. */
export function eventJson({ version, at, event, salt, privateHash, prevHash, hash }: SealedEvent) {
  return {
    version,
    at,
    type: event.type,
    facts: event.facts,
    private: event.private,
    salt,
    privateHash,
    prevHash,
    hash,
  };
}
