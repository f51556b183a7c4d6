import type { Instant } from "../ports.ts";
import { type Act, act } from "./deciding/act.ts";
import { answerTask, independentFound } from "./deciding/answer-task.ts";
import { type Decision, done, nothing, refuse } from "./deciding/decision.ts";
import { noDateNeeded } from "./deciding/delay.ts";
import { announceErasure, recordErasure } from "./deciding/erasing.ts";
import { joinMail } from "./deciding/join-mail.ts";
import {
  type LetterIds,
  letterRefused,
  letterReported,
  letterSent,
  type PostReport,
} from "./deciding/letter-reports.ts";
import { addressees, queue } from "./deciding/letters.ts";
import { messageFiled } from "./deciding/messages.ts";
import { openTask } from "./deciding/open-task.ts";
import { ringAlarms } from "./deciding/ring-alarms.ts";
import { ownerAssigned } from "./deciding/seating.ts";
import { shield } from "./deciding/shield.ts";
import { type TellMeasure, tellMeasure } from "./deciding/tell-measure.ts";
import type { Dossier } from "./dossier.ts";
import type { ComplaintEvent, EventOf } from "./events.ts";
import { replay } from "./evolve.ts";
import { fourFacts } from "./four-facts.ts";
import type { MailInFile } from "./held-mail.ts";
import type { PathLetter } from "./letter-kinds.ts";
import type { Party } from "./party.ts";
import type { Procedure } from "./procedure.ts";
import { mailboxOf } from "./roles.ts";
import { commonChoice, type RoundId } from "./rounds.ts";
import { seatOf } from "./seats.ts";
import type { TaskKindId } from "./tasks/task-kind.ts";

/** Something that somebody, or the state machine, wants of an existing case. */
export type Command =
  /** The state machine asks for a task; the same `requestId` asks once. */
  | {
      readonly type: "OpenTask";
      readonly kind: TaskKindId;
      readonly about?: string | undefined;
      readonly requestId: string;
    }
  /** Somebody posted the form of a task. */
  | {
      readonly type: "AnswerTask";
      readonly taskId: string;
      readonly by: Party;
      readonly posted: Readonly<Record<string, string>>;
    }
  /** Somebody does something of their own accord. */
  | ({ readonly type: "Act" } & Act)
  /** The wait of a task reached its next alarm. */
  | { readonly type: "RingAlarms"; readonly taskId: string }
  /** The letters that the path itself sends; the same `requestId` sends once. */
  | { readonly type: "SendLetters"; readonly letter: PathLetter; readonly requestId: string }
  /** All parties of a round have been asked, and answered or not. */
  | { readonly type: "ConcludeRound"; readonly round: RoundId }
  | ({ readonly type: "RecordLetterSent"; readonly letterId: string } & LetterIds)
  /** `withheld`: it was not offered to the post at all. */
  | { readonly type: "RecordLetterRefused"; readonly letterId: string; readonly withheld?: boolean }
  /** The post tells what became of a letter: in any order, more than once, also before we wrote that it was sent. */
  | { readonly type: "ReportLetter"; readonly letterId: string; readonly report: PostReport }
  | {
      readonly type: "FileMessage";
      readonly facts: EventOf<"MessageFiled">["facts"];
      readonly private: NonNullable<EventOf<"MessageFiled">["private"]>;
    }
  /** Another mail is held for the same reason as those of this file. */
  | { readonly type: "JoinMail"; readonly mail: MailInFile }
  | { readonly type: "CloseCase" }
  /** The time for which personal data are kept comes to its end. */
  | { readonly type: "AnnounceErasure" }
  /** All words and names of the file as it was at `version` are gone. */
  | { readonly type: "RecordErasure"; readonly version: number }
  /** The complainant wished to hear what became of it, and there is something to tell. */
  | ({ readonly type: "TellMeasure" } & TellMeasure)
  /** A complaint behind the file turned out to be about this colleague, by person id. */
  | { readonly type: "ShieldColleague"; readonly person: string };

export type { Decision, Refusal } from "./deciding/decision.ts";

/** What happens first of all when a complaint comes in; it has an owner from the first moment (A23, B10, B16). */
export function register(
  complaint: Omit<EventOf<"ComplaintRegistered">, "type">,
  procedure: Procedure,
  now: Instant,
): readonly ComplaintEvent[] {
  const registered: ComplaintEvent = { type: "ComplaintRegistered", ...complaint };
  const dossier = replay([{ version: 1, at: now, event: registered }]);
  const role = procedure.responsibilities.owner;
  return [registered, ownerAssigned(role, seatOf(role, dossier, procedure, now))];
}

/**
 * What a command does to a case: new events, none when it was done already, or a refusal. Pure: the same
 * case, command and moment give the same decision.
 */
export function decide(command: Command, dossier: Dossier, procedure: Procedure, now: Instant): Decision {
  switch (command.type) {
    case "OpenTask":
      return openTask(command, dossier, procedure, now);
    case "AnswerTask":
      return answerTask(command, dossier, procedure, now);
    case "Act":
      return act(command, dossier, procedure, now);
    case "RingAlarms":
      return ringAlarms(command.taskId, dossier, procedure, now);
    case "SendLetters":
      return sendLetters(command, dossier, procedure, now);
    case "ConcludeRound":
      return concludeRound(command.round, dossier);
    case "RecordLetterSent":
      return letterSent(command.letterId, command, dossier);
    case "RecordLetterRefused":
      return letterRefused(command.letterId, command.withheld === true, dossier, procedure, now);
    case "ReportLetter":
      return letterReported(command.letterId, command.report, dossier, procedure, now);
    case "FileMessage":
      if (dossier.erasure.erasedAt !== undefined) return refuse({ reason: "not-now" });
      return done(messageFiled(command.facts, command.private, dossier, procedure, now));
    case "JoinMail":
      return joinMail(command.mail, dossier);
    case "CloseCase":
      return closeCase(dossier, procedure, now);
    case "AnnounceErasure":
      return announceErasure(dossier, procedure, now);
    case "RecordErasure":
      return recordErasure(command.version, dossier, procedure, now);
    case "TellMeasure":
      return tellMeasure(command, dossier, procedure);
    case "ShieldColleague":
      return shield(command.person, dossier, procedure, now);
  }
}

function sendLetters(
  { letter, requestId }: Extract<Command, { type: "SendLetters" }>,
  dossier: Dossier,
  procedure: Procedure,
  now: Instant,
): Decision {
  if (dossier.letters.some((one) => one.requestId === requestId)) return nothing;
  // A complaint that was withdrawn is told to nobody who does not know of it.
  if (dossier.withdrawn !== undefined && letter !== "withdrawal" && letter !== "receipt") return nothing;
  const wanted = addressees(letter, dossier, procedure, now).map((one) => ({ ...one, requestId }));
  const ended = letter === "outcome" || letter === "final-outcome" ? noDateNeeded(dossier) : [];
  return done([
    ...ended,
    ...queue(wanted, dossier, procedure),
    ...(letter === "receipt" ? reportForm(dossier, procedure) : []),
  ]);
}

/** With the receipt come two questions, where the complaint came in writing and nobody could ask them (A13, A14). */
function reportForm(dossier: Dossier, procedure: Procedure): readonly ComplaintEvent[] {
  const { branches } = procedure;
  const asked = dossier.report !== undefined || dossier.sideTasks.some(({ kind }) => kind === "report-form");
  const inWriting = dossier.channel === "email" || dossier.channel === "web";
  const isReached = mailboxOf("complainant", procedure, dossier) !== undefined;
  if (!branches.reportForm || asked || !inWriting || !isReached) return [];
  const sideTaskId = `side-${dossier.sideTasks.length + 1}`;
  return [{ type: "SideTaskRequested", facts: { kind: "report-form", sideTaskId }, private: {} }];
}

/** The independent person is known once both sides have named one whom they accept (B29). */
function concludeRound(round: RoundId, dossier: Dossier): Decision {
  if (round !== "ranking") return nothing;
  const found = commonChoice(dossier);
  const known = dossier.independent?.name === found?.name && dossier.independent?.email === found?.email;
  return found === undefined || known ? nothing : done(independentFound("both-sides", found));
}

/** Closes a case with its four facts (A24), and tells a complainant who has not heard how it ended. */
function closeCase(dossier: Dossier, procedure: Procedure, now: Instant): Decision {
  if (dossier.status === "closed") return nothing;
  const found = fourFacts(dossier);
  if ("missing" in found) return refuse({ reason: "facts-missing", missing: found.missing });
  const letters = queue(addressees("closing", dossier, procedure, now), dossier, procedure);
  // What was asked beside the path is of no use any more; only letters are still brought over.
  const open = dossier.tasks.filter(({ status, kind }) => status === "open" && kind !== "send-by-post");
  const cancelled = open.map(
    ({ taskId }): ComplaintEvent => ({ type: "TaskCancelled", facts: { taskId }, private: {} }),
  );
  return done([{ type: "CaseClosed", facts: found.facts, private: {} }, ...cancelled, ...letters]);
}
