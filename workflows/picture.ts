import { type Definition, type State, statesOf, waysOut } from "./asl.ts";

/** One box of the picture; `states` are the raw state ids that are folded into it. */
export interface Box {
  readonly id: string;
  readonly kind: "begin" | "person" | "automatic" | "end";
  /** Several people do it side by side. */
  readonly round: boolean;
  /** Passed by in cases that do not need it. */
  readonly skippable: boolean;
  readonly states: readonly string[];
}

/** `labels` are the outcomes that take this way; none when there is no other. */
export interface Arrow {
  readonly from: string;
  readonly to: string;
  readonly labels: readonly string[];
}

/** A machine as people see it, boxes in the order of the path. */
export interface Picture {
  readonly boxes: readonly Box[];
  readonly arrows: readonly Arrow[];
  /** The box to which a withdrawn complaint goes, from wherever it is: no arrows of its own, or nobody sees the others. */
  readonly withdrawn: string | undefined;
}

/** What every step can end with besides its own outcomes: the picture does not show it at each. */
const reserved = { withdrawn: "withdrawn", skipped: "skipped" } as const;

interface Way {
  readonly from: string;
  readonly to: string;
  readonly outcome: string | undefined;
}

/** Folds `<step>: …` into `<step>`. Ways back into the same box and ways to resume in the middle are left out. */
export function pictureOf(definition: Definition): Picture {
  const states = statesOf(definition);
  const begin = boxOf(definition.StartAt);
  const all = states
    .flatMap(([name, state]) =>
      waysOut(state).map(({ to, when }): Way => ({ from: boxOf(name), to: boxOf(to), outcome: outcomeIn(when) })),
    )
    .filter(({ from, to }) => from !== to);
  const withdrawn = all.find(({ outcome }) => outcome === reserved.withdrawn)?.to;
  const first = all.find(({ from }) => from === begin);
  const ways = all.filter((way) => (way.from === begin ? way === first : way.outcome !== reserved.withdrawn));
  const boxes = inOrderOfPath(begin, ways, all).map((id): Box => {
    const folded = states.filter(([name]) => boxOf(name) === id);
    return {
      id,
      kind: id === begin ? "begin" : kindOf(folded.map(([, state]) => state)),
      round: folded.some(([, { Type }]) => Type === "Map"),
      skippable: all.some(({ from, outcome }) => from === id && outcome === reserved.skipped),
      states: folded.map(([name]) => name),
    };
  });
  return { boxes, arrows: boxes.flatMap(({ id }) => arrowsOf(ways.filter(({ from }) => from === id))), withdrawn };
}

/** The picture in Mermaid: rounded boxes wait for a person, square ones happen by themselves. `begins` is what comes in. */
export function mermaid({ boxes, arrows, withdrawn }: Picture, begins = "Complaint"): string {
  const skippable = boxes.filter((box) => box.skippable).map(({ id }) => nodeId(id));
  return [
    "flowchart TD",
    ...boxes.map((box) => `  ${nodeId(box.id)}${drawn(box, begins)}`),
    ...arrows.map(({ from, to, labels }) => {
      const label = labels.length === 0 ? "" : `|${labels.join(", ")}|`;
      return `  ${nodeId(from)} -->${label} ${nodeId(to)}`;
    }),
    ...(withdrawn === undefined ? [] : [`  withdrawn((Withdrawn)) -.-> ${nodeId(withdrawn)}`]),
    ...(skippable.length === 0
      ? []
      : ["  classDef skippable stroke-dasharray:5 4", `  class ${skippable.join(",")} skippable`]),
  ].join("\n");
}

function boxOf(stateName: string): string {
  return stateName.split(": ")[0] ?? stateName;
}

/** Breadth first along each list of ways in turn, so that the picture and any list of it begin with the beginning. */
function inOrderOfPath(begin: string, ...lists: readonly (readonly Way[])[]): readonly string[] {
  const reached = new Set([begin]);
  for (const ways of lists) {
    for (const box of reached) {
      for (const { to } of ways.filter(({ from }) => from === box)) reached.add(to);
    }
  }
  return [...reached];
}

function kindOf(states: readonly State[]): Box["kind"] {
  // A person's box has an end of its execution in it too: the case goes on at the same box in the next one.
  if (states.some(({ Resource }) => Resource?.endsWith(".waitForTaskToken"))) return "person";
  return states.every(({ Type }) => Type === "Succeed") ? "end" : "automatic";
}

function arrowsOf(ways: readonly Way[]): readonly Arrow[] {
  const targets = [...new Set(ways.map(({ to }) => to))];
  return targets.map((to) => ({
    from: ways[0]?.from ?? "",
    to,
    labels:
      targets.length === 1
        ? []
        : ways.flatMap(({ to: target, outcome }) => (target === to && outcome !== undefined ? [outcome] : [])),
  }));
}

/** `handle` of `{% $states.input.outcome = 'handle' %}`. */
function outcomeIn(condition: string | undefined): string | undefined {
  return condition === undefined ? undefined : /outcome = '([^']+)'/.exec(condition)?.[1];
}

function nodeId(id: string): string {
  return id.toLowerCase().replaceAll(/[^a-z0-9]+/g, "_");
}

function drawn({ id, kind, round }: Box, begins: string): string {
  switch (kind) {
    case "begin":
      return `((${begins}))`;
    case "person":
      return round ? `{{"${id}"}}` : `(["${id}"])`;
    case "automatic":
      return `["${id}"]`;
    case "end":
      return `(("${id}"))`;
  }
}
