import { houseLambda } from "../house-lambda.ts";
import { container } from "./container.ts";
import { postEvent } from "./post-event.ts";
import { type TrackLettersDependencies, trackLetters } from "./track-letters.ts";

export const createHandler = (dependencies: () => TrackLettersDependencies) =>
  houseLambda("track-letters", postEvent, dependencies, trackLetters);

export const handler = createHandler(container);
