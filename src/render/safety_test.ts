import { assertEquals, assertStrictEquals } from "@std/assert";
import type { Manifest, ValueMap } from "../model/mod.ts";
import {
  CLEANUP_FINALIZER,
  keptOnPrune,
  PRUNE,
  SUBSTITUTE,
  unsubstituted,
  withoutController,
} from "./safety.ts";

function configMap(fields: ValueMap = {}, metadata: ValueMap = {}): Manifest {
  return {
    apiVersion: "v1",
    kind: "ConfigMap",
    metadata: { name: "a", ...metadata },
    ...fields,
  };
}

Deno.test("keptOnPrune() leaves a decision made in the definition alone", () => {
  const annotated = configMap({}, { annotations: { [PRUNE]: "enabled" } });
  const labelled = configMap({}, { labels: { [PRUNE]: "enabled" } });
  assertStrictEquals(keptOnPrune(annotated), annotated);
  assertStrictEquals(keptOnPrune(labelled), labelled);
});

Deno.test("keptOnPrune() does not change the definition", () => {
  const definition = configMap({}, { annotations: { team: "a" } });
  const kept = keptOnPrune(definition);
  assertEquals(definition.metadata.annotations, { team: "a" });
  assertEquals(kept.metadata.annotations, { team: "a", [PRUNE]: "disabled" });
});

Deno.test("unsubstituted() finds variables at every level, in keys as well", () => {
  const cases: [ValueMap, boolean][] = [
    [{ data: { a: "$HOME" } }, false],
    [{ data: { a: "x ${HOME}" } }, true],
    [{ data: { "${a}": "x" } }, true],
    [{ list: [{ deep: ["${a}"] }] }, true],
  ];
  for (const [fields, expected] of cases) {
    const { annotations } = unsubstituted(configMap(fields)).metadata;
    assertEquals(
      annotations,
      expected ? { [SUBSTITUTE]: "disabled" } : undefined,
    );
  }
});

Deno.test("withoutController() keeps the finalizers of others", () => {
  const finalizers = ["other/finalizer", CLEANUP_FINALIZER];
  assertEquals(
    withoutController(configMap({}, { finalizers })).metadata,
    { name: "a", finalizers: ["other/finalizer"] },
  );
});

Deno.test("withoutController() drops owner references", () => {
  const ownerReferences = [{ kind: "Secret", name: "b", uid: "1" }];
  assertEquals(
    withoutController(configMap({}, { ownerReferences })).metadata,
    { name: "a" },
  );
});
