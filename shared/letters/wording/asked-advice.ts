import type { Dossier } from "../../domain/dossier.ts";
import { latestAnswered } from "../../domain/rounds.ts";

/** Whether somebody got advice and made no complaint of it: letters then speak of a question (A8). */
export function askedAdvice(dossier: Dossier): boolean {
  return (
    latestAnswered(dossier, "advise") !== undefined &&
    latestAnswered(dossier, "choose-after-advice", "official") === undefined
  );
}
