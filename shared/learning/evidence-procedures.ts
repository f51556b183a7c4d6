import { z } from "zod";
import { type Procedure, parseProcedure } from "../domain/procedure.ts";
import { paths, procedurePath } from "./evidence-format.ts";

/** A procedure without who holds its roles or keeps its file: of colleagues only their ids stay, by which events name them. */
export function nameless(procedure: Procedure) {
  return { ...procedure, people: procedure.people.map(({ id }) => ({ id })), administrator: {} };
}

const people = z.looseObject({
  people: z.array(z.looseObject({ id: z.string() })),
  /** Packs from before there was one have none. */
  administrator: z.looseObject({}).optional(),
});

/** A procedure from a pack; `undefined` when it is none. Duties need no names of colleagues, so their ids stand for them. */
function readNameless(path: string, content: unknown): Procedure | undefined {
  try {
    const found = people.parse(content);
    const named = found.people.map((one) => ({ name: one.id, email: `${one.id}@withheld.invalid`, ...one }));
    const administrator = { name: "administrator", email: "administrator@withheld.invalid", ...found.administrator };
    return parseProcedure(path, { ...found, people: named, administrator });
  } catch {
    return undefined;
  }
}

/** The procedure in force when a pack was made, and those before it that are in the pack. */
export interface PackedProcedures {
  readonly inForce: Procedure;
  readonly earlier: readonly Procedure[];
}

/** `contentOf` reads a file of a pack; `undefined` when the procedure in force cannot be read. */
export function proceduresIn(
  names: readonly string[],
  contentOf: (path: string) => unknown,
): PackedProcedures | undefined {
  const inForce = readNameless(paths.procedure, contentOf(paths.procedure));
  if (inForce === undefined) return undefined;
  const earlier = names.flatMap((path) => {
    if (!path.startsWith("procedures/")) return [];
    const found = readNameless(path, contentOf(path));
    return found?.id === inForce.id && path === procedurePath(found.version) ? [found] : [];
  });
  return { inForce, earlier };
}

/** The procedures that a case may have gone by, from the version under which it began. */
export function sinceVersion(first: number, { inForce, earlier }: PackedProcedures): readonly Procedure[] {
  return [...earlier.filter(({ version }) => version >= first), inForce];
}
