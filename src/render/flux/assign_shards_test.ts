import { assertEquals } from "@std/assert";
import { assignShards } from "./assign_shards.ts";

const SETTINGS = { above: 3, size: 2 };

Deno.test("assignShards() gives few clusters Kustomizations of their own", () => {
  const clusters = ["a/1", "a/2", "a/3"];
  assertEquals(assignShards(clusters, new Map(), SETTINGS), new Map());
});

Deno.test("assignShards() never moves a cluster", () => {
  const previous = new Map([["a/9", "000"], ["a/5", "001"], ["a/7", "001"]]);
  const clusters = ["a/1", "a/2", "a/5", "a/7", "a/9"];
  assertEquals(
    assignShards(clusters, previous, SETTINGS),
    new Map([
      ["a/5", "001"],
      ["a/7", "001"],
      ["a/9", "000"],
      ["a/1", "000"],
      ["a/2", "002"],
    ]),
  );
});

Deno.test("assignShards() keeps shards though few clusters are left", () => {
  const previous = new Map([["a/1", "004"]]);
  assertEquals(assignShards(["a/1"], previous, SETTINGS), previous);
});

Deno.test("assignShards() does not depend on the order of clusters", () => {
  const clusters = ["a/1", "a/2", "b/1", "b/2", "c/1"];
  assertEquals(
    assignShards(clusters, new Map(), SETTINGS),
    assignShards(clusters.toReversed(), new Map(), SETTINGS),
  );
});
