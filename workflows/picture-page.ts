import type { Procedure } from "../shared/domain/procedure.ts";
import type { Definition } from "./asl.ts";
import { type MachineKind, machineNameOf } from "./machine-arn.ts";
import { mermaid, pictureOf } from "./picture.ts";

/** Where the page with the picture of a procedure's path is, from the top of the repository. */
export function picturePath(procedure: Pick<Procedure, "id">): string {
  return `docs/path-${procedure.id}.md`;
}

/** The machines of which the page has a picture. */
export type Pictured = Readonly<Record<"complaint" | "measure" | "review", Definition>>;

/** The definitions that the page of this procedure shows. @throws when there is no such machine */
export function picturedOf(
  procedure: Pick<Procedure, "id">,
  definitions: Readonly<Record<string, Definition>>,
): Pictured {
  const definitionOf = (kind: MachineKind) => {
    const definition = definitions[machineNameOf(kind, procedure)];
    if (definition === undefined) throw new Error(`There is no machine for a ${kind} of ${procedure.id}.`);
    return definition;
  };
  return { complaint: definitionOf("complaint"), measure: definitionOf("measure"), review: definitionOf("review") };
}

/** The page itself, in Markdown. */
export function picturePage(
  procedure: Pick<Procedure, "house" | "learning">,
  { complaint, measure, review }: Pictured,
): string {
  const reviews = procedure.learning.reviews.join(" and ");
  return [
    `# The path of a complaint at ${procedure.house.name}`,
    "",
    "Rounded boxes wait for a person, who is asked by mail and reminded. A colleague who does nothing is relieved by the next role up; a party who does nothing is not waited for (`silent`). Six-sided boxes ask several people side by side and go on when it has ended for all of them. Square boxes happen by themselves. Boxes with a broken line are passed by in cases that do not need them (`skipped`).",
    "",
    "A complaint can be withdrawn until its outcome is told: from whichever box it waits in, it goes to *Close as withdrawn*. An execution of 300 days hands over to a new one at the box where it is: for people nothing changes. Tasks that hold nothing up (a first response, announcing a delay, the report form, a letter by post) run beside this path, each in an execution of its own.",
    "",
    ...drawing(complaint, "Complaint"),
    "## The path of a measure",
    "",
    "A measure follows from a complaint, from a signal, from a review, or from somewhere else. It always has an owner and a date. So does a promise in an outcome letter: its owner says whether it was kept. Three and six months after a measure was carried out, somebody says whether it helped, with the numbers from before and after.",
    "",
    ...drawing(measure, "Measure"),
    "## The path of a review",
    "",
    `The review (${reviews}) begins on the day after its period, also when there were no complaints. The procedure itself is evaluated once a year. A signal needs no path of its own: it is one task for whoever learns from complaints.`,
    "",
    ...drawing(review, "Review"),
  ].join("\n");
}

function drawing(definition: Definition, begins: string): readonly string[] {
  return ["```mermaid", mermaid(pictureOf(definition), begins), "```", ""];
}
