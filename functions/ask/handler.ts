import { z } from "zod";
import { taskKindIds } from "../../shared/domain/tasks/task-kind.ts";
import type { CaseStore } from "../../shared/store/cases.ts";
import { caseEvent } from "../case-event.ts";
import { houseLambda } from "../house-lambda.ts";
import { ask } from "./ask.ts";
import { container } from "./container.ts";

const event = z.object({
  ...caseEvent,
  kind: z.enum(taskKindIds),
  about: z.string().max(100).optional(),
  requestId: z.string().min(1).max(300),
});

export const createHandler = (dependencies: () => { readonly cases: CaseStore }) =>
  houseLambda("ask", event, dependencies, ask);

export const handler = createHandler(container);
