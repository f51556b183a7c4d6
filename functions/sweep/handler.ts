import { z } from "zod";
import { houseLambda } from "../house-lambda.ts";
import { container } from "./container.ts";
import { type SweepDependencies, sweep } from "./sweep.ts";

export const createHandler = (dependencies: () => SweepDependencies) =>
  houseLambda("sweep", z.unknown(), dependencies, sweep);

export const handler = createHandler(container);
