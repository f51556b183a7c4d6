import type { AnsweredTask, Dossier, ExpiredTask } from "../domain/dossier.ts";
import type { Procedure } from "../domain/procedure.ts";
import type { Language } from "../domain/text.ts";
import type { Instant } from "../ports.ts";
import { page } from "./layout.tsx";

/** What the page behind `/t/<secret>` is made of once its task has ended. */
export interface TaskEndedPage {
  readonly dossier: Dossier;
  readonly task: AnsweredTask | ExpiredTask;
  readonly procedure: Procedure;
  readonly language: Language;
  readonly now: Instant;
  /** This very visit answered it: thank the visitor. */
  readonly justAnswered?: boolean;
}

/** The whole HTML document: who did what and when, and what happens now. For a second click, another browser, a late click. */
export function taskEndedPage({ task, language, procedure }: TaskEndedPage): string {
  return page({ title: task.taskId, language, procedure, children: null });
}
