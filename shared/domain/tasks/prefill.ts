import type { Dossier } from "../dossier.ts";

/** The newest answer to a question of this name, as a prefill of the same question; empty when never asked. */
export function latestFact(dossier: Dossier, name: string): Readonly<Record<string, string>> {
  const value = answered(dossier, name, "facts");
  return value === undefined ? {} : { [name]: value };
}

/** The newest words that somebody wrote in a field of this name. */
export function latestWords(dossier: Dossier, name: string): string | undefined {
  return answered(dossier, name, "private");
}

function answered(dossier: Dossier, name: string, part: "facts" | "private"): string | undefined {
  return dossier.tasks.findLast((task) => task.status === "answered" && task.answer[part][name] !== undefined)
    ?.answer?.[part][name];
}
