import type { Procedure } from "../shared/domain/procedure.ts";
import type { Definition } from "./asl.ts";
import { mermaid, pictureOf } from "./picture.ts";

/** Where the page with the picture of a procedure's path is, from the top of the repository. */
export function picturePath(procedure: Pick<Procedure, "id">): string {
  return `docs/path-${procedure.id}.md`;
}

/** The page itself, in Markdown. */
export function picturePage(procedure: Pick<Procedure, "house">, definition: Definition): string {
  return [
    `# The path of a complaint at ${procedure.house.name}`,
    "",
    "Rounded boxes wait for a person, who is asked by mail and reminded. A colleague who does nothing is relieved by the next role up; a party who does nothing is not waited for (`silent`). Six-sided boxes ask several people side by side and go on when it has ended for all of them. Square boxes happen by themselves. Boxes with a broken line are passed by in cases that do not need them (`skipped`).",
    "",
    "A complaint can be withdrawn until its outcome is told: from whichever box it waits in, it goes to *Close as withdrawn*. An execution of 300 days hands over to a new one at the box where it is: for people nothing changes. Tasks that hold nothing up (a first response, announcing a delay, the report form, a letter by post) run beside this path, each in an execution of its own.",
    "",
    "```mermaid",
    mermaid(pictureOf(definition)),
    "```",
    "",
  ].join("\n");
}
