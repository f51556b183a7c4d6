import { writeFileSync } from "node:fs";
import { procedures } from "../procedures/all.ts";
import { synthesise } from "./definitions.ts";
import { picturedOf, picturePage, picturePath } from "./picture-page.ts";

const definitions = synthesise(procedures);
for (const procedure of procedures) {
  const page = new URL(`../${picturePath(procedure)}`, import.meta.url);
  writeFileSync(page, picturePage(procedure, picturedOf(procedure, definitions)));
}
