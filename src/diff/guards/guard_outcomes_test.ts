import { assertEquals } from "@std/assert";
import type { Effect, EffectKind } from "../../model/mod.ts";
import { DEFAULT_CONFIG, type Guards } from "../../source/mod.ts";
import { guardOutcomes, usedAcknowledgements } from "./guard_outcomes.ts";

const EU1 = effect("delete", "Cluster", "eu1");
const US1 = effect("delete", "ClusterDeployment", "us1");
const POOL = effect("delete", "MachineDeployment", "eu1-md", "prod/eu1");
const RELEASE = effect("replace", "HelmRelease", "eu1");
const SERVICE = effect(
  "replace",
  "HelmRelease",
  "eu1-dns-6042b18a",
  "prod/eu1",
);
const ROLLOUT = effect(
  "control-plane-rollout",
  "K0sControlPlane",
  "eu1-cp",
  "prod/eu1",
);
const WITHDRAWN = effect(
  "service-uninstall",
  "Profile",
  "eu1-8ba8496a",
  "prod/eu1",
);
const CREDENTIAL: Effect = {
  ...effect("in-place", "Credential", "aws", ""),
  rule: "effects/object-removed",
};

/** Effects, guards, what is accepted, and the states that are not `kept`. */
const CASES: readonly (readonly [
  string,
  readonly Effect[],
  Partial<Guards>,
  readonly string[],
  Readonly<Record<string, string>>,
])[] = [
  ["one deleted cluster is within the limit", [EU1], {}, [], {}],
  ["two are not", [EU1, US1], {}, [], { clustersDeleted: "tripped" }],
  [
    "two are, where one is accepted",
    [EU1, US1],
    {},
    ["delete:prod/us1"],
    { clustersDeleted: "acknowledged" },
  ],
  ["a pool is no cluster", [EU1, POOL], {}, [], {}],
  ["a replaced cluster is not", [RELEASE], {}, [], {
    clustersReplaced: "tripped",
  }],
  ["a replaced service is no cluster", [SERVICE], {}, [], {}],
  ["rollouts are not limited by themselves", [ROLLOUT], {}, [], {}],
  [
    "a rollout beyond the limit",
    [ROLLOUT],
    { controlPlanesRolled: 0 },
    [],
    { controlPlanesRolled: "tripped" },
  ],
  [
    "a protected kind",
    [CREDENTIAL],
    { protectedKinds: ["Credential"] },
    ["delete:Credential/prod/aws"],
    { protectedKinds: "acknowledged" },
  ],
  [
    "a protected namespace",
    [WITHDRAWN],
    { protectedNamespaces: ["prod"] },
    ["service-uninstall:prod/eu1"],
    { protectedNamespaces: "tripped" },
  ],
];

for (const [criterion, effects, guards, acknowledged, expected] of CASES) {
  Deno.test(`guardOutcomes() tells whether ${criterion}`, () => {
    const outcomes = guardOutcomes(effects, {
      guards: { ...DEFAULT_CONFIG.guards, ...guards },
      acknowledged,
      clusters: { before: 3, after: 1 },
    });
    const states = outcomes.flatMap(({ guard, state }) =>
      state === "kept" ? [] : [[guard, state]]
    );
    assertEquals(Object.fromEntries(states), expected);
  });
}

Deno.test("guardOutcomes() says what to write, once for each effect", () => {
  const [, outcome] = guardOutcomes([EU1, EU1, US1], {
    guards: DEFAULT_CONFIG.guards,
    acknowledged: [],
    clusters: { before: 2, after: 0 },
  });
  assertEquals(outcome?.acknowledgements, [
    "delete:prod/eu1",
    "delete:prod/us1",
  ]);
});

Deno.test("usedAcknowledgements() leaves out what does not happen", () => {
  assertEquals(
    usedAcknowledgements([EU1, ROLLOUT], [
      "delete:prod/us1",
      "delete:prod/eu1",
      "delete:prod/eu1",
    ]),
    ["delete:prod/eu1"],
  );
});

function effect(
  kind: EffectKind,
  objectKind: string,
  name: string,
  cluster = `prod/${name}`,
): Effect {
  return {
    kind,
    rule: "effects/demo",
    summary: "",
    object: { group: "", kind: objectKind, namespace: "prod", name },
    ...(cluster === "" ? {} : { cluster }),
    fields: [],
    causes: [],
    warnings: [],
  };
}
