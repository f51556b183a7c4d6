import type { Language } from "../../shared/domain/text.ts";
import type { MachineNode, MachinePicture } from "./dependencies.ts";
import { stepWords } from "./step-words.ts";
import { type Place, tracksOf } from "./tracks.ts";
import { wayWords } from "./way-words.ts";
import { words } from "./words.ts";

/** Whether the execution is in a step now, was in it before, or has not been there. */
export type Progress = "current" | "visited" | "ahead";

interface Props {
  readonly picture: MachinePicture;
  readonly language: Language;
  readonly progressOf: (node: MachineNode) => Progress;
  readonly title: string;
  readonly description: string;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

const step = { width: 176, height: 44 } as const;
/** A track with steps in it needs their width, one that only passes needs a line and its label. */
const trackWidth = { steps: 208, passing: 72 } as const;
const layerHeight = 88;
const margin = 12;
/** The widest drawing, px, that has room for the steps in words beside it. */
const besideSteps = 760;

/** The machine from top to bottom. People's steps are round; current and visited ones are marked. */
export function MachineDrawing({ picture, language, progressOf, title, description }: Props) {
  const { places, routes } = tracksOf({ nodes: picture.nodes.map(({ id }) => id), edges: picture.edges });
  const all = routes.flatMap(({ through }) => through).concat([...places.values()]);
  const centres = trackCentres(all, new Set([...places.values()].map(({ track }) => track)));
  const centre = ({ layer, track }: Place): Point => ({
    x: centres.get(track) ?? 0,
    y: margin + step.height / 2 + layer * layerHeight,
  });
  const lowest = Math.max(0, ...all.map(({ layer }) => layer));
  const right = Math.max(0, ...[...places.values()].map((place) => centre(place).x)) + step.width / 2;
  const widest = Math.max(right, ...centres.values());
  const ways = picture.edges.map((edge, index) => {
    const route = routes[index] ?? { way: "down", through: [] };
    const before = routes.slice(0, index).filter(({ way }) => way === "up").length;
    const points = route.through.map(centre);
    return { ...edge, ...(route.way === "down" ? down(points) : up(points, widest + 24 + before * 24)) };
  });
  const width = widest + margin + routes.filter(({ way }) => way === "up").length * 24 + 24;
  const height = margin * 2 + lowest * layerHeight + step.height;
  return (
    <svg
      class={width > besideSteps ? "machine machine--wide" : "machine"}
      viewBox={`0 0 ${Math.round(width)} ${height}`}
      width={Math.round(width)}
      role="img"
      aria-labelledby="machine-title machine-description"
    >
      <title id="machine-title">{title}</title>
      <desc id="machine-description">{description}</desc>
      <defs>
        <marker id="machine-tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
          <path class="machine__tip" d="M0 0 8 4 0 8Z" />
        </marker>
      </defs>
      {ways.map(({ from, to, path }) => (
        <path key={`${from}/${to}`} class="machine__way" d={path} marker-end="url(#machine-tip)" />
      ))}
      {ways.map(({ from, to, label, middle }) =>
        label === undefined ? null : (
          <text key={`${from}/${to}`} class="machine__label" x={middle.x} y={middle.y + 4} text-anchor="middle">
            {wayWords(label, language)}
          </text>
        ),
      )}
      {picture.nodes.map((node) => {
        const place = places.get(node.id);
        return place === undefined ? null : (
          <Step
            key={node.id}
            name={stepWords(node.id, language)}
            node={node}
            centre={centre(place)}
            progress={progressOf(node)}
            above={node.id === picture.withdrawn ? words.whenWithdrawn[language] : undefined}
          />
        );
      })}
    </svg>
  );
}

interface StepProps {
  readonly name: string;
  readonly node: MachineNode;
  readonly centre: Point;
  readonly progress: Progress;
  /** When one comes here, where no way leads to it. */
  readonly above: string | undefined;
}

function Step({ name, node, centre: { x, y }, progress, above }: StepProps) {
  const lines = inLines(name);
  return (
    <g class={`machine__step machine__step--${node.kind} machine__step--${progress}`}>
      <rect
        x={x - step.width / 2}
        y={y - step.height / 2}
        width={step.width}
        height={step.height}
        rx={node.kind === "automatic" ? 4 : step.height / 2}
      />
      {lines.map((line, index) => (
        <text key={line} x={x} y={y + 5 + (index - (lines.length - 1) / 2) * 16} text-anchor="middle">
          {line}
        </text>
      ))}
      {above !== undefined && (
        <text class="machine__label" x={x} y={y - step.height / 2 - 8} text-anchor="middle">
          {above}
        </text>
      )}
    </g>
  );
}

function trackCentres(all: readonly Place[], withSteps: ReadonlySet<number>): ReadonlyMap<number, number> {
  const centres = new Map<number, number>();
  let x = margin;
  for (const track of [...new Set(all.map(({ track: one }) => one))].sort((a, b) => a - b)) {
    const width = withSteps.has(track) ? trackWidth.steps : trackWidth.passing;
    centres.set(track, x + width / 2);
    x += width;
  }
  return centres;
}

/** Straight through the layers, sideways only in the gaps between them, where no step is in the way. */
function down(points: readonly Point[]): { readonly path: string; readonly middle: Point } {
  const [start = { x: 0, y: 0 }, ...rest] = points;
  let from = { x: start.x, y: start.y + step.height / 2 };
  let path = `M${at(from)}`;
  for (const [index, point] of rest.entries()) {
    const arrives = { x: point.x, y: point.y - step.height / 2 - (index === rest.length - 1 ? 2 : 0) };
    const half = (from.y + arrives.y) / 2;
    path += `C${at({ x: from.x, y: half })} ${at({ x: arrives.x, y: half })} ${at(arrives)}`;
    from = { x: point.x, y: point.y + step.height / 2 };
    if (index < rest.length - 1) path += `L${at(from)}`;
  }
  const next = rest[0] ?? start;
  // Beside each other in the first gap the words of several ways would run together: at the first bend each has a track of its own.
  const middle = rest.length > 1 ? next : { x: start.x + (next.x - start.x) * 0.62, y: start.y + layerHeight / 2 };
  return { path, middle };
}

/** Around the right side, where nothing else is. */
function up(points: readonly Point[], right: number): { readonly path: string; readonly middle: Point } {
  const from = points[0] ?? { x: 0, y: 0 };
  const to = points.at(-1) ?? from;
  const start = { x: from.x + step.width / 2, y: from.y };
  const end = { x: to.x + step.width / 2 + 2, y: to.y };
  const middle = { x: right, y: (start.y + end.y) / 2 };
  const path = `M${at(start)}C${at({ x: right, y: start.y })} ${at({ x: right, y: start.y })} ${at(middle)}S${at({ x: right, y: end.y })} ${at(end)}`;
  return { path, middle };
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
    .map((_, index) => [words.slice(0, index + 1), words.slice(index + 1)].map((some) => some.join(" ")));
  const longest = (lines: readonly string[]) => Math.max(...lines.map(({ length }) => length));
  return breaks.toSorted((a, b) => longest(a) - longest(b))[0] ?? [label];
}
