import { assertEquals } from "@std/assert";
import {
  settingLayer,
  type ValueLayer,
} from "../render/cluster/value_layer.ts";
import { historyOf, type LayerValue } from "./value_history.ts";

const LAYERS: readonly ValueLayer[] = [
  settingLayer("config", {
    auth: { mine: 1 },
    audit: { logPath: "/a", policyRef: { name: "mine" } },
    clusterLabels: { env: "dev" },
  }),
  settingLayer("authentication", { auth: { configWithAnon: true } }),
  {
    id: "audit-policy",
    edits: [{ kind: "drop", path: ["audit", "policyRef"] }],
  },
  {
    id: "labels",
    edits: [{ kind: "fill", path: ["clusterLabels"], value: { env: "prod" } }],
  },
];

/** A value, and what the layers say about it, the winner last. */
const CASES: readonly [path: string[], history: LayerValue[]][] = [
  [["auth", "mine"], [
    { layer: "config", value: 1 },
    { layer: "authentication" },
  ]],
  [["auth", "configWithAnon"], [{ layer: "authentication", value: true }]],
  [["audit", "logPath"], [{ layer: "config", value: "/a" }]],
  [["audit", "policyRef", "name"], [
    { layer: "config", value: "mine" },
    { layer: "audit-policy" },
  ]],
  [["clusterLabels", "env"], [
    { layer: "labels", value: "prod" },
    { layer: "config", value: "dev" },
  ]],
  [["nothing"], []],
];

Deno.test("historyOf() tells who sets, drops and fills a value", () => {
  for (const [path, history] of CASES) {
    assertEquals(historyOf(LAYERS, path), history, path.join("."));
  }
});
