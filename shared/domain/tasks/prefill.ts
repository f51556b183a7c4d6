import type { Dossier } from "../dossier.ts";
import type { TaskKindId } from "./task-kind.ts";

/** The newest answer to a question of this name, as a prefill of the same question; empty when never asked. */
export function latestFact(dossier: Dossier, name: string): Readonly<Record<string, string>> {
  const value = answered(dossier, name, "facts");
  return value === undefined ? {} : { [name]: value };
}

/** The newest words in a field of this name, as a prefill of the same field. */
export function latestOf(dossier: Dossier, name: string): Readonly<Record<string, string>> {
  const value = answered(dossier, name, "private");
  return value === undefined ? {} : { [name]: value };
}

/** The newest words that somebody wrote in a field of this name. */
export function latestWords(dossier: Dossier, name: string): string | undefined {
  return answered(dossier, name, "private");
}

/** The newest answer of this kind, facts and words together, as a prefill of the same form. */
export function latestAnswerOf(dossier: Dossier, wanted: TaskKindId): Readonly<Record<string, string>> {
  const answer = dossier.tasks.findLast(({ kind, status }) => kind === wanted && status === "answered")?.answer;
  return { ...answer?.facts, ...answer?.private };
}

function answered(dossier: Dossier, name: string, part: "facts" | "private"): string | undefined {
  return dossier.tasks.findLast((task) => task.status === "answered" && task.answer[part][name] !== undefined)
    ?.answer?.[part][name];
}
