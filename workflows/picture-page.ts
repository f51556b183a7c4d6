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
    "Rounded boxes wait for a person, who is asked by mail, reminded, and relieved by the next role up when nothing comes; square boxes happen by themselves. An execution of 300 days hands over to a new one at the box where it is: for people nothing changes.",
    "",
    "```mermaid",
    mermaid(pictureOf(definition)),
    "```",
    "",
  ].join("\n");
}
