/** A directed graph; where there is a choice, what comes first in these lists comes first in the picture. */
export interface Graph {
  readonly nodes: readonly string[];
  readonly edges: readonly Edge[];
}
export interface Edge {
  readonly from: string;
  readonly to: string;
}

/** Where a node or a bend is: layers from the top, tracks beside the main one (0), negative to the left. */
export interface Place {
  readonly layer: number;
  readonly track: number;
}

export interface Tracks {
  readonly places: ReadonlyMap<string, Place>;
  /** For each edge the places it goes through, ends included, in the order of the edges. A way back up has only its ends. */
  readonly routes: readonly { readonly way: "down" | "up"; readonly through: readonly Place[] }[];
}

/**
 * Lays a graph out like a railway map: every step below all steps that lead to it, the longest path straight down the
 * middle, and each remaining path on the nearest free track beside it. A way that passes layers has a bend in each,
 * so that nothing else is put there. Ways back up are set apart.
 */
export function tracksOf(graph: Graph): Tracks {
  const back = waysBack(graph);
  const forward = graph.edges.filter((edge) => !back.has(edge));
  const layers = longestWays(graph.nodes, forward);
  lowerSideEntrances(graph.nodes, forward, layers);
  const chains = new Map(forward.map((edge, index) => [edge, chainOf(edge, index, layers)]));
  const links = [...chains.values()].flatMap((chain) =>
    chain.slice(1).map((to, index) => ({ from: chain[index] ?? to, to })),
  );
  const tracks = assign([...new Set([...graph.nodes, ...[...chains.values()].flat()])], links, layers);
  const placeOf = (id: string): Place => ({ layer: layers.get(id) ?? 0, track: tracks.get(id) ?? 0 });
  return {
    places: new Map(graph.nodes.map((node) => [node, placeOf(node)])),
    routes: graph.edges.map((edge) => {
      const chain = chains.get(edge);
      return chain === undefined
        ? { way: "up", through: [placeOf(edge.from), placeOf(edge.to)] }
        : { way: "down", through: chain.map(placeOf) };
    }),
  };
}

/** Edges to a node from which the walk is still on its way: leaving them out breaks every circle. */
function waysBack({ nodes, edges }: Graph): ReadonlySet<Edge> {
  const back = new Set<Edge>();
  const walking = new Set<string>();
  const done = new Set<string>();
  const walk = (node: string): void => {
    walking.add(node);
    for (const edge of edges.filter(({ from }) => from === node)) {
      if (walking.has(edge.to)) back.add(edge);
      else if (!done.has(edge.to)) walk(edge.to);
    }
    walking.delete(node);
    done.add(node);
  };
  for (const node of nodes) if (!done.has(node)) walk(node);
  return back;
}

/** The layer of each node: the length of the longest way to it. */
function longestWays(nodes: readonly string[], edges: readonly Edge[]): Map<string, number> {
  const layers = new Map(nodes.map((node) => [node, 0]));
  // A way without circles has fewer steps than there are nodes.
  for (const _ of nodes) {
    for (const { from, to } of edges) {
      layers.set(to, Math.max(layers.get(to) ?? 0, (layers.get(from) ?? 0) + 1));
    }
  }
  return layers;
}

/** A step to which nothing leads, but for the first, stands just above the step that it leads to. */
function lowerSideEntrances(nodes: readonly string[], edges: readonly Edge[], layers: Map<string, number>): void {
  for (const node of nodes.slice(1).filter((one) => edges.every(({ to }) => to !== one))) {
    const next = edges.filter(({ from }) => from === node).map(({ to }) => layers.get(to) ?? 0);
    if (next.length > 0) layers.set(node, Math.max(0, Math.min(...next) - 1));
  }
}

/** The edge as a chain with a bend in each layer between its ends; the bends get their layer. */
function chainOf({ from, to }: Edge, index: number, layers: Map<string, number>): readonly string[] {
  const top = layers.get(from) ?? 0;
  const chain = [from];
  for (let layer = top + 1; layer < (layers.get(to) ?? 0); layer += 1) {
    const bend = `bend ${layer} of edge ${index}`;
    layers.set(bend, layer);
    chain.push(bend);
  }
  return [...chain, to];
}

/** Takes the longest path that has no track yet, gives it the nearest free one, and goes on until none is left. */
function assign(
  vertices: readonly string[],
  links: readonly Edge[],
  layers: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  const tracks = new Map<string, number>();
  const taken = new Set<string>();
  const fromTop = vertices.toSorted((a, b) => (layers.get(a) ?? 0) - (layers.get(b) ?? 0));
  for (let left = fromTop; left.length > 0; left = left.filter((one) => !tracks.has(one))) {
    const path = longestPath(left, links);
    const before = links.find(({ to }) => to === path[0])?.from;
    const wanted = tracks.get(before ?? "") ?? 0;
    const isFree = (track: number) => path.every((one) => !taken.has(`${layers.get(one)}/${track}`));
    const track = nearest(wanted).find(isFree) ?? wanted;
    for (const one of path) {
      tracks.set(one, track);
      taken.add(`${layers.get(one)}/${track}`);
    }
  }
  return tracks;
}

function longestPath(fromTop: readonly string[], links: readonly Edge[]): readonly string[] {
  const here = new Set(fromTop);
  const paths = new Map<string, readonly string[]>();
  for (const vertex of fromTop.toReversed()) {
    const below = links.filter(({ from, to }) => from === vertex && here.has(to)).map(({ to }) => paths.get(to) ?? []);
    const longest = below.reduce((best, path) => (path.length > best.length ? path : best), []);
    paths.set(vertex, [vertex, ...longest]);
  }
  return fromTop.reduce<readonly string[]>((best, vertex) => {
    const path = paths.get(vertex) ?? [];
    return path.length > best.length ? path : best;
  }, []);
}

/** Tracks by distance, right before left. */
function nearest(track: number): readonly number[] {
  return [0, ...Array.from({ length: 60 }, (_, step) => step + 1).flatMap((step) => [step, -step])].map(
    (distance) => track + distance,
  );
}
