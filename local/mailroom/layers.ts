/** A directed graph; where there is a choice, boxes keep the order they are given in. */
export interface Graph {
  readonly nodes: readonly string[];
  readonly edges: readonly { readonly from: string; readonly to: string }[];
}

/** Where a node is: layers from the top, columns from the left and fractional. */
export interface Place {
  readonly layer: number;
  readonly column: number;
}

export interface Layered {
  readonly places: ReadonlyMap<string, Place>;
  /** For each edge of the graph the places it goes through, ends included. A way back up has only its ends. */
  readonly routes: readonly { readonly way: "down" | "up"; readonly through: readonly Place[] }[];
  readonly layers: number;
  readonly columns: number;
}

/**
 * Places a graph in layers, every step below all steps that lead to it (Sugiyama's method, small): ways back are set
 * apart, long ways get a bend in each layer they cross, and layers are ordered so that few ways cross.
 */
export function layered(graph: Graph): Layered {
  const back = waysBack(graph);
  const forward = graph.edges.filter((edge) => !back.has(edge));
  const layerOf = longestPaths(graph.nodes, forward);
  const chains = forward.map((edge, index) => chainOf(edge, index, layerOf));
  const rows = rowsOf(graph.nodes, layerOf, chains);
  const neighbours = neighboursOf(chains);
  for (let sweep = 0; sweep < 8; sweep += 1) orderRows(rows, neighbours, sweep % 2 === 0);
  const columns = columnsOf(rows, neighbours);
  const placeOf = (node: string): Place => ({
    layer: rows.findIndex((row) => row.includes(node)),
    column: columns.get(node) ?? 0,
  });
  const chainByEdge = new Map(forward.map((edge, index) => [edge, chains[index] ?? []]));
  return {
    places: new Map(graph.nodes.map((node) => [node, placeOf(node)])),
    routes: graph.edges.map((edge) => {
      const chain = chainByEdge.get(edge);
      return chain === undefined
        ? { way: "up", through: [placeOf(edge.from), placeOf(edge.to)] }
        : { way: "down", through: chain.map(placeOf) };
    }),
    layers: rows.length,
    columns: Math.max(0, ...columns.values()) + 1,
  };
}

type Edge = Graph["edges"][number];

/** Edges that lead to a node from which the walk is still on its way: leaving them out breaks every circle. */
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

function longestPaths(nodes: readonly string[], edges: readonly Edge[]): ReadonlyMap<string, number> {
  const layers = new Map(nodes.map((node) => [node, 0]));
  // A path without circles has fewer steps than there are nodes.
  for (let round = 0; round < nodes.length; round += 1) {
    for (const { from, to } of edges) {
      const below = (layers.get(from) ?? 0) + 1;
      if (below > (layers.get(to) ?? 0)) layers.set(to, below);
    }
  }
  return layers;
}

/** The edge as a chain with a bend in each layer between its ends. */
function chainOf({ from, to }: Edge, index: number, layerOf: ReadonlyMap<string, number>): readonly string[] {
  const between = (layerOf.get(to) ?? 0) - (layerOf.get(from) ?? 0) - 1;
  return [from, ...Array.from({ length: between }, (_, step) => `\u0000${index}/${step}`), to];
}

function rowsOf(
  nodes: readonly string[],
  layerOf: ReadonlyMap<string, number>,
  chains: readonly (readonly string[])[],
): string[][] {
  const rows: string[][] = Array.from({ length: Math.max(-1, ...layerOf.values()) + 1 }, () => []);
  for (const node of nodes) rows[layerOf.get(node) ?? 0]?.push(node);
  for (const [from = "", ...rest] of chains) {
    const top = layerOf.get(from) ?? 0;
    for (const [step, bend] of rest.slice(0, -1).entries()) rows[top + step + 1]?.push(bend);
  }
  return rows;
}

interface Neighbours {
  readonly above: ReadonlyMap<string, readonly string[]>;
  readonly below: ReadonlyMap<string, readonly string[]>;
}

function neighboursOf(chains: readonly (readonly string[])[]): Neighbours {
  const above = new Map<string, string[]>();
  const below = new Map<string, string[]>();
  for (const chain of chains) {
    for (const [index, node] of chain.entries()) {
      const next = chain[index + 1];
      if (next === undefined) continue;
      below.set(node, [...(below.get(node) ?? []), next]);
      above.set(next, [...(above.get(next) ?? []), node]);
    }
  }
  return { above, below };
}

/** Puts each node near the middle of its neighbours in the row that was ordered before. */
function orderRows(rows: string[][], { above, below }: Neighbours, down: boolean): void {
  const indices = rows.map((_, index) => index);
  for (const index of down ? indices.slice(1) : indices.slice(0, -1).reverse()) {
    const row = rows[index] ?? [];
    const other = rows[index + (down ? -1 : 1)] ?? [];
    const toOther = down ? above : below;
    const middle = (node: string): number => {
      const positions = (toOther.get(node) ?? []).map((neighbour) => other.indexOf(neighbour));
      return positions.length === 0 ? row.indexOf(node) : mean(positions);
    };
    const order = new Map(row.map((node) => [node, middle(node)]));
    row.sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
  }
}

/** Columns that keep the order of each row, a column apart at least, and pull chains straight. */
function columnsOf(rows: readonly (readonly string[])[], { above, below }: Neighbours): ReadonlyMap<string, number> {
  const columns = new Map(rows.flatMap((row) => row.map((node, index): [string, number] => [node, index])));
  for (let sweep = 0; sweep < 24; sweep += 1) {
    const down = sweep % 2 === 0;
    for (const row of down ? rows : rows.toReversed()) {
      const wanted = row.map((node) => {
        const neighbours = [...(above.get(node) ?? []), ...(below.get(node) ?? [])].map((one) => columns.get(one) ?? 0);
        return neighbours.length === 0 ? (columns.get(node) ?? 0) : mean(neighbours);
      });
      for (const [index, column] of apart(wanted).entries()) columns.set(row[index] ?? "", column);
    }
  }
  const leftmost = Math.min(...columns.values());
  return new Map([...columns].map(([node, column]) => [node, column - leftmost]));
}

/** Positions near those wanted that are one apart: pushed to the right, pushed to the left, then the mean of both. */
function apart(wanted: readonly number[]): readonly number[] {
  const left = pushed(wanted.map((column) => -column).toReversed()).map((column) => -column);
  return pushed(wanted).map((right, index) => mean([right, left.at(-1 - index) ?? right]));
}

function pushed(wanted: readonly number[]): readonly number[] {
  const placed: number[] = [];
  for (const column of wanted) placed.push(Math.max(column, (placed.at(-1) ?? Number.NEGATIVE_INFINITY) + 1));
  return placed;
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}
