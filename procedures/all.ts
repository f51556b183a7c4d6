import { type Procedure, parseProcedure } from "../shared/domain/procedure.ts";
import { learnworks } from "./learnworks.ts";
import { sterker } from "./sterker.ts";

/** Every organisation this installation serves. To add one: write its file beside these and name it here. */
const files = { "procedures/learnworks.ts": learnworks, "procedures/sterker.ts": sterker };

/** @throws {InvalidProcedure} at synth and at start when a file has a mistake. */
export const procedures: readonly Procedure[] = Object.entries(files).map(([file, content]) =>
  parseProcedure(file, content),
);
