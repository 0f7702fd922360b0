import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import type { Identity } from "../model/mod.ts";
import { objectFileName, pathComponent } from "./path.ts";

const text = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: fc.constantFrom(..."aAbB.-_=/\\:u0é\ud800") }),
  fc.constantFrom("con", "CON", "nul", "..", ".git", "aux.x", "com1"),
);
const kind = fc.oneof(
  text,
  fc.string({ unit: fc.constantFrom("A", "B", "a", "b", "0", "-") }),
);
const identity: fc.Arbitrary<Identity> = fc.record({
  group: text,
  kind,
  namespace: text,
  name: text.filter((name) => name !== ""),
});

function same(left: Identity, right: Identity): boolean {
  return left.group === right.group && left.kind === right.kind &&
    left.namespace === right.namespace && left.name === right.name;
}

Deno.test("objectFileName() is readable for the kinds people use", () => {
  const cases: [string, string, string][] = [
    ["cluster.x-k8s.io", "Cluster", "cluster.cluster.x-k8s.io_prod_eu1.yaml"],
    ["", "ConfigMap", "config-map_prod_eu1.yaml"],
    ["a.io", "AWSCluster", "aws--cluster.a.io_prod_eu1.yaml"],
    ["a.io", "AwsCluster", "aws-cluster.a.io_prod_eu1.yaml"],
    ["a.io", "VSphereCluster", "v-sphere-cluster.a.io_prod_eu1.yaml"],
    ["a.io", "K0sControlPlane", "k0s-control-plane.a.io_prod_eu1.yaml"],
    ["a.io", "ClusterIPAM", "cluster-ipam--.a.io_prod_eu1.yaml"],
    ["a.io", "IPAddressClaim", "ip--address-claim.a.io_prod_eu1.yaml"],
    ["a.io", "Con", "=63on.a.io_prod_eu1.yaml"],
  ];
  for (const [group, kind, expected] of cases) {
    const identity = { group, kind, namespace: "prod", name: "eu1" };
    assertEquals(objectFileName(identity), expected);
  }
});

Deno.test("objectFileName() gives every identity a name of its own", () => {
  fc.assert(
    fc.property(identity, identity, (left, right) => {
      assertEquals(
        objectFileName(left).toLowerCase() ===
          objectFileName(right).toLowerCase(),
        same(left, right),
      );
    }),
    { numRuns: 2_000 },
  );
});

Deno.test("objectFileName() keeps kinds that differ in case apart", () => {
  const kinds = words("AaB0-", 6);
  const names = kinds.map((kind) =>
    objectFileName({ group: "a.io", kind, namespace: "", name: "x" })
  );
  assertEquals(new Set(names).size, kinds.length);
});

Deno.test("objectFileName() is a component that every file system takes", () => {
  fc.assert(
    fc.property(identity, (one) => assertPortable(objectFileName(one))),
    { numRuns: 2_000 },
  );
});

Deno.test("pathComponent() is injective and portable", () => {
  fc.assert(
    fc.property(text, text, (left, right) => {
      const [a, b] = [pathComponent(left), pathComponent(right)];
      assertEquals(a.toLowerCase() === b.toLowerCase(), left === right);
      if (left !== "") assertPortable(a);
    }),
    { numRuns: 2_000 },
  );
});

Deno.test("pathComponent() keeps long names apart within 255 bytes", () => {
  const [a, b] = ["a", "b"].map((end) => pathComponent("x".repeat(300) + end));
  assertEquals(a?.length, 255);
  assert(a !== b);
});

function assertPortable(name: string): void {
  assert(/^[a-z0-9=][a-z0-9=._-]*$/.test(name), name);
  assert(!name.endsWith("."), name);
  assert(name.length <= 255, name);
  assert(!/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/.test(name), name);
}

function words(letters: string, length: number): string[] {
  if (length === 0) return [""];
  const shorter = words(letters, length - 1);
  return [
    ...shorter,
    ...shorter.filter((word) => word.length === length - 1)
      .flatMap((word) => [...letters].map((letter) => word + letter)),
  ];
}
