import type { Archive, Secrets, Workflow } from "../../shared/ports.ts";
import type { CaseStore } from "../../shared/store/cases.ts";

/** What the pages of a case need, whichever way one comes there. */
export interface CaseDependencies {
  readonly cases: CaseStore;
  readonly archive: Archive;
  readonly workflow: Workflow;
  readonly secrets: Secrets;
}

export interface WebDependencies extends CaseDependencies {
  /** The bundled CSS of the pages. */
  readonly stylesheet: string;
}
