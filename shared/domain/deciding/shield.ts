import type { Instant } from "../../ports.ts";
import type { Dossier } from "../dossier.ts";
import type { ComplaintEvent } from "../events.ts";
import { shieldedIn } from "../matter.ts";
import type { Procedure } from "../procedure.ts";
import { somebodyIsLeft } from "../seats.ts";
import { after, type Decision, done, nothing } from "./decision.ts";
import { reseat } from "./seating.ts";

/**
 * Keeps a file that is no complaint from a colleague whom a complaint behind it turned out to be about; what they had in it goes to the next
 * in line. Nothing changes where nobody would be left to do it.
 */
export function shield(person: string, dossier: Dossier, procedure: Procedure, now: Instant): Decision {
  const { matter, erasure, status } = dossier;
  // Once erased there is nothing left to keep from anybody, and no name comes in any more.
  if (matter.kind === "complaint" || erasure.erasedAt !== undefined) return nothing;
  const isKept = shieldedIn(matter).includes(person);
  if (isKept || !somebodyIsLeft(dossier, procedure, [person])) return nothing;
  const kept: ComplaintEvent = { type: "ColleagueShielded", facts: {}, private: { person } };
  // In a closed file nobody has anything to do any more.
  return done(status === "closed" ? [kept] : [kept, ...reseat(after(dossier, [kept], now), procedure, now)]);
}
