import type { DeliverLettersDependencies } from "../../shared/cases/deliver-letters.ts";
import { houseLambda } from "../house-lambda.ts";
import { container } from "./container.ts";
import { lettersEvent } from "./letters-event.ts";
import { sendLetters } from "./send-letters.ts";

export const createHandler = (dependencies: () => DeliverLettersDependencies) =>
  houseLambda("send-letters", lettersEvent, dependencies, sendLetters);

export const handler = createHandler(container);
