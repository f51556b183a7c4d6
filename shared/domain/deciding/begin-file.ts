import type { Instant } from "../../ports.ts";
import type { Dossier } from "../dossier.ts";
import type { ComplaintEvent } from "../events.ts";
import { replay } from "../evolve.ts";
import type { Matter } from "../matter.ts";
import type { Procedure } from "../procedure.ts";
import { isInvolved, isInvolvedParty, isNamedIn, type Seat, seatOf } from "../seats.ts";
import type { TaskKindId } from "../tasks/task-kind.ts";
import { ownerAssigned } from "./seating.ts";

/** What a file other than a complaint is about. */
export type NewMatter = Exclude<Matter, { readonly kind: "complaint" }>;

/** What every file is known by. */
export interface Identity {
  readonly caseId: string;
  readonly number: string;
  readonly replyKey: string;
}

/** What happens first of all in a new file that is no complaint; it has an owner from the first moment (A28, B16). */
export function beginFile(
  matter: NewMatter,
  identity: Identity,
  procedure: Procedure,
  now: Instant,
): readonly ComplaintEvent[] {
  const first = firstEvent(matter, {
    organisation: procedure.id,
    ...identity,
    procedureVersion: procedure.version,
    language: procedure.house.language,
  });
  const dossier = replay([{ version: 1, at: now, event: first }]);
  const { intake, learning } = procedure.responsibilities;
  const role = matter.kind === "mail" ? intake : learning;
  const named = matter.kind === "measure" ? matter.measure.owner : undefined;
  const owner: Seat =
    named === undefined || isInvolvedParty(named, dossier, procedure)
      ? seatOf(role, dossier, procedure, now)
      : { party: named };
  const kind = asks[matter.kind];
  const asked: readonly ComplaintEvent[] =
    kind === undefined ? [] : [{ type: "SideTaskRequested", facts: { kind, sideTaskId: "side-1" }, private: {} }];
  return [first, ownerAssigned(role, owner), ...asked];
}

/** The one task of a file that has no path of its own. */
const asks: { readonly [Kind in NewMatter["kind"]]?: TaskKindId } = {
  signal: "look-into-signal",
  mail: "look-at-mail",
};

interface Begun extends Identity {
  readonly organisation: string;
  readonly procedureVersion: number;
  readonly language: Dossier["language"];
}

function firstEvent(matter: NewMatter, begun: Begun): ComplaintEvent {
  switch (matter.kind) {
    case "measure": {
      const { text, why, shielded, ...facts } = matter.measure;
      const words = { text, ...(why !== undefined && { why }), shielded };
      return { type: "MeasureAgreed", facts: { ...begun, ...facts }, private: words };
    }
    case "signal": {
      const { what, shielded, ...facts } = matter.signal;
      const words = { ...(what !== undefined && { what }), shielded };
      return { type: "SignalRaised", facts: { ...begun, ...facts }, private: words };
    }
    case "review": {
      const { shielded, ...facts } = matter.review;
      return { type: "ReviewStarted", facts: { ...begun, ...facts }, private: { shielded } };
    }
    case "mail": {
      const { from, subject, text, shielded, others: _none, ...facts } = matter.mail;
      return { type: "MailHeld", facts: { ...begun, ...facts }, private: { from, subject, text, shielded } };
    }
  }
}

/**
 * Whom a mail names is not the first to read it, like a complaint that nobody has assessed yet; when it names everybody, somebody has to.
 */
export function namedInMail(subject: string, text: string, { people }: Procedure): readonly string[] {
  const named = people.filter(({ name }) => isNamedIn(name, subject, text)).map(({ id }) => id);
  return named.length < people.length ? named : [];
}

/**
 * The colleagues whom one of these complaints is about: what follows from them is kept from those. When that is everybody, only who is
 * involved in each of them, because somebody has to do it.
 */
export function shieldedFrom(cases: readonly Dossier[], procedure: Procedure): readonly string[] {
  const ids = procedure.people.map(({ id }) => id);
  const inSome = ids.filter((id) => cases.some((one) => isInvolved(id, one, procedure)));
  if (inSome.length < ids.length) return inSome;
  return ids.filter((id) => cases.every((one) => isInvolved(id, one, procedure)));
}
