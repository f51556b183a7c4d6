import type { Instant } from "../../ports.ts";
import type { Dossier } from "../dossier.ts";
import type { Procedure } from "../procedure.ts";
import { ownerSeat } from "../seats.ts";
import { type Decision, done, nothing } from "./decision.ts";
import { queue } from "./letters.ts";

/** The owner hears, once, when the personal data of a closed file will be erased. */
export function announceErasure(eraseAt: Instant, dossier: Dossier, procedure: Procedure, now: Instant): Decision {
  const { announcedFor, held, erasedAt } = dossier.erasure;
  const settled = announcedFor !== undefined || held !== undefined || erasedAt !== undefined;
  if (dossier.status !== "closed" || settled) return nothing;
  const letter = { letter: "erasure-announced" as const, to: ownerSeat(dossier, procedure, now) };
  return done([{ type: "ErasureAnnounced", facts: { eraseAt }, private: {} }, ...queue([letter], dossier, procedure)]);
}

/** Nothing personal is left; recorded once. */
export function recordErasure(dossier: Dossier): Decision {
  if (dossier.status !== "closed" || dossier.erasure.erasedAt !== undefined) return nothing;
  return done([{ type: "PersonalDataErased", facts: {}, private: {} }]);
}
