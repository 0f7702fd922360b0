import { assertEquals } from "@std/assert";
import { getPath } from "../../model/mod.ts";
import type { ApplyLevel } from "../../source/mod.ts";
import { inputOf, objectOf, renderedUnit, unitsOf } from "../_testing.ts";

const UNIT = "cluster team-a/demo";
const PEM = "-----BEGIN CERTIFICATE-----\\nMAo=\\n-----END CERTIFICATE-----\\n";
/** Of the text as Go writes it, by sha256sum. */
const HASH = "93ad05fb";
const NAMED = "{name: ca, namespace: team-a}";

function fleet(more: string): string {
  return `
{apiVersion: k0rdent.mirantis.com/v1beta1, kind: Credential, metadata: {name: docker, namespace: team-a},
 spec: {identityRef: {apiVersion: v1, kind: Secret, name: docker, namespace: team-a}}}
---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: ClusterAuthentication
metadata: {name: oidc, namespace: team-a}
spec:
  caSecret: {name: ca, key: ca.crt}
  authenticationConfiguration:
    jwt:
    - issuer: {url: https://a.example.com, audiences: [a], certificateAuthority: old}
      claimMappings: {username: {claim: sub}}
    - issuer: {url: https://b.example.com, audiences: [b]}
      claimMappings: {username: {claim: sub}}
---
{apiVersion: k0rdent.mirantis.com/v1beta1, kind: ClusterDeployment, metadata: {name: demo, namespace: team-a},
 spec: {template: docker-hosted-cp-1-0-15, credential: docker, clusterAuth: oidc, config: {}}}
---
${more}`;
}

const READABLE: readonly [what: string, object: string][] = [
  [
    "an unencrypted Secret",
    `{apiVersion: v1, kind: Secret, metadata: ${NAMED}, stringData: {ca.crt: "${PEM}"}}`,
  ],
  [
    "a ConfigMap of its name",
    `{apiVersion: v1, kind: ConfigMap, metadata: ${NAMED}, data: {ca.crt: "${PEM}"}}`,
  ],
];

for (const [what, object] of READABLE) {
  Deno.test(`renderUnits() gives every issuer the certificate of ${what}`, () => {
    const { applied, review } = renderedUnit(inputOf(fleet(object)), UNIT);
    const secret = objectOf(applied, "Secret", "demo-auth-config");
    const text = String(getPath(secret, ["stringData", "config"]));
    assertEquals(text.match(/certificateAuthority: \|\n/g)?.length, 2);
    const release = objectOf(review, "HelmRelease", "demo");
    const path = ["spec", "values", "auth", "configSecret", "hash"];
    assertEquals(getPath(release, path), HASH);
  });
}

const UNREADABLE: readonly [what: string, object: string][] = [
  ["is nowhere", ""],
  [
    "is encrypted",
    `{apiVersion: v1, kind: Secret, metadata: ${NAMED}, stringData: {ca.crt: "ENC[AES256]"}}`,
  ],
];

for (const [what, object] of UNREADABLE) {
  Deno.test(`renderUnits() does not apply authentication whose certificate ${what}`, () => {
    const found = (applyLevel: ApplyLevel) =>
      unitsOf(inputOf(fleet(object), { config: { applyLevel } })).get(UNIT)
        ?.findings.map(({ rule, severity }) => `${rule.id} ${severity}`);
    const id = "render/unreadable-certificate";
    assertEquals(found("capi"), [`${id} error`]);
    assertEquals(found("helmrelease"), [`${id} error`]);
    assertEquals(found("k0rdent"), [`${id} warning`]);
  });
}
