import { assertEquals } from "@std/assert";
import type { Effect, EffectKind, Value } from "../../model/mod.ts";
import { groupEffects } from "./group_effects.ts";

/** An effect on a machine template of a cluster, named for the cluster. */
function effect(
  cluster: string,
  more: { kind?: EffectKind; image?: Value; line?: number } = {},
): Effect {
  const { kind = "worker-rollout", image = "two", line = 9 } = more;
  return {
    kind,
    rule: `effects/${kind}`,
    summary: "image",
    object: {
      group: "infrastructure.cluster.x-k8s.io",
      kind: "AWSMachineTemplate",
      namespace: "prod",
      name: `${cluster}-worker-mt-2c26b46b`,
    },
    cluster: `prod/${cluster}`,
    fields: [
      { path: ["metadata", "name"], after: `${cluster}-worker-mt-fcde2b2e` },
      { path: ["spec", "image"], before: "one", after: image },
    ],
    causes: [{
      file: "environments/prod.yaml",
      line,
      field: "spec.image",
      side: "after",
    }],
    warnings: ["Slow"],
  };
}

Deno.test("groupEffects() makes one row of a shared line in 1,000 clusters", () => {
  const names = Array.from({ length: 1000 }, (_, index) => `edge-${index}`);
  const groups = groupEffects(names.map((name) => effect(name)));
  assertEquals(groups.length, 1);
  const [group] = groups;
  assertEquals(group?.members.length, 1000);
  assertEquals(group?.exceptions, []);
  assertEquals(group?.causes.length, 1);
  assertEquals(group?.warnings, ["Slow"]);
});

Deno.test("groupEffects() names the clusters that are unlike the others", () => {
  const odd = effect("us1", { image: "three", line: 12 });
  const [group] = groupEffects([effect("eu1"), odd, effect("eu2")]);
  assertEquals(group?.exceptions, [odd]);
  assertEquals(group?.members.length, 3);
  assertEquals(group?.causes.map(({ line }) => line), [9, 12]);
});

Deno.test("groupEffects() begins with the gravest, then the largest", () => {
  const groups = groupEffects([
    effect("eu1", { kind: "in-place" }),
    effect("eu1", { kind: "no-effect" }),
    effect("eu1", { kind: "create" }),
    effect("eu1", { kind: "delete" }),
  ]);
  assertEquals(groups.map(({ kind }) => kind), [
    "delete",
    "create",
    "in-place",
  ]);
});

Deno.test("groupEffects() does not depend on the order of effects", () => {
  const effects = ["eu1", "us1", "eu2"].map((name) => effect(name));
  assertEquals(groupEffects(effects.toReversed()), groupEffects(effects));
});
