import { z } from "zod";
import { begun, event, moment } from "./event.ts";
import { measureFacts, measureWords, reviewFacts, reviewWords, signalFacts, signalWords } from "./matter.ts";
import { party } from "./party.ts";

/** A measure was agreed: it has an owner and a date, or it does not exist (A28). */
export const measureAgreed = event("MeasureAgreed", { ...begun, ...measureFacts }, measureWords);

/** Complaints make a pattern that somebody should look into (B36). */
export const signalRaised = event("SignalRaised", { ...begun, ...signalFacts }, signalWords);

/** The look back on a period began, with the overview of it (A25, B33). */
export const reviewStarted = event("ReviewStarted", { ...begun, ...reviewFacts }, reviewWords);

/** A complaint that it tells of turned out to be about this colleague too: it is kept from them from now on. */
export const colleagueShielded = event("ColleagueShielded", {}, { person: z.string() });

/** The owner was told that personal data of this file will be erased at that moment. */
export const erasureAnnounced = event("ErasureAnnounced", { eraseAt: moment }, {});
/** Personal data are kept, for a reason; without `until` until somebody lifts it. `until` is a local date. */
export const erasureHeld = event("ErasureHeld", { by: party, until: z.iso.date().optional() }, { reason: z.string() });
/** Nothing keeps the personal data any more. */
export const holdLifted = event("HoldLifted", { by: party }, {});
/** Nothing personal is left of the file. */
export const personalDataErased = event("PersonalDataErased", {}, {});

/** The complainant was told what came of a measure, as they wished; `measureId` is the case id of its file. */
export const measureTold = event(
  "MeasureTold",
  { measureId: z.string(), measureNumber: z.string() },
  { text: z.string() },
);
