import type { Instant } from "../../ports.ts";
import { wasAnswered } from "../alarms.ts";
import type { AnsweredTask, Dossier } from "../dossier.ts";
import type { ComplaintEvent } from "../events.ts";
import type { Party } from "../party.ts";
import type { Procedure } from "../procedure.ts";
import { parseAnswer, peopleIn } from "../tasks/answer.ts";
import { formOf } from "../tasks/catalogue.ts";
import type { Answer, TaskKindId } from "../tasks/task-kind.ts";
import { languages } from "../text.ts";
import { matterClosed } from "./closing-matter.ts";
import { after, type Decision, done, refuse } from "./decision.ts";
import { announced, askForDate, isOverdue } from "./delay.ts";
import { queue, untold, type Wanted, whoKnow } from "./letters.ts";
import { mayAnswer } from "./may-answer.ts";
import { messageFiled } from "./messages.ts";
import { named } from "./naming.ts";
import { nobodyIsLeft, objections } from "./objections.ts";
import { reseat } from "./seating.ts";

/** Takes the answer to a task, with what follows from it at once. */
export function answerTask(
  {
    taskId,
    by,
    posted,
  }: { readonly taskId: string; readonly by: Party; readonly posted: Readonly<Record<string, string>> },
  dossier: Dossier,
  procedure: Procedure,
  now: Instant,
): Decision {
  const task = dossier.tasks.find((one) => one.taskId === taskId);
  if (task === undefined) return refuse({ reason: "unknown-task" });
  if (task.status !== "open") return refuse({ reason: "task-ended", task });
  if (!mayAnswer(task.kind, task.assignee, by, dossier, procedure)) return refuse({ reason: "not-yours" });
  const parsed = parseAnswer(formOf(task), posted, { procedure, dossier, now });
  if (!parsed.ok) return refuse({ reason: "invalid-answer", problems: parsed.problems });
  const problems = objections(task.kind, parsed.answer, { dossier, procedure, now, task });
  if (problems.length > 0) return refuse({ reason: "invalid-answer", problems });

  const { outcome, facts, private: words } = parsed.answer;
  const answered: ComplaintEvent = {
    type: "TaskAnswered",
    facts: { taskId, kind: task.kind, outcome, by, answer: facts },
    private: { answer: words },
  };
  const events = [answered, ...follows(taskId, task.kind, parsed.answer, by, dossier, procedure, now)];
  const then = after(dossier, events, now);
  const stuck = nobodyIsLeft(then, procedure);
  if (stuck.length > 0) return refuse({ reason: "invalid-answer", problems: stuck });
  return done([...events, ...reseat(then, procedure, now)]);
}

/** What an answer makes true besides itself. */
function follows(
  taskId: string,
  kind: TaskKindId,
  { outcome, facts, private: words }: Answer,
  by: Party,
  dossier: Dossier,
  procedure: Procedure,
  now: Instant,
): readonly ComplaintEvent[] {
  switch (kind) {
    case "complete-registration":
      return [identified(outcome, facts, words, by, dossier)];
    case "assess":
      return [
        ...named(words["respondentStaff"], words["respondentOthers"], by, dossier, procedure),
        ...clientNamed(words["client"], by),
        ...firstResponse(outcome, dossier),
      ];
    case "announce-delay":
      return outcome === "delay"
        ? announced(facts["newDate"] ?? "", words["delayReason"] ?? "", by, dossier, procedure, {
            taskId,
            why: facts["delayWhy"],
          })
        : [];
    case "release-copy":
      // What was held back goes out now, before anybody is heard (A16, B15).
      return queue(
        untold(dossier).map((to) => ({ letter: "copy", to })),
        dossier,
        procedure,
      );
    case "react":
      // Whoever answers for the case hears why it does not satisfy (B17).
      return outcome === "not-satisfied"
        ? messageFiled(
            { mailId: taskId, from: "complainant", by },
            { address: "", subject: "", text: words["dissatisfaction"] ?? "", attachments: [] },
            dossier,
            procedure,
            now,
          )
        : [];
    case "decide-urgently":
      // Who has to get to work on it hears it at once (B17, B19).
      return messageFiled(
        { mailId: taskId, from: "staff", by },
        { address: "", subject: "", text: words["direction"] ?? "", attachments: [] },
        dossier,
        procedure,
        now,
      );
    case "choose-independent":
      return independentFound("director", peopleIn(words["chosenIndependent"] ?? "")[0]);
    case "follow-up": {
      if (outcome !== "reopen") return [];
      const reopened: ComplaintEvent = {
        type: "CaseReopened",
        facts: { by },
        private: { reason: words["reopenReason"] ?? "" },
      };
      const told = [reopened, ...queue(toldOfReopening(dossier), dossier, procedure)];
      // The old term says nothing any more: somebody has to name a new date (B22).
      return [...told, ...(isOverdue(dossier, procedure, now) ? askForDate(after(dossier, told, now)) : [])];
    }
    case "report-measure":
    case "judge-effect":
    case "look-into-signal":
    case "acknowledge-review":
    case "look-at-mail":
      return matterClosed(kind, outcome, dossier);
    default:
      return [];
  }
}

/** Both sides hear that it is opened again, each in words of their own. */
function toldOfReopening(dossier: Dossier): readonly Wanted[] {
  const respondents = whoKnow(dossier).map((to): Wanted => ({ letter: "reopened-respondent", to }));
  return [{ letter: "reopened", to: "complainant" }, ...respondents];
}

function identified(
  outcome: string,
  facts: AnsweredTask["answer"]["facts"],
  words: AnsweredTask["answer"]["private"],
  by: Party,
  dossier: Dossier,
): ComplaintEvent {
  const { complainant = { name: "" } } = dossier;
  if (outcome === "own") {
    const own = { by, channel: dossier.channel, language: dossier.language };
    return { type: "ComplainantIdentified", facts: own, private: { complainant } };
  }
  const { complainantName: name = "", complainantEmail, complainantPhone, complainantAddress, complaint } = words;
  const channel = (["phone", "counter", "letter"] as const).find((one) => one === facts["channel"]) ?? "email";
  const language = languages.find((one) => one === facts["complainantLanguage"]) ?? dossier.language;
  return {
    type: "ComplainantIdentified",
    facts: { by, channel, language },
    private: {
      complainant: {
        name,
        ...(complainantEmail !== undefined && { email: complainantEmail }),
        ...(complainantPhone !== undefined && { phone: complainantPhone }),
        ...(complainantAddress !== undefined && { address: complainantAddress }),
      },
      ...(complaint !== undefined && { text: complaint }),
    },
  };
}

function clientNamed(words: string | undefined, by: Party): readonly ComplaintEvent[] {
  const [client] = peopleIn(words ?? "");
  return client === undefined ? [] : [{ type: "ClientNamed", facts: { by }, private: client }];
}

/** From now on somebody has to be in touch with the complainant, beside whatever else happens (B20). */
function firstResponse(outcome: string, dossier: Dossier): readonly ComplaintEvent[] {
  const ends = outcome === "solved" || outcome === "not-a-complaint";
  if (ends || wasAnswered(dossier) || dossier.sideTasks.some(({ kind }) => kind === "first-response")) return [];
  const sideTaskId = `side-${dossier.sideTasks.length + 1}`;
  return [{ type: "SideTaskRequested", facts: { kind: "first-response", sideTaskId }, private: {} }];
}

/** The independent person that was found, with whom they were found by (B29). */
export function independentFound(
  by: "both-sides" | "director",
  person: { readonly name: string; readonly email?: string | undefined } | undefined,
): readonly ComplaintEvent[] {
  return person === undefined ? [] : [{ type: "IndependentFound", facts: { by }, private: person }];
}
