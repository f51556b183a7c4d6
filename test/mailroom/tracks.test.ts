import fc from "fast-check";
import { expect, test } from "vitest";
import { tracksOf } from "../../local/mailroom/tracks.ts";

/** Mostly forward, as paths are, and now and then back. */
const graph = fc.integer({ min: 4, max: 12 }).chain((size) =>
  fc
    .uniqueArray(fc.tuple(fc.nat(size - 1), fc.nat(size - 1), fc.integer({ min: 1, max: 8 })), {
      minLength: size,
      maxLength: size * 2,
      selector: ([a, b]) => `${a}/${b}`,
    })
    .map((drawn) => ({
      nodes: Array.from({ length: size }, (_, index) => `n${index}`),
      edges: drawn
        .filter(([a, b]) => a !== b)
        .map(([a, b, way]) => (way === 8 ? [Math.max(a, b), Math.min(a, b)] : [Math.min(a, b), Math.max(a, b)]))
        .map(([from, to]) => ({ from: `n${from}`, to: `n${to}` })),
    })),
);

test("whatever the machine, no two steps are in one place and no way runs through a step", () => {
  fc.assert(
    fc.property(graph, ({ nodes, edges }) => {
      const { places, routes } = tracksOf({ nodes, edges });
      const spot = ({ layer, track }: { layer: number; track: number }) => `${layer}/${track}`;
      const bends = routes.flatMap(({ way, through }) => (way === "down" ? through.slice(1, -1) : []));
      const taken = [...[...places.values()].map(spot), ...bends.map(spot)];
      expect(places.size).toBe(nodes.length);
      expect(new Set(taken).size).toBe(taken.length);
    }),
  );
});

test("whatever the machine, ways down go down a layer at a time from step to step", () => {
  fc.assert(
    fc.property(graph, ({ nodes, edges }) => {
      const { places, routes } = tracksOf({ nodes, edges });
      for (const [index, { way, through }] of routes.entries()) {
        const edge = edges[index];
        expect([through[0], through.at(-1)]).toEqual([places.get(edge?.from ?? ""), places.get(edge?.to ?? "")]);
        const layers = through.map(({ layer }) => layer);
        if (way === "down") expect(layers).toEqual(layers.map((_, step) => (layers[0] ?? 0) + step));
      }
    }),
  );
});

test("the longest path runs straight down the middle, a way around it beside", () => {
  const { places, routes } = tracksOf({
    nodes: ["a", "b", "c", "d"],
    edges: [
      { from: "a", to: "b" },
      { from: "b", to: "c" },
      { from: "c", to: "d" },
      { from: "a", to: "d" },
      { from: "c", to: "b" },
    ],
  });
  expect([...places.values()].map(({ track }) => track)).toEqual([0, 0, 0, 0]);
  expect(routes[3]?.through.map(({ track }) => track)).toEqual([0, 1, 1, 0]);
  expect(routes[4]?.way).toBe("up");
});

test("a step to which nothing leads stands just above where it leads to", () => {
  const { places } = tracksOf({
    nodes: ["a", "b", "c", "aside"],
    edges: [
      { from: "a", to: "b" },
      { from: "b", to: "c" },
      { from: "aside", to: "c" },
    ],
  });
  expect(places.get("aside")?.layer).toBe(1);
});
