import { z } from "zod";
import type { Dossier } from "../domain/dossier.ts";
import type { EventOf } from "../domain/events.ts";
import { isStaff } from "../domain/party.ts";
import type { Procedure } from "../domain/procedure.ts";
import { personIdOf } from "../domain/roles.ts";
import type { Instant, ItemStore, Write } from "../ports.ts";
import { troubleToldKey } from "./keys.ts";
import { type PendingTrouble, promise } from "./outbox.ts";

/** What the administrator is to hear of a letter: that an address of a colleague is of no use, or that a reader called it spam. */
export function troublesOf(
  event: EventOf<"LetterRefused" | "LetterReported">,
  at: Instant,
  dossier: Dossier,
  procedure: Procedure,
): readonly Write[] {
  const letter = dossier.letters.find(({ letterId }) => letterId === event.facts.letterId);
  const problem = problemOf(event);
  if (letter === undefined || problem === undefined) return [];
  const { organisation, caseId, number } = dossier;
  const person = isStaff(letter.to) ? personIdOf(letter.to, procedure) : undefined;
  // Whoever is outside is reached otherwise, and their address is nothing that an administrator could correct.
  if (person === undefined && problem !== "spam") return [];
  const troubleId = `${caseId}-${letter.letterId}-${problem}`;
  return [troublePromised({ organisation, troubleId, problem, number, ...(person !== undefined && { person }) }, at)];
}

function problemOf(event: EventOf<"LetterRefused" | "LetterReported">): PendingTrouble["problem"] | undefined {
  if (event.type === "LetterRefused") return event.facts.withheld === true ? undefined : "refused";
  const { what, permanent } = event.facts;
  if (what === "complained") return "spam";
  return what === "bounced" && permanent === true ? "returned" : undefined;
}

/** Promises to tell the administrator. */
export function troublePromised(
  trouble: Pick<PendingTrouble, "organisation" | "troubleId" | "problem" | "person" | "number">,
  at: Instant,
): Write {
  return promise({ what: "trouble", ...trouble, since: at, notBefore: at, attempts: 0 });
}

const told = z.object({ troubleId: z.string() });

/** Which trouble tells the administrator of this address, or this reader, today; `undefined` when none does yet. */
export async function toldToday(
  store: ItemStore,
  organisation: string,
  day: string,
  about: string,
): Promise<string | undefined> {
  const item = await store.get(troubleToldKey(organisation, day, about));
  return item === undefined ? undefined : told.parse(item).troubleId;
}

export const tellsToday = (organisation: string, day: string, about: string, troubleId: string): Write => ({
  put: { ...troubleToldKey(organisation, day, about), troubleId },
  when: "absent",
});
