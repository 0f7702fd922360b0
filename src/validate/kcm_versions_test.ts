import { assertEquals } from "@std/assert";
import { checkInput } from "../../tests/check_cases.ts";
import { inShort } from "../../tests/definitions.ts";
import { KCM_SINCE, VERSIONED_FIELDS } from "../k0rdent/mod.ts";
import { checkKcmVersions } from "./kcm_versions.ts";

const DEFINITIONS = `
apiVersion: k0rdent.mirantis.com/v1beta1
kind: ClusterDeployment
metadata: {name: eu1, namespace: prod}
spec: {template: a, credential: b, auditPolicy: c, config: {}, serviceSpec: {provider: {config: {maxConsecutiveFailures: 3}}}}
---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: MultiClusterService
metadata: {name: all}
spec: {keepServicesOnSelectorMismatch: true, serviceSpec: {provider: {config: {maxConsecutiveFailures: 3}}}}
---
apiVersion: k0rdent.mirantis.com/v1beta1
kind: AccessManagement
metadata: {name: kcm}
spec: {accessRules: [{credentials: [a]}, {resources: [{kind: ConfigMap}]}]}
`;

function found(kcmVersion: string): string[] {
  const input = checkInput(DEFINITIONS);
  const config = { ...input.config, kcmVersion };
  return inShort(checkKcmVersions({ ...input, config }));
}

const FIELDS = [
  ["1.10.0", "spec.auditPolicy:"],
  ["1.11.3", "spec.serviceSpec.provider.config.maxConsecutiveFailures:"],
  ["1.10.0", "spec.keepServicesOnSelectorMismatch:"],
  ["1.11.3", "spec.serviceSpec.provider.config.maxConsecutiveFailures:"],
  ["1.12.0", "spec.accessRules[1].resources:"],
] as const;

Deno.test("checkKcmVersions() warns of fields that KCM does not have yet", () => {
  for (const version of ["1.9.0", "1.10.0", "1.11.2", "1.11.3", "1.12.0"]) {
    const expected = FIELDS.filter(([since]) => older(version, since))
      .map(([, field]) => `validate/kcm-version ${field}`);
    assertEquals([version, ...found(version).sort()], [
      version,
      ...expected.sort(),
    ]);
  }
  assertEquals(
    VERSIONED_FIELDS.map(({ feature }) => KCM_SINCE[feature]).sort(),
    FIELDS.map(([since]) => since).sort(),
  );
});

function older(version: string, since: string): boolean {
  return version.localeCompare(since, "en", { numeric: true }) < 0;
}
