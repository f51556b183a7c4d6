import { type Definition, type State, waysOut } from "./asl.ts";

/** One box of the picture; `states` are the raw state ids that are folded into it. */
export interface Box {
  readonly id: string;
  readonly kind: "begin" | "person" | "automatic" | "end";
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
}

/** Folds `<step>: …` into `<step>`. Ways back into the same box and ways to resume in the middle are left out. */
export function pictureOf(definition: Definition): Picture {
  const states = Object.entries(definition.States);
  const ids = inOrderOfPath(definition);
  const boxes = ids.map((id): Box => {
    const folded = states.filter(([name]) => boxOf(name) === id);
    return {
      id,
      kind: kindOf(
        id,
        definition,
        folded.map(([, state]) => state),
      ),
      states: folded.map(([name]) => name),
    };
  });
  return { boxes, arrows: boxes.flatMap((box) => arrowsFrom(box, definition)) };
}

/** The picture in Mermaid: rounded boxes wait for a person, square ones happen by themselves. */
export function mermaid({ boxes, arrows }: Picture): string {
  return [
    "flowchart TD",
    ...boxes.map((box) => `  ${nodeId(box.id)}${drawn(box)}`),
    ...arrows.map(({ from, to, labels }) => {
      const label = labels.length === 0 ? "" : `|${labels.join(", ")}|`;
      return `  ${nodeId(from)} -->${label} ${nodeId(to)}`;
    }),
  ].join("\n");
}

function boxOf(stateName: string): string {
  return stateName.split(": ")[0] ?? stateName;
}

/** Breadth first, so that the picture and any list of it begin with the beginning. */
function inOrderOfPath(definition: Definition): readonly string[] {
  const reached = new Set([definition.StartAt]);
  for (const name of reached) {
    const state = definition.States[name];
    for (const { to } of state === undefined ? [] : waysOut(state)) reached.add(to);
  }
  return [...new Set([...reached].map(boxOf))];
}

function kindOf(id: string, definition: Definition, states: readonly State[]): Box["kind"] {
  if (id === boxOf(definition.StartAt)) return "begin";
  // A person's box has an end of its execution in it too: the case goes on at the same box in the next one.
  if (states.some(({ Resource }) => Resource?.endsWith(".waitForTaskToken"))) return "person";
  return states.some(({ Type }) => Type === "Succeed") ? "end" : "automatic";
}

function arrowsFrom(box: Box, definition: Definition): readonly Arrow[] {
  const ways = box.states
    .flatMap((name) => {
      const state = definition.States[name];
      return state === undefined ? [] : waysOut(state);
    })
    .map(({ to, when }) => ({ to: boxOf(to), label: when === undefined ? undefined : outcomeIn(when) }))
    .filter(({ to }) => to !== box.id);
  const targets = [...new Set(ways.map(({ to }) => to))];
  const drawnTargets = box.kind === "begin" ? targets.slice(0, 1) : targets;
  return drawnTargets.map((to) => ({
    from: box.id,
    to,
    labels:
      drawnTargets.length === 1
        ? []
        : ways.flatMap(({ to: target, label }) => (target === to && label !== undefined ? [label] : [])),
  }));
}

/** `handle` of `{% $states.input.outcome = 'handle' %}`. */
function outcomeIn(condition: string): string | undefined {
  return /= '([^']+)'/.exec(condition)?.[1];
}

function nodeId(id: string): string {
  return id.toLowerCase().replaceAll(/[^a-z0-9]+/g, "_");
}

function drawn({ id, kind }: Box): string {
  switch (kind) {
    case "begin":
      return "((Complaint))";
    case "person":
      return `(["${id}"])`;
    case "automatic":
      return `["${id}"]`;
    case "end":
      return `(("${id}"))`;
  }
}
