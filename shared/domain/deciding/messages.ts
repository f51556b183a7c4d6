import type { Instant } from "../../ports.ts";
import type { Dossier } from "../dossier.ts";
import type { ComplaintEvent, EventOf } from "../events.ts";
import type { Procedure } from "../procedure.ts";
import { personOf } from "../roles.ts";
import { ownerSeat } from "../seats.ts";
import { after } from "./decision.ts";
import { queue, type Wanted } from "./letters.ts";
import { toConfirm } from "./mailed-answer.ts";
import { reseat } from "./seating.ts";

/**
 * A message is told to the owner, who answers for the case, or to who stands in; not what the owner wrote (B17). The same one is filed once.
 * It may say whom the complaint is about: then the case changes hands before anybody is told. A colleague who answered a task with it is
 * asked to confirm that.
 */
export function messageFiled(
  facts: EventOf<"MessageFiled">["facts"],
  words: NonNullable<EventOf<"MessageFiled">["private"]>,
  dossier: Dossier,
  procedure: Procedure,
  now: Instant,
): readonly ComplaintEvent[] {
  const { mailId, from, by } = facts;
  if (dossier.messages.some((one) => one.mailId === mailId)) return [];
  const filed: ComplaintEvent = { type: "MessageFiled", facts, private: words };
  const moved = [filed, ...reseat(after(dossier, [filed], now), procedure, now)];
  const then = after(dossier, moved, now);
  const owner = personOf(then.owner, procedure, then)?.email?.toLowerCase();
  const address = by === undefined ? words.address : (personOf(by, procedure, then)?.email ?? "");
  const isOwners = from === "staff" && owner === address.toLowerCase();
  // Without a task its link opens the case, which has all of them.
  const told: Wanted = { letter: "message-filed", to: ownerSeat(then, procedure, now), mailId };
  const wanted = [...(isOwners ? [] : [told]), ...toConfirm(facts, then, procedure, now)];
  return [...moved, ...queue(wanted, then, procedure)];
}
