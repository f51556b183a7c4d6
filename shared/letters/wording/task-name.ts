import type { Dossier, Task } from "../../domain/dossier.ts";
import { catalogue } from "../../domain/tasks/catalogue.ts";
import { isPromise } from "../../domain/tasks/report-measure.ts";
import type { Text } from "../../domain/text.ts";

/** What a task asks, as an instruction. What was promised to a complainant is no measure to whoever has to keep it. */
export function taskName(kind: Task["kind"], dossier: Dossier): Text {
  return kind === "report-measure" && isPromise(dossier)
    ? { nl: "Doe wat wij beloofden", en: "Do what we promised" }
    : catalogue[kind].title;
}
