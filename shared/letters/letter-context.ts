import type { Dossier, Letter, OpenTask, Task } from "../domain/dossier.ts";
import { isStaff, type Party } from "../domain/party.ts";
import type { Procedure } from "../domain/procedure.ts";
import type { Language, Text } from "../domain/text.ts";
import type { Instant } from "../ports.ts";
import { momentInWords } from "./wording/moment.ts";
import { titleOf } from "./wording/people.ts";
import { speaking } from "./wording/say.ts";
import { taskName } from "./wording/task-name.ts";

/** What every letter is made from. */
export interface LetterContext {
  readonly to: Party;
  readonly dossier: Dossier;
  readonly procedure: Procedure;
  readonly language: Language;
  readonly taskId: string | undefined;
  readonly letterId: string | undefined;
  readonly links: { readonly task?: string; readonly status?: string };
  /** Printed and brought over: nothing in it can be clicked or replied to. */
  readonly onPaper: boolean;
  readonly now: Instant;
}

/** The two things every letter does: choose the words of its language, and say a moment in them. */
export function wordsFor({ language, procedure }: LetterContext): {
  readonly say: (text: Text) => string;
  readonly moment: (at: Instant) => string;
} {
  const { timeZone } = procedure.calendar;
  return { say: speaking(language), moment: (at) => momentInWords(at, language, timeZone) };
}

/** The letter as the case knows it; `undefined` when it is made without having been queued. */
export function queuedLetter({ dossier, letterId }: LetterContext): Letter | undefined {
  return dossier.letters.find((letter) => letter.letterId === letterId);
}

/** The task that a letter is about. @throws when the letter was queued without one, which is a bug. */
export function taskOf({ dossier, taskId }: LetterContext): Task {
  const task = dossier.tasks.find((one) => one.taskId === taskId);
  if (task === undefined) throw new Error(`Case ${dossier.caseId} has no task ${taskId} to write a letter about.`);
  return task;
}

/** The task when it still waits: a letter can be sent after it was answered. */
export function openTask(task: Task): OpenTask | undefined {
  return task.status === "open" ? task : undefined;
}

/** What the task asks, as an instruction: "Assess the complaint"; of what a colleague asks somebody else, whom to ask. */
export function taskTitle(task: Task, context: LetterContext): string {
  const { assignee, onBehalfOf } = task;
  const { dossier, procedure, language } = context;
  const title = taskName(task, dossier)[language];
  if (onBehalfOf === undefined || !isStaff(assignee)) return title;
  const who = titleOf(onBehalfOf, procedure, language);
  return { nl: `Vraag aan ${who}: ${title}`, en: `Ask ${who}: ${title}` }[language];
}
