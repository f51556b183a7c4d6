import type { AnsweredTask, Dossier, FourFacts } from "./dossier.ts";
import { latestAnswered } from "./rounds.ts";

/**
 * The four facts without which no complaint closes (A24): when it was filed, on what ground, how it was taken up and with
 * what outcome. All four are codes, so they stay when personal data are erased.
 */
export function fourFacts(
  dossier: Dossier,
): { readonly facts: FourFacts } | { readonly missing: readonly (keyof FourFacts)[] } {
  const assessed = lastWayChosen(dossier);
  const takenUp = assessed?.answer.outcome ?? (dossier.withdrawn === undefined ? undefined : "not-assessed");
  const found = {
    filedAt: dossier.receivedAt,
    ground: groundOf(dossier, assessed),
    takenUp,
    outcome: outcomeOf(dossier),
  };
  const { filedAt, ground, outcome } = found;
  if (ground !== undefined && takenUp !== undefined && outcome !== undefined) {
    return { facts: { filedAt, ground, takenUp, outcome } };
  }
  return { missing: (["ground", "takenUp", "outcome"] as const).filter((name) => found[name] === undefined) };
}

/** Consulting somebody is no way to go yet. */
function lastWayChosen(dossier: Dossier): AnsweredTask | undefined {
  return dossier.tasks.findLast(
    (task): task is AnsweredTask =>
      task.kind === "assess" && task.status === "answered" && task.answer.outcome !== "consult",
  );
}

function groundOf(dossier: Dossier, assessed: AnsweredTask | undefined): string | undefined {
  if (assessed?.answer.outcome === "not-a-complaint") return "not-a-complaint";
  const established = latestAnswered(dossier, "establish-facts", "established")?.answer.facts["category"];
  const chosen = established ?? assessed?.answer.facts["category"];
  return chosen ?? (dossier.withdrawn === undefined ? undefined : "not-assessed");
}

/** The finding where facts were established, else how it came to its end without. */
function outcomeOf(dossier: Dossier): string | undefined {
  if (dossier.withdrawn !== undefined) return "withdrawn";
  const assessed = lastWayChosen(dossier)?.answer.outcome;
  if (assessed === "not-a-complaint") return "referred";
  const told = dossier.letters.some(({ letter }) => letter === "outcome");
  const finding = latestAnswered(dossier, "establish-facts", "established")?.answer.facts["finding"];
  if (told && finding !== undefined) return finding;
  if (told && assessed === "solved") return "solved-at-first-contact";
  if (told) return "solved-by-talking";
  return latestAnswered(dossier, "advise") === undefined ? undefined : "advice";
}
