import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { type Procedure, parseProcedure } from "../../shared/domain/procedure.ts";
import { CannotStart } from "../settings.ts";

/** A procedure of this installation by its id, or the one in a file, seen from `folder`. @throws {CannotStart} {InvalidProcedure} */
export async function findProcedure(wanted: string, known: readonly Procedure[], folder: string): Promise<Procedure> {
  const found = known.find(({ id }) => id === wanted);
  if (found !== undefined) return found;
  if (!/[\\/]|\.[cm]?[jt]s$/u.test(wanted)) {
    throw new CannotStart(
      `There is no procedure ${wanted}. There are: ${known.map(({ id }) => id).join(", ")}. A file of your own is named by its path: --procedure ./${wanted}.ts`,
    );
  }
  const path = resolve(folder, wanted);
  if (!existsSync(path)) throw new CannotStart(`There is no file ${path}: look at the path after --procedure.`);
  const module: unknown = await imported(path, wanted);
  const [content, ...more] = proceduresIn(module);
  if (content === undefined)
    throw new CannotStart(`${wanted} exports no procedure: export one, as procedures/learnworks.ts does.`);
  if (more.length > 0) throw new CannotStart(`${wanted} exports more than one procedure: a rehearsal is of one.`);
  return parseProcedure(wanted, content);
}

/** A file that is no TypeScript is told by whoever started us, with its line. */
async function imported(path: string, wanted: string): Promise<unknown> {
  try {
    return await import(pathToFileURL(path).href);
  } catch (error) {
    if (error instanceof Error && error.name !== "TransformError") {
      throw new CannotStart(`${wanted} cannot be read: ${error.message}`);
    }
    throw error;
  }
}

/** What a module exports that looks like a procedure; outside a package that says it has modules, all exports stand in `default`. */
function proceduresIn(module: unknown): readonly unknown[] {
  const exported = valuesOf(module).flatMap((value) => [value, ...valuesOf(value)]);
  return [...new Set(exported)].filter((value) => typeof value === "object" && value !== null && "house" in value);
}

function valuesOf(holder: unknown): readonly unknown[] {
  return typeof holder === "object" && holder !== null ? Object.values(holder) : [];
}
