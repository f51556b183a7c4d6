import { InvalidProcedure, type Procedure, parseProcedure } from "../shared/domain/procedure.ts";
import { learnworks } from "./learnworks.ts";
import { sterker } from "./sterker.ts";

/** Every organisation this installation serves. To add one: write its file beside these and name it here. */
const files = { "procedures/learnworks.ts": learnworks, "procedures/sterker.ts": sterker };

/** @throws {InvalidProcedure} at synth and at start when a file has a mistake. */
export const procedures: readonly Procedure[] = everyOrganisation(files);

/**
 * The contents of these files, checked each by itself and beside each other: mail and case numbers must tell organisations apart.
 * @throws {InvalidProcedure}
 */
export function everyOrganisation(contents: Readonly<Record<string, unknown>>): readonly Procedure[] {
  const checked = Object.entries(contents).map(([file, content]) => ({ file, one: parseProcedure(file, content) }));
  for (const [index, { file, one }] of checked.entries()) {
    const mistakes = checked
      .slice(0, index)
      .flatMap((earlier) =>
        sharedBetween(one, earlier.one).map((field) => ({ field, reason: `is the same as in ${earlier.file}` })),
      );
    if (mistakes.length > 0) throw new InvalidProcedure(file, mistakes);
  }
  return checked.map(({ one }) => one);
}

/** The fields that should differ and do not. */
function sharedBetween(one: Procedure, other: Procedure): readonly string[] {
  const theirs = distinguishing(other);
  return distinguishing(one).flatMap(([field, value], index) => (theirs[index]?.[1] === value ? [field] : []));
}

function distinguishing({ id, house }: Procedure): readonly (readonly [field: string, value: string])[] {
  return [
    ["id", id],
    ["house.complaintsAddress", house.complaintsAddress.toLowerCase()],
    ["house.numberPrefix", house.numberPrefix],
  ];
}
