import type { Archive, Secrets, Workflow } from "../../shared/ports.ts";
import type { CaseStore } from "../../shared/store/cases.ts";

export interface WebDependencies {
  readonly cases: CaseStore;
  readonly archive: Archive;
  readonly workflow: Workflow;
  readonly secrets: Secrets;
  /** The bundled CSS of the pages. */
  readonly stylesheet: string;
}
