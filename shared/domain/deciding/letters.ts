import { wasTold } from "../alarms.ts";
import type { Dossier } from "../dossier.ts";
import type { ComplaintEvent } from "../events.ts";
import type { LetterKind, PathLetter } from "../letter-kinds.ts";
import { isRespondent, isStaff, type Party } from "../party.ts";
import type { Procedure } from "../procedure.ts";
import { isSamePerson, mailboxOf } from "../roles.ts";
import { isInvolvedParty, seatOf } from "../seats.ts";

/** A letter that has to go out. */
export interface Wanted {
  readonly letter: LetterKind;
  readonly to: Party;
  /** What it is about, when it is about one of several. */
  readonly taskId?: string | undefined;
  readonly alarmId?: string | undefined;
  readonly mailId?: string | undefined;
  readonly measureId?: string | undefined;
  readonly requestId?: string | undefined;
}

/**
 * Queues letters; the nth of a case is `letter-n`. What must be in writing for somebody whom mail does not reach goes by post, and a colleague
 * is asked to bring it over (B9, B27).
 */
export function queue(wanted: readonly Wanted[], dossier: Dossier, procedure: Procedure): readonly ComplaintEvent[] {
  let side = dossier.sideTasks.length;
  return wanted.flatMap(({ letter, to, ...about }, index): readonly ComplaintEvent[] => {
    const letterId = `letter-${dossier.letters.length + index + 1}`;
    const byPost = !isStaff(to) && mailboxOf(to, procedure, dossier) === undefined;
    const known = Object.fromEntries(Object.entries(about).filter(([, value]) => value !== undefined));
    const facts = { letterId, letter, to, by: byPost ? ("post" as const) : ("mail" as const), ...known };
    const queued: ComplaintEvent = { type: "LetterQueued", facts, private: {} };
    if (!byPost) return [queued];
    side += 1;
    return [queued, bringOver(letterId, side)];
  });
}

/** A colleague brings a letter over by post, by phone or in person. */
export function bringOver(letterId: string, sideTask: number): ComplaintEvent {
  const facts = { kind: "send-by-post" as const, about: letterId, sideTaskId: `side-${sideTask}` };
  return { type: "SideTaskRequested", facts, private: {} };
}

/** Who gets which letter at a moment of the path. */
export function addressees(
  moment: PathLetter,
  dossier: Dossier,
  procedure: Procedure,
  now: string,
): readonly Pick<Wanted, "letter" | "to">[] {
  const respondents = dossier.respondents.map(({ party }) => party);
  const each = (letter: LetterKind, parties: readonly Party[]) => parties.map((to) => ({ letter, to }));
  switch (moment) {
    case "receipt":
      return dossier.letters.some(({ letter }) => letter === "receipt") ? [] : each("receipt", ["complainant"]);
    case "invitation":
      return [...each("talk-invitation", ["complainant"]), ...each("talk-invitation-respondent", respondents)];
    case "copies": {
      const inside = each("copy-inside", insiders(dossier, procedure, now));
      return isHeld(dossier) ? inside : [...each("copy", untold(dossier)), ...inside];
    }
    case "outcome":
    case "final-outcome":
      return [
        ...each("outcome", ["complainant"]),
        ...each("outcome-respondent", respondents),
        ...each("outcome-client", dossier.client === undefined ? [] : ["client"]),
        // The owner approved the letters and needs no news of them.
        ...each(
          "outcome-inside",
          insiders(dossier, procedure, now).filter((one) => !isOwner(one, dossier, procedure)),
        ),
      ];
    case "referral":
      return each("referral", ["complainant"]);
    case "withdrawal":
      return [
        ...each("withdrawn", ["complainant"]),
        ...each("withdrawn-respondent", whoKnow(dossier)),
        ...each("withdrawn-inside", colleaguesWhoKnow(dossier, procedure)),
      ];
    case "closing":
      return wasTold(dossier, "outcome") || wasTold(dossier, "referral") || dossier.withdrawn !== undefined
        ? []
        : each("closing", ["complainant"]);
  }
}

/** The copy to the respondents is held back, with a reason, until the owner lets it go (B15). */
export function isHeld(dossier: Dossier): boolean {
  const released = dossier.tasks.some(({ kind, status }) => kind === "release-copy" && status === "answered");
  const assessed = dossier.tasks.findLast(({ kind, answer }) => kind === "assess" && answer !== undefined);
  return !released && assessed?.answer?.facts["hold"] === "yes";
}

/** Respondents who have not had the copy. Who was invited to talk has not had it yet. */
export function untold({ letters, respondents }: Dossier): readonly Party[] {
  const told = new Set(letters.filter(({ letter }) => letter === "copy").map(({ to }) => to));
  return respondents.map(({ party }) => party).filter((one) => !told.has(one));
}

/** Respondents who know of the complaint from us. */
export function whoKnow({ letters }: Dossier): readonly Party[] {
  const known = letters.filter(({ to }) => isRespondent(to)).map(({ to }) => to);
  return [...new Set(known)];
}

/** The owner, who had the copy and whose task fell away when the complaint was withdrawn; each once, nobody who is involved. */
function colleaguesWhoKnow(dossier: Dossier, procedure: Procedure): readonly Party[] {
  const { owner, letters, tasks, withdrawn } = dossier;
  const copied = letters.filter(({ letter }) => letter === "copy-inside").map(({ to }) => to);
  const stopped = tasks
    .filter((one) => one.status === "cancelled" && one.cancelledAt === withdrawn?.at)
    .map(({ assignee }) => assignee);
  // Who has no mail address told the owner, who withdrew it for them and needs no news of it.
  const isNews = (one: Party) =>
    mailboxOf("complainant", procedure, dossier) !== undefined || !isOwner(one, dossier, procedure);
  return [owner, ...copied, ...stopped]
    .filter((one) => isStaff(one) && isNews(one) && !isInvolvedParty(one, dossier, procedure))
    .filter((one, index, all) => all.findIndex((other) => isSamePerson(one, other, procedure, dossier)) === index);
}

function isOwner(one: Party, dossier: Dossier, procedure: Procedure): boolean {
  return isSamePerson(one, dossier.owner, procedure, dossier);
}

/** The colleagues whom the procedure names, by the seat they have in this case; each once. */
function insiders(dossier: Dossier, procedure: Procedure, now: string): readonly Party[] {
  return procedure.copies
    .map((role) => seatOf(role, dossier, procedure, now).party)
    .filter((one, index, all) => all.findIndex((other) => isSamePerson(one, other, procedure, dossier)) === index);
}
