import type { Dossier, Task } from "../../domain/dossier.ts";
import { formOf } from "../../domain/tasks/catalogue.ts";
import { isPromise } from "../../domain/tasks/report-measure.ts";
import type { Text } from "../../domain/text.ts";

/** What a task asks, as an instruction. What was promised to a complainant is no measure to whoever has to keep it. */
export function taskName(task: Pick<Task, "kind" | "about">, dossier: Dossier): Text {
  return task.kind === "report-measure" && isPromise(dossier)
    ? { nl: "Doe wat wij beloofden", en: "Do what we promised" }
    : formOf(task).title;
}
