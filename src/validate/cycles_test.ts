import { assertEquals } from "@std/assert";
import { findCycles } from "./cycles.ts";

const CASES: readonly [edges: string, expected: string[]][] = [
  ["", []],
  ["a>b b>c a>c", []],
  ["a>a", ["a"]],
  ["a>b b>a", ["ab"]],
  ["x>a a>b b>c c>a", ["abc"]],
  ["a>b b>a c>d d>c", ["ab", "cd"]],
  ["a>unknown", []],
];

Deno.test("findCycles() finds circles and nothing else", () => {
  for (const [edges, expected] of CASES) {
    const cycles = findCycles(graphOf(edges)).map((cycle) => cycle.join(""));
    assertEquals([edges, cycles], [edges, expected]);
  }
});

Deno.test("findCycles() follows chains that are longer than the stack", () => {
  const graph = new Map<string, string[]>();
  for (let node = 0; node < 100_000; node++) {
    graph.set(`${node}`, [`${node + 1}`]);
  }
  assertEquals(findCycles(graph), []);
});

function graphOf(edges: string): Map<string, string[]> {
  const graph = new Map<string, string[]>();
  for (const edge of edges.split(" ").filter((part) => part !== "")) {
    const [from = "", to = ""] = edge.split(">");
    graph.set(from, [...graph.get(from) ?? [], to]);
  }
  return graph;
}
