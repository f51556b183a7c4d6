import { begun } from "./begin.ts";
import type { AnsweredTask, CancelledTask, Dossier, ExpiredTask, Happened, Outsider, Task } from "./dossier.ts";
import { joinedBy } from "./held-mail.ts";
import { ImpossibleHistory } from "./impossible-history.ts";
import {
  letterBrought,
  letterQueued,
  letterRefused,
  letterReported,
  letterSent,
  withLetter,
  withoutAddress,
} from "./letters-so-far.ts";
import { keptFrom } from "./matter.ts";
import { isStaff, type Party } from "./party.ts";
import { catalogue } from "./tasks/catalogue.ts";

/** The case after all of its events. @throws {ImpossibleHistory} when there are none or they contradict each other. */
export function replay(events: readonly Happened[]): Dossier {
  const dossier = events.reduce<Dossier | undefined>(evolve, undefined);
  if (dossier === undefined) throw new ImpossibleHistory("A file begins with what it is about.");
  return dossier;
}

/** The case after one more event. */
export function evolve(before: Dossier | undefined, { version, at, event }: Happened): Dossier {
  if (before === undefined) {
    return begun(event, version, at);
  }
  const dossier = { ...before, version };
  switch (event.type) {
    case "ComplaintRegistered":
    case "MeasureAgreed":
    case "SignalRaised":
    case "ReviewStarted":
    case "MailHeld":
      throw new ImpossibleHistory(`${event.type} in a file that has begun.`);
    case "MailJoined":
      return { ...dossier, matter: joinedBy(event, dossier.matter) };
    case "ComplainantIdentified": {
      const { channel, language } = event.facts;
      const text = event.private?.text ?? dossier.text;
      return { ...dossier, identified: true, channel, language, text, complainant: event.private?.complainant };
    }
    case "RespondentNamed":
      return {
        ...dossier,
        respondents: [
          ...dossier.respondents,
          {
            ...outsider(event.facts.respondent, event.private),
            namedBy: event.facts.by,
            colleague: event.facts.colleague,
          },
        ],
      };
    case "ClientNamed":
      return { ...dossier, client: outsider("client", event.private) };
    case "IndependentFound":
      return { ...dossier, independent: outsider("independent", event.private) };
    case "OwnerAssigned":
      return { ...dossier, owner: event.facts.owner, ownerRole: event.facts.role };
    case "LetterQueued":
      return { ...dossier, letters: [...dossier.letters, letterQueued(event.facts, at)] };
    case "LetterSent":
      return {
        ...dossier,
        letters: withLetter(dossier.letters, event.facts.letterId, (one) => letterSent(one, event.facts, at)),
      };
    case "LetterRefused":
      return {
        ...dossier,
        letters: withLetter(dossier.letters, event.facts.letterId, (one) => letterRefused(one, at)),
      };
    case "LetterReported":
      return letterReported(event, at, dossier);
    case "TaskOpened":
      return {
        ...dossier,
        phase: catalogue[event.facts.kind].beside === true ? dossier.phase : catalogue[event.facts.kind].phase,
        tasks: [...dossier.tasks, { ...event.facts, openedAt: at, status: "open" }],
      };
    case "TaskAnswered": {
      const { outcome, by, answer: facts, taskId, kind } = event.facts;
      const answer = { outcome, facts, private: event.private?.answer ?? {} };
      const about = dossier.tasks.find((task) => task.taskId === taskId)?.about ?? "";
      return {
        ...dossier,
        tasks: withTask(dossier.tasks, taskId, { status: "answered", answeredAt: at, by, answer }),
        letters:
          kind === "send-by-post"
            ? withLetter(dossier.letters, about, (one) => letterBrought(one, at))
            : dossier.letters,
      };
    }
    case "TaskExpired":
      return { ...dossier, tasks: withTask(dossier.tasks, event.facts.taskId, { status: "expired", expiredAt: at }) };
    case "TaskCancelled":
      return {
        ...dossier,
        tasks: withTask(dossier.tasks, event.facts.taskId, { status: "cancelled", cancelledAt: at }),
      };
    case "TaskHandedOver": {
      const { taskId, to, because } = event.facts;
      return {
        ...dossier,
        tasks: dossier.tasks.map((task) => {
          if (task.taskId !== taskId) return task;
          // Who cannot be reached is asked by a colleague, who answers in their name.
          const onBehalfOf = isStaff(task.assignee) ? task.onBehalfOf : task.assignee;
          return { ...task, assignee: to, because, onBehalfOf };
        }),
      };
    }
    case "SideTaskRequested":
      return { ...dossier, sideTasks: [...dossier.sideTasks, event.facts] };
    case "AlarmRang":
      return { ...dossier, rung: new Set([...dossier.rung, event.facts.alarmId]) };
    case "DelayAnnounced":
      return { ...dossier, delays: [...dossier.delays, { ...event.facts, at, reason: event.private?.reason ?? "" }] };
    case "ClockStopped": {
      const { by, until } = event.facts;
      return { ...dossier, pauses: [...dossier.pauses, { from: at, until, by, reason: event.private?.reason ?? "" }] };
    }
    case "ClockRestarted": {
      const restarted = { at, by: event.facts.by, reason: event.private?.reason ?? "" };
      return {
        ...dossier,
        pauses: dossier.pauses.map((pause, index) =>
          index === dossier.pauses.length - 1
            ? { ...pause, until: at, restarted: { ...restarted, instead: pause.until } }
            : pause,
        ),
      };
    }
    case "MessageFiled": {
      const words = event.private ?? { address: "", subject: "", text: "", attachments: [] };
      return {
        ...dossier,
        messages: [...dossier.messages, { ...event.facts, at, ...words }],
        deadAddresses: withoutAddress(words.address, dossier.deadAddresses),
      };
    }
    case "CaseWithdrawn":
      return { ...dossier, withdrawn: { at, reason: event.private?.reason ?? "" } };
    case "CaseClosed":
      return { ...dossier, status: "closed", closedAt: at, fourFacts: event.facts };
    case "CaseReopened":
      return {
        ...dossier,
        status: "open",
        reopened: {
          at,
          by: event.facts.by,
          reason: event.private?.reason ?? "",
          closedAt: dossier.status === "closed" ? dossier.closedAt : at,
        },
      };
    case "ErasureAnnounced":
      return { ...dossier, erasure: { ...dossier.erasure, announcedFor: event.facts.eraseAt } };
    case "ErasureHeld":
      return {
        ...dossier,
        erasure: { ...dossier.erasure, held: { ...event.facts, at, reason: event.private?.reason ?? "" } },
      };
    case "HoldLifted":
      // Time began anew: it is announced once more before anything is erased.
      return { ...dossier, erasure: {} };
    case "PersonalDataErased":
      return { ...dossier, erasure: { ...dossier.erasure, erasedAt: at } };
    case "ColleagueShielded":
      return event.private === null ? dossier : { ...dossier, matter: keptFrom(event.private.person, dossier.matter) };
    case "MeasureTold":
      return {
        ...dossier,
        toldMeasures: [...dossier.toldMeasures, { ...event.facts, at, text: event.private?.text ?? "" }],
      };
  }
}

function outsider(
  who: Party,
  known: { readonly name: string; readonly email?: string | undefined; readonly person?: string | undefined } | null,
): Outsider {
  return { party: who, name: known?.name ?? "", email: known?.email, person: known?.person };
}

type Ending =
  | Pick<AnsweredTask, "status" | "answeredAt" | "by" | "answer">
  | Pick<ExpiredTask, "status" | "expiredAt">
  | Pick<CancelledTask, "status" | "cancelledAt">;

function withTask(tasks: readonly Task[], taskId: string, ending: Ending): readonly Task[] {
  return tasks.map((task): Task => {
    if (task.taskId !== taskId) return task;
    if (task.status !== "open") throw new ImpossibleHistory(`Task ${taskId} ended twice.`);
    const { status: _open, answer: _none, ...base } = task;
    return { ...base, ...ending };
  });
}
