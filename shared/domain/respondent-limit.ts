import { named } from "./deciding/naming.ts";
import type { Dossier } from "./dossier.ts";
import type { Procedure } from "./procedure.ts";
import type { Answer, Problem } from "./tasks/task-kind.ts";

/** Each has letters, tasks and links of their own, and what happens at once is written in a single transaction of 100 writes at most. */
const mostRespondents = 12;

/** Refuses to name more people than a case has room for, those of before included; naming somebody again costs nothing. */
export function tooManyRespondents(
  { private: words }: Answer,
  dossier: Dossier,
  procedure: Procedure,
): readonly Problem[] {
  const { respondentStaff: staff, respondentOthers: others } = words;
  const before = dossier.respondents.length;
  const fresh = named(staff, others, dossier.owner, dossier, procedure).length;
  if (fresh === 0 || before + fresh <= mostRespondents) return [];
  const message = {
    nl: `Een zaak kan over hoogstens ${mostRespondents} mensen gaan. Er staan er nu ${before}. Noem er niet meer dan ${Math.max(0, mostRespondents - before)} bij.`,
    en: `A case can be about ${mostRespondents} people at most. There are ${before} now. Add no more than ${Math.max(0, mostRespondents - before)}.`,
  };
  return [{ field: others === undefined ? "respondentStaff" : "respondentOthers", message }];
}
