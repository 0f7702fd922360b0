/**
 * Circles in graphs.
 *
 * @module
 */

/** What each node depends on. Nodes that are no key depend on nothing. */
export type Graph = ReadonlyMap<string, readonly string[]>;

/**
 * Finds circles. Every circle of the graph shares a node with one that is
 * found, so that a graph without findings has none.
 *
 * @param graph The graph.
 * @returns Each circle as its nodes, from the one that is reached first.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(findCycles(new Map([["a", ["b"]], ["b", ["a"]]])), [["a", "b"]]);
 * assertEquals(findCycles(new Map([["a", ["b"]]])), []);
 * ```
 */
export function findCycles(graph: Graph): string[][] {
  const cycles: string[][] = [];
  const done = new Set<string>();
  for (const start of graph.keys()) {
    if (done.has(start)) continue;
    walk(start, { graph, done, cycles });
  }
  return cycles;
}

/** Depth first, without recursion: chains may be longer than the stack. */
function walk(
  start: string,
  context: {
    readonly graph: Graph;
    readonly done: Set<string>;
    readonly cycles: string[][];
  },
): void {
  const { graph, done, cycles } = context;
  const path = [start];
  const depths = new Map([[start, 0]]);
  const pending = [[...graph.get(start) ?? []]];
  while (path.length > 0) {
    const next = pending.at(-1)?.shift();
    if (next === undefined) {
      const finished = path.pop() as string;
      pending.pop();
      depths.delete(finished);
      done.add(finished);
      continue;
    }
    const depth = depths.get(next);
    if (depth !== undefined) {
      cycles.push(path.slice(depth));
    } else if (!done.has(next)) {
      depths.set(next, path.length);
      path.push(next);
      pending.push([...graph.get(next) ?? []]);
    }
  }
}
