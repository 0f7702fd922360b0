import { assertEquals } from "@std/assert";
import { definitionsOf, inShort } from "../../../tests/definitions.ts";
import { identityOf, type Value } from "../../model/mod.ts";
import { loadYaml } from "../../yaml/mod.ts";
import { CrdCatalogue } from "./catalogue.ts";
import { CrdCheck } from "./crd_check.ts";
import { readCustomResource } from "./custom_resource.ts";

const CRD = `
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: things.example.com}
spec:
  group: example.com
  names: {kind: Thing, plural: things}
  scope: Namespaced
  versions:
    - name: v1
      served: true
      storage: true
      schema:
        openAPIV3Schema:
          type: object
          properties:
            spec:
              type: object
              x-kubernetes-validations:
                - {rule: "self.size <= 9", message: size is at most 9.}
                - {rule: "quantity(self.memory) > 1"}
              properties:
                size: {type: integer, default: 1, maximum: 9223372036854775807}
                memory: {type: string}
    - name: v1alpha1
      served: false
      storage: false
`;

const CASES: readonly [string, string, string[]][] = [
  ["accepts what fits", "spec: {size: 2}", []],
  ["finds an unknown field", "spec: {sizes: 2}", [
    "crd/unknown-field spec.sizes:",
    "crd/unchecked-rule kind",
  ]],
  ["finds a wrong value and then asks no rules", "spec: {size: big}", [
    "crd/invalid-value spec.size",
  ]],
  ["finds a broken rule", "spec: {size: 10}", [
    "crd/broken-rule spec",
    "crd/unchecked-rule kind",
  ]],
];

for (const [criterion, text, expected] of CASES) {
  Deno.test(`CrdCheck.definition() ${criterion}`, () => {
    const found = newCheck().definition(thing(text));
    const isNoted = expected.length === 0;
    assertEquals(
      inShort(found),
      isNoted ? ["crd/unchecked-rule kind"] : expected,
    );
  });
}

Deno.test("CrdCheck.definition() says what concerns a kind once", () => {
  const check = newCheck();
  const first = check.definition(thing("spec: {size: 2}"));
  assertEquals(inShort(first), ["crd/unchecked-rule kind"]);
  assertEquals(check.definition(thing("spec: {size: 3}")), []);
});

Deno.test("CrdCheck.definition() suggests the field that was meant", () => {
  const [finding] = newCheck().definition(thing("spec: {sizes: 2}"));
  assertEquals(finding?.remedy, 'Did you mean "spec.size"?');
  assertEquals(
    finding?.message,
    'Cannot accept "spec.sizes" of Thing prod/a: the CRD has no such field',
  );
});

Deno.test("CrdCheck.definition() finds a version that is not served", () => {
  const definition = thing("spec: {}", "v1alpha1");
  const [finding] = newCheck().definition(definition);
  assertEquals(
    finding?.message,
    'Cannot accept "apiVersion" of Thing prod/a: the CRD serves v1',
  );
});

Deno.test("CrdCheck.definition() passes encrypted objects", () => {
  const definition = { ...thing("spec: {sizes: 2}"), verbatim: "" };
  assertEquals(newCheck().definition(definition), []);
});

Deno.test("CrdCheck.definition() tells of a schema that is none", () => {
  const broken = CRD.replace("type: object\n", "type: 5\n");
  const [finding] = newCheck(broken).definition(thing("spec: {}"));
  assertEquals(finding?.rule.id, "crd/unreadable-schema");
});

Deno.test("CrdCheck.rendered() names the object and points to its definition", () => {
  const { manifest, origin } = thing("spec: {size: 10}");
  const from = identityOf({
    apiVersion: "k0rdent.mirantis.com/v1beta1",
    kind: "ClusterDeployment",
    metadata: { name: "eu1", namespace: "prod" },
  });
  const [finding] = newCheck().rendered({ manifest, origin }, from);
  assertEquals(
    finding?.message,
    'Cannot accept "spec" of Thing prod/a, which ClusterDeployment prod/eu1 is rendered to: size is at most 9',
  );
  assertEquals(finding?.place, { origin, field: [] });
});

function newCheck(text = CRD): CrdCheck {
  const outcome = readCustomResource(loadYaml(text) as Value);
  if (outcome.kind !== "read") throw new Error(outcome.reason);
  return new CrdCheck(new CrdCatalogue([outcome.crd]));
}

function thing(text: string, version = "v1") {
  const [definition] = definitionsOf(
    `{apiVersion: example.com/${version}, kind: Thing, metadata: {name: a, namespace: prod}}`,
  );
  if (definition === undefined) throw new Error("Cannot read the thing");
  const fields = loadYaml(text) as Record<string, Value>;
  return { ...definition, manifest: { ...definition.manifest, ...fields } };
}
