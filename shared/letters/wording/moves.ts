import { dueAt } from "../../domain/clocks.ts";
import type { Delay, Dossier, Pause } from "../../domain/dossier.ts";
import type { Procedure } from "../../domain/procedure.ts";
import type { Instant } from "../../ports.ts";

/** One change of the date of the outcome: it was announced, or its clock was stopped or set going again. */
export interface Move {
  readonly how: "announced" | "stopped" | "restarted";
  readonly at: Instant;
  readonly from: Instant;
  readonly to: Instant;
  readonly reason: string;
}

type Clock = Pick<Dossier, "delays" | "pauses">;
interface Step {
  readonly at: Instant;
  readonly how: Move["how"];
  readonly reason: string;
  readonly apply: (clock: Clock) => Clock;
}

/** Every change of the date of the outcome (B22), oldest first, with the date as it was then and as it became. */
export function movesOf(dossier: Dossier, procedure: Procedure): readonly Move[] {
  const due = (clock: Clock) => dueAt("decision", { ...dossier, ...clock }, procedure);
  const moves: Move[] = [];
  let clock: Clock = { delays: [], pauses: [] };
  for (const { at, how, reason, apply } of stepsOf(dossier)) {
    const next = apply(clock);
    moves.push({ how, at, from: due(clock), to: due(next), reason });
    clock = next;
  }
  return moves;
}

function stepsOf({ delays, pauses }: Clock): readonly Step[] {
  return [...delays.map(announced), ...pauses.flatMap((pause) => [stopped(pause), ...restarted(pause)])].toSorted(
    (a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0),
  );
}

function announced(delay: Delay): Step {
  const apply = ({ delays, pauses }: Clock) => ({ delays: [...delays, delay], pauses });
  return { at: delay.at, how: "announced", reason: delay.reason, apply };
}

/** A clock that was set going again had first been stopped until a later day. */
function stopped({ restarted: ended, ...pause }: Pause): Step {
  const until = ended?.instead ?? pause.until;
  const apply = ({ delays, pauses }: Clock) => ({ delays, pauses: [...pauses, { ...pause, until }] });
  return { at: pause.from, how: "stopped", reason: pause.reason, apply };
}

function restarted(pause: Pause): readonly Step[] {
  if (pause.restarted === undefined) return [];
  const { at, reason } = pause.restarted;
  const apply = ({ delays, pauses }: Clock) => ({ delays, pauses: [...pauses.slice(0, -1), pause] });
  return [{ at, how: "restarted", reason, apply }];
}
