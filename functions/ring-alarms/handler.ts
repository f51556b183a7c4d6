import type { CaseStore } from "../../shared/store/cases.ts";
import { taskEvent } from "../case-event.ts";
import { houseLambda } from "../house-lambda.ts";
import { container } from "./container.ts";
import { ringAlarms } from "./ring-alarms.ts";

export const createHandler = (dependencies: () => { readonly cases: CaseStore }) =>
  houseLambda("ring-alarms", taskEvent, dependencies, ringAlarms);

export const handler = createHandler(container);
