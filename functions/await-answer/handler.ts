import { z } from "zod";
import type { Workflow } from "../../shared/ports.ts";
import type { CaseStore } from "../../shared/store/cases.ts";
import { taskEvent } from "../case-event.ts";
import { houseLambda } from "../house-lambda.ts";
import { awaitAnswer } from "./await-answer.ts";
import { container } from "./container.ts";

const event = taskEvent.extend({ token: z.string().min(1).max(2048) });

export const createHandler = (dependencies: () => { readonly cases: CaseStore; readonly workflow: Workflow }) =>
  houseLambda("await-answer", event, dependencies, awaitAnswer);

export const handler = createHandler(container);
