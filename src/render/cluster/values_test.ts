import { assertEquals } from "@std/assert";
import type { ValueMap } from "../../model/mod.ts";
import { DEFAULT_CONFIG } from "../../source/mod.ts";
import { clusterValues, type ValuesInput } from "./values.ts";

const IDENTITY = {
  apiVersion: "v1",
  kind: "Secret",
  name: "key",
  namespace: "team-a",
};

function valuesOf(
  config: ValueMap,
  input: Partial<ValuesInput> = {},
): ValueMap {
  return clusterValues({
    name: "demo",
    config,
    labels: { env: "dev" },
    identity: IDENTITY,
    installation: DEFAULT_CONFIG.installation,
    kcmVersion: "1.12.0",
    ...input,
  });
}

Deno.test("clusterValues() replaces clusterIdentity and fills clusterLabels", () => {
  assertEquals(valuesOf({ clusterIdentity: { name: "other" }, a: 1 }), {
    a: 1,
    clusterIdentity: IDENTITY,
    clusterLabels: { env: "dev" },
  });
});

Deno.test("clusterValues() keeps empty strings of a cluster-scoped identity", () => {
  const { namespace: _, ...identity } = IDENTITY;
  const values = valuesOf({}, { identity });
  assertEquals(values.clusterIdentity, { ...IDENTITY, namespace: "" });
});

Deno.test("clusterValues() takes explicit clusterLabels as they are", () => {
  assertEquals(valuesOf({ clusterLabels: {} }).clusterLabels, {});
});

Deno.test("clusterValues() leaves global alone without settings", () => {
  assertEquals(valuesOf({ global: { x: 1 } }).global, { x: 1 });
});

Deno.test("clusterValues() replaces global as soon as one setting is there", () => {
  const installation = {
    ...DEFAULT_CONFIG.installation,
    globalRegistry: "reg.example.com/k0rdent",
  };
  const settings = {
    registry: "reg.example.com/k0rdent",
    k0sURL: "",
    registryCertSecret: "",
    k0sURLCertSecret: "",
  };
  const config = { global: { x: 1 } };
  assertEquals(valuesOf(config, { installation }).global, settings);
  assertEquals(
    valuesOf(config, {
      installation: { ...installation, registryCredsSecret: "reg" },
    }).global,
    { ...settings, registryCredentialSecret: "cld-registry-credentials" },
  );
});

Deno.test("clusterValues() replaces auth and merges audit", () => {
  const config = { auth: { x: 1 }, audit: { logPath: "/a.log" } };
  const values = valuesOf(config, {
    authentication: { text: "", hash: "81e7b26b", anonymous: true },
    auditPolicy: { text: "", hash: "f3587694" },
  });
  assertEquals(values.auth, {
    configSecret: { name: "demo-auth-config", key: "config", hash: "81e7b26b" },
    configWithAnon: true,
  });
  assertEquals(values.audit, {
    logPath: "/a.log",
    policyRef: { name: "demo-audit-policy", key: "policy", hash: "f3587694" },
  });
});

Deno.test("clusterValues() drops a policyRef that no policy is behind", () => {
  const cases: [ValueMap, ValueMap][] = [
    [{ audit: { policyRef: { name: "a" }, x: 1 } }, { x: 1 }],
    [{ audit: { policyRef: { name: "a" } } }, {}],
  ];
  for (const [config, expected] of cases) {
    assertEquals(valuesOf(config).audit, expected);
  }
  assertEquals(valuesOf({ audit: "x" }).audit, "x");
});

Deno.test("clusterValues() knows of audit policies as of KCM 1.10", () => {
  const audit = { policyRef: { name: "own" } };
  assertEquals(valuesOf({ audit }, { kcmVersion: "1.9.0" }).audit, audit);
  assertEquals(valuesOf({ audit }, { kcmVersion: "1.10.0" }).audit, {});
});
