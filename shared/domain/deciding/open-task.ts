import type { Instant } from "../../ports.ts";
import { taskDueAt } from "../clocks.ts";
import type { Dossier } from "../dossier.ts";
import type { Because, ComplaintEvent } from "../events.ts";
import { isStaff, type Party, party } from "../party.ts";
import type { Procedure } from "../procedure.ts";
import { mailboxOf, roleAbove } from "../roles.ts";
import { latestAnswered } from "../rounds.ts";
import { isInvolvedParty, ownerSeat } from "../seats.ts";
import { catalogue, matterOf } from "../tasks/catalogue.ts";
import type { TaskKind, TaskKindId } from "../tasks/task-kind.ts";
import { type Decision, done, nothing, refuse } from "./decision.ts";
import { queue } from "./letters.ts";
import { seatForTask } from "./seating.ts";

/** Tasks that are asked when the case is closed already. */
const afterClosing: ReadonlySet<TaskKindId> = new Set(["satisfaction", "follow-up", "send-by-post"]);
/** Tasks that a withdrawn complaint still has: we learn from it too, and letters still go by post. */
const afterWithdrawing: ReadonlySet<TaskKindId> = new Set(["draw-lessons", "send-by-post"]);

/** Why a task is not asked: it is not needed in this case, or the complaint was withdrawn. */
export function passedBy(
  kind: TaskKindId,
  dossier: Dossier,
  procedure: Procedure,
): "withdrawn" | "skipped" | undefined {
  if (dossier.withdrawn !== undefined && !afterWithdrawing.has(kind)) return "withdrawn";
  if (dossier.status === "closed" && catalogue[kind].beside === true && !afterClosing.has(kind)) return "skipped";
  return catalogue[kind].needed?.(dossier, procedure) === false ? "skipped" : undefined;
}

/** Opens a task with its letter; the same request, or the same question while it is open, opens once. */
export function openTask(
  {
    kind,
    about,
    requestId,
  }: { readonly kind: TaskKindId; readonly about?: string | undefined; readonly requestId: string },
  dossier: Dossier,
  procedure: Procedure,
  now: Instant,
): Decision {
  const same = dossier.tasks.filter((task) => task.kind === kind && task.about === about);
  if (same.some((task) => task.requestId === requestId || task.status === "open")) return nothing;
  if (matterOf(kind) !== dossier.matter.kind) return refuse({ reason: "not-now" });
  if (passedBy(kind, dossier, procedure) !== undefined) return nothing;
  if (dossier.status === "closed" && !afterClosing.has(kind)) return refuse({ reason: "case-closed" });

  const ofKind = dossier.tasks.filter((task) => task.kind === kind);
  const taskId = `${kind}-${ofKind.length + 1}`;
  const dueAt = taskDueAt(kind, about, now, dossier, procedure);
  const given = assignment(catalogue[kind], about, dossier, procedure, now);
  const facts = { taskId, kind, requestId, dueAt, ...(about !== undefined && { about }), ...given };
  const opened: ComplaintEvent = { type: "TaskOpened", facts, private: {} };
  if (catalogue[kind].quiet === true) return done([opened]);
  const letter = isStaff(given.assignee) ? ("task" as const) : ("question" as const);
  return done([opened, ...queue([{ letter, to: given.assignee, taskId }], dossier, procedure)]);
}

interface Assignment {
  readonly assignee: Party;
  readonly role?: string;
  readonly because?: Because;
  readonly onBehalfOf?: Party;
}

/** Who gets a task: whoever the procedure names for that step (B3). What a party whom mail does not reach should answer, the owner asks them (B24). */
function assignment(
  kind: TaskKind,
  about: string | undefined,
  dossier: Dossier,
  procedure: Procedure,
  now: Instant,
): Assignment {
  const seated = (role: string): Assignment => {
    const { party: assignee, because } = seatForTask(kind.kind, role, dossier, procedure, now);
    return { assignee, role, ...(because !== undefined && { because }) };
  };
  // The owner may be away for a day; the case stays theirs, the task goes to who is there.
  const owned = (role: string): Assignment => {
    const { owner, ownerRole } = dossier;
    const seat = seated(role);
    // What is to be done in months is not somebody else's because its owner is away today.
    const lasts = kind.kind === "report-measure" && !isInvolvedParty(owner, dossier, procedure);
    const own = role === ownerRole && (lasts || ownerSeat(dossier, procedure, now) === owner);
    return own && seat.assignee !== owner ? { assignee: owner, role } : seat;
  };
  const answeredBy = (one: Party): Assignment => {
    if (mailboxOf(one, procedure, dossier) !== undefined) return { assignee: one };
    return { ...owned(nextRole(kind, about, dossier.ownerRole, dossier, procedure)), onBehalfOf: one };
  };

  switch (kind.who) {
    case "complainant":
    case "independent":
      return answeredBy(kind.who);
    case "party":
      // An execution from before there was a round asks the complainant without naming them.
      return answeredBy(party.parse(about ?? "complainant"));
    case "colleague": {
      const role = procedure.responsibilities.intake;
      const { passedOnBy } = dossier;
      const asked = dossier.tasks.some((task) => task.kind === kind.kind);
      const free = passedOnBy !== undefined && !asked && !isInvolvedParty(passedOnBy, dossier, procedure);
      return free ? { assignee: passedOnBy, role } : seated(nextRole(kind, about, role, dossier, procedure));
    }
    case "consulted": {
      const chosen = latestAnswered(dossier, "assess", "consult")?.answer.facts["consultWhom"];
      return seated(nextRole(kind, about, chosen ?? procedure.responsibilities.director, dossier, procedure));
    }
    case "owner":
      return owned(nextRole(kind, about, dossier.ownerRole, dossier, procedure));
    default:
      return seated(nextRole(kind, about, procedure.responsibilities[kind.who], dossier, procedure));
  }
}

/** The next role up from whoever let the same task expire last. */
function nextRole(
  kind: TaskKind,
  about: string | undefined,
  role: string,
  dossier: Dossier,
  procedure: Procedure,
): string {
  const previous = dossier.tasks.findLast((task) => task.kind === kind.kind && task.about === about);
  if (previous?.status !== "expired" || previous.role === undefined) return role;
  return kind.who === "colleague" && previous.assignee === dossier.passedOnBy
    ? role
    : roleAbove(procedure, previous.role);
}
