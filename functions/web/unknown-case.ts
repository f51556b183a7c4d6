import { caseNumbered } from "../../shared/cases/case-numbered.ts";
import type { Problem } from "../../shared/domain/tasks/task-kind.ts";
import type { OpenedLink } from "./opened-link.ts";
import type { CaseDependencies } from "./web-dependencies.ts";

/**
 * Why a mail cannot be put with the case that was named: there is none of that number, or it is none of the visitor's business, which reads
 * the same. `undefined` where no case was asked for.
 */
export async function unknownCase(
  posted: Readonly<Record<string, string>>,
  { task, by, procedure }: OpenedLink,
  { cases }: CaseDependencies,
): Promise<Problem | undefined> {
  const typed = posted["caseNumber"]?.trim() ?? "";
  if (task?.kind !== "look-at-mail" || posted["outcome"] !== "belongs" || typed === "") return undefined;
  if ((await caseNumbered(typed, procedure, cases, by)) !== undefined) return undefined;
  const { numberPrefix } = procedure.house;
  return {
    field: "caseNumber",
    message: {
      nl: `Wij vinden geen zaak met dit nummer. Kijk het na: het ziet eruit als ${numberPrefix}-2026-0001.`,
      en: `We find no case with this number. Please check it: it looks like ${numberPrefix}-2026-0001.`,
    },
  };
}
