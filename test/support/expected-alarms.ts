import type { OpenTask } from "../../shared/domain/dossier.ts";
import type { TaskKindId } from "../../shared/domain/tasks/task-kind.ts";
import { lastOpening, monthsLater, nextOpen, opening, wall, weeksLater } from "./dutch-calendar.ts";

/** What should ring, and when, as milliseconds; written from the rules, not from the product. */
export interface ExpectedAlarm {
  readonly id: string;
  readonly at: number;
}

const day = 86_400_000;
const iso = (ms: number) => new Date(ms).toISOString();
const soonestFirst = (a: ExpectedAlarm, b: ExpectedAlarm) => a.at - b.at || (a.id < b.id ? -1 : 1);

/** Kinds that nobody has to answer, and kinds that cannot wait. */
const silent: readonly TaskKindId[] = [
  "report-form",
  "talk-result",
  "choose-after-advice",
  "statement",
  "reply-to-account",
  "answer-question",
  "consent-to-talk",
  "confirm-agreement",
  "react",
  "rank-independents",
  "independent-advice",
  "satisfaction",
];
const hurried: readonly TaskKindId[] = [
  "complete-registration",
  "decide-urgently",
  "first-response",
  "announce-delay",
  "send-by-post",
];

/** The ladder of one task. */
export function expectedLadder({ taskId, kind, openedAt, dueAt, onBehalfOf }: OpenTask): readonly ExpectedAlarm[] {
  const [opened, due] = [Date.parse(openedAt), Date.parse(dueAt)];
  const halfTime = nextOpen(opened + Math.floor((due - opened) / 2));
  const rung = (name: string, at: number) => ({ id: `${taskId}:${name}`, at });
  // A colleague who should ask somebody without a mail address is chased as for any task.
  if (silent.includes(kind) && onBehalfOf === undefined) {
    const reminded = kind !== "report-form" && halfTime < due;
    return [...(reminded ? [rung("half-time", halfTime)] : []), rung("expired", due)];
  }
  const lastDay = lastOpening(due);
  return [
    ...(halfTime < lastDay ? [rung("half-time", halfTime)] : []),
    ...(lastDay > opened ? [rung("last-working-day", lastDay)] : []),
    rung("deadline", due),
    ...(hurried.includes(kind) ? [] : [2, 4, 6].map((days) => rung(`chase-${days / 2}`, opening(due, days)))),
    rung("expired", opening(due, hurried.includes(kind) ? 1 : 8)),
  ].toSorted(soonestFirst);
}

/** The terms of a whole case with a receipt in a day, a response in a week and an outcome in a month, as they move. */
export class ExpectedTerms {
  readonly #start: number;
  readonly #rung = new Set<string>();
  readonly stopped = new Set<"receipt" | "response" | "decision">();
  #due: number;
  #movedAt: number | undefined;
  #pausedUntil = 0;

  constructor(start: number) {
    this.#start = start;
    this.#due = monthsLater(start, 1);
  }

  /** When the outcome is due now. */
  get due(): number {
    return this.#due;
  }

  isPaused(now: number): boolean {
    return now < this.#pausedUntil;
  }

  /** The outcome comes at closing time of a day. */
  delay(now: number, until: number): void {
    this.#due = until;
    this.#movedAt = now;
    // A promised date stands, whatever stood still before it was promised.
    this.#counted = false;
  }
  #counted = true;

  pause(now: number, until: number): void {
    this.#due += until - now;
    this.#movedAt = now;
    this.#pausedUntil = until;
    this.#counted = true;
  }

  restart(now: number): void {
    if (this.#counted) this.#due -= this.#pausedUntil - now;
    this.#movedAt = now;
    this.#pausedUntil = now;
  }

  rang(id: string): void {
    this.#rung.add(id);
  }

  hasRung(id: string): boolean {
    return this.#rung.has(id);
  }

  /** Everything that may ring of the terms, as they are. */
  alarms(): readonly ExpectedAlarm[] {
    const response = weeksLater(this.#start, 1);
    const moved = this.#due === monthsLater(this.#start, 1) ? "" : `@${iso(this.#due)}`;
    const warning = { id: `case:decision:1${moved}`, at: opening(this.#due, -5) };
    // Whoever moved the date was warned already; a warning that would have come before that is left out.
    const warned = [...this.#rung].some((id) => id.startsWith("case:decision:1"));
    const isOld = warned && this.#movedAt !== undefined && warning.at <= this.#movedAt;
    const terms = {
      receipt: [{ id: "case:receipt:1", at: this.#start + day }],
      response: [
        { id: "case:response:1", at: opening(response, -1) },
        { id: "case:response:2", at: response },
      ],
      decision: [...(isOld ? [] : [warning]), { id: `case:decision:2${moved}`, at: this.#due }],
    };
    return (["receipt", "response", "decision"] as const).flatMap((id) => (this.stopped.has(id) ? [] : terms[id]));
  }

  /** What must ring at a moment through a task, in order: what came due and did not ring, up to the end of the task. */
  ringing(task: OpenTask, now: number): readonly ExpectedAlarm[] {
    const all = [...expectedLadder(task), ...this.alarms()].filter(({ id, at }) => at <= now && !this.#rung.has(id));
    const inOrder = all.toSorted(soonestFirst);
    const end = inOrder.findIndex(({ id }) => id.endsWith(":expired"));
    return end < 0 ? inOrder : inOrder.slice(0, end + 1);
  }
}

/** Closing time of the day that the wall shows so many days after a moment. */
export function closingAfter(ms: number, days: number): { readonly date: string; readonly at: number } {
  const midnight = Math.floor(wall(ms) / day) * day + days * day;
  const date = iso(midnight).slice(0, 10);
  // Clocks change at night, so the offset of noon is that of closing time.
  const noon = midnight + 12 * 3_600_000;
  const offset = wall(noon - 3_600_000) - (noon - 3_600_000);
  return { date, at: midnight + 17 * 3_600_000 - offset };
}
