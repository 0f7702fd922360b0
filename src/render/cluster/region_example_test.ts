/** The worked example of kcm-spec 8.4: authentication, audit, region, registry. */
import { assertEquals } from "@std/assert";
import { getPath } from "../../model/mod.ts";
import { DEFAULT_CONFIG, type RenderConfig } from "../../source/mod.ts";
import {
  inputOf,
  kindsOf,
  objectOf,
  renderedUnit,
  unitsOf,
} from "../_testing.ts";

const DEFINITIONS = `
apiVersion: k0rdent.mirantis.com/v1beta1
kind: Credential
metadata: {name: docker-cred, namespace: team-a}
spec: {region: eu, identityRef: {apiVersion: v1, kind: Secret, name: docker, namespace: team-a}}
---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: Region
metadata: {name: eu}
spec: {clusterDeployment: {namespace: infra, name: eu-mgmt}}
---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: ClusterAuthentication
metadata: {name: oidc, namespace: team-a}
spec:
  authenticationConfiguration:
    jwt:
    - issuer: {url: https://issuer.example.com, audiences: [k0rdent]}
      claimMappings: {username: {claim: sub, prefix: "oidc:"}}
    anonymous: {enabled: true, conditions: [{path: /livez}]}
---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: ClusterAuditPolicy
metadata: {name: base, namespace: team-a}
spec: {policy: {rules: [{level: Metadata, resources: [{group: "", resources: [secrets, configmaps]}]}, {level: None}]}}
---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: ClusterDeployment
metadata: {name: demo, namespace: team-a}
spec:
  template: docker-hosted-cp-1-0-15
  credential: docker-cred
  clusterAuth: oidc
  auditPolicy: base
  config: {audit: {logPath: /var/log/a.log}, global: {x: 1}}
`;

/** The documents that KCM hashes, byte for byte. */
const AUTHENTICATION = `anonymous:
  conditions:
  - path: /livez
  enabled: true
apiVersion: apiserver.config.k8s.io/v1
jwt:
- claimMappings:
    groups: {}
    uid: {}
    username:
      claim: sub
      prefix: 'oidc:'
  issuer:
    audiences:
    - k0rdent
    url: https://issuer.example.com
kind: AuthenticationConfiguration
`;
const POLICY = `apiVersion: audit.k8s.io/v1
kind: Policy
metadata: {}
rules:
- level: Metadata
  resources:
  - resources:
    - secrets
    - configmaps
- level: None
`;

const UNIT = "cluster team-a/demo";

function configAt(
  applyLevel: RenderConfig["applyLevel"],
): { config: Partial<RenderConfig> } {
  const installation = {
    ...DEFAULT_CONFIG.installation,
    globalRegistry: "reg.example.com/k0rdent",
  };
  return { config: { applyLevel, installation } };
}

Deno.test("renderUnits() makes the HelmRelease of kcm-spec 8.4", () => {
  const { review } = renderedUnit(
    inputOf(DEFINITIONS, configAt("k0rdent")),
    UNIT,
  );
  const release = objectOf(review, "HelmRelease", "demo");
  assertEquals(getPath(release, ["spec", "kubeConfig"]), {
    secretRef: { name: "eu-mgmt-kubeconfig", key: "value" },
  });
  assertEquals(getPath(release, ["spec", "values", "audit"]), {
    logPath: "/var/log/a.log",
    policyRef: { name: "demo-audit-policy", key: "policy", hash: "f3587694" },
  });
  assertEquals(getPath(release, ["spec", "values", "auth"]), {
    configSecret: { name: "demo-auth-config", key: "config", hash: "81e7b26b" },
    configWithAnon: true,
  });
  assertEquals(getPath(release, ["spec", "values", "global"]), {
    registry: "reg.example.com/k0rdent",
    k0sURL: "",
    registryCertSecret: "",
    k0sURLCertSecret: "",
  });
});

Deno.test("renderUnits() makes what goes to the Region of kcm-spec 8.4", () => {
  const input = inputOf(DEFINITIONS, configAt("capi"));
  const unit = renderedUnit(input, UNIT);
  assertEquals(unit.region, {
    name: "eu",
    kubeConfig: {
      namespace: "infra",
      name: "eu-mgmt-kubeconfig",
      key: "value",
    },
  });
  const annotations = { "kustomize.toolkit.fluxcd.io/prune": "disabled" };
  const metadata = { namespace: "team-a", annotations };
  assertEquals(objectOf(unit.applied, "Secret", "demo-auth-config"), {
    apiVersion: "v1",
    kind: "Secret",
    metadata: { ...metadata, name: "demo-auth-config" },
    stringData: { config: AUTHENTICATION },
  });
  assertEquals(objectOf(unit.applied, "ConfigMap", "demo-audit-policy"), {
    apiVersion: "v1",
    kind: "ConfigMap",
    metadata: { ...metadata, name: "demo-audit-policy" },
    data: { policy: POLICY },
  });
  const profile = objectOf(unit.applied, "Profile", "demo");
  assertEquals(profile.metadata.namespace, "team-a");
  assertEquals(profile.metadata.ownerReferences, undefined);
  const shared = renderedUnit(input, "region eu");
  assertEquals(shared.region, unit.region);
  assertEquals(kindsOf(shared.applied), ["Namespace"]);
  assertEquals(
    objectOf(shared.applied, "Namespace", "team-a").metadata.name,
    "team-a",
  );
});

Deno.test("renderUnits() refuses clusters of a Region where they cannot be reached", () => {
  const cases = [
    configAt("helmrelease"),
    { config: { serviceDelivery: "helmrelease" } },
  ] as const;
  for (const config of cases) {
    const unit = unitsOf(inputOf(DEFINITIONS, config)).get(UNIT);
    assertEquals(unit?.findings.map(({ rule }) => rule.id), ["render/region"]);
  }
});

Deno.test("renderUnits() applies the files of a cluster, and keeps them", () => {
  const yaml = DEFINITIONS.replace("region: eu, ", "");
  const { applied } = renderedUnit(inputOf(yaml, configAt("capi")), UNIT);
  const files = [
    objectOf(applied, "Secret", "demo-auth-config"),
    objectOf(applied, "ConfigMap", "demo-audit-policy"),
  ];
  for (const { metadata } of files) {
    assertEquals(metadata.annotations, {
      "kustomize.toolkit.fluxcd.io/prune": "disabled",
    });
  }
});
