import type { MachineNode, MachinePicture } from "./dependencies.ts";
import { type Layered, layered, type Place } from "./layers.ts";

/** Whether the execution is in a box now, was in it before, or has not been there. */
export type Progress = "current" | "visited" | "ahead";

interface Props {
  readonly picture: MachinePicture;
  readonly progressOf: (node: MachineNode) => Progress;
  readonly title: string;
  readonly description: string;
}

const box = { width: 168, height: 46 } as const;
const cell = { width: 196, height: 92 } as const;
const margin = 16;

/** The machine from top to bottom. People's steps are round, current and visited ones are marked. */
export function MachineDrawing({ picture, progressOf, title, description }: Props) {
  const drawn = layered({ nodes: picture.nodes.map(({ id }) => id), edges: picture.edges });
  const ways = drawn.routes.filter(({ way }) => way === "up").length;
  const width = margin * 2 + drawn.columns * cell.width + ways * 26;
  const height = margin * 2 + (drawn.layers - 1) * cell.height + box.height;
  return (
    <svg
      class="machine"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-labelledby="machine-title machine-description"
    >
      <title id="machine-title">{title}</title>
      <desc id="machine-description">{description}</desc>
      <defs>
        <marker id="machine-tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto">
          <path class="machine__tip" d="M0 0 8 4 0 8Z" />
        </marker>
      </defs>
      {picture.edges.map((edge, index) => (
        <Way key={`${edge.from}/${edge.to}`} index={index} label={edge.label} drawn={drawn} />
      ))}
      {picture.nodes.map((one) => {
        const place = drawn.places.get(one.id);
        return place === undefined ? null : <Step key={one.id} node={one} place={place} progress={progressOf(one)} />;
      })}
    </svg>
  );
}

function Step({
  node,
  place,
  progress,
}: {
  readonly node: MachineNode;
  readonly place: Place;
  readonly progress: Progress;
}) {
  const { x, y } = centre(place);
  const lines = inLines(node.id);
  const roundness = node.kind === "automatic" ? 4 : box.height / 2;
  return (
    <g class={`machine__step machine__step--${node.kind} machine__step--${progress}`}>
      <rect x={x - box.width / 2} y={y - box.height / 2} width={box.width} height={box.height} rx={roundness} />
      {lines.map((line, index) => (
        <text key={line} x={x} y={y + 5 + (index - (lines.length - 1) / 2) * 16} text-anchor="middle">
          {line}
        </text>
      ))}
    </g>
  );
}

function Way({
  index,
  label,
  drawn,
}: {
  readonly index: number;
  readonly label: string | undefined;
  readonly drawn: Layered;
}) {
  const route = drawn.routes[index];
  if (route === undefined) return null;
  const before = drawn.routes.slice(0, index).filter(({ way }) => way === "up").length;
  const rightEdge = margin + drawn.columns * cell.width + before * 26 + 12;
  const { path, middle } = route.way === "down" ? down(route.through) : up(route.through, rightEdge);
  return (
    <g class="machine__way">
      <path d={path} marker-end="url(#machine-tip)" />
      {label !== undefined && (
        <text x={middle.x} y={middle.y} text-anchor="middle">
          {label}
        </text>
      )}
    </g>
  );
}

interface Point {
  readonly x: number;
  readonly y: number;
}

function centre({ layer, column }: Place): Point {
  return { x: margin + (column + 0.5) * cell.width, y: margin + box.height / 2 + layer * cell.height };
}

/** From the bottom of the first box through the bends to the top of the last, leaving and arriving straight. */
function down(through: readonly Place[]): { readonly path: string; readonly middle: Point } {
  const centres = through.map(centre);
  const last = centres.length - 1;
  const points = centres.map(({ x, y }, index) => ({
    x,
    y: index === 0 ? y + box.height / 2 : index === last ? y - box.height / 2 - 1 : y,
  }));
  const [start = { x: 0, y: 0 }, ...rest] = points;
  let from = start;
  let path = `M${at(start)}`;
  for (const to of rest) {
    const half = (to.y - from.y) / 2;
    path += `C${at({ x: from.x, y: from.y + half })} ${at({ x: to.x, y: to.y - half })} ${at(to)}`;
    from = to;
  }
  const second = rest[0] ?? start;
  return {
    path,
    middle: {
      x: (start.x + second.x) / 2,
      y: (start.y + Math.min(second.y, start.y + cell.height - box.height)) / 2 + 4,
    },
  };
}

/** Around the right side, where nothing else is. */
function up(through: readonly Place[], right: number): { readonly path: string; readonly middle: Point } {
  const from = centre(through[0] ?? { layer: 0, column: 0 });
  const to = centre(through.at(-1) ?? { layer: 0, column: 0 });
  const start = { x: from.x + box.width / 2, y: from.y };
  const end = { x: to.x + box.width / 2 + 1, y: to.y };
  const path = `M${at(start)}C${at({ x: right, y: start.y })} ${at({ x: right, y: start.y })} ${at({ x: right, y: (start.y + end.y) / 2 })}S${at({ x: right, y: end.y })} ${at(end)}`;
  return { path, middle: { x: right, y: (start.y + end.y) / 2 } };
}

function at({ x, y }: Point): string {
  return `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`;
}

/** At most two lines, broken where they are most alike. */
function inLines(label: string): readonly string[] {
  if (label.length <= 20) return [label];
  const words = label.split(" ");
  const breaks = words
    .slice(1)
    .map((_, index) => [words.slice(0, index + 1).join(" "), words.slice(index + 1).join(" ")]);
  const longest = (lines: readonly string[]) => Math.max(...lines.map(({ length }) => length));
  return breaks.toSorted((a, b) => longest(a) - longest(b))[0] ?? [label];
}
