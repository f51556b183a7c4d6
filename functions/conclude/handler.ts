import { z } from "zod";
import { roundIds } from "../../shared/domain/rounds.ts";
import type { CaseStore } from "../../shared/store/cases.ts";
import { caseEvent } from "../case-event.ts";
import { houseLambda } from "../house-lambda.ts";
import { conclude } from "./conclude.ts";
import { container } from "./container.ts";

const event = z.object({ ...caseEvent, round: z.enum(roundIds) });

export const createHandler = (dependencies: () => { readonly cases: CaseStore }) =>
  houseLambda("conclude", event, dependencies, conclude);

export const handler = createHandler(container);
