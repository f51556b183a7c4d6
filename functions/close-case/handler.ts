import { z } from "zod";
import type { CaseStore } from "../../shared/store/cases.ts";
import { caseEvent } from "../case-event.ts";
import { houseLambda } from "../house-lambda.ts";
import { closeCase } from "./close-case.ts";
import { container } from "./container.ts";

export const createHandler = (dependencies: () => { readonly cases: CaseStore }) =>
  houseLambda("close-case", z.object(caseEvent), dependencies, closeCase);

export const handler = createHandler(container);
