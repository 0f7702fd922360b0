import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { K0RDENT_GROUP, K0RDENT_KINDS, takeInventory } from "../k0rdent/mod.ts";
import type { Definition, Manifest, Value } from "../model/mod.ts";
import { DEFAULT_CONFIG } from "../source/mod.ts";
import { loadLibrary } from "../templates/mod.ts";
import { validate } from "./validate.ts";

/** Fields that the schemas know, and some that all objects have. */
const KEYS = [
  "spec",
  "template",
  "config",
  "credential",
  "serviceSpec",
  "services",
  "name",
  "namespace",
  "dependsOn",
  "provider",
  "helm",
  "chartSpec",
  "chartRef",
  "sourceRef",
  "identityRef",
  "clusterSelector",
  "matchLabels",
  "supportedTemplates",
  "availableUpgrades",
  "clusterLabels",
  "ipamClaim",
  "__proto__",
  "constructor",
];

const { value } = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { depthSize: "medium", withCrossShrink: true },
    fc.constantFrom<Value>(
      null,
      true,
      0,
      1.5,
      2n ** 60n,
      "",
      "a",
      "aws-eks-1-0-13",
    ),
    fc.array(tie("value"), { maxLength: 3 }),
    fc.array(fc.tuple(fc.constantFrom(...KEYS), tie("value")), { maxLength: 4 })
      .map((entries) => Object.fromEntries(entries)),
  ),
}));

const manifest = fc.record({
  kind: fc.constantFrom(...K0RDENT_KINDS, "Secret", "ConfigMap"),
  name: fc.constantFrom("a", "b", "aws-eks-1-0-13"),
  spec: value,
}).map(({ kind, name, spec }) => ({
  apiVersion: K0RDENT_KINDS.includes(kind) ? `${K0RDENT_GROUP}/v1beta1` : "v1",
  kind,
  metadata: { name, namespace: "prod" },
  spec,
  data: spec,
} as Manifest));

Deno.test("validate() answers whatever it is given with findings that have a place", () => {
  const library = loadLibrary({ builtIn: new Map() });
  fc.assert(
    fc.property(fc.array(manifest, { maxLength: 6 }), (manifests) => {
      const definitions = manifests.map((one, document): Definition => ({
        manifest: one,
        origin: { file: "a.yaml", document, line: document + 1 },
      }));
      const before = structuredClone(definitions);
      const { inventory, findings } = takeInventory(definitions, {
        systemNamespace: "kcm-system",
      });
      const config = DEFAULT_CONFIG;
      const all = [...findings, ...validate({ inventory, config, library })];
      assert(all.every(({ place, object }) => place?.field && object));
      assertEquals(definitions, before);
    }),
    { numRuns: 500, seed: 1 },
  );
});
