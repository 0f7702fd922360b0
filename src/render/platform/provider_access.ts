/**
 * What KCM allows itself for a StateManagementProvider (kcm-spec 6.6).
 *
 * @module
 */

import type {
  Inventory,
  StateManagementProviderSpec,
} from "../../k0rdent/mod.ts";
import { groupOf, type Manifest } from "../../model/mod.ts";
import { pluralOf } from "../layers/plural.ts";

const RBAC_GROUP = "rbac.authorization.k8s.io";
const VERBS = ["get", "list", "watch"];

/**
 * The account under which KCM looks after a StateManagementProvider, and the
 * role that lets it see what the provider names.
 *
 * @param name The provider's name.
 * @param spec Its spec.
 * @param inventory The definitions, whose CRDs tell plural names.
 * @returns The ServiceAccount, ClusterRole and ClusterRoleBinding.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { demoScope } from "../_demo.ts";
 * const adapter = {
 *   apiVersion: "apps/v1",
 *   kind: "Deployment",
 *   name: "adapter",
 *   namespace: "flux-system",
 *   readinessRule: "true",
 * };
 * const spec = { selector: {}, adapter, provisioner: [], provisionerCRDs: [], suspend: false };
 * const made = providerAccess("own", spec, demoScope().inventory);
 * assertEquals(made.map(({ metadata }) => metadata.name), ["own-sa", "own-cr", "own-crb"]);
 * ```
 */
export function providerAccess(
  name: string,
  spec: Pick<
    StateManagementProviderSpec,
    "adapter" | "provisioner" | "provisionerCRDs"
  >,
  inventory: Inventory,
): Manifest[] {
  const account = {
    kind: "ServiceAccount",
    name: `${name}-sa`,
    namespace: inventory.systemNamespace,
  };
  const role = { kind: "ClusterRole", name: `${name}-cr` };
  return [
    {
      apiVersion: "v1",
      kind: account.kind,
      metadata: { name: account.name, namespace: account.namespace },
    },
    {
      apiVersion: `${RBAC_GROUP}/v1`,
      kind: role.kind,
      metadata: { name: role.name },
      rules: policyRules(spec, inventory),
    },
    {
      apiVersion: `${RBAC_GROUP}/v1`,
      kind: "ClusterRoleBinding",
      metadata: { name: `${name}-crb` },
      roleRef: { apiGroup: RBAC_GROUP, ...role },
      subjects: [account],
    },
  ];
}

/** KCM writes the groups in no order; here they are sorted. */
function policyRules(
  { adapter, provisioner, provisionerCRDs }: Parameters<
    typeof providerAccess
  >[1],
  inventory: Inventory,
) {
  const resources = new Map<string, Set<string>>();
  for (const { apiVersion, kind } of [adapter, ...provisioner]) {
    const group = groupOf(apiVersion);
    add(group, pluralOf({ group, kind }, inventory));
  }
  for (const { group, resources: names } of provisionerCRDs) {
    for (const name of names) add(group, name);
  }
  return [
    ...[...resources.keys()].sort().map((group) =>
      rule(group, [...resources.get(group) ?? []].sort())
    ),
    rule("apiextensions.k8s.io", ["customresourcedefinitions"]),
  ];

  function add(group: string, resource: string): void {
    resources.set(group, (resources.get(group) ?? new Set()).add(resource));
  }
}

function rule(group: string, resources: string[]) {
  return { apiGroups: [group], resources, verbs: VERBS };
}
