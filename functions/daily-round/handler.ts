import { z } from "zod";
import { houseLambda } from "../house-lambda.ts";
import { container } from "./container.ts";
import { type DailyRoundDependencies, dailyRound } from "./daily-round.ts";

export const createHandler = (dependencies: () => DailyRoundDependencies) =>
  houseLambda("daily-round", z.unknown(), dependencies, dailyRound);

export const handler = createHandler(container);
