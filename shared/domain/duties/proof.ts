import type { Instant } from "../../ports.ts";
import type { Happened } from "../dossier.ts";
import type { Text } from "../text.ts";
import { type CaseEnd, howItEnded } from "./case-end.ts";
import { type CaseSoFar, latest } from "./case-so-far.ts";

/** What a case shows of a duty. */
export type Shown =
  | {
      readonly is: "done";
      /** The event that shows it. */
      readonly by: Happened;
      /** When it was done, where that is not when it was recorded. */
      readonly at?: Instant;
      readonly dueAt?: Instant | undefined;
    }
  | {
      readonly is: "waiting";
      /** What it waits for. */
      readonly why: Text;
      readonly dueAt?: Instant | undefined;
      /** Still to come when the case is closed. */
      readonly afterClosing?: boolean;
    }
  | {
      readonly is: "not-applicable";
      readonly why: Text;
      /** From when; a deadline that had passed before then was missed all the same. */
      readonly since?: Instant | undefined;
      readonly dueAt?: Instant | undefined;
    };

/** Judges one duty by what happened alone. */
export type Proof = (the: CaseSoFar) => Shown;

export function done(by: Happened, dueAt?: Instant): Shown {
  return { is: "done", by, dueAt };
}

export function waiting(why: Text, dueAt?: Instant): Shown {
  return { is: "waiting", why, dueAt };
}

export function notApplicable(why: Text): Shown {
  return { is: "not-applicable", why };
}

/** Done once this happened. */
export function when(moment: Happened | undefined, why: Text, dueAt?: Instant): Shown {
  return moment === undefined ? waiting(why, dueAt) : done(moment, dueAt);
}

/** Done once all of it happened. */
export function whenAll(moments: readonly (Happened | undefined)[], why: Text, dueAt?: Instant): Shown {
  return when(moments.includes(undefined) ? undefined : latest(moments), why, dueAt);
}

/** Does not apply any more to a case that ended in one of these ways before it was done. */
export function unlessEnded(the: CaseSoFar, ends: readonly CaseEnd["end"][], shown: Shown): Shown {
  if (shown.is !== "waiting") return shown;
  const ended = howItEnded(the);
  if (ended === undefined || !ends.includes(ended.end)) return shown;
  return { is: "not-applicable", why: ended.why, since: ended.at, dueAt: shown.dueAt };
}
