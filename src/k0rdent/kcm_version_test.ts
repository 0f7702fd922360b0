import { assertEquals } from "@std/assert";
import { KCM_SINCE, type KcmFeature, kcmHas } from "./kcm_version.ts";

/** What the code of each tag of k0rdent/kcm does. */
const TAGS: readonly [version: string, has: readonly KcmFeature[]][] = [
  ["v1.8.0", []],
  ["v1.9.0", ["emptySelectsNothing"]],
  ["v1.10.0", ["emptySelectsNothing", "auditPolicies", "keptServices"]],
  ["v1.11.0", [
    "emptySelectsNothing",
    "auditPolicies",
    "keptServices",
    "regionalValues",
  ]],
  ["v1.11.2", [
    "emptySelectsNothing",
    "auditPolicies",
    "keptServices",
    "regionalValues",
  ]],
  ["v1.11.3", [
    "emptySelectsNothing",
    "auditPolicies",
    "keptServices",
    "regionalValues",
    "atomicByDefault",
    "maxConsecutiveFailures",
  ]],
  ["v1.12.0-rc1", Object.keys(KCM_SINCE) as KcmFeature[]],
  ["1.12.0", Object.keys(KCM_SINCE) as KcmFeature[]],
  ["2.0.0", Object.keys(KCM_SINCE) as KcmFeature[]],
];

Deno.test("kcmHas() knows what each version of KCM does", () => {
  for (const [version, has] of TAGS) {
    const found = Object.keys(KCM_SINCE)
      .filter((feature) => kcmHas(version, feature as KcmFeature));
    assertEquals([version, found], [version, has]);
  }
});
