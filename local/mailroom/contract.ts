import type { SealedEvent } from "../../shared/domain/seal.ts";
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
  const { id, number, organisation, status, phase, owner, registeredAt } = row;
  return { id, number, organisation, status, phase, owner, registeredAt, closedAt: row.closedAt ?? null };
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
