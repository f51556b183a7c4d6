import type { Workflow } from "../../shared/ports.ts";
import type { CaseStore } from "../../shared/store/cases.ts";
import { houseLambda } from "../house-lambda.ts";
import { outboxRecords } from "../outbox-record.ts";
import { container } from "./container.ts";
import { startSideTask } from "./start-side-task.ts";

export const createHandler = (dependencies: () => { readonly cases: CaseStore; readonly workflow: Workflow }) =>
  houseLambda("start-side-task", outboxRecords, dependencies, startSideTask);

export const handler = createHandler(container);
