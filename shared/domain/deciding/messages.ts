import type { Dossier } from "../dossier.ts";
import type { ComplaintEvent, EventOf } from "../events.ts";
import type { Procedure } from "../procedure.ts";
import { personOf } from "../roles.ts";
import { queue } from "./letters.ts";

/** A message is told to the owner, who answers for the case; not what the owner wrote (B17). The same one is filed once. */
export function messageFiled(
  facts: EventOf<"MessageFiled">["facts"],
  words: NonNullable<EventOf<"MessageFiled">["private"]>,
  dossier: Dossier,
  procedure: Procedure,
): readonly ComplaintEvent[] {
  const { mailId, from, by } = facts;
  if (dossier.messages.some((one) => one.mailId === mailId)) return [];
  const filed: ComplaintEvent = { type: "MessageFiled", facts, private: words };
  const owner = personOf(dossier.owner, procedure, dossier)?.email?.toLowerCase();
  const address = by === undefined ? words.address : (personOf(by, procedure, dossier)?.email ?? "");
  if (from === "staff" && owner === address.toLowerCase()) return [filed];
  // Without a task its link opens the case, which has all of them.
  return [filed, ...queue([{ letter: "message-filed", to: dossier.owner, mailId }], dossier, procedure)];
}
