import type { Dossier, OpenTask } from "../domain/dossier.ts";
import type { AttachedFile } from "../domain/events.ts";
import type { Procedure } from "../domain/procedure.ts";
import type { Problem } from "../domain/tasks/task-kind.ts";
import type { Language } from "../domain/text.ts";
import type { Instant } from "../ports.ts";
import { page } from "./layout.tsx";

/** What the page behind `/t/<secret>` is made of while its task is open. */
export interface TaskPage {
  readonly dossier: Dossier;
  readonly task: OpenTask;
  readonly procedure: Procedure;
  readonly language: Language;
  readonly now: Instant;
  /** What was posted, when it could not be taken: it stands in the fields again. Left out, the kind's own prefill. */
  readonly values?: Readonly<Record<string, string>>;
  /** Why it could not be taken. */
  readonly problems?: readonly Problem[];
  /** Where the form is posted to: the page's own path, with `?lang=` when a language was chosen. */
  readonly action: string;
  /** Where the original of an attached file is; without it files are named only. */
  readonly hrefOfFile?: (file: AttachedFile) => string;
}

/** The whole HTML document: what is asked, by when and why then, the case, and the form (`urlencoded` POST). */
export function taskPage({ task, language, procedure }: TaskPage): string {
  return page({ title: task.taskId, language, procedure, children: null });
}
