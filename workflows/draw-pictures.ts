import { writeFileSync } from "node:fs";
import { procedures } from "../procedures/all.ts";
import { synthesise } from "./definitions.ts";
import { machineNameOf } from "./machine-arn.ts";
import { picturePage, picturePath } from "./picture-page.ts";

const definitions = synthesise(procedures);
for (const procedure of procedures) {
  const definition = definitions[machineNameOf("complaint", procedure)];
  if (definition === undefined) throw new Error(`There is no machine for ${procedure.id}.`);
  const page = new URL(`../${picturePath(procedure)}`, import.meta.url);
  writeFileSync(page, picturePage(procedure, definition));
}
