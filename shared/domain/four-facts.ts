import type { Dossier, FourFacts } from "./dossier.ts";
import type { TaskKindId } from "./tasks/task-kind.ts";

/**
 * The four facts without which no complaint closes (A24): when it was filed, on what ground, how it was taken up and with
 * what outcome. All four are codes, so they stay when personal data are erased.
 */
export function fourFacts(
  dossier: Dossier,
): { readonly facts: FourFacts } | { readonly missing: readonly (keyof FourFacts)[] } {
  const assessed = latest(dossier, "assess");
  const takenUp = assessed?.outcome;
  const notAComplaint = takenUp === "not-a-complaint";
  const category = latest(dossier, "establish-facts")?.facts["category"] ?? assessed?.facts["category"];
  const found = {
    filedAt: dossier.receivedAt,
    ground: notAComplaint ? "not-a-complaint" : category,
    takenUp,
    outcome: notAComplaint ? "referred" : outcomeOf(dossier),
  };
  const { filedAt, ground, outcome } = found;
  if (ground !== undefined && takenUp !== undefined && outcome !== undefined) {
    return { facts: { filedAt, ground, takenUp, outcome } };
  }
  return { missing: (["ground", "takenUp", "outcome"] as const).filter((name) => found[name] === undefined) };
}

/** The finding where facts were established, else that it was solved at first contact. */
function outcomeOf(dossier: Dossier): string | undefined {
  if (!dossier.letters.some(({ letter }) => letter === "outcome")) return undefined;
  const finding = latest(dossier, "establish-facts")?.facts["finding"];
  if (finding !== undefined) return finding;
  return latest(dossier, "assess")?.outcome === "solved" ? "solved-at-first-contact" : undefined;
}

function latest(dossier: Dossier, kind: TaskKindId) {
  return dossier.tasks.findLast((task) => task.kind === kind && task.status === "answered")?.answer;
}
