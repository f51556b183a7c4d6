import type { Instant } from "../../ports.ts";
import type { Happened } from "../dossier.ts";
import type { ComplaintEvent } from "../events.ts";
import { replay } from "../evolve.ts";
import type { Duty, Procedure } from "../procedure.ts";
import type { Text } from "../text.ts";
import type { CaseSoFar } from "./case-so-far.ts";
import type { Shown } from "./proof.ts";
import { proofs } from "./proofs.ts";

/** How one duty of the written procedure stands in a case. */
export interface DutyEntry {
  readonly id: string;
  readonly text: Text;
  /** Where the written procedure says so. */
  readonly section: Text;
  /** `late`: carried out after its moment, or not carried out when its moment passed or the case was closed. */
  readonly status: "met" | "late" | "open" | "not-applicable";
  /** When it was carried out. */
  readonly at?: Instant | undefined;
  readonly dueAt?: Instant | undefined;
  /** The event that shows it, by its place in the history of the case. */
  readonly event?: { readonly version: number; readonly type: ComplaintEvent["type"] } | undefined;
  /** Why it does not apply, or what it waits for. */
  readonly why?: Text | undefined;
}

const closedWithout: Text = {
  nl: "De zaak is gesloten zonder dat dit is gebeurd.",
  en: "The case was closed without this.",
};

/** Every duty of the procedure as this case shows it at a moment, from its events alone: nobody ticks boxes (B12). Empty for other files. */
export function dutyLedger(events: readonly Happened[], procedure: Procedure, now: Instant): readonly DutyEntry[] {
  const the: CaseSoFar = { events, dossier: replay(events), procedure, now };
  if (the.dossier.matter.kind !== "complaint") return [];
  return procedure.duties.map((duty) => entry(duty, proofs[duty.proof](the), the));
}

function entry({ id, text, section }: Duty, shown: Shown, { dossier, now }: CaseSoFar): DutyEntry {
  const { dueAt } = shown;
  const missedBy = (moment: Instant | undefined) => dueAt !== undefined && moment !== undefined && moment > dueAt;
  const known = { id, text, section, ...(dueAt !== undefined && { dueAt }) };
  switch (shown.is) {
    case "done": {
      const { version, event } = shown.by;
      const at = shown.at ?? shown.by.at;
      return { ...known, status: missedBy(at) ? "late" : "met", at, event: { version, type: event.type } };
    }
    case "waiting": {
      const { why } = shown;
      if (dossier.status === "closed" && shown.afterClosing !== true)
        return { ...known, status: "late", why: closedWithout };
      return { ...known, status: missedBy(now) ? "late" : "open", why };
    }
    case "not-applicable":
      return { ...known, status: missedBy(shown.since) ? "late" : "not-applicable", why: shown.why };
  }
}
